import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { UnreadableEntry } from '../../lib/observe/input-problem';
import type { DeepLink } from '../../lib/store/deep-link';
import { emptinessOf, siteName } from '../../lib/store/emptiness';
import { exportFileOf } from '../../lib/store/export-file';
import type { FeedCommands, FeedState } from '../../lib/store/feed-state';
import type { InputModel } from '../../lib/store/input-model';
import type { InspectedExchange } from '../../lib/store/inspect';
import { visibleRows } from '../../lib/store/rows';
import { hidingTerms } from '../../lib/store/view-state';
import {
  type InputSource,
  type Side,
  TAB_INPUT,
  type WorkbenchPage,
  type WorkbenchStore,
} from '../../lib/store/workbench';
import { useWordsOfCall } from '../exchange/row-words';
import type { Exportable } from '../export/export-button';
import { EmptyList } from '../panel/empty-list';
import { useKeySheet } from '../panel/key-sheet';
import { useActions } from '../ui/actions';
import { IconButton } from '../ui/button';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';
import { useStore } from '../ui/use-store';
import type { CompareSide } from './compare-view';
import { ExchangePane } from './exchange-pane';
import { FailedView, ReadingView } from './input-state';
import { InputSummary } from './input-summary';
import { InputTabs } from './input-tabs';
import { NothingInIt } from './nothing-in-it';
import { StartPage } from './start-page';
import { sourceOfText, sourcesOf, useBringing } from './use-bringing';
import { useModels } from './use-models';
import { WorkbenchHead } from './workbench-head';

/** The calls of a tab of this browser, as the popup hands them over. */
export interface WorkbenchTab {
  readonly feed: StoreApi<FeedState>;
  readonly commands: FeedCommands;
  /** Its origin, where it is known. */
  readonly site?: string;
}

interface WorkbenchProps {
  readonly store: WorkbenchStore;
  readonly page: WorkbenchPage;
  readonly tab?: WorkbenchTab;
}

const NO_FEED = createStore<FeedState | undefined>(() => undefined);
const SIDES: readonly Side[] = ['a', 'b'];
const NONE: readonly UnreadableEntry[] = [];

/** Opens recordings of other people, and says what is wrong in them. */
export function Workbench({ store, page, tab }: WorkbenchProps) {
  const { texts, fill, language } = useTexts();
  const { version, browser } = useActions();
  const words = texts.workbench;
  const state = useStore(store, (whole) => whole);
  const feed = useStore<FeedState | undefined, FeedState | undefined>(tab?.feed ?? NO_FEED, (whole) => whole);
  const models = useModels(state.inputs, tab?.feed);
  const chooser = useRef<HTMLInputElement>(null);
  const [link, setLink] = useState<DeepLink>();
  const [said, setSaid] = useState<'pasteFailed' | 'pasteEmpty'>();
  const { close, show, compare, current, inputs, marks } = state;

  useEffect(() => page.watchLink(setLink), [page]);
  useEffect(() => {
    document.documentElement.dataset['ready'] = 'true';
  }, []);
  const wordsOfCall = useWordsOfCall();
  const keys = useKeySheet(true);
  const open = useCallback(
    (sources: readonly InputSource[]) => {
      setSaid(undefined);
      state.open(sources);
    },
    [state.open],
  );
  const sayEmpty = useCallback(() => setSaid('pasteEmpty'), []);
  const hovers = useBringing(open, sayEmpty, fill(words.pasted));

  const paste = async () => {
    const text = await page.readClipboard();
    if (text === undefined) setSaid('pasteFailed');
    else if (text.trim() === '') sayEmpty();
    else open([sourceOfText(text, fill(words.pasted))]);
  };

  const input = inputs.find(({ id }) => id === current);
  const model = current === undefined ? undefined : models.get(current);
  const tabName = tab?.site ? fill(words.thisTabOf, { site: siteName(tab.site) }) : fill(words.thisTab);

  const sideOf = (side: Side): CompareSide | undefined => {
    const mark = marks?.[side];
    const of = mark && models.get(mark.input);
    const inspected = of?.inspection().exchanges.find(({ exchange }) => exchange.id === mark?.exchange);
    if (mark === undefined || of === undefined || inspected === undefined) return undefined;
    const isOneInput = SIDES.every((other) => (marks?.[other]?.input ?? mark.input) === mark.input);
    const index = String(of.indexOf(mark.exchange));
    const name = inputs.find(({ id }) => id === mark.input)?.name ?? tabName;
    return {
      inspected,
      name: isOneInput ? fill(words.compare.entry, { index }) : fill(words.compare.entryOf, { index, name }),
    };
  };

  const mark = (added: Partial<Record<Side, InspectedExchange>>) => {
    if (current === undefined) return;
    const next = { ...marks };
    for (const side of SIDES) {
      const exchange = added[side]?.exchange.id;
      if (exchange !== undefined) next[side] = { input: current, exchange };
    }
    const isSame = (side: Side) =>
      next[side]?.input === marks?.[side]?.input && next[side]?.exchange === marks?.[side]?.exchange;
    if (!SIDES.every(isSame)) compare(next);
  };

  const exportable = (of: InputModel): Exportable => {
    const calls = of.calls();
    const look = of.view.getState();
    const dropped = input === undefined ? (feed?.dropped ?? 0) : 0;
    return {
      calls,
      shown: visibleRows(calls, look, wordsOfCall).calls,
      filter: hidingTerms(look, fill(texts.status.hiding.span)),
      dropped,
      name: input?.name ?? tab?.site ?? '',
      ...(input?.state.type === 'read' && { file: { ...input.state.input, indexOf: of.indexOf } }),
    };
  };

  /** The text of the export's ticket, without the way through its dialog. */
  const report = (of: InputModel) => {
    const { calls, shown, ...source } = exportable(of);
    const made = Date.now();
    return exportFileOf('ticket', { ...source, calls: shown, known: calls, made, version, browser }, language)
      .text;
  };

  const marksHere = useMemo(() => {
    const made = SIDES.flatMap((side) => {
      const mark = marks?.[side];
      return mark?.input === current && mark !== undefined ? [[mark.exchange, side] as const] : [];
    });
    return new Map(made);
  }, [marks, current]);

  return (
    <>
      <WorkbenchHead
        report={model && (() => report(model))}
        exportable={model && (() => exportable(model))}
        onOpen={() => chooser.current?.click()}
        onPaste={() => void paste()}
        isEmpty={current === undefined}
      >
        <InputTabs
          tab={tab && { id: TAB_INPUT, name: tabName }}
          inputs={inputs}
          current={current}
          onShow={show}
          onClose={close}
        />
      </WorkbenchHead>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          open(sourcesOf(event.currentTarget.files ?? []));
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <div class="said">
        <span role="status">{said && words[said]}</span>
        {said && (
          <IconButton label={fill(texts.panel.keys.close)} onClick={() => setSaid(undefined)}>
            <Glyph name="close" />
          </IconButton>
        )}
      </div>
      <main class="workbench">
        {current === undefined && (
          <StartPage link={link} onOpen={() => chooser.current?.click()} onPaste={() => void paste()} />
        )}
        {input?.state.type === 'reading' && (
          <ReadingView input={input} progress={input.state.progress} onCancel={() => close(input.id)} />
        )}
        {input?.state.type === 'failed' && <FailedView name={input.name} problem={input.state.problem} />}
        {input?.state.type === 'read' && (
          <InputSummary
            input={input.state.input}
            size={input.size}
            onUnreadable={() => model?.view.getState().setFilter('is:unreadable')}
          />
        )}
        {model && (
          <ExchangePane
            key={current}
            goesOn={input === undefined}
            model={model}
            unreadable={input?.state.type === 'read' ? input.state.input.unreadable : NONE}
            marks={marksHere}
            onMark={mark}
            sides={marks && { a: sideOf('a'), b: sideOf('b') }}
            onSwap={() => compare({ ...(marks?.b && { a: marks.b }), ...(marks?.a && { b: marks.a }) })}
            onBack={state.earlier.length > 0 ? state.compareEarlier : undefined}
            onEndComparison={() => compare(undefined)}
            onKeys={keys.open}
            empty={
              input?.state.type === 'read' ? (
                <NothingInIt input={input.state.input} />
              ) : (
                feed &&
                tab && (
                  <EmptyList emptiness={emptinessOf(feed)} coverage={feed.coverage} commands={tab.commands} />
                )
              )
            }
            link={link}
            onLinkUsed={() => setLink(undefined)}
            setLink={page.setLink}
          />
        )}
      </main>
      {keys.sheet}
      {hovers && (
        <div class="drop-here" aria-hidden="true">
          {words.drop}
        </div>
      )}
    </>
  );
}

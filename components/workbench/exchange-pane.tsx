import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { UnreadableEntry } from '../../lib/observe/input-problem';
import { isFailing } from '../../lib/report/compare';
import { reasonText } from '../../lib/report/inspection-report';
import type { InspectedCall } from '../../lib/store/calls';
import { workingPartner } from '../../lib/store/compare-partner';
import type { DeepLink } from '../../lib/store/deep-link';
import type { InputModel } from '../../lib/store/input-model';
import type { InspectedExchange } from '../../lib/store/inspect';
import { isBeside } from '../../lib/store/layout';
import { visibleRows } from '../../lib/store/rows';
import { selectionOf } from '../../lib/store/selection';
import type { Side } from '../../lib/store/workbench';
import { withUnreadable } from '../../lib/store/workbench-rows';
import { ExchangeDetail } from '../exchange/exchange-detail';
import { ExchangeList } from '../exchange/exchange-list';
import { LinkedRule } from '../exchange/finding-view';
import { LayoutMenu } from '../exchange/layout-menu';
import { Panes, TAB_STOP } from '../exchange/panes';
import { useWordsOfCall } from '../exchange/row-words';
import { useFilterKey } from '../exchange/use-page-key';
import { AllHidden } from '../panel/empty-list';
import { FilterField } from '../panel/filter-field';
import { hidingText } from '../panel/hiding-words';
import { StateChips } from '../panel/state-chips';
import { Button } from '../ui/button';
import { useTexts } from '../ui/language';
import { useLayout } from '../ui/layout';
import { useSize } from '../ui/use-size';
import { useStore } from '../ui/use-store';
import { type CompareSide, CompareView } from './compare-view';
import { PaneFooter } from './pane-footer';
import { UnreadableDetail } from './unreadable-detail';

interface ExchangePaneProps {
  /** Whether new calls may come: those of a tab do, those of a file do not. */
  readonly goesOn: boolean;
  readonly model: InputModel;
  readonly unreadable: readonly UnreadableEntry[];
  /** Letters of a comparison, by exchange. */
  readonly marks: ReadonlyMap<string, Side>;
  readonly onMark: (marks: Partial<Record<Side, InspectedExchange>>) => void;
  /** What is compared, while something is; it takes the place of the detail. */
  readonly sides: Readonly<Record<Side, CompareSide | undefined>> | undefined;
  readonly onSwap: () => void;
  readonly onBack: (() => void) | undefined;
  readonly onEndComparison: () => void;
  readonly onKeys: () => void;
  /** What stands in the place of a list without rows. */
  readonly empty: ComponentChildren;
  readonly link: DeepLink | undefined;
  readonly onLinkUsed: () => void;
  readonly setLink: (link: DeepLink | undefined) => void;
}

/** From this width on the detail stands beside the list. */
const WIDE = 720;

/** The letters of a comparison by the call that they belong to. */
function marksOfCalls(
  calls: readonly InspectedCall[],
  marks: ReadonlyMap<string, Side>,
): ReadonlyMap<string, string> {
  const ofCalls = new Map<string, string>();
  if (marks.size === 0) return ofCalls;
  for (const call of calls) {
    for (const { exchange } of call.hops) {
      const side = marks.get(exchange.id);
      if (side !== undefined) ofCalls.set(call.id, side.toUpperCase());
    }
  }
  return ofCalls;
}

/** List and detail of one input, as in the panel. */
export function ExchangePane(props: ExchangePaneProps) {
  const { goesOn, model, unreadable, marks, onMark, sides, empty, link, onLinkUsed, setLink } = props;
  const { texts, fill, language } = useTexts();
  const pane = useRef<HTMLDivElement>(null);
  const { width } = useSize(pane);
  const isWide = width === 0 || width >= WIDE;
  const layout = useLayout();
  const filterField = useRef<HTMLInputElement>(null);
  const look = useStore(model.view, (whole) => whole);
  const wordsOfCall = useWordsOfCall();
  const [linked, setLinked] = useState<{ readonly id: string; readonly rule: string | undefined }>();
  useFilterKey(filterField);

  const calls = model.calls();
  const { keyNumbers } = model.inspection();
  const { filterText, groups, span, sort, unfolded } = look;
  const rowMarks = useMemo(() => marksOfCalls(calls, marks), [calls, marks]);
  const visible = useMemo(() => {
    const view = { filterText, groups, span, sort, unfolded };
    const ofCalls = visibleRows(calls, view, wordsOfCall, new Set(rowMarks.keys()));
    return withUnreadable(ofCalls, unreadable, view, model.indexOf, (reason) => reasonText(reason, language));
  }, [calls, filterText, groups, span, sort, unfolded, wordsOfCall, rowMarks, unreadable, model, language]);

  const { selected, detailOpen, openDetail } = look;
  const selection = selectionOf(visible.rows, calls, selected);
  const row = visible.rows.find(({ id }) => id === selected);
  const isComparing = sides !== undefined;
  const isOpen = isComparing || (detailOpen && (row !== undefined || selection !== undefined));
  const beside = isBeside(layout, isWide);

  useEffect(() => {
    const id = link && model.idAt(link.exchange);
    const call = calls.find(({ hops }) => hops.some(({ exchange }) => exchange.id === id));
    if (link === undefined || call === undefined) return;
    setLinked({ id: call.id, rule: link.rule });
    openDetail(call.id);
    onLinkUsed();
  }, [link, model, calls]);

  const shownId = detailOpen ? selection?.inspected.exchange.id : undefined;
  useEffect(() => {
    if (link !== undefined) return;
    const rule = linked?.id === selected ? linked?.rule : selection?.inspected.diagnosis.cause?.rule;
    setLink(
      shownId === undefined
        ? undefined
        : { exchange: model.indexOf(shownId), ...(rule !== undefined && { rule }) },
    );
  }, [shownId, link, linked]);

  const focusList = () => pane.current?.querySelector<HTMLElement>(TAB_STOP)?.focus();

  const compare = (inspected: InspectedExchange) => {
    if (!isFailing(inspected)) {
      onMark({ a: inspected });
      return;
    }
    const partner = workingPartner(
      inspected,
      calls.map(({ lead }) => lead),
    );
    onMark({ b: inspected, ...(partner && { a: partner }) });
  };

  const open = (id: string) => {
    const inspected = selectionOf(visible.rows, calls, id)?.inspected;
    if (!isComparing) openDetail(id);
    else {
      look.select(id);
      if (inspected) onMark({ [isFailing(inspected) ? 'b' : 'a']: inspected });
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    const side = key === 'a' || key === 'b' ? key : undefined;
    if (side === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const id =
      event.target instanceof Element && event.target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    const inspected = id ? selectionOf(visible.rows, calls, id)?.inspected : undefined;
    if (inspected) onMark({ [side]: inspected });
  };

  const detail = sides ? (
    <CompareView
      a={sides.a}
      b={sides.b}
      isWide={isWide}
      onSwap={props.onSwap}
      onBack={props.onBack}
      onClose={props.onEndComparison}
    />
  ) : (
    <>
      {detailOpen && selection && (
        <LinkedRule value={linked?.id === selected ? linked?.rule : undefined}>
          <ExchangeDetail
            inspected={selection.inspected}
            call={selection.call}
            calls={calls}
            keyNumbers={keyNumbers}
            tab={look.detailTab}
            onTab={look.showTab}
            onClose={look.closeDetail}
            entry={goesOn ? undefined : model.indexOf(selection.inspected.exchange.id)}
            actions={
              <Button
                kind="link-like"
                glyph="compare"
                title={fill(texts.workbench.compare.actionTitle)}
                onClick={() => compare(selection.inspected)}
              >
                <span class="button-text">{texts.workbench.compare.action}</span>
              </Button>
            }
          />
        </LinkedRule>
      )}
      {detailOpen && row?.type === 'unreadable' && <UnreadableDetail row={row} onClose={look.closeDetail} />}
    </>
  );

  return (
    <div ref={pane} class="panel" data-wide={isWide} data-beside={beside} data-detail={isOpen}>
      <Panes beside={beside} detail={isOpen ? detail : undefined}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the rows in it */}
        <div class="list-pane" onKeyDown={onKeyDown}>
          <div class="list-tools">
            <FilterField
              text={filterText}
              onText={look.setFilter}
              calls={calls}
              hidden={visible.total - visible.shown}
              field={filterField}
              onLeave={focusList}
            />
            <StateChips counts={visible.counts} chosen={groups} onToggle={look.toggleGroup} />
            <LayoutMenu sort={sort} onSort={look.sortBy} />
          </div>
          {visible.total === 0 ? (
            empty
          ) : visible.shown === 0 ? (
            <AllHidden count={visible.total} hiding={hidingText(look, language)} onShowAll={look.showAll} />
          ) : (
            <ExchangeList
              goesOn={goesOn}
              rows={visible.rows}
              selected={selected}
              sort={sort}
              marks={rowMarks}
              numberOf={model.indexOf}
              onSort={look.sortBy}
              onSelect={look.select}
              onOpen={open}
              onClose={isComparing ? props.onEndComparison : look.closeDetail}
              onUnfold={look.setUnfolded}
            />
          )}
          <PaneFooter
            visible={visible}
            isComparing={isComparing}
            onShowAll={look.showAll}
            onKeys={props.onKeys}
          />
        </div>
      </Panes>
    </div>
  );
}

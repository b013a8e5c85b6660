import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { StoreApi } from 'zustand/vanilla';
import { createFold } from '../../lib/store/calls';
import { emptinessOf } from '../../lib/store/emptiness';
import type { FeedCommands, FeedState } from '../../lib/store/feed-state';
import { createInspect } from '../../lib/store/inspect';
import { createLastingIds } from '../../lib/store/lasting-ids';
import { isBeside } from '../../lib/store/layout';
import type { PageLog } from '../../lib/store/page-log';
import { isDivider, visibleRows, withDividers } from '../../lib/store/rows';
import { lastingSelection, selectionOf } from '../../lib/store/selection';
import { BY_START, createViewStore, hidingTerms } from '../../lib/store/view-state';
import { ExchangeDetail } from '../exchange/exchange-detail';
import { ExchangeList } from '../exchange/exchange-list';
import { Panes, TAB_STOP } from '../exchange/panes';
import { useWordsOfCall } from '../exchange/row-words';
import { useFilterKey } from '../exchange/use-page-key';
import { useTexts } from '../ui/language';
import { useLayout } from '../ui/layout';
import { useSize } from '../ui/use-size';
import { useCalmStore, useStore } from '../ui/use-store';
import { Announcer } from './announcer';
import { AllHidden, EmptyList } from './empty-list';
import { hidingText } from './hiding-words';
import { useKeySheet } from './key-sheet';
import { StatusBar } from './status-bar';
import { Timeline } from './timeline';
import { Toolbar } from './toolbar';

/** From this width on the detail stands beside the list. */
const WIDE = 720;

interface PanelProps {
  readonly feed: StoreApi<FeedState>;
  readonly commands: FeedCommands;
  readonly log: PageLog;
  readonly onPreserve: (preserve: boolean) => void;
}

/** The DevTools panel: the calls of one tab, and everything about the one that is selected. */
export function Panel({ feed, commands, log, onPreserve }: PanelProps) {
  const [{ lasting, inspect, fold, view }] = useState(() => ({
    lasting: createLastingIds(),
    inspect: createInspect(),
    fold: createFold(),
    view: createViewStore(),
  }));
  const frame = useRef<HTMLElement>(null);
  const filterField = useRef<HTMLInputElement>(null);
  const { width } = useSize(frame);
  const isWide = width === 0 || width >= WIDE;
  const state = useCalmStore(feed);
  const look = useStore(view, (whole) => whole);
  const { preserveLog, dividers } = useStore(log, (whole) => whole);
  const wordsOfCall = useWordsOfCall();
  const layout = useLayout();
  const beside = isBeside(layout, isWide);
  const { texts, language } = useTexts();
  const hiding = hidingText(look, language);

  const exchanges = lasting(state.exchanges);
  const inspection = inspect(exchanges);
  const calls = fold(inspection.exchanges);
  const { filterText, groups, span, sort, unfolded } = look;
  const visible = useMemo(
    () => visibleRows(calls, { filterText, groups, span, sort, unfolded }, wordsOfCall),
    [calls, filterText, groups, span, sort, unfolded, wordsOfCall],
  );
  const rows = useMemo(
    () => (sort === BY_START ? withDividers(visible.rows, dividers) : visible.rows),
    [visible.rows, dividers, sort],
  );
  const selected = lastingSelection(look.selected, exchanges);
  // A line between the calls has no detail of its own: that of the last call stays.
  const told = useRef(selected);
  if (!rows.some((row) => row.id === selected && isDivider(row))) told.current = selected;
  const selection = look.detailOpen ? selectionOf(visible.rows, calls, told.current) : undefined;

  const focusList = useCallback(() => {
    frame.current?.querySelector<HTMLElement>(TAB_STOP)?.focus();
  }, []);

  // What is gone leaves its time behind; what comes after it would be hidden.
  const isEmpty = calls.length === 0;
  useEffect(() => {
    if (isEmpty) look.showSpan(undefined);
  }, [isEmpty, look.showSpan]);

  useFilterKey(filterField);
  const keys = useKeySheet();

  const isLive = state.connection === 'live';
  useEffect(() => {
    if (isLive) document.documentElement.dataset['ready'] = 'true';
  }, [isLive]);

  return (
    <main
      ref={frame}
      class="panel"
      data-wide={isWide}
      data-beside={beside}
      data-detail={selection !== undefined}
    >
      <h1 class="sr-only">{texts.name}</h1>
      <Toolbar
        paused={state.paused}
        onPause={commands.setPaused}
        onClear={() => commands.clear(Date.now(), 'shown')}
        preserveLog={preserveLog}
        onPreserve={onPreserve}
        filterText={filterText}
        onFilter={look.setFilter}
        calls={calls}
        hidden={visible.total - visible.shown}
        filterField={filterField}
        onLeaveFilter={focusList}
        counts={visible.counts}
        groups={groups}
        onGroup={look.toggleGroup}
        sort={sort}
        onSort={look.sortBy}
        exportable={() => ({
          calls,
          shown: visible.calls,
          filter: hidingTerms(look, String(texts.status.hiding.span)),
          dropped: state.dropped,
          name: state.coverage.site?.origin ?? '',
        })}
      />
      {layout.timeline && calls.length > 0 && (
        <Timeline
          calls={visible.atAnyTime}
          span={span}
          selected={selection?.call}
          onSpan={look.showSpan}
          onPick={look.openDetail}
        />
      )}
      <Panes
        beside={beside}
        detail={
          selection && (
            <ExchangeDetail
              inspected={selection.inspected}
              call={selection.call}
              calls={calls}
              keyNumbers={inspection.keyNumbers}
              tab={look.detailTab}
              onTab={look.showTab}
              onClose={look.closeDetail}
            />
          )
        }
      >
        <div class="list-pane">
          {calls.length === 0 ? (
            <EmptyList emptiness={emptinessOf(state)} coverage={state.coverage} commands={commands} />
          ) : visible.shown === 0 ? (
            <AllHidden count={calls.length} hiding={hiding} onShowAll={look.showAll} />
          ) : (
            <ExchangeList
              goesOn
              rows={rows}
              selected={selected}
              sort={sort}
              onSort={look.sortBy}
              onSelect={look.select}
              onOpen={look.openDetail}
              onClose={look.closeDetail}
              onUnfold={look.setUnfolded}
            />
          )}
          <StatusBar
            shown={visible.shown}
            total={visible.total}
            hiding={hiding}
            feed={state}
            onShowAll={look.showAll}
            onKeys={keys.open}
          />
        </div>
      </Panes>
      <Announcer calls={calls} />
      {keys.sheet}
    </main>
  );
}

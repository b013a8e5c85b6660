import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { Row } from '../../lib/store/rows';
import type { Column, Sort } from '../../lib/store/view-state';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';
import { useLayout } from '../ui/layout';
import { useSize } from '../ui/use-size';
import { columnTracks, shownColumns } from './columns';
import { ExchangeRow, type RowActions } from './exchange-row';
import { ListHeader } from './list-header';
import { handleListKey } from './list-keys';

const ROW_HEIGHT = 24;
const TWO_LINE_HEIGHT = 40;
/** Below this width a row takes two lines. */
const NARROW = 560;
/** A list that is this close to its end follows new rows. */
const FOLLOW_DISTANCE = 8;

interface ExchangeListProps {
  readonly rows: readonly Row[];
  readonly selected: string | undefined;
  readonly sort: Sort;
  /** Letters for some rows, by the row's id. */
  readonly marks?: ReadonlyMap<string, string>;
  /** Position of a call in its file, by the row's id. */
  readonly numberOf?: (id: string) => number;
  readonly onSort: (column: Column) => void;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
  readonly onUnfold: (id: string, unfolded: boolean) => void;
}

/** The calls as a grid: virtualised, one tab stop, arrows move. https://www.w3.org/WAI/ARIA/apg/patterns/grid/ */
export function ExchangeList(props: ExchangeListProps) {
  const { rows, selected, sort, marks, numberOf, onSort, onSelect, onOpen, onClose, onUnfold } = props;
  const { texts } = useTexts();
  const layout = useLayout();
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const { width, height } = useSize(frame);
  const narrow = width > 0 && width < NARROW;
  const rowHeight = narrow ? TWO_LINE_HEIGHT : ROW_HEIGHT;
  /** How many rows there were when the user left the end of the list; `undefined` while it follows. */
  const [leftAt, setLeftAt] = useState<number | undefined>(undefined);
  const focusNext = useRef<string | undefined>(undefined);

  const current = useMemo(() => rows.findIndex(({ id }) => id === selected), [rows, selected]);
  const tabStop = current < 0 ? 0 : current;

  const latestRows = useRef(rows);
  latestRows.current = rows;
  /** Who looks at a row does not want it to run away; the last one stays where it is anyhow. */
  const stopFollowing = useCallback((id: string) => {
    const { length, [length - 1]: last } = latestRows.current;
    if (last?.id !== id) setLeftAt(length);
  }, []);

  const actions = useMemo<RowActions>(
    () => ({
      open: ({ id }) => {
        stopFollowing(id);
        onOpen(id);
      },
      setUnfolded: onUnfold,
    }),
    [onOpen, onUnfold, stopFollowing],
  );

  const isAtEnd = useCallback(() => {
    const handle = virtualizer.current;
    if (handle === null) return true;
    return handle.scrollOffset + handle.viewportSize >= handle.scrollSize - FOLLOW_DISTANCE;
  }, []);

  const scrollToEnd = useCallback(() => {
    virtualizer.current?.scrollToIndex(rows.length - 1, { align: 'end' });
  }, [rows.length]);

  const follows = leftAt === undefined && sort.column === 'start' && sort.direction === 'ascending';
  const newest = rows.at(-1)?.id;
  // Only a new row at the end moves the list.
  useEffect(() => {
    if (follows && newest !== undefined) scrollToEnd();
  }, [newest]);

  const noteScroll = () => setLeftAt((before) => (isAtEnd() ? undefined : (before ?? rows.length)));

  // Opening the detail makes the list narrower or lower: the selected row stays in sight.
  useEffect(() => {
    if (current < 0) return;
    virtualizer.current?.scrollToIndex(current, { align: 'nearest' });
    noteScroll();
  }, [width, height]);

  useLayoutEffect(() => {
    const id = focusNext.current;
    if (id === undefined) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
    if (!row) return;
    focusNext.current = undefined;
    row.focus({ preventScroll: true });
  });

  const moveTo = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    focusNext.current = row.id;
    stopFollowing(row.id);
    onSelect(row.id);
    virtualizer.current?.scrollToIndex(index, { align: 'nearest' });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inHead = event.target instanceof Element && event.target.closest('[role=columnheader]') !== null;
    if (inHead && event.key !== 'ArrowDown') return;
    const page = Math.max(1, Math.floor((virtualizer.current?.viewportSize ?? 0) / rowHeight) - 1);
    const list = { rows, current, page, moveTo, open: actions.open, close: onClose, setUnfolded: onUnfold };
    if (handleListKey(event.key, list)) event.preventDefault();
  };

  return (
    <div
      ref={frame}
      role="grid"
      class="exchange-list"
      data-narrow={narrow}
      data-hidden={layout.hidden.join(' ')}
      style={{ '--columns': columnTracks(layout) }}
      aria-label={String(texts.list.label)}
      aria-rowcount={rows.length + 1}
      aria-colcount={shownColumns(layout).length}
      onKeyDown={onKeyDown}
    >
      <ListHeader sort={sort} onSort={onSort} />
      <div ref={scroller} role="rowgroup" class="list-body">
        <Virtualizer
          // The measures of one row height are of no use to the other.
          key={rowHeight}
          ref={virtualizer}
          data={rows}
          itemSize={rowHeight}
          keepMounted={[tabStop]}
          onScroll={noteScroll}
        >
          {(row: Row, index: number) => (
            <ExchangeRow
              key={row.id}
              row={row}
              index={index}
              selected={index === current}
              isTabStop={index === tabStop}
              number={row.type === 'call' ? numberOf?.(row.id) : undefined}
              mark={marks?.get(row.id)}
              actions={actions}
            />
          )}
        </Virtualizer>
      </div>
      {leftAt !== undefined && rows.length > leftAt && (
        <button type="button" class="button latest" onClick={scrollToEnd}>
          <Glyph name="down" />
          {texts.list.latest}
        </button>
      )}
    </div>
  );
}

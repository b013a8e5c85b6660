import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { isDivider, type Row } from '../../lib/store/rows';
import type { Column, Sort } from '../../lib/store/view-state';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';
import { useLayout } from '../ui/layout';
import { useSize } from '../ui/use-size';
import { showRow, VirtualRows } from '../ui/virtual-rows';
import { columnTracks, layoutIn, MARK, ownWidths, shownColumns } from './columns';
import { ExchangeRow, type RowActions } from './exchange-row';
import { ListHeader } from './list-header';
import { handleListKey } from './list-keys';
import { useFollow } from './use-follow';

const ROW_HEIGHT = 24;
const TWO_LINE_HEIGHT = 40;
/** Below this width a row takes two lines. */
const NARROW = 560;

const idOf = ({ id }: Row) => id;

interface ExchangeListProps {
  /** Whether new calls may come. */
  readonly goesOn: boolean;
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
  const { goesOn, rows, selected, sort, marks, numberOf, onSort, onSelect, onOpen, onClose, onUnfold } =
    props;
  const { texts } = useTexts();
  const chosen = useLayout();
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const narrow = width > 0 && width < NARROW;
  const hasMarks = marks !== undefined && marks.size > 0;
  const own = ownWidths({
    hasNumbers: numberOf !== undefined,
    hasMarks,
    keyWord: String(texts.list.noKey),
  });
  const layout = width > 0 && !narrow ? layoutIn(chosen, own, width) : chosen;
  const rowHeight = narrow ? TWO_LINE_HEIGHT : ROW_HEIGHT;
  const focusNext = useRef<string | undefined>(undefined);

  const current = useMemo(() => rows.findIndex(({ id }) => id === selected), [rows, selected]);
  const { end, follows, goToNewest, noteScroll, leaveFor, unseen } = useFollow({
    goesOn,
    rows,
    sort,
    current,
    rowHeight,
    scroller,
  });

  // Who comes to a long list that follows its end does not leave it.
  const isAtEnd = follows && end === 'bottom' && rows.length * rowHeight > height;
  const tabStop = current >= 0 ? current : isAtEnd ? rows.length - 1 : 0;

  const actions = useMemo<RowActions>(
    () => ({
      open: (row) => {
        if (!isDivider(row)) onOpen(row.id);
      },
      setUnfolded: onUnfold,
    }),
    [onOpen, onUnfold],
  );

  // Whoever selected it, by a click, a key or a mark in the timeline, wants to look at it.
  const before = useRef(selected);
  useLayoutEffect(() => {
    if (selected === before.current) return;
    before.current = selected;
    if (selected === undefined || current < 0) return;
    leaveFor(selected);
    showRow(scroller.current, current, rowHeight);
  }, [selected, current]);

  // Opening the detail makes the list narrower or lower: the selected row stays in sight, or else the newest.
  useEffect(() => {
    if (current >= 0) showRow(scroller.current, current, rowHeight);
    else if (follows) goToNewest();
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
    onSelect(row.id);
    showRow(scroller.current, index, rowHeight);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inHead = event.target instanceof Element && event.target.closest('[role=columnheader]') !== null;
    if (inHead && event.key !== 'ArrowDown') return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const list = {
      rows,
      current,
      focused: tabStop,
      page,
      moveTo,
      open: actions.open,
      close: onClose,
      setUnfolded: onUnfold,
    };
    if (!handleListKey(event.key, list)) return;
    event.preventDefault();
    // DevTools would take Escape for its drawer.
    event.stopPropagation();
  };

  return (
    <div class="list-frame">
      <div
        ref={frame}
        role="grid"
        class="exchange-list"
        data-narrow={narrow}
        data-hidden={layout.hidden.join(' ')}
        style={{
          '--columns': columnTracks(layout, own),
          '--key': `${own.key}px`,
          '--mark': `${hasMarks ? MARK : 0}px`,
        }}
        aria-label={String(texts.list.label)}
        aria-rowcount={rows.length + 1}
        aria-colcount={shownColumns(layout).length}
        onKeyDown={onKeyDown}
      >
        <ListHeader layout={layout} own={own} sort={sort} onSort={onSort} />
        <div ref={scroller} role="rowgroup" class="list-body" onScroll={noteScroll}>
          <VirtualRows
            scroller={scroller}
            rows={rows}
            rowHeight={rowHeight}
            kept={tabStop}
            idOf={idOf}
            from={end}
          >
            {(row, index, key) => (
              <ExchangeRow
                key={key}
                row={row}
                index={index}
                selected={index === current}
                isTabStop={index === tabStop}
                number={row.type === 'call' ? numberOf?.(row.id) : undefined}
                mark={marks?.get(row.id)}
                actions={actions}
              />
            )}
          </VirtualRows>
        </div>
      </div>
      {unseen && (
        <button type="button" class="button latest" data-at={unseen} onClick={goToNewest}>
          <Glyph name={unseen === 'bottom' ? 'down' : 'up'} />
          {texts.list.latest}
        </button>
      )}
    </div>
  );
}

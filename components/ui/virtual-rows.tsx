import type { RefObject, VNode } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Pixels } from '../../lib/api/units';
import { createElementKeys } from './element-keys';
import { type Seen, topFor, windowOf } from './window-of';

interface VirtualRowsProps<Row> {
  /** The element that scrolls; it holds nothing but these rows. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: readonly Row[];
  /** The same for all. */
  readonly rowHeight: Pixels;
  /** Index of the row that is always in the document. */
  readonly kept: number;
  /** Names the row among the others, as long as it is there. */
  readonly idOf: (row: Row) => string;
  /** Where the list is read from: what was in view before it is scrolled there would be drawn for nothing. */
  readonly from?: 'top' | 'bottom' | undefined;
  /** Draws a row, with this key. */
  readonly children: (row: Row, index: number, key: number | undefined) => VNode;
}

const seenIn = ({ scrollTop: top, clientHeight: height }: HTMLElement): Omit<Seen, 'rowHeight'> => ({
  top,
  height,
});

/** Scrolls a row into view, by the shortest way. */
export function showRow(scroller: HTMLElement | null, index: number, rowHeight: Pixels): void {
  if (scroller) scroller.scrollTop = topFor(index, { rowHeight, ...seenIn(scroller) });
}

/**
 * The rows of a long list that are in view, with gaps in place of the others. Browsers draw nothing beyond 17 million
 * pixels: that is 400,000 rows.
 */
export function VirtualRows<Row>(props: VirtualRowsProps<Row>) {
  const { scroller, rows, rowHeight, kept, idOf, from = 'top', children } = props;
  const [keysOf] = useState(createElementKeys);
  /** Before the first layout nothing is known to be in view. */
  const [seen, setSeen] = useState<ReturnType<typeof seenIn> | undefined>(undefined);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => {
      const now = seenIn(element);
      setSeen((before) => (before?.top === now.top && before.height === now.height ? before : now));
    };
    if (from === 'bottom') element.scrollTop = element.scrollHeight;
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);

  const drawn: VNode[] = [];
  let next = 0;
  const leaveOut = (end: number, where: string) => {
    if (end > next) drawn.push(<div key={where} style={{ height: `${(end - next) * rowHeight}px` }} />);
  };
  const inView = seen ? windowOf(rows.length, kept, { rowHeight, ...seen }) : [];
  const shown = inView.flatMap((index) => {
    const row = rows[index];
    return row === undefined ? [] : { index, row, id: idOf(row) };
  });
  const keys = keysOf(
    shown.map(({ id }) => id),
    shown.find(({ index }) => index === kept)?.id,
  );
  for (const { index, row, id } of shown) {
    // A gap of its own on each side of the kept row: elements that change places lose the focus.
    leaveOut(index, index > kept ? 'gap-below' : index === kept ? 'gap-above' : 'gap');
    drawn.push(children(row, index, keys.get(id)));
    next = index + 1;
  }
  leaveOut(rows.length, 'gap-end');
  return <>{drawn}</>;
}

import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EpochMilliseconds, Pixels } from '../../lib/api/units';
import type { Row } from '../../lib/store/rows';
import type { Sort } from '../../lib/store/view-state';

/** A list that is this close to its end follows new rows. */
const FOLLOW_DISTANCE: Pixels = 8;

const startOf = (row: Row | undefined): EpochMilliseconds =>
  row?.type === 'call' || row?.type === 'part' ? row.call.start : Number.NEGATIVE_INFINITY;

interface Followed {
  /** Whether new calls may come: a file is over, and is read from its top. */
  readonly goesOn: boolean;
  readonly rows: readonly Row[];
  readonly sort: Sort;
  /** Index of the selected row; −1 for none. */
  readonly current: number;
  readonly rowHeight: Pixels;
  readonly scroller: RefObject<HTMLElement | null>;
}

/**
 * Keeps the newest call in sight until the user looks elsewhere: by scrolling away from it, or by going to another
 * row. In the order of start the newest call is at the bottom, in the reverse order at the top. In any other order
 * new calls come where they belong, so there is nothing to follow. Wherever nothing is followed, the selected row
 * stays where it is on the screen, or else the first one in view.
 */
export function useFollow({ goesOn, rows, sort, current, rowHeight, scroller }: Followed) {
  const end: 'top' | 'bottom' | undefined =
    !goesOn || sort.column !== 'start' ? undefined : sort.direction === 'ascending' ? 'bottom' : 'top';
  const [newest, oldest] = end === 'bottom' ? [rows.at(-1), rows[0]] : [rows[0], rows.at(-1)];
  /** The newest call's start when the user left it; `undefined` while it is followed. */
  const [leftAt, setLeftAt] = useState<EpochMilliseconds | undefined>(undefined);
  const follows = end !== undefined && leftAt === undefined;
  const offset = useRef<Pixels>(0);
  const latest = useRef(newest);
  latest.current = newest;

  const leave = useCallback(() => setLeftAt((before) => before ?? startOf(latest.current)), []);

  const topOfNewest = ({ clientHeight }: HTMLElement): Pixels =>
    end === 'bottom' ? Math.max(0, rows.length * rowHeight - clientHeight) : 0;
  const goToNewest = () => {
    setLeftAt(undefined);
    if (scroller.current) scroller.current.scrollTop = topOfNewest(scroller.current);
  };
  // Before it is painted. What the user unfolds moves nothing.
  const calls = useMemo(() => rows.reduce((count, { type }) => count + Number(type === 'call'), 0), [rows]);
  useLayoutEffect(() => {
    if (follows && newest !== undefined) goToNewest();
  }, [newest?.id, calls]);

  const noteScroll = () => {
    if (scroller.current === null || end === undefined) return;
    const { scrollTop } = scroller.current;
    const moved = scrollTop - offset.current;
    offset.current = scrollTop;
    if (Math.abs(topOfNewest(scroller.current) - scrollTop) <= FOLLOW_DISTANCE) setLeftAt(undefined);
    // A list that grows is no user who scrolls: away from the newest call leads one way only.
    else if (end === 'bottom' ? moved < 0 : moved > 0) leave();
  };

  const before = useRef({ rows, current, sort });
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { rows, current, sort };
    if (follows || was.rows === rows || was.sort !== sort || scroller.current === null) return;
    const anchor = was.current >= 0 ? was.current : Math.floor(offset.current / rowHeight);
    const id = was.rows[anchor]?.id;
    const now = rows[current]?.id === id ? current : rows.findIndex((row) => row.id === id);
    if (now >= 0) scroller.current.scrollTop += (now - anchor) * rowHeight;
  }, [rows, current]);

  const isAllInView = () => rows.length * rowHeight <= (scroller.current?.clientHeight ?? 0);

  // What the user looked at was cleared. A list that stood at its top tells no scroll then.
  useLayoutEffect(() => {
    if (isAllInView()) setLeftAt(undefined);
  }, [oldest?.id]);

  return {
    /** Where new calls come, if anywhere. */
    end,
    follows,
    goToNewest,
    noteScroll,
    /** Who looks at a row does not want it to run away; the newest one stays where it is anyhow. */
    leaveFor: useCallback(
      (id: string) => {
        if (latest.current?.id !== id) leave();
      },
      [leave],
    ),
    /** Where new calls are that the user has not seen yet. */
    unseen:
      end !== undefined && leftAt !== undefined && startOf(newest) > leftAt && !isAllInView()
        ? end
        : undefined,
  };
}

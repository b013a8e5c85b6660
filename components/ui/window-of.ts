import type { Pixels } from '../../lib/api/units';

/** What is in view of a list whose rows are all of one height. */
export interface Seen {
  readonly rowHeight: Pixels;
  /** How far the list is scrolled. */
  readonly top: Pixels;
  readonly height: Pixels;
}

/** So many rows beyond either edge are drawn too: a scroll is seen before it is told. */
const BEYOND = 8;

/**
 * Indices of the rows to draw, ascending: those in view with some around them, and one that is kept wherever it is,
 * so that it does not lose the focus.
 */
export function windowOf(count: number, kept: number, { rowHeight, top, height }: Seen): readonly number[] {
  const first = Math.max(0, Math.floor(top / rowHeight) - BEYOND);
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + BEYOND);
  const drawn = Array.from({ length: Math.max(0, end - first) }, (_, n) => first + n);
  if (kept < 0 || kept >= count || (kept >= first && kept < end)) return drawn;
  return kept < first ? [kept, ...drawn] : [...drawn, kept];
}

/** How far to scroll so that a row is in view, by the shortest way. */
export function topFor(index: number, { rowHeight, top, height }: Seen): Pixels {
  const start = index * rowHeight;
  return Math.min(start, Math.max(top, start + rowHeight - height));
}

import type { Pixels } from '../../lib/api/units';
import type { Layout, OptionalColumn } from '../../lib/store/layout';
import { COLUMNS, type Column } from '../../lib/store/view-state';

/** The widest that a column is by itself in a narrow list; the verdict takes what is left. */
const WIDTHS: Readonly<Record<OptionalColumn, Pixels>> = {
  call: 168,
  status: 48,
  key: 64,
  time: 58,
  start: 64,
};
const TRACKS: Readonly<Partial<Record<Column, string>>> = {
  state: '42px',
  // Where there is much room, the verdict does not need all of it.
  call: `minmax(120px, max(${WIDTHS.call}px, 28%))`,
  verdict: 'minmax(120px, 1fr)',
  key: `var(--key-column, ${WIDTHS.key}px)`,
};

const sizable = (column: Column): column is OptionalColumn => column in WIDTHS;

export function shownColumns({ hidden }: Layout): readonly Column[] {
  return COLUMNS.filter((column) => !sizable(column) || !hidden.includes(column));
}

/** The tracks of the list's grid. A column that was sized shrinks where there is too little room. */
export function columnTracks(layout: Layout): string {
  return shownColumns(layout)
    .map((column) => {
      const width = sizable(column) ? layout.widths[column] : undefined;
      if (width !== undefined) return `minmax(36px, ${width}px)`;
      return TRACKS[column] ?? `${sizable(column) ? WIDTHS[column] : 0}px`;
    })
    .join(' ');
}

/** How a column is sized: the edge lies on the side of the verdict, which gives and takes. */
export function edgeOf(
  column: Column,
  { widths }: Layout,
): { readonly column: OptionalColumn; readonly width: Pixels; readonly direction: 1 | -1 } | undefined {
  if (!sizable(column)) return undefined;
  const isBeforeVerdict = COLUMNS.indexOf(column) < COLUMNS.indexOf('verdict');
  return { column, width: widths[column] ?? WIDTHS[column], direction: isBeforeVerdict ? 1 : -1 };
}

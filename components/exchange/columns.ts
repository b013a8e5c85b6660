import type { Pixels } from '../../lib/api/units';
import { type Layout, OPTIONAL_COLUMNS, type OptionalColumn } from '../../lib/store/layout';
import { COLUMNS, type Column } from '../../lib/store/view-state';

/** The widest that a column is by itself in a narrow list; the verdict takes what is left. */
const WIDTHS: Readonly<Record<OptionalColumn, Pixels>> = {
  call: 168,
  status: 48,
  key: 64,
  time: 58,
  start: 64,
};
const STATE: Pixels = 42;
const TRACKS: Readonly<Partial<Record<Column, string>>> = {
  state: `${STATE}px`,
  // Where there is much room, the verdict does not need all of it.
  call: `minmax(120px, max(var(--call-column, ${WIDTHS.call}px), 34% - 70px))`,
  verdict: 'minmax(120px, 1fr)',
  key: `var(--key-column, ${WIDTHS.key}px)`,
};

const sizable = (column: Column): column is OptionalColumn => column in WIDTHS;

/** Nine of ten verdicts fit into it. */
const VERDICT: Pixels = 270;
/** What gives way to it, unless the user sized it, in this order. */
const GIVING_WAY = ['start', 'time'] as const satisfies readonly OptionalColumn[];
const widthIn = ({ widths }: Layout, column: OptionalColumn) => widths[column] ?? WIDTHS[column];

/** The layout of a list that is so wide and has one line a row. */
export function layoutIn(layout: Layout, width: Pixels): Layout {
  const hidden = [...layout.hidden];
  const room = () =>
    OPTIONAL_COLUMNS.filter((column) => !hidden.includes(column)).reduce(
      (left, column) => left - widthIn(layout, column),
      width - STATE,
    );
  for (const column of GIVING_WAY) {
    if (layout.widths[column] === undefined && room() < VERDICT) hidden.push(column);
  }
  return { ...layout, hidden };
}

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
  layout: Layout,
): { readonly column: OptionalColumn; readonly width: Pixels; readonly direction: 1 | -1 } | undefined {
  if (!sizable(column)) return undefined;
  const isBeforeVerdict = COLUMNS.indexOf(column) < COLUMNS.indexOf('verdict');
  return { column, width: widthIn(layout, column), direction: isBeforeVerdict ? 1 : -1 };
}

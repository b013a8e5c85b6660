import type { Pixels } from '../../lib/api/units';
import { type Layout, OPTIONAL_COLUMNS, type OptionalColumn } from '../../lib/store/layout';
import { COLUMNS, type Column } from '../../lib/store/view-state';

/** The widths of columns by themselves, in a narrow list; the verdict takes what is left. */
export type OwnWidths = Readonly<Record<Exclude<Column, 'verdict'>, Pixels>>;

/** The room that the letter of a comparison takes. */
export const MARK: Pixels = 18;
const STATE: Pixels = 42;
const WIDTHS = { call: 168, status: 48, key: 64, time: 58, start: 64 } as const;
/** The number of an entry stands in the column of its call. */
const NUMBER: Pixels = 26;

interface InIt {
  readonly hasNumbers: boolean;
  readonly hasMarks: boolean;
  /** The longest word for a key. */
  readonly keyWord: string;
}

export const ownWidths = ({ hasNumbers, hasMarks, keyWord }: InIt): OwnWidths => ({
  ...WIDTHS,
  state: STATE + (hasMarks ? MARK : 0),
  call: WIDTHS.call + (hasNumbers ? NUMBER : 0),
  key: Math.max(WIDTHS.key, 16 + 6 * keyWord.length),
});

const sizable = (column: Column): column is OptionalColumn => column in WIDTHS;

/** Most verdicts fit into it: in a panel of 1200 pixels with the detail beside, the start gives way and the time stays. */
const VERDICT: Pixels = 220;
/** What gives way to it, unless the user sized it, in this order. */
export const GIVING_WAY: readonly OptionalColumn[] = ['start', 'time'];

/** The layout of a list that is so wide and has one line a row. */
export function layoutIn(layout: Layout, own: OwnWidths, width: Pixels): Layout {
  const hidden = [...layout.hidden];
  const room = () =>
    OPTIONAL_COLUMNS.filter((column) => !hidden.includes(column)).reduce(
      (left, column) => left - (layout.widths[column] ?? own[column]),
      width - own.state,
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
export function columnTracks(layout: Layout, own: OwnWidths): string {
  return shownColumns(layout)
    .map((column) => {
      if (column === 'verdict') return 'minmax(120px, 1fr)';
      const width = sizable(column) ? layout.widths[column] : undefined;
      if (width !== undefined) return `minmax(36px, ${width}px)`;
      // Where there is much room, the verdict does not need all of it.
      if (column === 'call') return `minmax(120px, max(${own.call}px, 34% - 70px))`;
      return `${own[column]}px`;
    })
    .join(' ');
}

/** How a column is sized: the edge lies on the side of the verdict, which gives and takes. */
export function edgeOf(
  column: Column,
  layout: Layout,
  own: OwnWidths,
): { readonly column: OptionalColumn; readonly width: Pixels; readonly direction: 1 | -1 } | undefined {
  if (!sizable(column)) return undefined;
  const isBeforeVerdict = COLUMNS.indexOf(column) < COLUMNS.indexOf('verdict');
  return {
    column,
    width: layout.widths[column] ?? own[column],
    direction: isBeforeVerdict ? 1 : -1,
  };
}

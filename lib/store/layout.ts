import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Pixels } from '../api/units';
import { COLUMNS, type Column } from './view-state';

/** Columns without which a row says nothing. */
const FIXED = ['state', 'verdict'] as const satisfies readonly Column[];
export type OptionalColumn = Exclude<Column, (typeof FIXED)[number]>;

const isOptional = (column: unknown): column is OptionalColumn =>
  COLUMNS.some((known) => known === column) && !FIXED.some((known) => known === column);

export const OPTIONAL_COLUMNS: readonly OptionalColumn[] = COLUMNS.filter(isOptional);

/** `auto`: beside the list where there is room for both. */
export const DETAIL_PLACES = ['auto', 'beside', 'below'] as const;
export type DetailPlace = (typeof DETAIL_PLACES)[number];

/** How the user likes calls to be shown; outlives the page. */
export interface Layout {
  readonly hidden: readonly OptionalColumn[];
  /** Of the columns that were sized. */
  readonly widths: Readonly<Partial<Record<OptionalColumn, Pixels>>>;
  readonly timeline: boolean;
  readonly detail: DetailPlace;
  /** How much of both the detail takes, in percent, where its edge was moved. */
  readonly shares: Readonly<Partial<Record<'beside' | 'below', number>>>;
  /** The language that code was last read in; each view takes it where it has it. */
  readonly code: string;
}

export const DEFAULT_LAYOUT: Layout = {
  hidden: [],
  widths: {},
  timeline: true,
  detail: 'auto',
  shares: {},
  code: '',
};

/** @param isWide whether there is room for both */
export const isBeside = ({ detail }: Layout, isWide: boolean): boolean =>
  detail === 'auto' ? isWide : detail === 'beside';

export const COLUMN_WIDTH = { min: 36, max: 600 } as const;

/** Of the detail, in percent. */
export const SHARE = { min: 20, max: 80 } as const;
export const DEFAULT_SHARE = { beside: 47, below: 60 } as const;

/** To a tenth: a whole percent would be wider than the step of a key. */
const bounded = (value: number, { min, max }: { min: number; max: number }) =>
  Math.round(Math.min(max, Math.max(min, value)) * 10) / 10;

/** The sizes in a stored value that are numbers, within bounds. */
function sizesOf<Name extends string>(
  stored: unknown,
  names: readonly Name[],
  bounds: typeof COLUMN_WIDTH | typeof SHARE,
): Partial<Record<Name, number>> {
  const sizes: Partial<Record<Name, number>> = {};
  for (const [name, size] of Object.entries(typeof stored === 'object' && stored !== null ? stored : {})) {
    const known = names.find((one) => one === name);
    if (known !== undefined && Number.isFinite(size)) sizes[known] = bounded(size, bounds);
  }
  return sizes;
}

/** Reads a stored layout; what does not fit is the default. */
export function parseLayout(stored: unknown): Layout {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_LAYOUT;
  const { hidden, widths, timeline, detail, shares, code } = stored as Record<string, unknown>;
  return {
    hidden: Array.isArray(hidden) ? OPTIONAL_COLUMNS.filter((column) => hidden.includes(column)) : [],
    widths: sizesOf(widths, OPTIONAL_COLUMNS, COLUMN_WIDTH),
    timeline: timeline !== false,
    detail: DETAIL_PLACES.find((place) => place === detail) ?? 'auto',
    shares: sizesOf(shares, ['beside', 'below'], SHARE),
    code: typeof code === 'string' ? code : '',
  };
}

export interface LayoutActions {
  toggleColumn(column: OptionalColumn): void;
  /** `undefined`: as wide as without the user. */
  setWidth(column: OptionalColumn, width: Pixels | undefined): void;
  showTimeline(shown: boolean): void;
  placeDetail(place: DetailPlace): void;
  /** In percent; `undefined`: as without the user. */
  setShare(place: 'beside' | 'below', share: number | undefined): void;
  readCode(language: string): void;
}

export type LayoutStore = StoreApi<Layout & LayoutActions>;

export function createLayout(layout: Layout = DEFAULT_LAYOUT): LayoutStore {
  return createStore<Layout & LayoutActions>()((set) => ({
    ...layout,
    toggleColumn: (column) =>
      set(({ hidden }) => ({
        hidden: hidden.includes(column) ? hidden.filter((other) => other !== column) : [...hidden, column],
      })),
    setWidth: (column, width) =>
      set(({ widths: { [column]: _, ...others } }) => ({
        widths: width === undefined ? others : { ...others, [column]: bounded(width, COLUMN_WIDTH) },
      })),
    showTimeline: (timeline) => set({ timeline }),
    placeDetail: (detail) => set({ detail }),
    setShare: (place, share) =>
      set(({ shares: { [place]: _, ...others } }) => ({
        shares: share === undefined ? others : { ...others, [place]: bounded(share, SHARE) },
      })),
    readCode: (code) => set({ code }),
  }));
}

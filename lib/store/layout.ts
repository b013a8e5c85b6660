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

/** How the user likes lists to be laid out; outlives the page. */
export interface Layout {
  readonly hidden: readonly OptionalColumn[];
  /** Of the columns that were sized. */
  readonly widths: Readonly<Partial<Record<OptionalColumn, Pixels>>>;
  readonly timeline: boolean;
  readonly detail: DetailPlace;
}

export const DEFAULT_LAYOUT: Layout = { hidden: [], widths: {}, timeline: true, detail: 'auto' };

/** @param isWide whether there is room for both */
export const isBeside = ({ detail }: Layout, isWide: boolean): boolean =>
  detail === 'auto' ? isWide : detail === 'beside';

export const COLUMN_WIDTH = { min: 36, max: 600 } as const;

export const boundedWidth = (width: Pixels): Pixels =>
  Math.round(Math.min(COLUMN_WIDTH.max, Math.max(COLUMN_WIDTH.min, width)));

/** Reads a stored layout; what does not fit is the default. */
export function parseLayout(stored: unknown): Layout {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_LAYOUT;
  const { hidden, widths, timeline, detail } = stored as Record<string, unknown>;
  const sized = Object.entries(typeof widths === 'object' && widths !== null ? widths : {}).filter(
    ([column, width]) => isOptional(column) && Number.isFinite(width),
  );
  return {
    hidden: Array.isArray(hidden) ? OPTIONAL_COLUMNS.filter((column) => hidden.includes(column)) : [],
    widths: Object.fromEntries(sized.map(([column, width]) => [column, boundedWidth(width)])),
    timeline: timeline !== false,
    detail: DETAIL_PLACES.find((place) => place === detail) ?? 'auto',
  };
}

export interface LayoutActions {
  toggleColumn(column: OptionalColumn): void;
  /** `undefined`: as wide as without the user. */
  setWidth(column: OptionalColumn, width: Pixels | undefined): void;
  showTimeline(shown: boolean): void;
  placeDetail(place: DetailPlace): void;
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
        widths: width === undefined ? others : { ...others, [column]: boundedWidth(width) },
      })),
    showTimeline: (timeline) => set({ timeline }),
    placeDetail: (detail) => set({ detail }),
  }));
}

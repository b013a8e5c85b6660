import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochMilliseconds } from '../api/units';
import type { VerdictState } from '../diagnosis/diagnosis';

/** What the chips over the list tell apart; an error that is only predicted counts as an error. */
export const STATE_GROUPS = ['error', 'warning', 'notice', 'clean', 'pending', 'unreadable'] as const;
export type StateGroup = (typeof STATE_GROUPS)[number];

export function groupOf(state: VerdictState): StateGroup {
  return state === 'predicted-error' ? 'error' : state;
}

export const COLUMNS = ['state', 'call', 'status', 'verdict', 'key', 'time', 'start'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sort {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

export const BY_START: Sort = { column: 'start', direction: 'ascending' };

/** Both ends belong to it; infinite where it has no end. */
export interface TimeSpan {
  readonly from: EpochMilliseconds;
  readonly to: EpochMilliseconds;
}

export type DetailTab = 'diagnosis' | 'request' | 'response' | 'timing';

/** What one page looks at; lives as long as the page. */
export interface ViewState {
  /** Id of the row that is selected: a call's, or that of one of its parts. */
  readonly selected: string | undefined;
  readonly detailOpen: boolean;
  readonly detailTab: DetailTab;
  readonly filterText: string;
  /** Only these are shown; all when it is empty. */
  readonly groups: ReadonlySet<StateGroup>;
  /** Only calls that begin in it are shown. */
  readonly span: TimeSpan | undefined;
  readonly sort: Sort;
  /** Calls whose parts are shown. */
  readonly unfolded: ReadonlySet<string>;
}

export interface ViewActions {
  select(id: string | undefined): void;
  openDetail(id: string): void;
  closeDetail(): void;
  showTab(tab: DetailTab): void;
  setFilter(text: string): void;
  toggleGroup(group: StateGroup): void;
  showSpan(span: TimeSpan | undefined): void;
  /** Takes filter, chips and span away. */
  showAll(): void;
  sortBy(column: Column): void;
  setUnfolded(id: string, unfolded: boolean): void;
}

/** What hides calls, in one line: the chips in the filter's own terms, a span by its name. */
export function hidingTerms({ filterText, groups, span }: ViewState, ofSpan: string): string {
  const chips = groups.size > 0 && `is:${[...groups].join(',')}`;
  return [filterText.trim(), chips, span && ofSpan].filter(Boolean).join(' ');
}

export type ViewStore = StoreApi<ViewState & ViewActions>;

function withMember<T>(set: ReadonlySet<T>, member: T, isMember: boolean): ReadonlySet<T> {
  const next = new Set(set);
  if (isMember) next.add(member);
  else next.delete(member);
  return next;
}

/** A second click on a column turns it round, a third goes back to the order of start. */
function nextSort(sort: Sort, column: Column): Sort {
  if (sort.column !== column)
    return column === BY_START.column ? BY_START : { column, direction: 'ascending' };
  if (sort.direction === 'ascending') return { column, direction: 'descending' };
  return BY_START;
}

export function createViewStore(): ViewStore {
  return createStore<ViewState & ViewActions>()((set) => ({
    selected: undefined,
    detailOpen: false,
    detailTab: 'diagnosis',
    filterText: '',
    groups: new Set(),
    span: undefined,
    sort: BY_START,
    unfolded: new Set(),
    select: (selected) => set({ selected }),
    openDetail: (selected) => set({ selected, detailOpen: true }),
    closeDetail: () => set({ detailOpen: false }),
    showTab: (detailTab) => set({ detailTab }),
    setFilter: (filterText) => set({ filterText }),
    toggleGroup: (group) => set(({ groups }) => ({ groups: withMember(groups, group, !groups.has(group)) })),
    showAll: () => set({ filterText: '', groups: new Set(), span: undefined }),
    showSpan: (span) => set({ span }),
    sortBy: (column) => set(({ sort }) => ({ sort: nextSort(sort, column) })),
    setUnfolded: (id, unfolded) => set((state) => ({ unfolded: withMember(state.unfolded, id, unfolded) })),
  }));
}

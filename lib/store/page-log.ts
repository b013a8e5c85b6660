import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochMilliseconds } from '../api/units';

/** The tab went to another document. */
export interface Navigation {
  readonly at: EpochMilliseconds;
  /** Scheme, host and path: queries may hold what is nobody's business. */
  readonly address: string;
}

/** How the list of one tab outlives its navigations. */
export interface PageLogState {
  readonly preserveLog: boolean;
  /** The latest ones, in order. */
  readonly navigations: readonly Navigation[];
}

export type PageLog = StoreApi<PageLogState>;

const MAX_NAVIGATIONS = 100;

export function createPageLog(): PageLog {
  return createStore<PageLogState>()(() => ({ preserveLog: true, navigations: [] }));
}

/** The address of a document as it may be shown. */
function addressOf(url: string): string {
  try {
    const { origin, pathname, protocol } = new URL(url);
    return origin === 'null' ? protocol : `${origin}${pathname}`;
  } catch {
    return '';
  }
}

/** Notes a navigation, or, where the log is not preserved, begins a new list with it. */
export function noteNavigation(log: PageLog, url: string, at: EpochMilliseconds): void {
  const navigation = { at, address: addressOf(url) };
  log.setState(({ preserveLog, navigations }) => ({
    navigations: preserveLog ? [...navigations, navigation].slice(-MAX_NAVIGATIONS) : [],
  }));
}

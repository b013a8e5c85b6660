import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochMilliseconds } from '../api/units';
import type { FeedCommands } from './feed-state';

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

/**
 * Notes a navigation, or, where the log is not preserved, begins a new list with it.
 * @param at when its document took the place of the one before; of two quick ones the later may be told first
 */
export function noteNavigation(
  log: PageLog,
  { url, at }: { readonly url: string; readonly at: EpochMilliseconds },
  clear: FeedCommands['clear'],
): void {
  const address = addressOf(url);
  const { preserveLog, navigations } = log.getState();
  if (!preserveLog) clear(at, 'tab', address);
  const known = preserveLog ? [...navigations, { at, address }] : [];
  log.setState({ navigations: known.sort((a, b) => a.at - b.at).slice(-MAX_NAVIGATIONS) });
}

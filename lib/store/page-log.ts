import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochMilliseconds } from '../api/units';
import type { FeedCommands, FeedState } from './feed-state';

/** The tab went to another document. */
interface Navigation {
  readonly type: 'navigation';
  readonly at: EpochMilliseconds;
  /** Scheme, host and path: queries may hold what is nobody's business. */
  readonly address: string;
}

/** Recording was stopped. */
interface Pause {
  readonly type: 'pause';
  readonly at: EpochMilliseconds;
  /** Whether it began before anybody looked, nobody knows when. */
  readonly beganEarlier: boolean;
  /** Absent while it goes on. */
  readonly to?: EpochMilliseconds;
}

/** What stands between the calls. */
export type Divider = Navigation | Pause;

/** Whether the list of one tab outlives its navigations, and what stands between its calls. */
export interface PageLogState {
  readonly preserveLog: boolean;
  /** The latest ones, in order. */
  readonly dividers: readonly Divider[];
}

export type PageLog = StoreApi<PageLogState>;

const MAX_DIVIDERS = 100;

export function createPageLog(): PageLog {
  return createStore<PageLogState>()(() => ({ preserveLog: true, dividers: [] }));
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
  if (log.getState().preserveLog) note(log, { type: 'navigation', at, address });
  else {
    clear(at, 'tab', address);
    log.setState({ dividers: [] });
  }
}

function note(log: PageLog, divider: Divider): void {
  const known = [...log.getState().dividers, divider];
  log.setState({ dividers: known.sort((a, b) => a.at - b.at).slice(-MAX_DIVIDERS) });
}

/** Notes when recording is stopped and when it goes on. */
export function followPauses(log: PageLog, feed: StoreApi<FeedState>): void {
  feed.subscribe(({ paused }, before) => {
    if (paused === before.paused) return;
    const at = Date.now();
    if (paused) note(log, { type: 'pause', at, beganEarlier: before.connection !== 'live' });
    else {
      const isOpen = (divider: Divider) => divider.type === 'pause' && divider.to === undefined;
      const dividers = log.getState().dividers.map((each) => (isOpen(each) ? { ...each, to: at } : each));
      log.setState({ dividers });
    }
  });
}

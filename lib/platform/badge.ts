import { browser } from 'wxt/browser';
import { createFold, stateOf } from '../store/calls';
import type { ExchangeStore, StoreChange } from '../store/exchange-store';
import { createInspect } from '../store/inspect';

const ERROR_COLOR = '#b3261e';
/** The badge holds four characters. */
const MAX_SHOWN = 999;

const inspect = createInspect();

/** The number of calls of one tab that have an error. */
export function failedCalls(store: ExchangeStore, tabId: number): number {
  const own = store.exchanges().filter((exchange) => exchange.tabId === tabId);
  const fold = createFold();
  return fold(inspect(own).exchanges).filter((call) => {
    const state = stateOf(call);
    return state === 'error' || state === 'predicted-error';
  }).length;
}

/** Shows in every tab that changed how many of its calls have an error; nothing when there is none. */
export function showBadge(store: ExchangeStore, { upserted, removed }: StoreChange): void {
  const tabs = new Set(upserted.map(({ tabId }) => tabId));
  if (removed.length > 0) for (const { tabId } of store.exchanges()) tabs.add(tabId);
  tabs.delete(-1);
  for (const tabId of tabs) {
    const count = failedCalls(store, tabId);
    const text = count === 0 ? '' : count > MAX_SHOWN ? `${MAX_SHOWN}+` : String(count);
    // A tab that was closed meanwhile has no badge.
    void browser.action.setBadgeText({ tabId, text }).catch(() => {});
    void browser.action.setBadgeBackgroundColor({ tabId, color: ERROR_COLOR }).catch(() => {});
  }
}

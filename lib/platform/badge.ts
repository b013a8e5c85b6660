import { browser } from 'wxt/browser';
import { createPace } from '../messaging/pace';
import { createFold, stateOf } from '../store/calls';
import type { ExchangeStore } from '../store/exchange-store';
import { createInspect } from '../store/inspect';
import type { StoreChange } from '../store/store-options';

const ERROR_COLOR = '#b3261e';
/** The badge holds four characters. */
const MAX_SHOWN = 999;

/** Judging all calls of a tab for every event of a burst would be work for nobody; with thousands it takes long. */
const later = createPace({ least: 150, most: 5_000, rest: 30 });

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

async function show(tabId: number, text: string): Promise<void> {
  await browser.action.setBadgeText({ tabId, text });
  await browser.action.setBadgeBackgroundColor({ tabId, color: ERROR_COLOR });
}

const changedTabs = new Set<number>();

function showChangedTabs(store: ExchangeStore): void {
  for (const tabId of changedTabs) {
    const count = failedCalls(store, tabId);
    const text = count === 0 ? '' : count > MAX_SHOWN ? `${MAX_SHOWN}+` : String(count);
    // A tab that was closed meanwhile has no badge, nor has any while Firefox takes the background down: there it throws.
    show(tabId, text).catch(() => {});
  }
  changedTabs.clear();
}

/** Shows in every tab that changed how many of its calls have an error, a moment later; nothing when there is none. */
export function showBadge(store: ExchangeStore, { upserted, removed }: StoreChange): void {
  if (changedTabs.size === 0) later(() => showChangedTabs(store));
  for (const { tabId } of [...upserted, ...removed]) changedTabs.add(tabId);
  changedTabs.delete(-1);
}

import { browser } from 'wxt/browser';
import type { Milliseconds } from '../api/units';
import type { ExchangeStore } from '../store/exchange-store';
import { forgetTabs } from '../store/gone-tabs';

/** Calls that end with their page still come in, and pages that show them connect again after the background's start. */
const GRACE: Milliseconds = 5_000;
/** Calls can end long after their tab. */
const INTERVAL: Milliseconds = 60_000;

/**
 * Forgets the calls of tabs that are closed, unless a page still shows them, as the workbench may. Looks a moment
 * after a tab was closed, after the background's start, and now and then: it may have been stopped in between.
 */
export function forgetClosedTabs(
  store: ExchangeStore,
  ready: Promise<unknown>,
  isShown: (tabId: number) => boolean,
): void {
  const sweep = async () => {
    await ready;
    const open = new Set((await browser.tabs.query({})).map(({ id }) => id));
    forgetTabs(store, (tabId) => tabId !== -1 && !open.has(tabId) && !isShown(tabId), Date.now());
  };
  const sweepLater = () => void setTimeout(() => sweep().catch(() => {}), GRACE);
  browser.tabs.onRemoved.addListener(sweepLater);
  sweepLater();
  setInterval(() => sweep().catch(() => {}), INTERVAL);
}

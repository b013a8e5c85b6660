import type { EpochMilliseconds } from '../api/units';
import type { ExchangeStore } from './exchange-store';

/**
 * Forgets the tabs that are gone: what is held of them, and at a later time, when nothing more came of them, that they
 * were cleared.
 */
export function forgetTabs(
  store: ExchangeStore,
  isGone: (tabId: number) => boolean,
  now: EpochMilliseconds,
): void {
  const held = store.tabs();
  for (const tabId of held) if (isGone(tabId)) store.clear(now, { tabId });
  for (const tabId of store.cleared.before.keys())
    if (!held.has(tabId) && isGone(tabId)) store.cleared.forgetTab(tabId);
}

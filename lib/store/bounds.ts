import type { Milliseconds } from '../api/units';
import type { Exchange, ExchangeId } from '../exchange/exchange';
import type { Settings } from './settings';

/** A body that DevTools has not told so long after the end does not come. */
export const BODY_TIMEOUT: Milliseconds = 3_000;

/** How many exchanges are kept. */
export interface StoreLimits {
  readonly perTab: number;
  readonly total: number;
}

/** All tabs together keep as much as two that are full. */
export function limitsOf({ keptPerTab }: Settings): StoreLimits {
  return { perTab: keptPerTab, total: 2 * keptPerTab };
}

/** The oldest exchanges that have to go, so that each tab and all together stay within their bounds. */
export function excessOf(
  held: ReadonlyMap<ExchangeId, Exchange>,
  { perTab, total }: StoreLimits,
): Exchange[] {
  // Asked after every burst of events, and nearly always there is nothing to do.
  if (held.size <= Math.min(perTab, total)) return [];
  const exchanges = [...held.values()];
  const counts = new Map<number, number>();
  for (const { tabId } of exchanges) counts.set(tabId, (counts.get(tabId) ?? 0) + 1);
  let overflow = exchanges.length - total;
  if (overflow <= 0 && [...counts.values()].every((count) => count <= perTab)) return [];
  const excess: Exchange[] = [];
  for (const exchange of exchanges.sort((a, b) => a.startedDateTime - b.startedDateTime)) {
    const count = counts.get(exchange.tabId) ?? 0;
    if (overflow <= 0 && count <= perTab) continue;
    counts.set(exchange.tabId, count - 1);
    overflow--;
    excess.push(exchange);
  }
  return excess;
}

import type { Exchange } from '../exchange/exchange';

/** What a page of one tab shows. */
export interface Scope {
  readonly tabId: number;
  /** The site of the tab, where the page knows it: calls of its workers have no tab and are found by it. */
  readonly origin?: string;
}

/** Calls without a tab (service and shared workers) are shown in the tabs of their origin. */
export function isInScope(exchange: Exchange, { tabId, origin }: Scope): boolean {
  if (exchange.tabId === tabId) return true;
  return exchange.tabId === -1 && origin !== undefined && exchange.initiator.origin === origin;
}

import type { EpochMilliseconds } from '../api/units';
import type { Exchange } from '../exchange/exchange';
import type { WebRequestObservation } from '../exchange/observation';

/** So many tabs and unfinished calls are remembered, the latest. */
const MAX_REMEMBERED = 5_000;

function shorten(remembered: Map<unknown, unknown> | Set<unknown>): void {
  for (const oldest of remembered.keys()) {
    if (remembered.size <= MAX_REMEMBERED) return;
    remembered.delete(oldest);
  }
}

/**
 * What was cleared, so that it stays away: DevTools tell a call some 100 ms after its end, and a call that was under
 * way goes on.
 */
export class Cleared {
  /** Per tab: what began earlier is cleared. It outlives the background. */
  readonly before = new Map<number, EpochMilliseconds>();
  /** Requests of webRequest that were under way. */
  #calls = new Set<string>();

  clearTab(tabId: number, before: EpochMilliseconds): void {
    this.before.set(tabId, Math.max(before, this.before.get(tabId) ?? 0));
    shorten(this.before);
  }

  clearCall({ callId, source, state }: Exchange): void {
    if (source === 'web-request' && state !== 'completed' && state !== 'failed') this.add(callId);
  }

  /** Whether something that began at this moment was cleared. */
  hasStart(tabId: number, start: EpochMilliseconds): boolean {
    return start < (this.before.get(tabId) ?? 0);
  }

  /** Whether webRequest tells of a call that was cleared. */
  has({ requestId, type, tabId, at }: WebRequestObservation): boolean {
    if (type === 'started' && this.hasStart(tabId, at)) this.add(requestId);
    const isOver = type === 'completed' || type === 'failed';
    return isOver ? this.#calls.delete(requestId) : this.#calls.has(requestId);
  }

  /** What is told of this request of webRequest is not taken until it ends. */
  add(callId: string): void {
    this.#calls.add(callId);
    shorten(this.#calls);
  }
}

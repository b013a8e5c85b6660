import type { EpochMilliseconds } from '../api/units';
import type { Exchange } from '../exchange/exchange';
import type { WebRequestObservation } from '../exchange/observation';

/** What of it outlives the background. */
export interface ClearedState {
  /** Per tab: what began earlier is cleared. */
  readonly before: ReadonlyMap<number, EpochMilliseconds>;
  /** Requests of webRequest that were under way; no id comes twice while the browser runs. */
  readonly calls: Iterable<string>;
}

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
export class Cleared implements ClearedState {
  readonly before = new Map<number, EpochMilliseconds>();
  readonly calls = new Set<string>();
  /** How often any of it changed. */
  revision = 0;

  constructor(private readonly onChange: () => void) {}

  restore({ before, calls }: ClearedState): void {
    for (const [tabId, at] of before) this.before.set(tabId, at);
    for (const callId of calls) this.calls.add(callId);
  }

  clearTab(tabId: number, before: EpochMilliseconds): void {
    this.before.set(tabId, Math.max(before, this.before.get(tabId) ?? 0));
    shorten(this.before);
    this.#changed();
  }

  /** Nothing more is to come of a tab. */
  forgetTab(tabId: number): void {
    if (this.before.delete(tabId)) this.#changed();
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
    if (type !== 'completed' && type !== 'failed') return this.calls.has(requestId);
    const wasOpen = this.calls.delete(requestId);
    if (wasOpen) this.#changed();
    return wasOpen;
  }

  /** What is told of this request of webRequest is not taken until it ends. */
  add(callId: string): void {
    if (this.calls.has(callId)) return;
    this.calls.add(callId);
    shorten(this.calls);
    this.#changed();
  }

  #changed(): void {
    this.revision++;
    this.onChange();
  }
}

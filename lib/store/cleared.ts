import type { EpochMilliseconds, Milliseconds } from '../api/units';
import type { Exchange } from '../exchange/exchange';
import type { WebRequestObservation } from '../exchange/observation';
import { groupOf, isOfTab } from './group';

/** What of it outlives the background. */
export interface ClearedState {
  /** Per tab: what began earlier is cleared. */
  readonly before: ReadonlyMap<number, EpochMilliseconds>;
  /** Requests of webRequest that were under way; no id comes twice while the browser runs. */
  readonly calls: Iterable<string>;
  /** When the latest pause began and, if it is over, when it ended; empty before the first. */
  readonly latestPause: readonly EpochMilliseconds[];
}

/** So many tabs and unfinished calls are remembered, the latest. */
const MAX_REMEMBERED = 5_000;

/** HAR starts up to 72 ms before webRequest in Chromium, and up to 32 ms after it in Firefox; both measured. */
const MAX_DIFFERENCE: Milliseconds = 100;
const MAX_AHEAD: Milliseconds = 2_000;
/** A moment so far ahead is of a clock that was set back since. */
export const isAhead = (moment: EpochMilliseconds) => moment > Date.now() + MAX_AHEAD;

/** So many refused requests are remembered for what is told of them. */
const MAX_REFUSED = 500;

/** Where and when a request began, or what may tell of it. */
export interface Beginning {
  readonly group: string;
  readonly tabId: number;
  readonly start: EpochMilliseconds;
}

function shorten(remembered: Map<unknown, unknown> | Set<unknown>): void {
  for (const oldest of remembered.keys()) {
    if (remembered.size <= MAX_REMEMBERED) return;
    remembered.delete(oldest);
  }
}

/**
 * What was cleared, was dropped to keep the bounds or is of a pause, so that it stays away: DevTools tell a call some 100 ms after its end, and a call
 * that was under way goes on.
 */
export class Cleared implements ClearedState {
  readonly before = new Map<number, EpochMilliseconds>();
  readonly calls = new Set<string>();
  latestPause: readonly EpochMilliseconds[] = [];
  /** How often any of it changed. */
  revision = 0;
  /** The latest requests of webRequest that are kept away. */
  #refused: Beginning[] = [];

  constructor(private readonly onChange: () => void) {}

  restore({ before, calls, latestPause }: ClearedState): void {
    this.latestPause = latestPause;
    for (const [tabId, at] of before) this.before.set(tabId, at);
    for (const callId of calls) this.calls.add(callId);
  }

  clearTab(tabId: number, before: EpochMilliseconds): void {
    this.before.set(tabId, Math.max(Math.min(before, Date.now()), this.#beforeOf(tabId)));
    shorten(this.before);
    this.#changed();
  }

  /** Nothing more is to come of a tab. */
  forgetTab(tabId: number): void {
    if (this.before.delete(tabId)) this.#changed();
  }

  /** @param isLatest whether the call has no later hop */
  clearExchange(exchange: Exchange, isLatest: boolean): void {
    const { callId, source, state, tabId, startedDateTime, request } = exchange;
    this.#refuse({ group: groupOf(request), tabId, start: startedDateTime });
    if (source === 'web-request' && isLatest && state !== 'completed' && state !== 'failed') this.add(callId);
  }

  get isPaused(): boolean {
    return this.latestPause.length === 1;
  }

  setPaused(paused: boolean, at: EpochMilliseconds): void {
    if (paused === this.isPaused) return;
    this.latestPause = paused ? [at] : [...this.latestPause, at];
    this.#changed();
  }

  #beforeOf(tabId: number): EpochMilliseconds {
    const before = this.before.get(tabId) ?? 0;
    if (!isAhead(before)) return before;
    this.forgetTab(tabId);
    return 0;
  }

  #pause(): readonly [from: EpochMilliseconds, to: EpochMilliseconds] {
    const { isPaused } = this;
    if (isAhead(this.latestPause.at(-1) ?? 0)) this.latestPause = isPaused ? [0] : [];
    const [from = 0, to = isPaused ? Infinity : 0] = this.latestPause;
    return [from, to];
  }

  /**
   * Whether DevTools or the probe tell of a call that is kept away. The streams can differ on which side of a clear or
   * a pause it began, and not all calls before it are: there the request of webRequest decides that began nearest to it.
   * @param held when the requests began that are kept, of the same group and tab; absent for a call that was never sent
   */
  hasTold({ group, tabId, start }: Beginning, held?: () => readonly EpochMilliseconds[]): boolean {
    const before = this.#beforeOf(tabId);
    const [from, to] = this.#pause();
    const distance = (moment: EpochMilliseconds) => Math.abs(moment - start);
    const isRefused = start < before || (start >= from && start < to);
    if (held && (isRefused || [before, from, to].some((border) => distance(border) <= MAX_DIFFERENCE))) {
      const nearest = (moments: readonly EpochMilliseconds[]) =>
        moments.reduce((least, moment) => Math.min(least, distance(moment)), Infinity);
      const isSame = (other: Beginning) => other.group === group && isOfTab(other.tabId, tabId);
      const refused = nearest(this.#refused.filter(isSame).map((other) => other.start));
      const kept = nearest(held());
      if (Math.min(refused, kept) <= MAX_DIFFERENCE) return refused <= kept;
    }
    return isRefused;
  }

  #refuse(beginning: Beginning): void {
    this.#refused = [...this.#refused.slice(1 - MAX_REFUSED), beginning];
  }

  /** Whether webRequest tells of a call that was cleared. */
  has(observation: WebRequestObservation): boolean {
    const { requestId, type, tabId, at } = observation;
    if (type === 'started') {
      if (at < this.#beforeOf(tabId)) this.add(requestId);
      if (this.calls.has(requestId)) this.#refuse({ group: groupOf(observation), tabId, start: at });
    }
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

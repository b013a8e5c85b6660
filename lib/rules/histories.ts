import { RATE_LIMIT_WINDOWS } from '../api/limits';
import type { EpochMilliseconds, Milliseconds } from '../api/units';
import type { Exchange } from '../exchange/exchange';
import { kindOf } from '../exchange/kind';
import { presentValue } from '../exchange/presence';
import { answeredAt, retryAfterOf, type Wait } from './answer-time';
import { addTo, countUpTo } from './sorted';

/** What the calls with the same key add up to, as seen from one of them. */
export interface CredentialHistory {
  /**
   * Calls to the chat endpoints that began within the `duration` up to and including this one.
   * @param duration of one of the documented windows
   */
  within(duration: Milliseconds): { readonly requests: number; readonly inputCharacters: number };
  /**
   * The call that was answered 429 before this one began, and asks to wait longest by its `Retry-After`; among
   * those without one the latest.
   */
  readonly latestRefusal: Exchange | undefined;
  /** What that refusal asks for. */
  readonly latestWait: Wait | undefined;
}

interface Refusal {
  readonly exchange: Exchange;
  readonly at: EpochMilliseconds;
  readonly wait: Wait | undefined;
}

/** The calls with one key in order of start, with sums over all up to each. */
interface Timeline {
  readonly starts: EpochMilliseconds[];
  /** Item `i` is the sum over the first `i`. */
  readonly requests: number[];
  readonly inputCharacters: number[];
  /** Per documented window: where it begins for each call. */
  readonly windowStarts: readonly Uint32Array[];
  /** In order of answer. */
  readonly refusedAt: EpochMilliseconds[];
  /** The refusal that stands after each of them. */
  readonly refusals: Refusal[];
}

/** True for what the limits count: a call to a chat endpoint that reached the server, as far as can be told. */
function counts({ request, redirect, response, state }: Exchange): boolean {
  if (request.endpoint === undefined || redirect !== undefined || state === 'never-sent') return false;
  return state !== 'failed' || response.status === 'present';
}

function keyOf({ request }: Exchange): string | undefined {
  return presentValue(request.credentials)?.find(({ fingerprint }) => fingerprint !== '')?.fingerprint;
}

/** For each start the number of earlier ones that are `duration` or longer before it; one walk. */
function windowStartsOf(starts: readonly EpochMilliseconds[], duration: Milliseconds): Uint32Array {
  const from = new Uint32Array(starts.length);
  let first = 0;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i] ?? 0;
    while ((starts[first] ?? start) <= start - duration) first++;
    from[i] = first;
  }
  return from;
}

function timelineOf(calls: readonly Exchange[]): Timeline {
  const starts = calls.map(({ startedDateTime }) => startedDateTime);
  const timeline: Timeline = {
    starts,
    windowStarts: RATE_LIMIT_WINDOWS.map(({ duration }) => windowStartsOf(starts, duration)),
    requests: [0],
    inputCharacters: [0],
    refusedAt: [],
    refusals: [],
  };
  let requests = 0;
  let inputCharacters = 0;
  const refused: Refusal[] = [];
  for (const exchange of calls) {
    if (counts(exchange)) {
      requests++;
      inputCharacters += presentValue(exchange.request.body)?.chat?.inputCharacters ?? 0;
    }
    timeline.requests.push(requests);
    timeline.inputCharacters.push(inputCharacters);
    if (presentValue(exchange.response)?.status === 429) {
      // No call is a retry of its own refusal, not even where a file tells no duration.
      const at = Math.max(answeredAt(exchange), exchange.startedDateTime + 1);
      refused.push({ exchange, at, wait: retryAfterOf(exchange) });
    }
  }
  let longest = Number.NEGATIVE_INFINITY;
  for (const refusal of refused.sort((a, b) => a.at - b.at)) {
    const until = refusal.wait?.until ?? Number.NEGATIVE_INFINITY;
    const before = timeline.refusals.at(-1);
    timeline.refusedAt.push(refusal.at);
    timeline.refusals.push(before === undefined || until >= longest ? refusal : before);
    longest = Math.max(longest, until);
  }
  return timeline;
}

interface Uses {
  readonly requests: number;
  readonly inputCharacters: number;
}

const NO_USES: Uses = { requests: 0, inputCharacters: 0 };

/**
 * The history as seen from one call: asked of the timeline, until it is settled. A judgement keeps the history that it
 * was made from, and with the timeline it would keep all the calls of that moment.
 */
class HistoryAt implements CredentialHistory {
  #timeline: Timeline | undefined;
  readonly #index: number;
  #settled: { readonly uses: readonly Uses[]; readonly refusal: Refusal | undefined } | undefined;

  constructor(timeline: Timeline, index: number) {
    this.#timeline = timeline;
    this.#index = index;
  }

  within(duration: Milliseconds): Uses {
    const window = RATE_LIMIT_WINDOWS.findIndex((one) => one.duration === duration);
    return this.#settled?.uses[window] ?? this.#usesIn(window);
  }

  #usesIn(window: number): Uses {
    if (this.#timeline === undefined) return NO_USES;
    const { windowStarts, requests, inputCharacters } = this.#timeline;
    const from = windowStarts[window]?.[this.#index] ?? 0;
    const upTo = this.#index + 1;
    return {
      requests: (requests[upTo] ?? 0) - (requests[from] ?? 0),
      inputCharacters: (inputCharacters[upTo] ?? 0) - (inputCharacters[from] ?? 0),
    };
  }

  /** Whether the other answers the same. */
  equals(other: HistoryAt): boolean {
    return (
      other.latestRefusal === this.latestRefusal &&
      RATE_LIMIT_WINDOWS.every(({ duration }) => {
        const [one, two] = [this.within(duration), other.within(duration)];
        return one.requests === two.requests && one.inputCharacters === two.inputCharacters;
      })
    );
  }

  /** Lets go of the timeline. */
  settle(): void {
    const uses = RATE_LIMIT_WINDOWS.map(({ duration }) => this.within(duration));
    this.#settled = { uses, refusal: this.#refusal };
    this.#timeline = undefined;
  }

  get latestRefusal(): Exchange | undefined {
    return this.#refusal?.exchange;
  }

  get latestWait(): Wait | undefined {
    return this.#refusal?.wait;
  }

  get #refusal(): Refusal | undefined {
    if (this.#timeline === undefined) return this.#settled?.refusal;
    const { starts, refusedAt, refusals } = this.#timeline;
    return refusals.length === 0 ? undefined : refusals[countUpTo(refusedAt, starts[this.#index] ?? 0) - 1];
  }
}

/**
 * The history of every exchange that carries a key. A call with several keys counts for the first of them.
 * n log n to make, a binary search to ask.
 */
export function findHistories(exchanges: readonly Exchange[]): ReadonlyMap<Exchange, CredentialHistory> {
  const byKey = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    // A file that does not tell the time has 0 for all: then nothing can be counted.
    const key = exchange.startedDateTime > 0 ? keyOf(exchange) : undefined;
    if (key !== undefined && kindOf(exchange) === 'api-call') addTo(byKey, key, exchange);
  }
  const histories = new Map<Exchange, CredentialHistory>();
  for (const calls of byKey.values()) {
    calls.sort((a, b) => a.startedDateTime - b.startedDateTime);
    const timeline = timelineOf(calls);
    for (let i = 0; i < calls.length; i++) {
      const exchange = calls[i];
      if (exchange !== undefined) histories.set(exchange, new HistoryAt(timeline, i));
    }
  }
  return histories;
}

/** Whether two histories answer the same; they are made anew for every list. */
export function sameHistory(a: CredentialHistory | undefined, b: CredentialHistory | undefined): boolean {
  return a === b || (a instanceof HistoryAt && b instanceof HistoryAt && a.equals(b));
}

/** To be called for a history that is kept: from then on it costs no more memory than its numbers. */
export function settleHistory(history: CredentialHistory | undefined): void {
  if (history instanceof HistoryAt) history.settle();
}

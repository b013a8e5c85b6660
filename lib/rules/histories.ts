import { RATE_LIMIT_WINDOWS } from '../api/limits';
import type { EpochMilliseconds, Milliseconds } from '../api/units';
import type { Exchange } from '../exchange/exchange';
import { kindOf } from '../exchange/kind';
import { presentValue } from '../exchange/presence';
import { sentKeyOf } from './accepted-keys';
import { answeredAt, retryAfterOf, type Wait } from './answer-time';
import { countUpTo } from './sorted';

/** What the calls with the same key add up to, as seen from one of them. */
export interface CredentialHistory {
  /**
   * Calls to the chat endpoints that began within the `duration` up to and including this one.
   * @param duration of one of the documented windows
   */
  within(duration: Milliseconds): { readonly requests: number; readonly inputCharacters: number };
  /** Whether the server accepted a call before this one that was over the limit; without arguments, over any. */
  wasExceeded(duration?: Milliseconds, of?: LimitedUse): boolean;
  /**
   * The call that was answered 429 before this one began, and asks to wait longest by its `Retry-After`; among
   * those without one the latest.
   */
  readonly latestRefusal: Exchange | undefined;
  /** What that refusal asks for. */
  readonly latestWait: Wait | undefined;
}

/** What the limits count. */
export type LimitedUse = 'requests' | 'characters';

const LIMITS = RATE_LIMIT_WINDOWS.flatMap(({ requests, inputCharacters }) => [requests, inputCharacters]);

const placeOf = (duration: Milliseconds) =>
  2 * RATE_LIMIT_WINDOWS.findIndex((window) => window.duration === duration);

interface Refusal {
  readonly exchange: Exchange;
  readonly at: EpochMilliseconds;
  readonly wait: Wait | undefined;
}

/** True for what the limits count: a call to a chat endpoint that reached the server, as far as can be told. */
function counts({ request, redirect, response, state }: Exchange): boolean {
  if (request.endpoint === undefined || redirect !== undefined || state === 'never-sent') return false;
  return state !== 'failed' || response.status === 'present';
}

/** The first key of a call that can be counted; a file that does not tell the time has 0 for all. */
function keyOf(exchange: Exchange): string | undefined {
  if (exchange.startedDateTime <= 0 || kindOf(exchange) !== 'api-call') return undefined;
  return sentKeyOf(exchange);
}

/** Numbers alone: a judgement keeps the history that it was made from, and must not keep all the calls behind it. */
class CountedHistory implements CredentialHistory {
  /** Requests and characters of each documented window in turn. */
  readonly #uses: readonly number[];
  /** A bit for each of the uses. */
  readonly #exceeded: number;
  readonly #refusal: Refusal | undefined;

  constructor(uses: readonly number[], exceeded: number, refusal: Refusal | undefined) {
    this.#uses = uses;
    this.#exceeded = exceeded;
    this.#refusal = refusal;
  }

  within(duration: Milliseconds) {
    const at = placeOf(duration);
    return { requests: this.#uses[at] ?? 0, inputCharacters: this.#uses[at + 1] ?? 0 };
  }

  wasExceeded(duration?: Milliseconds, of?: LimitedUse): boolean {
    if (duration === undefined) return this.#exceeded !== 0;
    return (this.#exceeded & (1 << (placeOf(duration) + (of === 'characters' ? 1 : 0)))) !== 0;
  }

  /** What is exceeded after this call, if the server accepts it. */
  get exceededWithIt(): number {
    return this.#uses.reduce(
      (bits, use, place) => (use > (LIMITS[place] ?? 0) ? bits | (1 << place) : bits),
      this.#exceeded,
    );
  }

  get latestRefusal(): Exchange | undefined {
    return this.#refusal?.exchange;
  }

  get latestWait(): Wait | undefined {
    return this.#refusal?.wait;
  }

  /** Whether the other answers the same. */
  equals(other: CountedHistory): boolean {
    return (
      other.latestRefusal === this.latestRefusal &&
      other.#exceeded === this.#exceeded &&
      this.#uses.every((number, place) => number === other.#uses[place])
    );
  }
}

const untilOf = ({ wait }: Refusal) => wait?.until ?? Number.NEGATIVE_INFINITY;

/** The calls with one key in order of start, with sums over all up to each. */
class Ledger {
  readonly #starts: EpochMilliseconds[] = [];
  /** One more than starts: item `i` is the sum over all before the call `i`. */
  readonly #requests: number[] = [0];
  readonly #inputCharacters: number[] = [0];
  /** As long as the sums: which limits the calls before the call `i` were over, though the server accepted them. */
  readonly #exceeded: number[] = [0];
  /** In order of answer. */
  #refusals: Refusal[] = [];
  #refusedAt: EpochMilliseconds[] = [];
  /** The refusal that stands after each of them. */
  #standing: Refusal[] = [];

  add(exchange: Exchange): CredentialHistory {
    const start = exchange.startedDateTime;
    const isCounted = counts(exchange);
    const characters = isCounted ? (presentValue(exchange.request.body)?.chat?.inputCharacters ?? 0) : 0;
    this.#starts.push(start);
    this.#requests.push((this.#requests.at(-1) ?? 0) + (isCounted ? 1 : 0));
    this.#inputCharacters.push((this.#inputCharacters.at(-1) ?? 0) + characters);
    // No call is a retry of its own refusal: that is answered later than this start.
    const history = this.#at(start);
    const status = presentValue(exchange.response)?.status;
    const isAccepted = isCounted && status !== undefined && status < 400;
    this.#exceeded.push(isAccepted ? history.exceededWithIt : (this.#exceeded.at(-1) ?? 0));
    if (status === 429) this.#addRefusal(exchange);
    return history;
  }

  #at(start: EpochMilliseconds): CountedHistory {
    const uses: number[] = [];
    for (const { duration } of RATE_LIMIT_WINDOWS) {
      const from = countUpTo(this.#starts, start - duration);
      for (const sums of [this.#requests, this.#inputCharacters])
        uses.push((sums.at(-1) ?? 0) - (sums[from] ?? 0));
    }
    const refusal = this.#standing[countUpTo(this.#refusedAt, start) - 1];
    return new CountedHistory(uses, this.#exceeded.at(-1) ?? 0, refusal);
  }

  #addRefusal(exchange: Exchange): void {
    // Not even where a file tells no duration is it answered at its start.
    const at = Math.max(answeredAt(exchange), exchange.startedDateTime + 1);
    const place = countUpTo(this.#refusedAt, at);
    this.#refusals.splice(place, 0, { exchange, at, wait: retryAfterOf(exchange) });
    this.#standFrom(place);
  }

  #standFrom(place: number): void {
    this.#refusedAt.length = this.#standing.length = place;
    for (let i = place; i < this.#refusals.length; i++) {
      const refusal = this.#refusals[i] as Refusal;
      const before = this.#standing[i - 1];
      this.#refusedAt.push(refusal.at);
      this.#standing.push(before === undefined || untilOf(refusal) >= untilOf(before) ? refusal : before);
    }
  }

  /** Takes so many calls away, from the front and from the end; answers how many are left. */
  remove(first: number, last: number, gone: ReadonlySet<Exchange>): number {
    const end = this.#starts.length - last;
    for (const [list, more] of [
      [this.#starts, 0],
      [this.#requests, 1],
      [this.#inputCharacters, 1],
      [this.#exceeded, 1],
    ] as const) {
      list.length = end + more;
      list.splice(0, first);
    }
    const place = this.#refusals.findIndex(({ exchange }) => gone.has(exchange));
    if (place >= 0) {
      this.#refusals = this.#refusals.filter(({ exchange }) => !gone.has(exchange));
      this.#standFrom(place);
    }
    return this.#starts.length;
  }
}

/**
 * The histories of a list in order of start. That of a call depends on those before it alone, so a list that changes
 * at its end is counted from there on. A call with several keys counts for the first of them.
 */
export class Histories {
  #held: Exchange[] = [];
  readonly #ledgers = new Map<string, Ledger>();

  /** The history of the next exchange of the list; `undefined` for one that carries no key. */
  add(exchange: Exchange): CredentialHistory | undefined {
    this.#held.push(exchange);
    const key = keyOf(exchange);
    if (key === undefined) return undefined;
    let ledger = this.#ledgers.get(key);
    if (ledger === undefined) {
      ledger = new Ledger();
      this.#ledgers.set(key, ledger);
    }
    return ledger.add(exchange);
  }

  /** Forgets all exchanges but those from `first` up to `end`. */
  keep(first: number, end: number): void {
    const gone = new Set<Exchange>();
    const counts = new Map<string, [first: number, last: number]>();
    const forget = (from: number, to: number, side: 0 | 1) => {
      for (let i = from; i < to; i++) {
        const exchange = this.#held[i] as Exchange;
        const key = keyOf(exchange);
        if (key === undefined) continue;
        gone.add(exchange);
        const count = counts.get(key) ?? [0, 0];
        count[side]++;
        counts.set(key, count);
      }
    };
    forget(0, first, 0);
    forget(end, this.#held.length, 1);
    for (const [key, [before, behind]] of counts)
      if (this.#ledgers.get(key)?.remove(before, behind, gone) === 0) this.#ledgers.delete(key);
    this.#held = this.#held.slice(first, end);
  }
}

/** The history of every exchange that carries a key. n log n. */
export function findHistories(exchanges: readonly Exchange[]): ReadonlyMap<Exchange, CredentialHistory> {
  const histories = new Histories();
  const found = new Map<Exchange, CredentialHistory>();
  for (const exchange of exchanges.toSorted((a, b) => a.startedDateTime - b.startedDateTime)) {
    const history = histories.add(exchange);
    if (history !== undefined) found.set(exchange, history);
  }
  return found;
}

/** Whether two histories answer the same; they are made anew for every list. */
export function sameHistory(a: CredentialHistory | undefined, b: CredentialHistory | undefined): boolean {
  return a === b || (a instanceof CountedHistory && b instanceof CountedHistory && a.equals(b));
}

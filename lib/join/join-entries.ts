import type { Milliseconds } from '../api/units';
import type { Exchange, ExchangeId, JoinReason } from '../exchange/exchange';
import { groupBy } from '../exchange/group-by';
import type { HarObservation } from '../exchange/observation';
import { fitByRank } from './by-rank';
import {
  couldBelong,
  couldBelongByHeaders,
  isStartNear,
  MAX_START_DISTANCE,
  responseOf,
  type Traits,
  traitsFit,
  traitsOf,
} from './traits';

/** What became of one group. Every exchange and every entry of it is in exactly one of the lists. */
export interface JoinResult {
  readonly joined: readonly {
    readonly exchange: Exchange;
    readonly entry: HarObservation;
    readonly reason: JoinReason;
  }[];
  /** Exchanges that an entry belongs to, but nobody can say which. */
  readonly ambiguous: readonly Exchange[];
  /** Exchanges that no entry belongs to, as far as is known. */
  readonly alone: readonly Exchange[];
  /** Entries of calls that webRequest did not see. */
  readonly unseen: readonly HarObservation[];
  /** What is left of calls whose events were lost: each is surely one of the unseen entries, nobody can say which. */
  readonly superseded: readonly Exchange[];
}

/** A call with no other of its kind this near can be told by its start alone. */
const ALONE_WITHIN: Milliseconds = 250;

export const startOf = ({ startedDateTime }: Exchange) => startedDateTime;
const entryStart = ({ exchange }: HarObservation) => exchange.startedDateTime;

const digestOf = (exchange: Exchange) => responseOf(exchange)?.digest;

/**
 * Whether a call that fits nothing else is surely this one, and not one that the other stream did not see.
 * @param isResumed whether it was under way when the background was stopped: then its answer may never be told
 */
function isProven(exchange: Exchange, entry: HarObservation, isResumed: boolean): boolean {
  const digest = digestOf(exchange);
  // What a background that was stopped saw of a call may begin at any time of it.
  if (exchange.partial || (digest && digest === digestOf(entry.exchange))) return true;
  const { startedDateTime, time = 0 } = entry.exchange;
  const after = startOf(exchange) - startedDateTime;
  return Math.abs(after) <= ALONE_WITHIN || (isResumed && after > 0 && after < time);
}

/**
 * Decides which HAR entry belongs to which exchange, within one group of equal method and URL (without fragment).
 * There is no common id. An exact response header list that is unique on both sides is proof. Where several calls
 * were answered alike, their rank decides: the order of `getHAR()` is the order of onBeforeRequest, in Chromium and in
 * Firefox (measured: 1,600 and 2,400 of as many equal concurrent calls). Where counts differ, a call far from all
 * others is told by its start; the rest is ambiguous: a wrong body is worse than none.
 * @param resumed calls that were under way when the background was stopped
 */
export function joinEntries(
  exchanges: readonly Exchange[],
  entries: readonly HarObservation[],
  resumed: ReadonlySet<ExchangeId> = new Set(),
): JoinResult {
  const joined: { exchange: Exchange; entry: HarObservation; reason: JoinReason }[] = [];
  const freeExchanges = new Set(exchanges);
  const freeEntries = new Set(entries);
  const take = (exchange: Exchange, entry: HarObservation, reason: JoinReason) => {
    joined.push({ exchange, entry, reason });
    freeExchanges.delete(exchange);
    freeEntries.delete(entry);
  };

  const byDigest = groupBy(exchanges, digestOf);
  for (const [digest, sameAnswer] of groupBy(entries, (entry) => digestOf(entry.exchange))) {
    const [entry] = sameAnswer;
    const [exchange] = byDigest.get(digest) ?? [];
    if (sameAnswer.length !== 1 || byDigest.get(digest)?.length !== 1 || !entry || !exchange) continue;
    if (couldBelongByHeaders(exchange, entry)) take(exchange, entry, 'response-headers');
  }

  const lost = { unseen: [] as HarObservation[], superseded: [] as Exchange[] };
  // Each tab has a `getHAR()` of its own.
  for (const own of groupBy(entries, ({ exchange }) => String(exchange.tabId)).values()) {
    const tabId = own[0]?.exchange.tabId;
    const inTab = exchanges.filter((exchange) => exchange.tabId === tabId || exchange.tabId === -1);
    const joinedTo = new Map(joined.map(({ exchange, entry }) => [entry, exchange]));
    const byRank = fitByRank(inTab, own, joinedTo, couldBelong);
    for (const { exchange, entry } of byRank.pairs) take(exchange, entry, 'rank');
    for (const entry of byRank.unseen) freeEntries.delete(entry);
    for (const exchange of byRank.superseded) freeExchanges.delete(exchange);
    lost.unseen.push(...byRank.unseen);
    lost.superseded.push(...byRank.superseded);
  }
  const isFree = (exchange: Exchange, entry: HarObservation) =>
    freeExchanges.has(exchange) && freeEntries.has(entry);
  // One of each needs no comparison.
  const isSeveral = () => freeEntries.size * freeExchanges.size > 1;
  if (isSeveral()) takeByBody(exchanges, entries, isFree, take);
  if (isSeveral()) takeByStart(exchanges, entries, isFree, take, 'nearest-start');

  const rest = matchRest(freeExchanges, freeEntries);
  const ambiguous = new Set(rest.ambiguous);
  const unseen = rest.unseen;
  // One entry and one exchange that fit nothing else: nobody else could be meant, unless one is of a call unseen.
  const [entry] = freeEntries;
  const [exchange] = ambiguous;
  if (freeEntries.size === 1 && unseen.length === 0 && ambiguous.size === 1 && entry && exchange) {
    const isOpen = responseOf(exchange) === undefined;
    if (isProven(exchange, entry, resumed.has(exchange.id))) take(exchange, entry, 'only-candidate');
    else if (isOpen) unseen.push(entry);
    if (isOpen || !freeEntries.has(entry)) ambiguous.clear();
  }
  return {
    joined,
    ambiguous: [...ambiguous],
    alone: [...freeExchanges].filter((free) => !ambiguous.has(free)),
    unseen: [...unseen, ...lost.unseen],
    superseded: lost.superseded,
  };
}

type IsFree = (exchange: Exchange, entry: HarObservation) => boolean;
type Take = (exchange: Exchange, entry: HarObservation, reason: JoinReason) => void;

/** The only one of the sorted items that fits and starts so near to a moment; `undefined` when there is none or another. */
function onlyOneNear<T>(
  sorted: readonly T[],
  startOf: (item: T) => number,
  at: number,
  within: Milliseconds,
  fits: (item: T) => boolean,
): T | undefined {
  let only: T | undefined;
  for (let i = lowerBound(sorted, at - within, startOf); i < sorted.length; i++) {
    const item = sorted[i];
    if (item === undefined || startOf(item) > at + within) break;
    if (!fits(item)) continue;
    if (only !== undefined) return undefined;
    only = item;
  }
  return only;
}

/** Those of two sorted lists that start near each other and fit, with no other that does near either. */
export function pairsAlone<T>(
  exchanges: readonly Exchange[],
  others: readonly T[],
  atOf: (other: T) => number,
  within: Milliseconds,
  fits: (exchange: Exchange, other: T) => boolean,
): [Exchange, T][] {
  return others.flatMap((other): [Exchange, T][] => {
    const own = onlyOneNear(exchanges, startOf, atOf(other), within, (exchange) => fits(exchange, other));
    const isMutual =
      own && onlyOneNear(others, atOf, startOf(own), within, (one) => fits(own, one)) === other;
    return isMutual ? [[own, other]] : [];
  });
}

/** Its form and size: what was said in it is not kept. Forms are counted otherwise in each stream. */
function bodyOf({ request: { body } }: Exchange): string | undefined {
  if (body.status === 'present') return `${body.value.kind.type} ${body.value.size}`;
  return body.reason === 'none' ? body.reason : undefined;
}

/** Tells calls by their start among those with an equal body, where the body of every call is known. */
function takeByBody(
  exchanges: readonly Exchange[],
  entries: readonly HarObservation[],
  isFree: IsFree,
  take: Take,
): void {
  const all = [...exchanges, ...entries.map(({ exchange }) => exchange)];
  if (all.some((exchange) => bodyOf(exchange) === undefined)) return;
  const own = groupBy(exchanges, bodyOf);
  // Bodies that are all alike tell nothing.
  if (own.size <= 1) return;
  for (const [body, alike] of groupBy(entries, ({ exchange }) => bodyOf(exchange)))
    takeByStart(own.get(body) ?? [], alike, isFree, take, 'request-body');
}

/** Compares with all, the joined ones too: a call beside one that is taken is not alone. */
function takeByStart(
  exchanges: readonly Exchange[],
  entries: readonly HarObservation[],
  isFree: IsFree,
  take: Take,
  reason: JoinReason,
): void {
  const byStart = exchanges.toSorted((a, b) => startOf(a) - startOf(b));
  const entriesByStart = entries.toSorted((a, b) => entryStart(a) - entryStart(b));
  for (const [exchange, entry] of pairsAlone(byStart, entriesByStart, entryStart, ALONE_WITHIN, () => true))
    if (isFree(exchange, entry) && couldBelong(exchange, entry)) take(exchange, entry, reason);
}

/** The first place in a sorted list whose value is not below `limit`; by binary search. */
function lowerBound<T>(sorted: readonly T[], limit: number, numberOf: (item: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && numberOf(item) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Bucket<T> {
  readonly traits: Traits;
  readonly items: readonly T[];
  /** Sorted. */
  readonly starts: readonly number[];
}

function bucketsOf<T>(items: ReadonlySet<T>, exchangeOf: (item: T) => Exchange): Bucket<T>[] {
  const groups = groupBy(items, (item) => JSON.stringify(traitsOf(exchangeOf(item))));
  return [...groups].map(([traits, own]) => ({
    traits: JSON.parse(traits) as Traits,
    items: own,
    starts: own.map((item) => exchangeOf(item).startedDateTime).sort((a, b) => a - b),
  }));
}

/** Whether one of the sorted starts is near enough. */
function isNear(starts: readonly number[], at: number): boolean {
  const start = starts[lowerBound(starts, at - MAX_START_DISTANCE, (value) => value)];
  return start !== undefined && start <= at + MAX_START_DISTANCE;
}

/** Who of those that no rule joined could still belong to somebody. Buckets keep it linear for equal calls. */
function matchRest(
  freeExchanges: ReadonlySet<Exchange>,
  freeEntries: ReadonlySet<HarObservation>,
): { ambiguous: Exchange[]; unseen: HarObservation[] } {
  const exchanges = bucketsOf(freeExchanges, (exchange) => exchange);
  const entries = bucketsOf(freeEntries, (entry) => entry.exchange);
  return {
    ambiguous: exchanges.flatMap(({ items, traits }) => {
      const fitting = entries.filter((other) => traitsFit(traits, other.traits));
      const isMet = (exchange: Exchange) =>
        exchange.partial
          ? fitting.some((other) => other.items.some((entry) => isStartNear(exchange, entry)))
          : fitting.some(({ starts }) => isNear(starts, exchange.startedDateTime));
      return items.filter(isMet);
    }),
    unseen: entries.flatMap(({ items, traits }) => {
      const fitting = exchanges.filter((other) => traitsFit(traits, other.traits));
      const isMet = (entry: HarObservation) =>
        fitting.some((other) =>
          other.traits.isPartial
            ? other.items.some((exchange) => isStartNear(exchange, entry))
            : isNear(other.starts, entry.exchange.startedDateTime),
        );
      return items.filter((entry) => !isMet(entry));
    }),
  };
}

import type { Milliseconds } from '../api/units';
import type { Exchange, JoinReason } from '../exchange/exchange';
import type { HarObservation } from '../exchange/observation';

/**
 * How the browser's two streams relate, when nothing in the answers tells calls apart. Measured: in Chromium the
 * rank in `getHAR()` is the rank of onBeforeRequest; in Firefox the nearest start is the right one.
 */
export type JoinBy = 'rank' | 'nearest-start';

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
}

/** HAR starts 1 to 10 ms before onBeforeRequest, 72 ms at worst; a waking background adds to it. */
const MAX_START_DISTANCE: Milliseconds = 2_000;

const responseOf = (exchange: Exchange) =>
  exchange.response.status === 'present' ? exchange.response.value : undefined;

const distance = (exchange: Exchange, entry: HarObservation) =>
  Math.abs(exchange.startedDateTime - entry.exchange.startedDateTime);

/** What `couldBelong` compares, beside the start; `?` for what is not known. */
interface Traits {
  readonly tabId: string;
  readonly status: string;
  readonly keys: string;
}

function traitsOf(exchange: Exchange): Traits {
  const { credentials } = exchange.request;
  return {
    tabId: exchange.tabId === -1 ? '?' : String(exchange.tabId),
    status: String(responseOf(exchange)?.status ?? '?'),
    keys:
      credentials.status === 'present'
        ? credentials.value
            .map(({ fingerprint }) => fingerprint)
            .sort()
            .join()
        : '?',
  };
}

const fits = (a: string, b: string) => a === '?' || b === '?' || a === b;
const traitsFit = (a: Traits, b: Traits) =>
  fits(a.tabId, b.tabId) && fits(a.status, b.status) && fits(a.keys, b.keys);

/** True unless the two contradict each other: another tab, another time, another status or another key. */
function couldBelong(exchange: Exchange, entry: HarObservation): boolean {
  return (
    distance(exchange, entry) <= MAX_START_DISTANCE && traitsFit(traitsOf(exchange), traitsOf(entry.exchange))
  );
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const digestOf = (exchange: Exchange) => responseOf(exchange)?.digest;

/**
 * Decides which HAR entry belongs to which exchange, within one group of equal method and URL (without fragment).
 * There is no common id. An exact response header list that is unique on both sides is proof; where several calls
 * were answered alike, rank or start decides, and where that does not fit either, they are ambiguous: a wrong
 * body is worse than none.
 */
export function joinEntries(
  exchanges: readonly Exchange[],
  entries: readonly HarObservation[],
  by: JoinBy,
): JoinResult {
  const joined: { exchange: Exchange; entry: HarObservation; reason: JoinReason }[] = [];
  const freeExchanges = new Set(exchanges);
  const freeEntries = new Set(entries);
  const take = (exchange: Exchange, entry: HarObservation, reason: JoinReason) => {
    joined.push({ exchange, entry, reason });
    freeExchanges.delete(exchange);
    freeEntries.delete(entry);
  };

  const byDigest = countBy(exchanges, digestOf);
  for (const [digest, sameAnswer] of countBy(entries, (entry) => digestOf(entry.exchange))) {
    const [entry] = sameAnswer;
    const [exchange] = byDigest.get(digest) ?? [];
    if (sameAnswer.length !== 1 || byDigest.get(digest)?.length !== 1 || !entry || !exchange) continue;
    if (couldBelong(exchange, entry)) take(exchange, entry, 'response-headers');
  }

  if (by === 'rank') takeByRank(exchanges, entries, freeExchanges, freeEntries, take);
  else takeByStart(freeExchanges, freeEntries, take);

  const rest = matchRest(freeExchanges, freeEntries);
  const ambiguous = new Set(rest.ambiguous);
  const unseen = rest.unseen;
  // One entry and one exchange that fit nothing else: nobody else could be meant.
  const [entry] = freeEntries;
  const [exchange] = ambiguous;
  if (freeEntries.size === 1 && unseen.length === 0 && ambiguous.size === 1 && entry && exchange) {
    take(exchange, entry, 'only-candidate');
    ambiguous.clear();
  }
  return {
    joined,
    ambiguous: [...ambiguous],
    alone: [...freeExchanges].filter((free) => !ambiguous.has(free)),
    unseen,
  };
}

type Take = (exchange: Exchange, entry: HarObservation, reason: JoinReason) => void;

function takeByRank(
  exchanges: readonly Exchange[],
  entries: readonly HarObservation[],
  freeExchanges: ReadonlySet<Exchange>,
  freeEntries: ReadonlySet<HarObservation>,
  take: Take,
): void {
  const ordered = entries.filter((entry) => entry.order !== undefined);
  const count = ordered[0]?.order?.count;
  const first = Math.min(...ordered.map((entry) => entry.exchange.startedDateTime));
  // Calls from before DevTools opened are in webRequest alone.
  const ranked = exchanges
    .filter((exchange) => exchange.startedDateTime >= first - MAX_START_DISTANCE / 10)
    .sort((a, b) => a.startedDateTime - b.startedDateTime);
  if (count === undefined || ranked.length !== count || ordered.some((entry) => entry.order?.count !== count))
    return;
  for (const entry of ordered) {
    const exchange = ranked[entry.order?.index ?? -1];
    if (!exchange || !freeEntries.has(entry) || !freeExchanges.has(exchange)) continue;
    if (couldBelong(exchange, entry)) take(exchange, entry, 'rank');
  }
}

function takeByStart(
  freeExchanges: ReadonlySet<Exchange>,
  freeEntries: ReadonlySet<HarObservation>,
  take: Take,
): void {
  const pairs = [...freeEntries].flatMap((entry) =>
    [...freeExchanges]
      .filter((exchange) => couldBelong(exchange, entry))
      .map((exchange) => ({ exchange, entry })),
  );
  pairs.sort((a, b) => distance(a.exchange, a.entry) - distance(b.exchange, b.entry));
  for (const { exchange, entry } of pairs) {
    if (!freeExchanges.has(exchange) || !freeEntries.has(entry)) continue;
    const near = distance(exchange, entry);
    // Two exchanges at the same distance cannot be told apart by it.
    const rivals = pairs.filter(
      (pair) => pair.entry === entry && pair.exchange !== exchange && freeExchanges.has(pair.exchange),
    );
    if (rivals.some((rival) => distance(rival.exchange, entry) === near)) continue;
    take(exchange, entry, 'nearest-start');
  }
}

interface Bucket<T> {
  readonly traits: Traits;
  readonly items: readonly T[];
  /** Sorted. */
  readonly starts: readonly number[];
}

function bucketsOf<T>(items: ReadonlySet<T>, exchangeOf: (item: T) => Exchange): Bucket<T>[] {
  const groups = countBy([...items], (item) => JSON.stringify(traitsOf(exchangeOf(item))));
  return [...groups].map(([traits, own]) => ({
    traits: JSON.parse(traits) as Traits,
    items: own,
    starts: own.map((item) => exchangeOf(item).startedDateTime).sort((a, b) => a - b),
  }));
}

/** Whether one of the sorted starts is near enough; by binary search. */
function isNear(starts: readonly number[], at: number): boolean {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < at - MAX_START_DISTANCE) low = middle + 1;
    else high = middle;
  }
  return (starts[low] ?? Number.POSITIVE_INFINITY) <= at + MAX_START_DISTANCE;
}

/** Who of those that no rule joined could still belong to somebody. Buckets keep it linear for equal calls. */
function matchRest(
  freeExchanges: ReadonlySet<Exchange>,
  freeEntries: ReadonlySet<HarObservation>,
): { ambiguous: Exchange[]; unseen: HarObservation[] } {
  const exchanges = bucketsOf(freeExchanges, (exchange) => exchange);
  const entries = bucketsOf(freeEntries, (entry) => entry.exchange);
  const isMet = (item: Exchange, traits: Traits, others: readonly Bucket<unknown>[]) =>
    others.some((other) => traitsFit(traits, other.traits) && isNear(other.starts, item.startedDateTime));
  return {
    ambiguous: exchanges.flatMap(({ items, traits }) => items.filter((item) => isMet(item, traits, entries))),
    unseen: entries.flatMap(({ items, traits }) =>
      items.filter(({ exchange }) => !isMet(exchange, traits, exchanges)),
    ),
  };
}

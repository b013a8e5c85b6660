import type { EpochMilliseconds, Milliseconds } from '../api/units';
import type { Exchange } from '../exchange/exchange';
import { groupBy } from '../exchange/group-by';
import type { HarObservation } from '../exchange/observation';

/** Calls from before DevTools opened are in webRequest alone; HAR starts 72 ms before it at worst. */
const MAX_LEAD: Milliseconds = 200;

interface Pair {
  readonly exchange: Exchange;
  readonly entry: HarObservation;
}

export interface RankResult {
  readonly pairs: readonly Pair[];
  /** Entries of calls of which webRequest lost so much that they have to stand for themselves. */
  readonly unseen: readonly HarObservation[];
  /** What webRequest still knows of those calls. */
  readonly superseded: readonly Exchange[];
}

const NOTHING: RankResult = { pairs: [], unseen: [], superseded: [] };

/** Fits equal calls of one tab by their order in each list that DevTools gave: a document has its own. */
export function fitByRank(
  exchanges: readonly Exchange[],
  entries: readonly HarObservation[],
  joined: ReadonlyMap<HarObservation, Exchange>,
  couldBelong: (exchange: Exchange, entry: HarObservation) => boolean,
): RankResult {
  const lists = [...groupBy(entries, ({ order }) => order?.since)]
    .map(([since, own]) => ({ since, own, first: Math.min(...own.map(startOf)) - MAX_LEAD }))
    .sort((a, b) => a.since - b.since);
  const results = lists.map(({ own, first }, i) => {
    const next = lists[i + 1];
    const end = next === undefined ? Number.POSITIVE_INFINITY : Math.min(next.since, next.first);
    const within = exchanges.filter(
      ({ startedDateTime }) => startedDateTime >= first && startedDateTime < end,
    );
    return fitList(within, own, joined, couldBelong);
  });
  return {
    pairs: results.flatMap(({ pairs }) => pairs),
    unseen: results.flatMap(({ unseen }) => unseen),
    superseded: results.flatMap(({ superseded }) => superseded),
  };
}

const startOf = ({ exchange }: HarObservation) => exchange.startedDateTime;

/**
 * That of `getHAR()` is that of onBeforeRequest, but for calls of the same millisecond where the browser sorted the list
 * (see `PlacedEntries`). `getHAR()` has every call, webRequest can lose some when the background is killed. So where the
 * counts differ, the calls that are joined already (by headers that no other answer has) part the list, and each stretch
 * between two of them is fitted by itself.
 * @param entries of one list, all of them placed in it
 * @param joined what is joined already
 */
function fitList(
  exchanges: readonly Exchange[],
  entries: readonly HarObservation[],
  joined: ReadonlyMap<HarObservation, Exchange>,
  couldBelong: (exchange: Exchange, entry: HarObservation) => boolean,
): RankResult {
  const ordered = entries.toSorted((a, b) => indexOf(a) - indexOf(b));
  const count = ordered[0]?.order?.count;
  if (count === undefined || ordered.some(({ order }) => order?.count !== count)) return NOTHING;
  const all = exchanges.toSorted(
    (a, b) => a.startedDateTime - b.startedDateTime || Number(a.callId) - Number(b.callId),
  );
  // After the list was cleared here, `getHAR()` still counts what is gone.
  const gone = Math.min(...ordered.map(indexOf));
  const ranked = listedOf(all, [count, count - gone], Math.max(...ordered.map(askedOf)));
  if (ranked === undefined) return fitStretches(all, ordered, joined, couldBelong);
  const offset = ranked.length === count ? 0 : gone;
  const pairs = ordered.flatMap((entry) => {
    const exchange = ranked[indexOf(entry) - offset];
    return exchange ? [{ exchange, entry }] : [];
  });
  const agrees = ({ exchange, entry }: Pair) =>
    couldBelong(exchange, entry) && (joined.get(entry) ?? exchange) === exchange;
  // One pair that contradicts itself proves the whole order wrong, unless the list did not order it.
  const holds = pairs.every((pair) => pair.entry.order?.tied !== undefined || agrees(pair));
  if (!holds || pairs.length !== ordered.length) return NOTHING;
  const isFree = ({ entry }: Pair) => !joined.has(entry);
  return { ...NOTHING, pairs: sureOf(pairs, agrees, isFree).filter(isFree) };
}

/**
 * Those of the exchanges that a list counts: all, or all but the latest that began after it was asked for.
 * @returns `undefined` where neither is as many as it may count
 */
function listedOf(
  all: readonly Exchange[],
  counts: readonly number[],
  asked: EpochMilliseconds,
): readonly Exchange[] | undefined {
  for (let length = all.length; length > 0; length--) {
    if (counts.includes(length)) return all.slice(0, length);
    if ((all[length - 1]?.startedDateTime ?? 0) < asked) return undefined;
  }
  return undefined;
}

const indexOf = ({ order }: HarObservation) => order?.index ?? 0;
const askedOf = ({ order }: HarObservation) => order?.asked ?? 0;

const endOf = ({ startedDateTime, time = Number.NaN }: Exchange) => startedDateTime + time;

/** Whether both sides ended in the same order. What has no end, or one end with another, proves nothing. */
function endAlike(pairs: readonly Pair[]): boolean {
  const byEnd = pairs.toSorted((a, b) => endOf(a.exchange) - endOf(b.exchange));
  return byEnd.every((pair, i) => {
    const before = byEnd[i - 1];
    return (
      before === undefined ||
      (endOf(before.exchange) < endOf(pair.exchange) &&
        endOf(before.entry.exchange) < endOf(pair.entry.exchange))
    );
  });
}

/** Without the calls of one millisecond that the list did not order, unless their ends confirm where they stand in it. */
function sureOf(pairs: readonly Pair[], agrees = (_: Pair) => true, isFree = agrees): readonly Pair[] {
  const tieOf = ({ entry: { order, exchange } }: Pair) =>
    order?.tied === undefined ? undefined : String(exchange.startedDateTime);
  const ties = groupBy(pairs, tieOf);
  return pairs.filter((pair) => {
    const tie = ties.get(tieOf(pair) ?? '');
    if (tie === undefined) return true;
    return tie.length === pair.entry.order?.tied && tie.every(agrees) && endAlike(tie.filter(isFree));
  });
}

function fitStretches(
  ranked: readonly Exchange[],
  ordered: readonly HarObservation[],
  joined: ReadonlyMap<HarObservation, Exchange>,
  couldBelong: (exchange: Exchange, entry: HarObservation) => boolean,
): RankResult {
  const rankOf = new Map(ranked.map((exchange, rank) => [exchange, rank]));
  const pairs: Pair[] = [];
  const unseen: HarObservation[] = [];
  const superseded: Exchange[] = [];
  let stretch: HarObservation[] = [];
  let before: { index: number; rank: number } | undefined;
  for (const entry of ordered) {
    const exchange = joined.get(entry);
    const rank = exchange && rankOf.get(exchange);
    if (rank === undefined) {
      stretch.push(entry);
      continue;
    }
    // The proven pairs contradict the order: then it proves nothing.
    if (before && rank <= before.rank) return NOTHING;
    const isWhole = before !== undefined && stretch.length === indexOf(entry) - before.index - 1;
    if (before && isWhole) {
      const between = ranked.slice(before.rank + 1, rank);
      const fits =
        between.length === stretch.length &&
        between.every((one, i) => couldBelong(one, stretch[i] as HarObservation));
      if (fits)
        pairs.push(...between.map((one, i) => ({ exchange: one, entry: stretch[i] as HarObservation })));
      else if (between.length < stretch.length) {
        unseen.push(...stretch);
        superseded.push(...between);
      }
    }
    before = { index: indexOf(entry), rank };
    stretch = [];
  }
  return { pairs: sureOf(pairs), unseen, superseded };
}

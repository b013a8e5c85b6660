import type { Milliseconds } from '../api/units';
import type { Exchange } from '../exchange/exchange';
import { headerValue } from '../exchange/header-facts';
import { kindOf } from '../exchange/kind';
import { requestOriginOf } from '../exchange/page-origin';
import { presentValue } from '../exchange/presence';
import { countUpTo } from './sorted';

/**
 * A preflight begins within a few seconds of its call: after it, or before it (in Firefox, and wherever the
 * preflight is invisible at first, the call's own events come first).
 */
const WINDOW: Milliseconds = 10_000;

/** How many calls on either side of a preflight are weighed when the numbers of both differ. */
const NEAREST = 4;

interface Pair {
  readonly preflight: Exchange;
  readonly call: Exchange;
}

interface Group {
  readonly preflights: Exchange[];
  readonly calls: Exchange[];
}

const byStart = (a: Exchange, b: Exchange) => a.startedDateTime - b.startedDateTime;
const distance = ({ preflight, call }: Pair) => Math.abs(preflight.startedDateTime - call.startedDateTime);

function fit(pair: Pair): boolean {
  if (distance(pair) > WINDOW) return false;
  const asking = requestOriginOf(pair.preflight);
  const calling = requestOriginOf(pair.call);
  return asking === undefined || calling === undefined || asking === calling;
}

/** With as many preflights as calls each has its own, in order, however many run at the same time. */
function pairByRank({ preflights, calls }: Group): Pair[] | undefined {
  if (preflights.length !== calls.length) return undefined;
  const pairs = preflights.flatMap((preflight, i) => {
    const call = calls[i];
    return call === undefined ? [] : [{ preflight, call }];
  });
  return pairs.every(fit) ? pairs : undefined;
}

/** Browsers remember a permission, so most calls have no preflight: the nearest pairs first, each at most once. */
function pairByDistance({ preflights, calls }: Group): Pair[] {
  const starts = calls.map(({ startedDateTime }) => startedDateTime);
  const candidates = preflights.flatMap((preflight) => {
    const middle = countUpTo(starts, preflight.startedDateTime);
    return calls
      .slice(Math.max(0, middle - NEAREST), middle + NEAREST)
      .map((call) => ({ preflight, call }))
      .filter(fit);
  });
  const taken = new Set<Exchange>();
  return candidates
    .sort((a, b) => distance(a) - distance(b))
    .filter(({ preflight, call }) => {
      if (taken.has(preflight) || taken.has(call)) return false;
      taken.add(preflight).add(call);
      return true;
    });
}

/** Cuts a group where nothing happens for longer than a preflight can be from its call. */
function clustersOf(group: Group): Group[] {
  const preflights = group.preflights.toSorted(byStart);
  const calls = group.calls.toSorted(byStart);
  const clusters: Group[] = [];
  let cluster: Group = { preflights: [], calls: [] };
  let latest = Number.NEGATIVE_INFINITY;
  for (let p = 0, c = 0; p < preflights.length || c < calls.length; ) {
    const preflight = preflights[p];
    const call = calls[c];
    const isPreflight =
      preflight !== undefined && (call === undefined || preflight.startedDateTime < call.startedDateTime);
    const next = isPreflight ? preflight : call;
    if (next === undefined) break;
    if (next.startedDateTime - latest > WINDOW) {
      cluster = { preflights: [], calls: [] };
      clusters.push(cluster);
    }
    latest = next.startedDateTime;
    if (isPreflight) {
      cluster.preflights.push(next);
      p++;
    } else {
      cluster.calls.push(next);
      c++;
    }
  }
  return clusters.filter(({ preflights: list }) => list.length > 0);
}

const keyOf = ({ tabId, request }: Exchange, method: string) => `${tabId} ${method} ${request.url.digest}`;

/**
 * Pairs every preflight with the call that it asked for: the same tab, URL (without fragment), origin and method,
 * the nearest start; each pairs at most once. n log n.
 */
export function pairPreflights(exchanges: readonly Exchange[]): readonly Pair[] {
  const preflights = exchanges.filter((exchange) => kindOf(exchange) === 'preflight');
  if (preflights.length === 0) return [];
  const groups = new Map<string, Group>();
  for (const preflight of preflights) {
    const headers = presentValue(preflight.request.headers) ?? [];
    const method = headerValue(headers, 'access-control-request-method') ?? 'POST';
    const key = keyOf(preflight, method);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { preflights: [preflight], calls: [] });
    else group.preflights.push(preflight);
  }
  for (const exchange of exchanges) {
    if (exchange.redirect?.internal) continue;
    const group = groups.get(keyOf(exchange, exchange.request.method));
    if (group !== undefined && kindOf(exchange) !== 'preflight') group.calls.push(exchange);
  }
  return [...groups.values()].flatMap((group) =>
    clustersOf(group).flatMap((cluster) => pairByRank(cluster) ?? pairByDistance(cluster)),
  );
}

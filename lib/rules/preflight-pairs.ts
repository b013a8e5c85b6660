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
const distanceOf = (a: Exchange, b: Exchange) => Math.abs(a.startedDateTime - b.startedDateTime);

function haveOneOrigin({ preflight, call }: Pair): boolean {
  const asking = requestOriginOf(preflight);
  const calling = requestOriginOf(call);
  return asking === undefined || calling === undefined || asking === calling;
}

/** With as many preflights as calls each has its own, in order, however many run at the same time. */
function pairByRank({ preflights, calls }: Group): Pair[] | undefined {
  if (preflights.length !== calls.length) return undefined;
  const pairs = preflights.flatMap((preflight, i) => {
    const call = calls[i];
    return call === undefined || distanceOf(preflight, call) > WINDOW ? [] : [{ preflight, call }];
  });
  return pairs.length === calls.length && pairs.every(haveOneOrigin) ? pairs : undefined;
}

/** Browsers remember a permission, so most calls have no preflight: the nearest pairs first, each at most once. */
function pairByDistance({ preflights, calls }: Group): Pair[] {
  const starts = calls.map(({ startedDateTime }) => startedDateTime);
  const candidates: (Pair & { readonly distance: Milliseconds })[] = [];
  for (const preflight of preflights) {
    const middle = countUpTo(starts, preflight.startedDateTime);
    for (let i = Math.max(0, middle - NEAREST); i < Math.min(calls.length, middle + NEAREST); i++) {
      const call = calls[i];
      const distance = call === undefined ? Number.POSITIVE_INFINITY : distanceOf(preflight, call);
      if (call !== undefined && distance <= WINDOW) candidates.push({ preflight, call, distance });
    }
  }
  const taken = new Set<Exchange>();
  return candidates
    .sort((a, b) => a.distance - b.distance)
    .filter((pair) => {
      const { preflight, call } = pair;
      if (taken.has(preflight) || taken.has(call) || !haveOneOrigin(pair)) return false;
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

/** The preflights of one tab for one method of one URL, and the calls that they can be for. */
interface Question extends Group {
  readonly tabId: number;
  readonly method: string;
}

function questionsOf(preflights: readonly Exchange[]): Map<string, Question[]> {
  const byUrl = new Map<string, Question[]>();
  for (const preflight of preflights) {
    const { tabId, request } = preflight;
    const headers = presentValue(request.headers) ?? [];
    const method = headerValue(headers, 'access-control-request-method') ?? 'POST';
    const questions = byUrl.get(request.url.digest) ?? [];
    if (questions.length === 0) byUrl.set(request.url.digest, questions);
    const same = questions.find((question) => question.tabId === tabId && question.method === method);
    if (same === undefined) questions.push({ tabId, method, preflights: [preflight], calls: [] });
    else same.preflights.push(preflight);
  }
  return byUrl;
}

/**
 * Pairs every preflight with the call that it asked for: the same tab, URL (without fragment), origin and method,
 * the nearest start; each pairs at most once. n log n.
 */
export function pairPreflights(exchanges: readonly Exchange[]): readonly Pair[] {
  const preflights = exchanges.filter(
    (exchange) => exchange.request.method === 'OPTIONS' && kindOf(exchange) === 'preflight',
  );
  if (preflights.length === 0) return [];
  const byUrl = questionsOf(preflights);
  for (const exchange of exchanges) {
    const { request, tabId, redirect } = exchange;
    for (const question of byUrl.get(request.url.digest) ?? []) {
      const fits = question.method === request.method && question.tabId === tabId && !redirect?.internal;
      if (fits && (request.method !== 'OPTIONS' || kindOf(exchange) !== 'preflight')) {
        question.calls.push(exchange);
      }
    }
  }
  return [...byUrl.values()]
    .flat()
    .flatMap(clustersOf)
    .flatMap((cluster) => pairByRank(cluster) ?? pairByDistance(cluster));
}

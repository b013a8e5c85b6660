import type { Milliseconds } from '../api/units';
import type { Exchange } from '../exchange/exchange';
import { countUpTo } from './sorted';

/** Each exchange of a redirect chain to the next. */
export type Hops = ReadonlyMap<Exchange, Exchange>;

/** The next hop begins when the redirect has come; files round, and some begin it a little before. */
const LONGEST_GAP: Milliseconds = 5_000;

/** A redirect keeps the method or turns it into GET (Fetch, "HTTP-redirect fetch"). */
function mayFollow(method: string, next: string): boolean {
  return next === method || next === 'GET';
}

function linkByCall(exchanges: readonly Exchange[], next: Map<Exchange, Exchange>): void {
  const calls = new Map<string, Exchange[]>();
  for (const { callId, hop } of exchanges) if (hop > 0) calls.set(callId, []);
  if (calls.size === 0) return;
  for (const exchange of exchanges) calls.get(exchange.callId)?.push(exchange);
  for (const hops of calls.values()) {
    if (hops.length < 2) continue;
    const inOrder = hops.toSorted((a, b) => a.hop - b.hop);
    for (const [i, hop] of inOrder.entries()) {
      const following = inOrder[i + 1];
      if (following !== undefined && following.hop > hop.hop) next.set(hop, following);
    }
  }
}

interface Candidate {
  readonly exchange: Exchange;
  /** Its place in the file, which tells equal starts apart. */
  readonly order: number;
}

/** Entries that ask for one URL, in order of start; `from` is moved past those that are taken. */
interface Candidates {
  readonly list: Candidate[];
  starts: number[];
  from: number;
}

/** How many entries with the wrong method are looked at before one redirect is given up. */
const MOST_TRIED = 32;

function candidatesFor(exchanges: readonly Exchange[], open: readonly Candidate[], taken: Set<Exchange>) {
  const byTarget = new Map<string, Candidates>();
  for (const { exchange } of open) {
    byTarget.set(exchange.redirect?.url.digest ?? '', { list: [], starts: [], from: 0 });
  }
  for (const [order, exchange] of exchanges.entries()) {
    if (!taken.has(exchange)) byTarget.get(exchange.request.url.digest)?.list.push({ exchange, order });
  }
  for (const candidates of byTarget.values()) {
    candidates.list.sort(byStart);
    candidates.starts = candidates.list.map(({ exchange }) => exchange.startedDateTime);
  }
  return byTarget;
}

function byStart(a: Candidate, b: Candidate): number {
  return a.exchange.startedDateTime - b.exchange.startedDateTime || a.order - b.order;
}

/**
 * A file holds one entry a hop and no identity of the chain: the next hop is the first entry that asks for the
 * redirect's target, by the digest of the whole URL, and begins soon after it.
 */
function linkByTarget(exchanges: readonly Exchange[], next: Map<Exchange, Exchange>): void {
  const open: Candidate[] = [];
  for (const [order, exchange] of exchanges.entries()) {
    const { redirect, source } = exchange;
    if (redirect && source !== 'web-request' && !next.has(exchange)) open.push({ exchange, order });
  }
  if (open.length === 0) return;
  open.sort(byStart);
  const taken = new Set(next.values());
  const byTarget = candidatesFor(exchanges, open, taken);
  for (const hop of open) {
    const { exchange } = hop;
    const candidates = byTarget.get(exchange.redirect?.url.digest ?? '');
    if (candidates === undefined) continue;
    const { list, starts } = candidates;
    while (taken.has(list[candidates.from]?.exchange ?? exchange)) candidates.from++;
    const first = Math.max(candidates.from, countUpTo(starts, exchange.startedDateTime - 1));
    const latest = exchange.startedDateTime + (exchange.time ?? 0) + LONGEST_GAP;
    for (let i = first; i < Math.min(list.length, first + MOST_TRIED); i++) {
      const candidate = list[i];
      if (candidate === undefined || candidate.exchange.startedDateTime > latest) break;
      const { exchange: other } = candidate;
      const isLater = byStart(hop, candidate) < 0;
      if (!isLater || taken.has(other) || other.tabId !== exchange.tabId) continue;
      if (!mayFollow(exchange.request.method, other.request.method)) continue;
      next.set(exchange, other);
      taken.add(other);
      break;
    }
  }
}

/** Finds the next hop of every redirect. n log n. */
export function findHops(exchanges: readonly Exchange[]): Hops {
  const next = new Map<Exchange, Exchange>();
  linkByCall(exchanges, next);
  linkByTarget(exchanges, next);
  return next;
}

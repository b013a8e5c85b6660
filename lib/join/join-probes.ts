import type { Milliseconds } from '../api/units';
import type { CredentialAnatomy } from '../exchange/credential';
import type { Exchange } from '../exchange/exchange';
import { groupBy } from '../exchange/group-by';
import { headerValue } from '../exchange/header-facts';
import type { ProbeObservation } from '../exchange/observation';
import { presentValue } from '../exchange/presence';
import { lowerBound } from './join-entries';

/** The two are told by the clocks of two processes: so much earlier the first request can seem than its call. */
const CLOCKS: Milliseconds = 50;
const MAX_LEAD: Milliseconds = 3_000;
/**
 * The probe records when the code calls, webRequest when the request starts: a busy browser lies between. Of a thousand
 * calls at once in Firefox on a loaded machine, 83 started more than three seconds later (measured).
 */
const MAX_DELAY: Milliseconds = 30_000;
/** So near to each other two are told by their starts alone, when no other is. */
const NEAR: Milliseconds = 100;

interface Pair {
  readonly exchange: Exchange;
  readonly probe: ProbeObservation;
}

export interface ProbeResult {
  readonly pairs: readonly Pair[];
  /** Calls that are among the exchanges, but nobody can say which. */
  readonly unsure: readonly ProbeObservation[];
}

/** What both have in common when they can be one call; `undefined` where this is not to be looked at. */
interface Round {
  readonly sent: (exchange: Exchange) => string | undefined;
  readonly wrote: (probe: ProbeObservation) => string | undefined;
  /** Where the two differ, their order proves nothing. */
  readonly byOrder: boolean;
}

const startOf = ({ startedDateTime }: Exchange) => startedDateTime;
const calledAt = ({ at }: ProbeObservation) => at;
const tabOf = ({ tabId }: Exchange | ProbeObservation) => String(tabId);

/** A group can hold thousands, and each is asked again whenever one changes. */
const known = new WeakMap<readonly CredentialAnatomy[], string>();

function keysOf(credentials: readonly CredentialAnatomy[]): string {
  const keys =
    known.get(credentials) ??
    JSON.stringify(credentials.map(({ field, length, mask }) => `${field} ${length} ${mask}`).sort());
  known.set(credentials, keys);
  return keys;
}

/** `undefined` where it is not known, and where a call without CORS left them out. */
function sentKeys({ request: { credentials, headers } }: Exchange): string | undefined {
  const sent = presentValue(credentials);
  const isLeftOut = headerValue(presentValue(headers) ?? [], 'sec-fetch-mode') === 'no-cors';
  return sent && !(isLeftOut && sent.length === 0) ? keysOf(sent) : undefined;
}

const ROUNDS: readonly Round[] = [
  {
    sent: (exchange) => {
      const keys = sentKeys(exchange);
      return keys && tabOf(exchange) + keys;
    },
    wrote: (probe) => tabOf(probe) + keysOf(probe.written.credentials),
    byOrder: true,
  },
  {
    sent: (exchange) => (sentKeys(exchange) === undefined ? tabOf(exchange) : undefined),
    wrote: tabOf,
    byOrder: true,
  },
  // Headers that were made before the probe came are not known to it.
  {
    sent: tabOf,
    wrote: (probe) => (probe.written.credentials.length === 0 ? tabOf(probe) : undefined),
    byOrder: true,
  },
  // The browser or another extension can send otherwise than the code wrote.
  { sent: tabOf, wrote: tabOf, byOrder: false },
  // What passes the service worker of its site is sent by that, which has no tab.
  {
    sent: ({ tabId, initiator }) => (tabId === -1 ? initiator.origin : undefined),
    wrote: ({ initiator }) => initiator.origin,
    byOrder: true,
  },
];

/**
 * Pairs the page's own calls with the exchanges of equal method and URL that carry what the call wrote, in order of
 * start, tab by tab. Calls of one page start in the order in which its code made them; where the counts differ, others
 * call too, or not all is told yet: then a call is paired only when it has no rival, or every call wrote the same.
 */
export function joinProbes(exchanges: readonly Exchange[], probes: readonly ProbeObservation[]): ProbeResult {
  const pairs: Pair[] = [];
  const unsure: ProbeObservation[] = [];
  const calls = new Set(probes);
  const free = new Set(exchanges.filter(({ hop }) => hop === 0));
  for (const { sent, wrote, byOrder } of ROUNDS) {
    if (calls.size === 0 || free.size === 0) break;
    const own = groupBy(free, sent);
    for (const [key, group] of groupBy(calls, wrote))
      for (const stretch of stretchesOf(own.get(key) ?? [], group)) {
        const joined = joinStretch(stretch, byOrder);
        for (const { exchange, probe } of joined) {
          free.delete(exchange);
          calls.delete(probe);
        }
        pairs.push(...joined);
        const left = stretch.probes.filter((probe) => calls.has(probe));
        if (!byOrder || left.length === 0) continue;
        // Each exchange that is left is one of these calls: rather of one that was answered, it has ended more likely.
        left.sort((a, b) => Number(!a.answer) - Number(!b.answer));
        for (const probe of left.slice(0, stretch.exchanges.length - joined.length)) {
          unsure.push(probe);
          calls.delete(probe);
        }
        for (const exchange of stretch.exchanges) free.delete(exchange);
      }
  }
  return { pairs, unsure };
}

interface Stretch {
  exchanges: Exchange[];
  readonly probes: ProbeObservation[];
}

/** Parts them where nothing began for a while and both sides told as many, or for so long that no pair lies across. */
function stretchesOf(exchanges: readonly Exchange[], probes: readonly ProbeObservation[]): Stretch[] {
  const starts = [
    ...exchanges.map((exchange) => ({ at: startOf(exchange), exchange })),
    ...probes.map((probe) => ({ at: probe.at, probe })),
  ].sort((a, b) => a.at - b.at);
  const stretches: Stretch[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  for (const start of starts) {
    let stretch = stretches.at(-1);
    const isEven = stretch?.exchanges.length === stretch?.probes.length;
    if (!stretch || start.at - latest > (isEven ? MAX_LEAD : MAX_DELAY)) {
      stretch = { exchanges: [], probes: [] };
      stretches.push(stretch);
    }
    latest = start.at;
    if (!('probe' in start)) stretch.exchanges.push(start.exchange);
    // What began before the first call was made elsewhere, or before the probe came.
    else if (stretch.probes.push(start.probe) === 1)
      stretch.exchanges = stretch.exchanges.filter((exchange) => startOf(exchange) >= start.at - CLOCKS);
  }
  return stretches.filter((stretch) => stretch.probes.length > 0);
}

function joinStretch({ exchanges, probes }: Stretch, byOrder: boolean): Pair[] {
  const { length } = exchanges;
  const isWhole =
    length === probes.length || (length < probes.length && new Set(probes.map(wordsOf)).size === 1);
  if (byOrder && isWhole) {
    const pairs = exchanges.flatMap((exchange, i) => {
      const probe = probes[i];
      const delay = exchange.startedDateTime - (probe?.at ?? Number.NaN);
      return probe && delay >= -MAX_LEAD && delay <= MAX_DELAY ? [{ exchange, probe }] : [];
    });
    if (pairs.every(isPossible)) return pairs;
  }
  return nearestPairs(exchanges, probes);
}

/** False when the two contradict each other: another key or another answer. */
function isPossible({ exchange, probe }: Pair): boolean {
  const printsOf = (credentials: readonly { fingerprint?: string }[] = []) =>
    credentials.flatMap(({ fingerprint }) => fingerprint || []);
  const wrote = printsOf(probe.written.credentials);
  const sent = printsOf(presentValue(exchange.request.credentials));
  if (wrote.length > 0 && sent.length > 0 && !wrote.some((print) => sent.includes(print))) return false;
  const status = presentValue(exchange.response)?.status;
  // The code gets the answer after redirects, a stored one for "not modified", and what a service worker makes of it.
  const isOwn = exchange.tabId === probe.tabId && exchange.state !== 'redirected' && status !== 304;
  return !isOwn || !status || !probe.answer?.status || status === probe.answer.status;
}

/** What a call wrote and was answered, by whomever it was told. */
function wordsOf({ written, answer }: ProbeObservation): string {
  const credentials = written.credentials.map(({ fingerprint: _, ...anatomy }) => anatomy);
  return JSON.stringify([credentials, answer]);
}

/** Only pairs without a rival: one call and one exchange near each other, and no other near either. */
function nearestPairs(exchanges: readonly Exchange[], probes: readonly ProbeObservation[]): Pair[] {
  return probes.flatMap((probe) => {
    const exchange = onlyNear(exchanges, startOf, probe.at, (one) => isPossible({ exchange: one, probe }));
    const isMutual =
      exchange &&
      onlyNear(probes, calledAt, startOf(exchange), (one) => isPossible({ exchange, probe: one })) === probe;
    return isMutual ? [{ exchange, probe }] : [];
  });
}

/** The only one of the sorted items that begins near a moment and fits. */
function onlyNear<T>(
  sorted: readonly T[],
  atOf: (item: T) => number,
  moment: number,
  fits: (item: T) => boolean,
): T | undefined {
  let only: T | undefined;
  for (let i = lowerBound(sorted, moment - NEAR, atOf); i < sorted.length; i++) {
    const item = sorted[i];
    if (item === undefined || atOf(item) > moment + NEAR) break;
    if (!fits(item)) continue;
    if (only !== undefined) return undefined;
    only = item;
  }
  return only;
}

import type { Milliseconds } from '../api/units';
import type { CredentialAnatomy, WrittenCredential } from '../exchange/credential';
import type { Exchange } from '../exchange/exchange';
import { groupBy } from '../exchange/group-by';
import { headerValue } from '../exchange/header-facts';
import type { ProbeObservation } from '../exchange/observation';
import { presentValue } from '../exchange/presence';
import { pairsAlone, startOf } from './join-entries';

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

const timeOf = (item: Exchange | ProbeObservation) => ('probeId' in item ? item.at : startOf(item));
const tabOf = ({ tabId }: Exchange | ProbeObservation) => `${tabId} `;

const keyOf = ({ field, length, mask }: CredentialAnatomy) => `${field} ${length} ${mask}`;

const keysOf = (credentials: readonly CredentialAnatomy[]) => String(credentials.map(keyOf).sort());

/** `undefined` where it is not known, and where a call without CORS left it out; DevTools may not tell the mode. */
function sentBy({ source, request: { credentials, headers } }: Exchange) {
  const sent = presentValue(credentials);
  if (sent?.length !== 0) return sent;
  const mode = headerValue(presentValue(headers) ?? [], 'sec-fetch-mode');
  return mode === 'no-cors' || (mode === undefined && source === 'devtools') ? undefined : sent;
}

const isSameKey = (a: WrittenCredential, b: WrittenCredential) =>
  keyOf(a) === keyOf(b) && (!a.fingerprint || !b.fingerprint || a.fingerprint === b.fingerprint);

/** What both have in common when they can be one call, the surest first. */
const ROUNDS: readonly [
  sent: (exchange: Exchange) => string | undefined,
  wrote: (probe: ProbeObservation) => string | undefined,
][] = [
  [
    (exchange) => {
      const sent = sentBy(exchange);
      return sent && tabOf(exchange) + keysOf(sent);
    },
    (probe) => tabOf(probe) + keysOf(probe.written.credentials),
  ],
  [tabOf, tabOf],
  // What passes the service worker of its site is sent by that, which has no tab.
  [
    ({ tabId, initiator }) => (tabId === -1 ? initiator.origin : undefined),
    ({ initiator }) => initiator.origin,
  ],
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
  for (const [sent, wrote] of ROUNDS) {
    if (calls.size === 0 || free.size === 0) break;
    const own = groupBy(free, sent);
    for (const [key, group] of groupBy(calls, wrote))
      for (const stretch of stretchesOf(own.get(key) ?? [], group)) {
        for (const pair of joinStretch(stretch)) {
          free.delete(pair.exchange);
          calls.delete(pair.probe);
          pairs.push(pair);
        }
        // Each exchange that is left is one of these calls: rather of one that was answered, it has ended more likely.
        const left = stretch.exchanges.filter((exchange) => free.has(exchange));
        const rivals = stretch.probes
          .filter((probe) => calls.has(probe) && left.some((exchange) => isPossible(exchange, probe)))
          .sort((a, b) => Number(!a.answer) - Number(!b.answer));
        for (const probe of rivals.slice(0, left.length)) {
          unsure.push(probe);
          calls.delete(probe);
        }
        if (rivals.length > 0) for (const exchange of left) free.delete(exchange);
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
  const all: (Exchange | ProbeObservation)[] = [...exchanges, ...probes];
  all.sort((a, b) => timeOf(a) - timeOf(b));
  const stretches: Stretch[] = [];
  let latest = 0;
  for (const item of all) {
    const at = timeOf(item);
    let stretch = stretches.at(-1);
    const isEven = stretch?.exchanges.length === stretch?.probes.length;
    if (!stretch || at - latest > (isEven ? MAX_LEAD : MAX_DELAY)) {
      stretch = { exchanges: [], probes: [] };
      stretches.push(stretch);
    }
    latest = at;
    if (!('probeId' in item)) stretch.exchanges.push(item);
    // What began before the first call was made elsewhere, or before the probe came.
    else if (stretch.probes.push(item) === 1)
      stretch.exchanges = stretch.exchanges.filter((exchange) => timeOf(exchange) >= at - CLOCKS);
  }
  return stretches.filter((stretch) => stretch.probes.length > 0);
}

function joinStretch({ exchanges, probes }: Stretch): readonly Pair[] {
  const fewer = probes.length - exchanges.length;
  if (fewer === 0 || (fewer > 0 && new Set(probes.map(wordsOf)).size === 1)) {
    const pairs = exchanges.flatMap((exchange, i) => {
      const probe = probes[i];
      const delay = startOf(exchange) - (probe?.at ?? Number.NaN);
      return probe && delay >= -MAX_LEAD && delay <= MAX_DELAY ? [{ exchange, probe }] : [];
    });
    if (pairs.every(({ exchange, probe }) => isPossible(exchange, probe))) return pairs;
  }
  const alone = pairsAlone(exchanges, probes, timeOf, NEAR, isPossible);
  return alone.map(([exchange, probe]) => ({ exchange, probe }));
}

/** False when the two contradict each other: another key or another answer. */
function isPossible(exchange: Exchange, probe: ProbeObservation): boolean {
  // A service worker may send and answer otherwise.
  if (exchange.tabId !== probe.tabId) return true;
  const wrote = probe.written.credentials;
  const sent = sentBy(exchange);
  // Headers that were made before the probe came are not known to it; of a field that is written twice, one may be sent.
  const isOther = (key: WrittenCredential) => !wrote.some((own) => isSameKey(own, key));
  if (sent && wrote.length > 0 && (sent.length === 0 || sent.some(isOther))) return false;
  const status = presentValue(exchange.response)?.status;
  // The code gets the answer after redirects, and a stored one for "not modified".
  if (exchange.state === 'redirected' || status === 304) return true;
  return !status || !probe.answer || status === probe.answer.status;
}

/** What a call wrote and was answered, by whomever it was told. */
const wordsOf = ({ written, answer }: ProbeObservation) =>
  JSON.stringify([written.credentials, written.options, answer], (name, value: unknown) =>
    name === 'fingerprint' ? undefined : value,
  );

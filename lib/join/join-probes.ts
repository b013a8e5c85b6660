import type { Milliseconds } from '../api/units';
import type { Exchange } from '../exchange/exchange';
import type { ProbeObservation } from '../exchange/observation';

/** The two are told by the clocks of two processes. */
const MAX_LEAD: Milliseconds = 3_000;
/**
 * The probe records when the code calls, webRequest when the request starts: a busy browser lies between. Of a thousand
 * calls at once in Firefox on a loaded machine, 83 started more than three seconds later (measured).
 */
const MAX_DELAY: Milliseconds = 30_000;

/**
 * Pairs the page's own calls with the exchanges of equal method and URL: in order of start, tab by tab. Calls of
 * one page start in the order in which its code made them; where the counts differ, a call is paired only when
 * every candidate wrote the same.
 */
export function joinProbes(
  exchanges: readonly Exchange[],
  probes: readonly ProbeObservation[],
): { readonly exchange: Exchange; readonly probe: ProbeObservation }[] {
  if (probes.length === 0) return [];
  const pairs: { exchange: Exchange; probe: ProbeObservation }[] = [];
  for (const tabId of new Set(probes.map((probe) => probe.tabId))) {
    const calls = probes.filter((probe) => probe.tabId === tabId).sort((a, b) => a.at - b.at);
    const first = calls[0]?.at ?? 0;
    const own = exchanges
      .filter(
        (exchange) =>
          exchange.tabId === tabId && exchange.hop === 0 && exchange.startedDateTime >= first - 50,
      )
      .sort((a, b) => a.startedDateTime - b.startedDateTime);
    const sameWords = new Set(calls.map(wordsOf)).size === 1;
    if (own.length !== calls.length && !sameWords) {
      pairs.push(...nearestPairs(own, calls));
      continue;
    }
    own.slice(0, calls.length).forEach((exchange, i) => {
      const probe = calls[i];
      const delay = exchange.startedDateTime - (probe?.at ?? Number.NaN);
      if (probe && delay >= -MAX_LEAD && delay <= MAX_DELAY) pairs.push({ exchange, probe });
    });
  }
  return pairs;
}

/** What a call wrote and was answered, by whomever it was told. */
function wordsOf({ written, answer }: ProbeObservation): string {
  const credentials = written.credentials.map(({ fingerprint: _, ...anatomy }) => anatomy);
  return JSON.stringify([credentials, answer]);
}

/** Only pairs without a rival: one call and one exchange near each other, and no other near either. */
function nearestPairs(exchanges: readonly Exchange[], probes: readonly ProbeObservation[]) {
  const near = (exchange: Exchange, probe: ProbeObservation) =>
    Math.abs(exchange.startedDateTime - probe.at) < 100;
  return probes.flatMap((probe) => {
    const candidates = exchanges.filter((exchange) => near(exchange, probe));
    const [exchange] = candidates;
    const isMutual = exchange && probes.filter((other) => near(exchange, other)).length === 1;
    return candidates.length === 1 && exchange && isMutual ? [{ exchange, probe }] : [];
  });
}

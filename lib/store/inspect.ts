import { type Judgement, judge } from '../diagnosis/judge';
import type { Exchange } from '../exchange/exchange';
import { type ExchangeKind, kindOf } from '../exchange/kind';
import { presentValue } from '../exchange/presence';
import { sameHistory, settleHistory } from '../rules/histories';
import { type Neighbours, neighboursOf } from '../rules/neighbours';

/** One exchange with everything that is derived from it. The same object as long as nothing of it changes. */
export interface InspectedExchange extends Judgement {
  readonly exchange: Exchange;
  readonly kind: ExchangeKind;
  readonly neighbours: Neighbours;
  /** Number of its first key, counted from 1 by first appearance; absent when it carries none. */
  readonly keyNumber: number | undefined;
}

export interface Inspection {
  /** In order of start. */
  readonly exchanges: readonly InspectedExchange[];
  /** Number of each key, by fingerprint. */
  readonly keyNumbers: ReadonlyMap<string, number>;
}

const knownFingerprints = new WeakMap<Exchange, readonly string[]>();

/** The fingerprints of an exchange, those of its headers first; as the code wrote them where nobody saw them sent. */
export function fingerprintsIn(exchange: Exchange): readonly string[] {
  const known = knownFingerprints.get(exchange);
  if (known) return known;
  const { request, written } = exchange;
  const inHeaders = presentValue(request.credentials) ?? presentValue(written)?.credentials ?? [];
  const found = [...inHeaders, ...request.url.secrets].flatMap(({ fingerprint }) => fingerprint || []);
  knownFingerprints.set(exchange, found);
  return found;
}

function keyNumbersOf(exchanges: readonly Exchange[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const exchange of exchanges) {
    for (const fingerprint of fingerprintsIn(exchange)) {
      if (!numbers.has(fingerprint)) numbers.set(fingerprint, numbers.size + 1);
    }
  }
  return numbers;
}

function sameNeighbours(a: Neighbours, b: Neighbours): boolean {
  return (
    a.previousHop === b.previousHop &&
    a.nextHop === b.nextHop &&
    a.preflight === b.preflight &&
    a.callOfPreflight === b.callOfPreflight &&
    sameHistory(a.history, b.history)
  );
}

/**
 * Makes a selector from a list of exchanges to their inspection. It remembers every judgement by the exchange
 * object and its neighbours, so that one new event costs the judgement of the exchanges that it touched.
 */
export function createInspect(judgeOne = judge): (exchanges: readonly Exchange[]) => Inspection {
  const known = new WeakMap<Exchange, InspectedExchange>();
  let latest: { readonly exchanges: readonly Exchange[]; readonly inspection: Inspection } | undefined;
  return (exchanges) => {
    if (latest?.exchanges === exchanges) return latest.inspection;
    const neighboursFor = neighboursOf(exchanges);
    const keyNumbers = keyNumbersOf(exchanges);
    const inspected = exchanges.map((exchange) => {
      const neighbours = neighboursFor(exchange);
      const [fingerprint] = fingerprintsIn(exchange);
      const keyNumber = fingerprint === undefined ? undefined : keyNumbers.get(fingerprint);
      const before = known.get(exchange);
      const holds = before !== undefined && sameNeighbours(before.neighbours, neighbours);
      if (holds && before.keyNumber === keyNumber) return before;
      const judgement = holds ? before : judgeOne(exchange, neighbours);
      const { diagnosis, crashed } = judgement;
      const now = { exchange, kind: kindOf(exchange), neighbours, diagnosis, crashed, keyNumber };
      settleHistory(neighbours.history);
      known.set(exchange, now);
      return now;
    });
    const inspection = { exchanges: inspected, keyNumbers };
    latest = { exchanges, inspection };
    return inspection;
  };
}

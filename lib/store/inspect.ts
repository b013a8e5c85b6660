import { type Judgement, judge } from '../diagnosis/judge';
import type { Exchange } from '../exchange/exchange';
import { type ExchangeKind, kindOf } from '../exchange/kind';
import { presentValue } from '../exchange/presence';
import { Histories, sameHistory } from '../rules/histories';
import { linksOf, type Neighbours, neighboursFrom } from '../rules/neighbours';
import { overlapOf } from './overlap';

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

type Links = ReturnType<typeof linksOf>;

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

/** The numbers of keys in a list that changes at its ends. A number stays when the call is dropped that had it first. */
class KeyNumbers {
  readonly numbers = new Map<string, number>();
  /** How many keys had a number when each exchange came. */
  #before: number[] = [];

  /** Answers the number of the first key of the next exchange. */
  add(exchange: Exchange): number | undefined {
    this.#before.push(this.numbers.size);
    const fingerprints = fingerprintsIn(exchange);
    for (const fingerprint of fingerprints)
      if (!this.numbers.has(fingerprint)) this.numbers.set(fingerprint, this.numbers.size + 1);
    return fingerprints[0] === undefined ? undefined : this.numbers.get(fingerprints[0]);
  }

  keep(first: number, end: number): void {
    const count = this.#before[end] ?? this.numbers.size;
    for (const [fingerprint, number] of this.numbers) if (number > count) this.numbers.delete(fingerprint);
    this.#before = this.#before.slice(first, end);
  }
}

function sameNeighbours(a: Neighbours, b: Neighbours): boolean {
  return (
    a.previousHop === b.previousHop &&
    a.nextHop === b.nextHop &&
    a.preflight === b.preflight &&
    a.callOfPreflight === b.callOfPreflight &&
    a.acceptedAt === b.acceptedAt &&
    sameHistory(a.history, b.history)
  );
}

/**
 * Makes a selector from a list of exchanges, in order of start, to their inspection. It remembers every judgement by
 * the exchange object and its neighbours, so that one new event costs the judgement of the exchanges that it touched.
 * What an exchange counted of those before it stays when they are dropped to stay within bounds.
 */
export function createInspect(judgeOne = judge): (exchanges: readonly Exchange[]) => Inspection {
  const known = new WeakMap<Exchange, InspectedExchange>();
  let histories = new Histories();
  let keys = new KeyNumbers();
  let latest: { exchanges: readonly Exchange[]; links: Links; inspection: Inspection } = {
    exchanges: [],
    links: new Map(),
    inspection: { exchanges: [], keyNumbers: keys.numbers },
  };

  const inspectOne = (
    exchange: Exchange,
    neighbours: Neighbours,
    keyNumber: number | undefined,
  ): InspectedExchange => {
    const before = known.get(exchange);
    const holds = before !== undefined && sameNeighbours(before.neighbours, neighbours);
    if (holds && before.keyNumber === keyNumber) return before;
    const { diagnosis, crashed } = holds ? before : judgeOne(exchange, neighbours);
    const now = { exchange, kind: kindOf(exchange), neighbours, diagnosis, crashed, keyNumber };
    known.set(exchange, now);
    return now;
  };

  return (exchanges) => {
    if (latest.exchanges === exchanges) return latest.inspection;
    const { dropped, kept } = overlapOf(latest.exchanges, exchanges);
    if (kept === 0) {
      histories = new Histories();
      keys = new KeyNumbers();
    } else {
      histories.keep(dropped, dropped + kept);
      keys.keep(dropped, dropped + kept);
    }
    const links = linksOf(exchanges);
    const inspected = kept === 0 ? [] : latest.inspection.exchanges.slice(dropped, dropped + kept);
    if (links.size + latest.links.size > 0) {
      for (const [i, before] of inspected.entries()) {
        const { exchange, neighbours, keyNumber } = before;
        const own = links.get(exchange);
        if (own === undefined && !latest.links.has(exchange)) continue;
        inspected[i] = inspectOne(exchange, neighboursFrom(own, neighbours.history), keyNumber);
      }
    }
    for (const exchange of exchanges.slice(kept)) {
      const neighbours = neighboursFrom(links.get(exchange), histories.add(exchange));
      inspected.push(inspectOne(exchange, neighbours, keys.add(exchange)));
    }
    latest = {
      exchanges,
      links,
      inspection: { exchanges: inspected, keyNumbers: new Map(keys.numbers) },
    };
    return latest.inspection;
  };
}

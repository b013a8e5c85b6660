import type { Exchange } from '../exchange/exchange';
import { type CredentialHistory, findHistories } from './histories';
import { findHops } from './hops';
import { pairPreflights } from './preflight-pairs';

export type { CredentialHistory } from './histories';

/** The exchanges that stand in a relation to one exchange. */
export interface Neighbours {
  readonly previousHop?: Exchange | undefined;
  readonly nextHop?: Exchange | undefined;
  /** The preflight that asked for this call. */
  readonly preflight?: Exchange | undefined;
  /** The call that this preflight asked for. */
  readonly callOfPreflight?: Exchange | undefined;
  readonly history?: CredentialHistory | undefined;
}

export const NO_NEIGHBOURS: Neighbours = {};

type Found = { -readonly [Name in keyof Neighbours]-?: Neighbours[Name] };

/** Finds every exchange's neighbours: n log n over all of them, a look-up for each. */
export function neighboursOf(exchanges: readonly Exchange[]): (exchange: Exchange) => Neighbours {
  const all = new Map<Exchange, Found>();
  const of = (exchange: Exchange): Found => {
    let found = all.get(exchange);
    if (found === undefined) {
      found = {
        previousHop: undefined,
        nextHop: undefined,
        preflight: undefined,
        callOfPreflight: undefined,
        history: undefined,
      };
      all.set(exchange, found);
    }
    return found;
  };
  for (const [exchange, history] of findHistories(exchanges)) of(exchange).history = history;
  for (const [hop, next] of findHops(exchanges)) {
    of(hop).nextHop = next;
    of(next).previousHop = hop;
  }
  for (const { preflight, call } of pairPreflights(exchanges)) {
    of(call).preflight = preflight;
    of(preflight).callOfPreflight = call;
  }
  return (exchange) => all.get(exchange) ?? NO_NEIGHBOURS;
}

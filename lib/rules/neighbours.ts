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

/** Finds every exchange's neighbours: n log n over all of them, a look-up for each. */
export function neighboursOf(exchanges: readonly Exchange[]): (exchange: Exchange) => Neighbours {
  const nextHops = findHops(exchanges);
  const previousHops = new Map([...nextHops].map(([hop, next]) => [next, hop]));
  const preflights = new Map<Exchange, Exchange>();
  const calls = new Map<Exchange, Exchange>();
  for (const { preflight, call } of pairPreflights(exchanges)) {
    preflights.set(call, preflight);
    calls.set(preflight, call);
  }
  const historyOf = findHistories(exchanges);
  return (exchange) => ({
    previousHop: previousHops.get(exchange),
    nextHop: nextHops.get(exchange),
    preflight: preflights.get(exchange),
    callOfPreflight: calls.get(exchange),
    history: historyOf(exchange),
  });
}

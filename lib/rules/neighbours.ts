import type { Exchange } from '../exchange/exchange';
import { type CredentialHistory, findHistories } from './histories';
import { findHops } from './hops';
import { pairPreflights } from './preflight-pairs';

export type { CredentialHistory } from './histories';

/** The exchanges that stand in a relation to one exchange. */
export interface Neighbours {
  readonly previousHop?: Exchange;
  readonly nextHop?: Exchange;
  /** The preflight that asked for this call. */
  readonly preflight?: Exchange;
  /** The call that this preflight asked for. */
  readonly callOfPreflight?: Exchange;
  readonly history?: CredentialHistory;
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
  return (exchange) => {
    const previousHop = previousHops.get(exchange);
    const nextHop = nextHops.get(exchange);
    const preflight = preflights.get(exchange);
    const callOfPreflight = calls.get(exchange);
    const history = historyOf(exchange);
    return {
      ...(previousHop && { previousHop }),
      ...(nextHop && { nextHop }),
      ...(preflight && { preflight }),
      ...(callOfPreflight && { callOfPreflight }),
      ...(history && { history }),
    };
  };
}

import type { Exchange } from '../exchange/exchange';
import { findAccepted } from './accepted-keys';
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
  /** Where another call with the same key was accepted, for one whose key was refused. */
  readonly acceptedAt?: string | undefined;
  readonly history?: CredentialHistory | undefined;
}

export const NO_NEIGHBOURS: Neighbours = {};

/** What stands beside an exchange, without what came before it. */
type Links = Omit<Neighbours, 'history'>;

/** What others tell of an exchange as hop, preflight or by its key: of most nothing, and they are not in it. n log n. */
export function linksOf(exchanges: readonly Exchange[]): ReadonlyMap<Exchange, Links> {
  const all = new Map<Exchange, { -readonly [Name in keyof Links]: Links[Name] }>();
  const of = (exchange: Exchange) => {
    const links = all.get(exchange) ?? {};
    all.set(exchange, links);
    return links;
  };
  for (const [hop, next] of findHops(exchanges)) {
    of(hop).nextHop = next;
    of(next).previousHop = hop;
  }
  for (const { preflight, call } of pairPreflights(exchanges)) {
    of(call).preflight = preflight;
    of(preflight).callOfPreflight = call;
  }
  for (const [refused, origin] of findAccepted(exchanges)) of(refused).acceptedAt = origin;
  return all;
}

/** Always the same shape, which keeps ten thousand of them quick. */
export function neighboursFrom(links: Links | undefined, history: CredentialHistory | undefined): Neighbours {
  if (links === undefined && history === undefined) return NO_NEIGHBOURS;
  return {
    previousHop: links?.previousHop,
    nextHop: links?.nextHop,
    preflight: links?.preflight,
    callOfPreflight: links?.callOfPreflight,
    acceptedAt: links?.acceptedAt,
    history,
  };
}

/** Finds every exchange's neighbours: n log n over all of them, a look-up for each. */
export function neighboursOf(exchanges: readonly Exchange[]): (exchange: Exchange) => Neighbours {
  const histories = findHistories(exchanges);
  const links = linksOf(exchanges);
  return (exchange) => neighboursFrom(links.get(exchange), histories.get(exchange));
}

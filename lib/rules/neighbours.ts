import type { Milliseconds } from '../api/units';
import type { Exchange } from '../exchange/exchange';

/** What the calls with the same key add up to, as seen from one of them. */
export interface CredentialHistory {
  /** Calls to the chat endpoints that began within the `duration` up to and including this one. */
  within(duration: Milliseconds): { readonly requests: number; readonly inputCharacters: number };
  /** The latest earlier call that was answered 429 before this one began. */
  readonly latestRefusal: Exchange | undefined;
}

/** The exchanges that stand in a relation to one exchange. */
export interface Neighbours {
  readonly previousHop?: Exchange;
  readonly nextHop?: Exchange;
  readonly preflight?: Exchange;
  readonly history?: CredentialHistory;
}

export const NO_NEIGHBOURS: Neighbours = {};

/** Finds every exchange's neighbours in one pass over all of them. */
export function neighboursOf(_exchanges: readonly Exchange[]): (exchange: Exchange) => Neighbours {
  return () => NO_NEIGHBOURS;
}

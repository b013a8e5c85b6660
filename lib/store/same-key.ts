import { presentValue } from '../exchange/presence';
import type { InspectedCall } from './calls';

type Outcome = 'worked' | 'failed';

/** What became of the other calls with the key of a call. */
export interface SameKey {
  readonly outcome: Outcome;
  /** Of how many others. */
  readonly count: number;
}

/** `undefined` where it is not known, as while it waits. */
function outcomeOf({ last: { exchange } }: InspectedCall): Outcome | undefined {
  const status = presentValue(exchange.response)?.status ?? 0;
  if (status >= 200 && status < 300) return 'worked';
  return status >= 400 || exchange.state === 'failed' ? 'failed' : undefined;
}

/**
 * Whether it is the key that fails: how many others with it worked, or that every one failed. `undefined` where that
 * says nothing: the call did not fail or has no key, no other has it, or none worked and one still may.
 */
export function sameKeyOf(call: InspectedCall, calls: readonly InspectedCall[]): SameKey | undefined {
  if (call.keyNumber === undefined || outcomeOf(call) !== 'failed') return undefined;
  const others = calls.filter((other) => other !== call && other.keyNumber === call.keyNumber).map(outcomeOf);
  const worked = others.filter((outcome) => outcome === 'worked').length;
  if (worked > 0) return { outcome: 'worked', count: worked };
  if (others.length === 0 || others.includes(undefined)) return undefined;
  return { outcome: 'failed', count: others.length };
}

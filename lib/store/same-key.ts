import { serverAnswerOf } from '../diagnosis/server-answer';
import { isAccepted } from '../rules/accepted-keys';
import type { InspectedCall } from './calls';

type Outcome = 'worked' | 'failed';

/** What became of the other calls with the key of a call. */
export interface SameKey {
  readonly outcome: Outcome;
  /** Of how many others. */
  readonly count: number;
  /** Of those that worked. */
  readonly latest?: InspectedCall;
}

/** `undefined` where it is not known, as while it waits, where the page gave it up or a redirect dropped its key. */
function outcomeOf({ keyNumber, last }: InspectedCall): Outcome | undefined {
  const { exchange, diagnosis } = last;
  if (isAccepted(exchange)) return last.keyNumber === keyNumber ? 'worked' : undefined;
  const isFailed = exchange.state === 'failed' && diagnosis.state === 'error';
  return isFailed || serverAnswerOf(exchange)?.refused ? 'failed' : undefined;
}

/**
 * Whether it is the key that fails: how many others with it worked, or that every one failed. `undefined` where that
 * says nothing: the call did not fail or has no key, no other has it, or none worked and one still may.
 */
export function sameKeyOf(call: InspectedCall, calls: readonly InspectedCall[]): SameKey | undefined {
  if (call.keyNumber === undefined || outcomeOf(call) !== 'failed') return undefined;
  const others = calls.filter((other) => other !== call && other.keyNumber === call.keyNumber);
  const worked = others.filter((other) => outcomeOf(other) === 'worked');
  const latest = worked.at(-1);
  if (latest) return { outcome: 'worked', count: worked.length, latest };
  if (others.length === 0 || others.some((other) => outcomeOf(other) === undefined)) return undefined;
  return { outcome: 'failed', count: others.length };
}

import { serverAnswerOf } from '../diagnosis/server-answer';
import type { SameKey } from '../report/same-key-text';
import { isAccepted } from '../rules/accepted-keys';
import type { InspectedCall } from './calls';

/** `undefined` where it is not known, as while it waits, where the page gave it up or a redirect dropped its key. */
function outcomeOf({ keyNumber, last }: InspectedCall): SameKey['outcome'] | undefined {
  const { exchange, diagnosis } = last;
  if (isAccepted(exchange)) return last.keyNumber === keyNumber ? 'worked' : undefined;
  const isFailed = exchange.state === 'failed' && diagnosis.state === 'error';
  return isFailed || serverAnswerOf(exchange)?.refused ? 'failed' : undefined;
}

/** The calls with one key. */
interface Tally {
  calls: number;
  worked: number;
  failed: number;
  latest?: InspectedCall;
}

/** Counted once for a list of calls: it stays the same from key to key. */
const known = new WeakMap<readonly InspectedCall[], ReadonlyMap<number, Tally>>();

function talliesOf(calls: readonly InspectedCall[]): ReadonlyMap<number, Tally> {
  const before = known.get(calls);
  if (before) return before;
  const tallies = new Map<number, Tally>();
  known.set(calls, tallies);
  for (const call of calls) {
    if (call.keyNumber === undefined) continue;
    const tally = tallies.get(call.keyNumber) ?? { calls: 0, worked: 0, failed: 0 };
    tallies.set(call.keyNumber, tally);
    tally.calls++;
    const outcome = outcomeOf(call);
    if (outcome !== undefined) tally[outcome]++;
    if (outcome === 'worked') tally.latest = call;
  }
  return tallies;
}

/**
 * Tells of a call whether it is the key that fails: how many others with it worked, or that every one failed.
 * `undefined` where that says nothing: the call did not fail or has no key, no other has it, or none worked and one
 * still may.
 */
export function sameKeyOf(calls: readonly InspectedCall[], call: InspectedCall): SameKey | undefined {
  const { keyNumber: key } = call;
  if (key === undefined || outcomeOf(call) !== 'failed') return undefined;
  const tally = talliesOf(calls).get(key);
  if (tally === undefined) return undefined;
  if (tally.latest) {
    const host = tally.latest.last.exchange.request.url.origin;
    return { outcome: 'worked', key, count: tally.worked, host };
  }
  const isSure = tally.calls > 1 && tally.failed === tally.calls;
  return isSure ? { outcome: 'failed', key, count: tally.calls - 1 } : undefined;
}

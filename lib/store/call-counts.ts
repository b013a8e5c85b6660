import { type InspectedCall, stateOf } from './calls';
import { groupOf } from './view-state';

export interface CallCounts {
  readonly total: number;
  readonly error: number;
  readonly warning: number;
  readonly clean: number;
  readonly pending: number;
}

/** Counts that add up: what is neither an error, a warning nor pending has no fault. */
export function countsOf(calls: readonly InspectedCall[]): CallCounts {
  const counts = { total: calls.length, error: 0, warning: 0, clean: 0, pending: 0 };
  for (const call of calls) {
    const group = groupOf(stateOf(call));
    if (group === 'error' || group === 'warning' || group === 'pending') counts[group]++;
    else counts.clean++;
  }
  return counts;
}

/** The calls that need a look. */
export function faultyCalls(calls: readonly InspectedCall[]): readonly InspectedCall[] {
  return calls.filter((call) => !['clean', 'pending'].includes(stateOf(call)));
}

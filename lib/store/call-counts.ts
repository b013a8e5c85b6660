import { type InspectedCall, stateOf } from './calls';
import { groupOf, type StateGroup } from './view-state';

/** How many calls of each group there are. */
export function groupCounts(calls: readonly InspectedCall[]): Record<StateGroup, number> {
  const counts = { error: 0, warning: 0, notice: 0, clean: 0, pending: 0, unreadable: 0 };
  for (const call of calls) counts[groupOf(stateOf(call))]++;
  return counts;
}

export interface CallCounts {
  readonly total: number;
  readonly error: number;
  readonly warning: number;
  readonly clean: number;
  readonly pending: number;
}

/** Counts that add up: what is neither an error, a warning nor pending has no fault. */
export function countsOf(calls: readonly InspectedCall[]): CallCounts {
  const { error, warning, pending } = groupCounts(calls);
  const total = calls.length;
  return { total, error, warning, clean: total - error - warning - pending, pending };
}

/** The calls that need a look. */
export function faultyCalls(calls: readonly InspectedCall[]): readonly InspectedCall[] {
  return calls.filter((call) => !['clean', 'pending'].includes(stateOf(call)));
}

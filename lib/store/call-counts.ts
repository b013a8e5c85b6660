import { type InspectedCall, stateOf } from './calls';
import { groupOf, type StateGroup } from './view-state';

export type CallCounts = Readonly<Record<StateGroup, number>>;

const groupOfCall = (call: InspectedCall) => groupOf(stateOf(call));

/** How many calls of each group there are, in the order of the chips; every call is in one. */
export function groupCounts(calls: readonly InspectedCall[]): CallCounts {
  const counts = { error: 0, warning: 0, notice: 0, clean: 0, pending: 0, unreadable: 0 };
  for (const call of calls) counts[groupOfCall(call)]++;
  return counts;
}

/** The calls that need a look. */
export function faultyCalls(calls: readonly InspectedCall[]): readonly InspectedCall[] {
  return calls.filter((call) => !['clean', 'pending'].includes(groupOfCall(call)));
}

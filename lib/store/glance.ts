import { type InspectedCall, stateOf } from './calls';
import { groupOf, type StateGroup } from './view-state';

const MAX_PROBLEMS = 3;

/**
 * The latest calls, the newest first. The latest with an error are among them, then those with a warning, however many
 * others came later.
 * @param calls in order of start
 */
export function glanceAt(calls: readonly InspectedCall[], most: number): readonly InspectedCall[] {
  const those = (group: StateGroup) => calls.filter((call) => groupOf(stateOf(call)) === group);
  const problems = [...those('warning'), ...those('error')].slice(-MAX_PROBLEMS);
  const others = calls.filter((call) => !problems.includes(call)).slice(problems.length - most);
  return [...problems, ...others].sort((a, b) => b.start - a.start);
}

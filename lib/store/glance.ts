import { type InspectedCall, stateOf } from './calls';
import { groupOf } from './view-state';

const MAX_ERRORS = 3;

/**
 * The latest calls, the newest first. The latest with an error are among them, however many others came later.
 * @param calls in order of start
 */
export function glanceAt(calls: readonly InspectedCall[], most: number): readonly InspectedCall[] {
  const failed = calls.filter((call) => groupOf(stateOf(call)) === 'error').slice(-MAX_ERRORS);
  const others = calls.filter((call) => !failed.includes(call)).slice(failed.length - most);
  return [...failed, ...others].sort((a, b) => b.start - a.start);
}

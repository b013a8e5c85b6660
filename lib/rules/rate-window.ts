import { RATE_LIMIT_WINDOWS } from '../api/limits';
import type { Milliseconds } from '../api/units';
import type { CredentialHistory, LimitedUse } from './histories';

export const MINUTE: Milliseconds = 60_000;

/** The part of a window from which it is worth a warning. */
export const NEAR = 0.8;

/** What one key used of one documented window. */
export interface WindowUse {
  readonly duration: Milliseconds;
  readonly requests: number;
  readonly inputCharacters: number;
  /** The part of the limit that is used; 1 is all of it. */
  readonly used: number;
  readonly of: LimitedUse;
  readonly limit: number;
}

/** Every documented window twice, the shortest first: by its requests and by its characters. */
export function windowUses(history: CredentialHistory): WindowUse[] {
  return RATE_LIMIT_WINDOWS.flatMap((window): WindowUse[] => {
    const { duration } = window;
    const seen = { duration, ...history.within(duration) };
    const of = (kind: LimitedUse, count: number, limit: number) => ({
      ...seen,
      used: count / limit,
      of: kind,
      limit,
    });
    return [
      of('requests', seen.requests, window.requests),
      of('characters', seen.inputCharacters, window.inputCharacters),
    ];
  });
}

/** The first of those of which most is used. */
export function fullestOf(uses: readonly WindowUse[]): WindowUse | undefined {
  return uses.reduce<WindowUse | undefined>(
    (fullest, use) => (fullest === undefined || use.used > fullest.used ? use : fullest),
    undefined,
  );
}

/** The documented window of which most is used; the shortest of equals. */
export function fullestWindow(history: CredentialHistory): WindowUse {
  return fullestOf(windowUses(history)) as WindowUse;
}

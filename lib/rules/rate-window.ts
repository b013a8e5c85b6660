import { RATE_LIMIT_WINDOWS } from '../api/limits';
import type { Milliseconds } from '../api/units';
import type { CredentialHistory } from './histories';

export const MINUTE: Milliseconds = 60_000;

/** The part of a window from which it is worth a warning. */
export const NEAR = 0.8;

/** What one key used of one documented window. */
export interface WindowUse {
  readonly duration: Milliseconds;
  readonly requests: number;
  readonly inputCharacters: number;
  /** The part of the limit that is used, of requests or of characters, whichever is more; 1 is all of it. */
  readonly used: number;
  readonly of: 'requests' | 'characters';
  readonly limit: number;
}

/** The documented window of which most is used; the shortest of equals. */
export function fullestWindow(history: CredentialHistory): WindowUse {
  let fullest: WindowUse = {
    duration: 0,
    requests: 0,
    inputCharacters: 0,
    used: -1,
    of: 'requests',
    limit: 0,
  };
  for (const window of RATE_LIMIT_WINDOWS) {
    const { requests, inputCharacters } = history.within(window.duration);
    const byRequests = requests / window.requests;
    const byCharacters = inputCharacters / window.inputCharacters;
    const used = Math.max(byRequests, byCharacters);
    if (used <= fullest.used) continue;
    const { duration } = window;
    fullest =
      byRequests >= byCharacters
        ? { duration, requests, inputCharacters, used, of: 'requests', limit: window.requests }
        : { duration, requests, inputCharacters, used, of: 'characters', limit: window.inputCharacters };
  }
  return fullest;
}

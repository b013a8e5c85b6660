import { RATE_LIMIT_WINDOWS, type RateLimitWindow } from '../api/limits';
import type { Milliseconds } from '../api/units';
import type { CredentialHistory } from './histories';

export const MINUTE: Milliseconds = 60_000;

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

function useOf(history: CredentialHistory, window: RateLimitWindow): WindowUse {
  const { requests, inputCharacters } = history.within(window.duration);
  const byRequests = requests / window.requests;
  const byCharacters = inputCharacters / window.inputCharacters;
  const seen = { duration: window.duration, requests, inputCharacters };
  return byRequests >= byCharacters
    ? { ...seen, used: byRequests, of: 'requests', limit: window.requests }
    : { ...seen, used: byCharacters, of: 'characters', limit: window.inputCharacters };
}

/** The documented window of which most is used; the shortest of equals. */
export function fullestWindow(history: CredentialHistory): WindowUse | undefined {
  let fullest: WindowUse | undefined;
  for (const window of RATE_LIMIT_WINDOWS) {
    const use = useOf(history, window);
    if (fullest === undefined || use.used > fullest.used) fullest = use;
  }
  return fullest;
}

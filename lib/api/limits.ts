import type { Milliseconds } from './units';

/** One documented default window. Source: https://docs.infuzu.com/rate-limiting.html (rolling, per account). */
export interface RateLimitWindow {
  readonly duration: Milliseconds;
  /** Calls to the chat endpoints. */
  readonly requests: number;
  /** Characters of input in them. */
  readonly inputCharacters: number;
}

const MINUTE: Milliseconds = 60_000;

export const RATE_LIMIT_WINDOWS: readonly RateLimitWindow[] = [
  { duration: MINUTE, requests: 100, inputCharacters: 10_000 },
  { duration: 10 * MINUTE, requests: 500, inputCharacters: 50_000 },
  { duration: 60 * MINUTE, requests: 1_500, inputCharacters: 150_000 },
];

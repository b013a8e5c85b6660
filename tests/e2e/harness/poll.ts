/** Waiting without sleeping: ask for a mark again and again until it is there or the time is up. */

const INTERVAL_MS = 20;
export const DEFAULT_TIMEOUT_MS = 15_000;

/** A command or a wait that took longer than it was given. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export interface PollOptions {
  /** Milliseconds until the wait fails. */
  readonly timeout?: number | undefined;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Calls `probe` until it returns something other than undefined, null or false.
 * A probe that throws counts as "not yet" (documents come and go while a page loads); the last error is told
 * when the time is up. `what` completes the sentence "Timed out waiting for …"; as a function it can look at the end.
 */
export async function poll<T>(
  what: string | (() => string | Promise<string>),
  probe: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  { timeout = DEFAULT_TIMEOUT_MS }: PollOptions = {},
): Promise<T> {
  const end = performance.now() + timeout;
  let lastError: unknown;
  for (;;) {
    try {
      const found = await probe();
      if (found !== undefined && found !== null && found !== false) return found;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (performance.now() >= end) break;
    await pause(INTERVAL_MS);
  }
  const because = lastError instanceof Error ? `\nThe last attempt failed: ${lastError.message}` : '';
  const description = typeof what === 'string' ? what : await what();
  const error = new TimeoutError(`Timed out after ${timeout} ms waiting for ${description}${because}`, {
    cause: lastError,
  });
  // The stack starts at the caller, so that reports point to the line of the spec.
  Error.captureStackTrace(error, poll);
  throw error;
}

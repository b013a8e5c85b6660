import type { Milliseconds } from '../api/units';

interface Pace {
  /** How long work waits when the last was quick, or long ago. */
  readonly least: Milliseconds;
  readonly most: Milliseconds;
  /** Between two works lies so many times as long as the first took: so the rest of the thread keeps its share. */
  readonly rest: number;
}

/**
 * Makes a `setTimeout` for work that gathers while it waits: bursts that cost more are handled in larger portions.
 * What the work sets off in microtasks, as a rendering, counts as well.
 */
export function createPace({ least, most, rest }: Pace): (work: () => void) => void {
  let restUntil = 0;
  return (work) => {
    const run = () => {
      const start = performance.now();
      work();
      queueMicrotask(() => {
        const end = performance.now();
        restUntil = end + Math.min(most, rest * (end - start));
      });
    };
    const delay = Math.max(least, restUntil - performance.now());
    try {
      setTimeout(run, delay);
    } catch {
      // Firefox throws NS_ERROR_NOT_INITIALIZED while it takes the background down: nothing runs there any more.
    }
  };
}

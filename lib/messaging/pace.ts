import type { Milliseconds } from '../api/units';

interface Pace {
  /** How long work waits when the last was quick. */
  readonly least: Milliseconds;
  readonly most: Milliseconds;
  /** How many times as long as the last work took: so the rest of the thread keeps its share of the time. */
  readonly rest: number;
}

/**
 * Makes a `setTimeout` for work that gathers while it waits: bursts that cost more are handled in larger portions.
 * What the work sets off in microtasks, as a rendering, counts as well.
 */
export function createPace({ least, most, rest }: Pace): (work: () => void) => void {
  let delay = least;
  return (work) => {
    const run = () => {
      const start = performance.now();
      work();
      queueMicrotask(() => {
        delay = Math.min(most, Math.max(least, rest * (performance.now() - start)));
      });
    };
    try {
      setTimeout(run, delay);
    } catch {
      // Firefox throws NS_ERROR_NOT_INITIALIZED while it takes the background down: nothing runs there any more.
    }
  };
}

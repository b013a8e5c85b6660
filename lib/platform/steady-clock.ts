import type { Milliseconds } from '../api/units';

/** A timer that was set; 0 is none. */
export type TimerId = number;

/** What the clock's worker is asked for, and what it answers with when the time has come. */
export interface Alarm {
  readonly id: TimerId;
  readonly delay: Milliseconds;
}

export interface Clock {
  /** `setTimeout` */
  set(work: () => void, delay: Milliseconds): TimerId;
  /** `clearTimeout` */
  clear(id: TimerId | undefined): void;
}

/**
 * Timers for a page that nobody sees. Chromium wakes the timers of a hidden frame of another origin once a second
 * (measured with 156: the devtools page is one, `setTimeout(…, 25)` took up to 1,000 ms there); a worker's timers are
 * not slowed down.
 * @param worker runs `entrypoints/devtools-clock.ts`
 */
export function createSteadyClock(worker: Pick<Worker, 'postMessage' | 'onmessage'>): Clock {
  const waiting = new Map<TimerId, () => void>();
  let latest: TimerId = 0;
  worker.onmessage = ({ data }: MessageEvent<TimerId>) => {
    const work = waiting.get(data);
    waiting.delete(data);
    work?.();
  };
  return {
    set(work, delay) {
      const id = ++latest;
      waiting.set(id, work);
      worker.postMessage({ id, delay } satisfies Alarm);
      return id;
    },
    clear(id = 0) {
      waiting.delete(id);
    },
  };
}

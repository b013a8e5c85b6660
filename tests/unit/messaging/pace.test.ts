import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace } from '../../../lib/messaging/pace';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How long work waits after work that took so long, and that ended some time ago. */
async function waitAfter(took: number, ago = 0): Promise<number> {
  const later = createPace({ least: 10, most: 200, rest: 4 });
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  later(() => {
    clock += took;
  });
  await vi.advanceTimersByTimeAsync(10);
  clock += ago;
  const start = Date.now();
  let waited = Number.NaN;
  later(() => {
    waited = Date.now() - start;
  });
  await vi.advanceTimersByTimeAsync(1_000);
  return waited;
}

describe('a pace', () => {
  it.each([
    [0, 10],
    [2, 10],
    [20, 80],
    [500, 200],
  ])('makes work that follows work of %i ms wait %i ms', async (took, wait) => {
    expect(await waitAfter(took)).toBe(wait);
  });

  it('makes nothing wait that comes when the rest is over', async () => {
    expect(await waitAfter(20, 50)).toBe(30);
    expect(await waitAfter(500, 1_000)).toBe(10);
  });

  it('counts what the work sets off', async () => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    const later = createPace({ least: 10, most: 200, rest: 4 });
    later(() => {
      queueMicrotask(() => {
        clock += 20;
      });
    });
    await vi.advanceTimersByTimeAsync(10);
    let isDone = false;
    later(() => {
      isDone = true;
    });
    await vi.advanceTimersByTimeAsync(79);
    expect(isDone).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isDone).toBe(true);
  });

  it('throws nothing where no timer is to be had any more', () => {
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(() => {
      throw new Error('NS_ERROR_NOT_INITIALIZED');
    });
    expect(() => createPace({ least: 10, most: 200, rest: 4 })(() => {})).not.toThrow();
    vi.restoreAllMocks();
  });
});

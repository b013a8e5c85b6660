import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const { browser } = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => ({ browser }));
// Another file of the same worker may have loaded the module with another browser.
vi.resetModules();
const { followDocument } = await import('../../../lib/platform/inspected-window');

const START = Date.UTC(2026, 0, 1);
beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

/** A tab whose scripts answer `delay` later, for the document that it shows by then. */
function tab(delay: number) {
  let shown: readonly unknown[] = ['https://app.test', 1, START - 1_000];
  const told: unknown[] = [];
  const navigated: ((url: string) => void)[] = [];
  const evaluate = (_: string, answer: (value: unknown) => void) =>
    void setTimeout(() => answer([...shown]), delay);
  browser['devtools'] = {
    inspectedWindow: { eval: evaluate },
    network: { onNavigated: { addListener: (listener: (url: string) => void) => navigated.push(listener) } },
  };
  followDocument((document, navigation) =>
    told.push([document?.id, navigation?.url, navigation && (document?.committed ?? navigation.at) - START]),
  );
  return {
    told,
    show(id: number) {
      shown = ['https://app.test', id, Date.now()];
    },
    tellNavigation: (url: string) => {
      for (const listener of navigated) listener(url);
    },
  };
}

it('tells both of two quick navigations, each from the beginning of its document', async () => {
  const { told, show, tellNavigation } = tab(10);
  await vi.advanceTimersByTimeAsync(100);
  show(2);
  await vi.advanceTimersByTimeAsync(20);
  tellNavigation('second');
  await vi.advanceTimersByTimeAsync(5);
  tellNavigation('third');
  await vi.advanceTimersByTimeAsync(20);
  show(3);
  await vi.advanceTimersByTimeAsync(200);
  expect(told).toEqual([
    [1, undefined, undefined],
    [undefined, 'second', 100],
    [3, 'third', 145],
  ]);
});

it('tells the first from when it was told where the answer is of the second already', async () => {
  const { told, show, tellNavigation } = tab(10);
  await vi.advanceTimersByTimeAsync(100);
  tellNavigation('second');
  await vi.advanceTimersByTimeAsync(5);
  show(3);
  tellNavigation('third');
  await vi.advanceTimersByTimeAsync(200);
  expect(told.slice(1)).toEqual([
    [undefined, 'second', 100],
    [3, 'third', 105],
  ]);
});

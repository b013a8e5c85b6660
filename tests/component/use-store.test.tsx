import { render } from '@testing-library/preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { useCalmStore } from '../../components/ui/use-store';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function show() {
  const store = createStore(() => ({ count: 0 }));
  let drawn = 0;
  function Count() {
    const { count } = useCalmStore(store);
    drawn++;
    return <p>{count}</p>;
  }
  const { container } = render(<Count />);
  const set = (count: number) => act(() => store.setState({ count }));
  return { set, text: () => container.textContent, drawn: () => drawn };
}

it('shows the first change after a while at once', () => {
  const { set, text } = show();
  void set(1);
  expect(text()).toBe('1');
  vi.advanceTimersByTime(1_000);
  void set(2);
  expect(text()).toBe('2');
});

it('shows a burst in two steps, and its end for sure', async () => {
  const { set, text, drawn } = show();
  for (let count = 1; count <= 50; count++) void set(count);
  expect([text(), drawn()]).toEqual(['1', 2]);
  await act(() => void vi.advanceTimersByTime(30));
  expect([text(), drawn()]).toEqual(['50', 3]);
});

it('does not rest for what else the thread was busy with', async () => {
  const { set, text } = show();
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000);
  void set(1);
  // The next task comes five seconds later.
  now.mockReturnValue(6_000);
  await act(() => void vi.advanceTimersByTime(1));
  void set(2);
  expect(text()).toBe('1');
  await act(() => void vi.advanceTimersByTime(200));
  expect(text()).toBe('2');
  now.mockRestore();
});

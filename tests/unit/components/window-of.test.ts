import { describe, expect, test } from 'vitest';
import { topFor, windowOf } from '../../../components/ui/window-of';

const seen = (top: number) => ({ rowHeight: 20, top, height: 100 });
const ends = (indices: readonly number[]) => [indices[0], indices.at(-1), indices.length];

describe('the rows to draw', () => {
  test('are those in view and a few more, without a hole', () => {
    const drawn = windowOf(50_000, -1, seen(20_000));
    expect(drawn).toContain(1_000);
    expect(drawn).toContain(1_004);
    expect(drawn.every((index, n) => index === (drawn[0] ?? 0) + n)).toBe(true);
    expect(drawn.length).toBeLessThan(30);
  });

  test('end with the list', () => {
    expect(ends(windowOf(3, -1, seen(0)))).toEqual([0, 2, 3]);
    expect(windowOf(1_000, -1, seen(19_900)).at(-1)).toBe(999);
    expect(windowOf(0, 0, seen(0))).toEqual([]);
    // A list that became shorter while it was scrolled down.
    expect(windowOf(10, -1, seen(20_000))).toEqual([]);
  });

  test('always contain the one that is kept, once, in its order', () => {
    expect(windowOf(1_000, 2, seen(10_000))[0]).toBe(2);
    expect(windowOf(1_000, 990, seen(0)).at(-1)).toBe(990);
    expect(windowOf(1_000, 501, seen(10_000)).filter((index) => index === 501)).toHaveLength(1);
    expect(windowOf(5, 7, seen(0))).toEqual([0, 1, 2, 3, 4]);
  });
});

test('a row is brought into view by the shortest way', () => {
  expect(topFor(10, seen(200))).toBe(200);
  expect(topFor(14, seen(200))).toBe(200);
  expect(topFor(15, seen(200))).toBe(220);
  expect(topFor(3, seen(200))).toBe(60);
});

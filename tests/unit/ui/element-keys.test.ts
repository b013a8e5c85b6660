import { describe, expect, test } from 'vitest';
import { createElementKeys } from '../../../components/ui/element-keys';

/** The keys after each step, in the order of the rows. */
function keysAfter(...steps: readonly (readonly [ids: string, kept: string])[]): number[][] {
  const keysOf = createElementKeys();
  return steps.map(([ids, kept]) => [...keysOf([...ids], kept).values()]);
}

describe('the elements of the rows', () => {
  test('stay with their rows while these are drawn', () => {
    expect(keysAfter(['abcd', 'a'], ['acde', 'a'], ['adef', 'a'])).toEqual([
      [0, 1, 2, 3],
      [0, 2, 3, 4],
      [0, 3, 4, 5],
    ]);
  });

  test('are taken over in their order after a jump, but for the kept one', () => {
    expect(keysAfter(['abcd', 'a'], ['axyz', 'a'], ['apqrs', 'a'])).toEqual([
      [0, 1, 2, 3],
      [0, 1, 2, 3],
      [0, 1, 2, 3, 4],
    ]);
    expect(keysAfter(['abcz', 'z'], ['mnoz', 'z'])).toEqual([
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ]);
  });

  test.each([
    ['goes to the other end', ['abcd', 'a'], ['xyza', 'a']],
    ['was in their middle', ['abcd', 'b'], ['bxyz', 'b']],
    ['is another one', ['abcd', 'a'], ['xyzw', 'x']],
  ] as const)('are new where the kept row %s: one that is moved would lose the focus', (_, before, after) => {
    const [old = [], now = []] = keysAfter(before, after);
    const kept = now[[...after[0]].indexOf(before[1])];
    expect(now.filter((key) => old.includes(key))).toEqual(kept === undefined ? [] : [kept]);
  });
});

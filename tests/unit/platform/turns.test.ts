import { expect, it } from 'vitest';
import { createTurns } from '../../../lib/platform/turns';

function worker(most: number) {
  const inTurn = createTurns(most);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const add = (n: number) =>
    inTurn(
      () =>
        new Promise((done) => {
          begun.push(n);
          ends.push(done);
        }),
    );
  return { begun, ends, add };
}

it('begins what comes first first, and no more at once than it may', async () => {
  const { begun, ends, add } = worker(2);
  for (const n of [1, 2, 3, 4]) add(n);
  expect(begun).toEqual([1, 2]);
  ends[1]?.();
  await expect.poll(() => begun).toEqual([1, 2, 3]);
});

it('goes on with what comes after a rest', async () => {
  const { begun, ends, add } = worker(1);
  add(1);
  ends[0]?.();
  await Promise.resolve();
  add(2);
  await expect.poll(() => begun).toEqual([1, 2]);
});

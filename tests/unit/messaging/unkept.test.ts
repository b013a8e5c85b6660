import { describe, expect, it } from 'vitest';
import { Unkept } from '../../../lib/messaging/unkept';

describe('what is not yet said to be kept', () => {
  it('is there in its latest form, in order', () => {
    const unkept = new Unkept<string>();
    unkept.add('a', 'a1');
    unkept.add('b', 'b1');
    unkept.add('a', 'a2');
    expect(unkept.all()).toEqual(['b1', 'a2']);
  });

  it('goes when it is kept, but for what was sent since', () => {
    const unkept = new Unkept<string>();
    unkept.add('a', 'a1');
    unkept.add('b', 'b1');
    const told = unkept.latest;
    unkept.add('a', 'a2');
    unkept.keep(told);
    expect(unkept.all()).toEqual(['a2']);
    unkept.keep(unkept.latest);
    expect(unkept.all()).toEqual([]);
  });

  it('has a bound: the oldest go', () => {
    const unkept = new Unkept<number>();
    for (let n = 0; n < 6_000; n++) unkept.add(String(n), n);
    const all = unkept.all();
    expect([all.length, all[0], all.at(-1)]).toEqual([5_000, 1_000, 5_999]);
  });
});

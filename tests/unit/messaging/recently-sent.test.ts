import { describe, expect, it } from 'vitest';
import { RecentlySent } from '../../../lib/messaging/recently-sent';

describe('what was sent a moment ago', () => {
  it('is kept in its latest form, in order', () => {
    const sent = new RecentlySent<string>();
    sent.add('a', 'a1', 1_000);
    sent.add('b', 'b1', 1_010);
    sent.add('a', 'a2', 1_020);
    expect(sent.since(1_030)).toEqual(['b1', 'a2']);
  });

  it('is forgotten after ten seconds', () => {
    const sent = new RecentlySent<string>();
    sent.add('a', 'a', 1_000);
    sent.add('b', 'b', 10_500);
    expect(sent.since(11_000)).toEqual(['a', 'b']);
    expect(sent.since(11_001)).toEqual(['b']);
    expect(sent.since(30_000)).toEqual([]);
  });

  it('has a bound: the oldest go', () => {
    const sent = new RecentlySent<number>();
    for (let n = 0; n < 1_500; n++) sent.add(String(n), n, 1_000);
    const kept = sent.since(1_000);
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([1_000, 500, 1_499]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { createLastingIds } from '../../../lib/store/lasting-ids';
import { exchangeOf } from '../support/exchange-of';

const row = (id: string, ...joinedIds: string[]): Exchange => ({
  ...exchangeOf({}),
  id,
  ...(joinedIds.length > 0 && { joinedIds }),
});

/** The ids under which a page shows what it is told, list after list. */
function shownIds(...lists: readonly (readonly Exchange[])[]): string[][] {
  const lasting = createLastingIds();
  return lists.map((list) => lasting(list).map(({ id }) => id));
}

describe('the ids of a page', () => {
  it('last when the record of another stream is joined to what one stream told alone', () => {
    const told = [
      [row('1.0'), row('probe-a')],
      [row('1.0'), row('har-a', 'probe-a')],
      [row('1.0'), row('2.0', 'har-a', 'probe-a'), row('3.0', 'har-b')],
      [row('1.0'), row('2.0', 'har-a', 'probe-a'), row('3.0', 'har-b'), row('4.0')],
    ];
    expect(shownIds(...told)).toEqual([
      ['1.0', 'probe-a'],
      ['1.0', 'probe-a'],
      ['1.0', 'probe-a', '3.0'],
      ['1.0', 'probe-a', '3.0', '4.0'],
    ]);
  });

  it('are their own where both were shown', () => {
    const [, now] = shownIds([row('har-a'), row('1.0')], [row('1.0', 'har-a')]);
    expect(now).toEqual(['1.0']);
  });

  it('are never two rows’ at once, when it turns out that the two are not one call', () => {
    const [, joined, parted] = shownIds([row('har-a')], [row('1.0', 'har-a')], [row('har-a'), row('1.0')]);
    expect(joined).toEqual(['har-a']);
    expect(parted).toEqual(['har-a', '1.0']);
  });

  it('make no other objects of what stays as it was', () => {
    const lasting = createLastingIds();
    const list = [row('1.0'), row('har-a')];
    expect(lasting(list)).toBe(list);
    const joined = row('2.0', 'har-a');
    const before = lasting([...list.slice(0, 1), joined]);
    const after = lasting([...list.slice(0, 1), joined, row('3.0')]);
    expect(after[0]).toBe(list[0]);
    expect(after[1]).toBe(before[1]);
  });
});

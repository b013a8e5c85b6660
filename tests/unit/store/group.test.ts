import { describe, expect, it } from 'vitest';
import { createGroup, dropShown, type Group, recordsOf } from '../../../lib/store/group';
import { viewGroup } from '../../../lib/store/group-view';
import { exchangeOf } from '../support/exchange-of';
import { harOf, START } from '../support/web-request-of';

const NONE = new Set<string>();

/** So many equal calls, each with its entry. */
function groupOf(count: number): Group {
  const group = createGroup();
  for (let n = 0; n < count; n++) {
    const call = {
      status: 401,
      startedDateTime: START + n * 10,
      responseHeaders: [['x-request-id', String(n)] as const],
    };
    group.exchanges.set(`r${n}.0`, { ...exchangeOf(call), id: `r${n}.0`, callId: `r${n}`, tabId: 5 });
    group.entries.set(`har:${n}`, harOf(String(n), call));
  }
  group.view = viewGroup(recordsOf(group), NONE);
  return group;
}

describe('a shown exchange that is dropped', () => {
  it('takes what was joined into it with it, without a look at the others', () => {
    const group = groupOf(3);
    const all = [group.view, group.exchanges, group.entries, group.probes] as Map<string, unknown>[];
    const refuse = () => {
      throw new Error('a look at all of them');
    };
    for (const map of all) Object.assign(map, { [Symbol.iterator]: refuse, keys: refuse, values: refuse });
    expect(dropShown(group, 'r1.0')).toEqual(['r1.0', 'har:1']);
    expect(dropShown(group, 'r1.0')).toEqual([]);
    expect(group.view.size).toBe(2);
  });

  it('takes what no row took with it when it was the last', () => {
    const group = groupOf(1);
    group.entries.set('har:page', { ...harOf('page'), viaServiceWorker: true });
    expect(dropShown(group, 'r0.0')).toEqual(['r0.0', 'har:0', 'har:page']);
  });

  it('goes with its entry when DevTools alone saw it and lost its answer', () => {
    const group = createGroup();
    for (const id of ['a', 'b']) group.entries.set(`har:${id}`, harOf(id, { status: 0 }));
    group.view = viewGroup(recordsOf(group), NONE);
    expect(dropShown(group, 'har-a')).toEqual(['har:a']);
  });
});

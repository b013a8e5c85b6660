import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExchangeStore } from '../../../lib/store/exchange-store';
import { forgetTabs } from '../../../lib/store/gone-tabs';
import { harOf, observationOf, START } from '../support/web-request-of';

beforeEach(() => void vi.useFakeTimers({ now: START + 3_600_000, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

function open() {
  const records = new Set<string>();
  const store = new ExchangeStore({
    limits: { perTab: 100, total: 100 },
    onChange: () => {},
    onRecords: (changes) => {
      for (const [key, record] of changes) record ? records.add(key) : records.delete(key);
    },
    schedule: () => {},
    later: () => {},
  });
  return { store, records };
}

describe('a tab that is gone', () => {
  it('takes with it what no row of it shows', async () => {
    const { store, records } = open();
    for (const tabId of [5, 6])
      store.observe({ ...harOf(`page-${tabId}`, { tabId }), viaServiceWorker: true });
    store.dropped.set(5, 3);
    expect(store.exchanges()).toEqual([]);
    forgetTabs(store, (tabId) => tabId === 5, START + 1_000);
    await Promise.resolve();
    expect([...records]).toEqual(['har:page-6']);
    expect([...store.dropped]).toEqual([]);
  });

  it('stays cleared until nothing more comes of it', () => {
    const { store } = open();
    for (const tabId of [5, 6]) {
      store.observe(observationOf('onBeforeRequest', { requestId: `of-${tabId}`, tabId }));
      store.clear(START + 500, { tabId });
    }
    store.observe(observationOf('onBeforeRequest', { requestId: 'late', timeStamp: START + 600 }));
    const isGone = (tabId: number) => tabId === 5;
    forgetTabs(store, isGone, START + 1_000);
    store.observe(harOf('late', { startedDateTime: START + 600 }));
    expect(store.exchanges()).toEqual([]);
    expect([...store.cleared.before.keys()]).toEqual([5, 6]);
    forgetTabs(store, isGone, START + 61_000);
    expect([...store.cleared.before.keys()]).toEqual([6]);
  });
});

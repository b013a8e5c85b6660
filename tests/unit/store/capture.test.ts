import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HarObservation } from '../../../lib/exchange/observation';
import { Capture } from '../../../lib/store/capture';
import { ExchangeStore } from '../../../lib/store/exchange-store';
import { TEST_SALT } from '../support/exchange-of';
import { detailsOf, harOf, START } from '../support/web-request-of';

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

async function open(paused = false) {
  const store = new ExchangeStore({
    limits: { perTab: 100, total: 100 },
    onChange: () => {},
    onRecords: () => {},
    schedule: () => {},
    later: () => {},
  });
  const capture = new Capture(
    store,
    Promise.resolve({
      salt: TEST_SALT,
      paused,
      records: [],
      dropped: new Map<number, number>(),
      cleared: { before: new Map<number, number>(), calls: [] },
    }),
  );
  await capture.ready;
  const ids = () => {
    store.flush();
    return store.exchanges().map(({ id }) => id);
  };
  return { capture, ids };
}

const entryAt = (id: string, at: number): HarObservation => {
  const entry = harOf(id, { status: 200 });
  return { ...entry, exchange: { ...entry.exchange, startedDateTime: at } };
};

describe('a pause', () => {
  it('keeps no call that began in it, however late DevTools tell it', async () => {
    const { capture, ids } = await open();
    capture.observe(entryAt('before', START - 1_000));
    capture.paused = true;
    vi.advanceTimersByTime(1_000);
    capture.observe(entryAt('within', START + 500));
    capture.webRequest('onBeforeRequest', detailsOf('onBeforeRequest', { requestId: 'seen' }));
    vi.advanceTimersByTime(1_000);
    capture.paused = false;
    capture.observe(entryAt('within', START + 500));
    capture.observe(entryAt('after', START + 2_500));
    expect(ids()).toEqual(['har-before', 'har-after']);
  });

  it('keeps no call that began in it and ends after it', async () => {
    const { capture, ids } = await open();
    const tell = (event: 'onBeforeRequest' | 'onHeadersReceived' | 'onCompleted', requestId: string) =>
      capture.webRequest(event, detailsOf(event, { requestId }));
    capture.paused = true;
    tell('onBeforeRequest', 'within');
    capture.paused = false;
    tell('onHeadersReceived', 'within');
    tell('onCompleted', 'within');
    tell('onBeforeRequest', 'after');
    expect(ids()).toEqual(['after.0']);
  });

  it('takes what is told in it of a call that began before', async () => {
    const { capture, ids } = await open();
    capture.paused = true;
    capture.observe(entryAt('before', START - 1_000));
    expect(ids()).toEqual(['har-before']);
  });

  it('goes on when the background was stopped in it', async () => {
    const { capture, ids } = await open(true);
    capture.observe(entryAt('within', START - 1_000));
    expect(ids()).toEqual([]);
  });
});

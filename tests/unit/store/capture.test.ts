import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HarObservation } from '../../../lib/exchange/observation';
import { Capture } from '../../../lib/store/capture';
import { ExchangeStore } from '../../../lib/store/exchange-store';
import { TEST_SALT } from '../support/exchange-of';
import { detailsOf, harOf, START } from '../support/web-request-of';

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

async function open(latestPause: readonly number[] = [], early: (capture: Capture) => void = () => {}) {
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
      records: [],
      dropped: new Map<number, number>(),
      cleared: { before: new Map<number, number>(), calls: [], latestPause },
    }),
  );
  early(capture);
  await capture.ready;
  const ids = () => {
    store.flush();
    return store.exchanges().map(({ id }) => id);
  };
  const bodies = () =>
    store
      .exchanges()
      .map(({ response }) => (response.status === 'present' ? response.value.body.status : 'absent'));
  return { capture, ids, bodies };
}

const entryAt = (id: string, at: number): HarObservation => {
  const entry = harOf(id, { status: 200, responseBody: {} });
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

  it('neither takes the body of a call beside it nor brings one of its own back', async () => {
    const { capture, ids, bodies } = await open();
    const tell = (event: 'onBeforeRequest' | 'onCompleted', requestId: string, at: number) =>
      capture.webRequest(event, detailsOf(event, { requestId, timeStamp: START + at }));
    capture.paused = true;
    vi.advanceTimersByTime(990);
    tell('onBeforeRequest', 'within', 990);
    vi.advanceTimersByTime(10);
    capture.paused = false;
    tell('onCompleted', 'within', 1_000);
    capture.observe(entryAt('within', START + 1_005));
    expect(ids()).toEqual([]);
    vi.advanceTimersByTime(500);
    capture.paused = true;
    vi.advanceTimersByTime(500);
    capture.paused = false;
    tell('onBeforeRequest', 'after', 2_010);
    tell('onCompleted', 'after', 2_050);
    capture.observe(entryAt('after', START + 1_970));
    expect(ids()).toEqual(['after.0']);
    expect(bodies()).toEqual(['present']);
  });

  it('that ended after the clock was set back keeps nothing away', async () => {
    const { capture, ids } = await open();
    capture.paused = true;
    vi.advanceTimersByTime(60_000);
    capture.paused = false;
    vi.setSystemTime(START - 60_000);
    capture.observe(entryAt('next', START + 30_000));
    expect(ids()).toEqual(['har-next']);
  });

  it('lasts when the clock is set back in it', async () => {
    const { capture, ids } = await open();
    capture.paused = true;
    vi.setSystemTime(START - 60_000);
    capture.observe(entryAt('within', START - 60_000));
    expect(ids()).toEqual([]);
  });

  it('goes on when the background was stopped in it', async () => {
    const { capture, ids } = await open([START - 2_000]);
    capture.observe(entryAt('within', START - 1_000));
    capture.observe(entryAt('before', START - 3_000));
    expect(ids()).toEqual(['har-before']);
  });

  it('keeps no call that began in it, also when the background was stopped after it', async () => {
    const { capture, ids } = await open([START - 2_000, START - 1_000]);
    capture.observe(entryAt('within', START - 1_500));
    capture.observe(entryAt('after', START - 500));
    expect(ids()).toEqual(['har-after']);
  });

  it('that begins before the earlier life is read back goes on from it', async () => {
    const { capture, ids } = await open([START - 2_000, START - 1_000], (early) => {
      early.paused = true;
    });
    expect(capture.paused).toBe(true);
    vi.advanceTimersByTime(1_000);
    capture.observe(entryAt('within', START + 500));
    capture.observe(entryAt('before', START - 500));
    expect(ids()).toEqual(['har-before']);
  });
});

describe('an event that cannot be read', () => {
  it('takes no other with it, neither before the earlier life is read back nor after', async () => {
    const tell = (capture: Capture, requestId: string) =>
      capture.webRequest('onBeforeRequest', detailsOf('onBeforeRequest', { requestId }));
    const broken = { type: 'har-entry', entryId: 'broken' } as HarObservation;
    const { capture, ids } = await open([], (early) => {
      early.observe(broken);
      tell(early, 'early');
    });
    capture.observe(broken);
    tell(capture, 'later');
    expect(ids()).toEqual(['early.0', 'later.0']);
  });
});

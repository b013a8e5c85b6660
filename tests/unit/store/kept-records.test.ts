import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExchangeStore } from '../../../lib/store/exchange-store';
import { KeptRecords, type RecordArea } from '../../../lib/store/kept-records';
import { harOf, observationOf, START } from '../support/web-request-of';

beforeEach(() => void vi.useFakeTimers({ now: START + 3_600_000, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/** A storage of so many characters, which refuses like the browsers do: nothing of a write that is too much is written. */
function area(quota = Number.POSITIVE_INFINITY) {
  const items: Record<string, unknown> = {};
  const log = { refusals: 0, quota, refuseNext: false };
  const sizeOf = (of: object) => JSON.stringify(of).length;
  const held: RecordArea = {
    async set(more) {
      if (log.refuseNext || sizeOf({ ...items, ...more }) > log.quota) {
        log.refuseNext = false;
        log.refusals++;
        throw new Error('Session storage quota bytes exceeded. Values were not stored.');
      }
      Object.assign(items, structuredClone(more));
    },
    async remove(keys) {
      for (const key of keys) delete items[key];
    },
  };
  return { items, log, held };
}

/** One life of a background over a storage. */
function live({ items, held }: ReturnType<typeof area>, limits = { perTab: 1_000, total: 1_000 }) {
  const store: ExchangeStore = new ExchangeStore({
    limits,
    onChange: () => {},
    onRecords: (changes) => kept.write(changes),
    schedule: () => {},
    later: () => {},
  });
  const kept = new KeptRecords(held, store);
  store.restore(kept.restore(items));
  const call = (n: number, tabId = 5) => {
    for (const event of ['onBeforeRequest', 'onSendHeaders', 'onHeadersReceived', 'onCompleted'] as const) {
      store.observe(observationOf(event, { requestId: `r${n}`, tabId, timeStamp: START + n * 1_000 }));
    }
  };
  const settle = async () => {
    store.flush();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { store, kept, call, settle, ids: () => store.exchanges().map(({ callId }) => callId) };
}

const recordKeys = (items: object) => Object.keys(items).filter((key) => key.startsWith('record:'));
const names = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `r${from + i}`);

/** The size of one call in the storage. */
async function sizeOfCalls(count: number): Promise<number> {
  const storage = area();
  const life = live(storage);
  for (let n = 0; n < count; n++) life.call(n);
  await life.settle();
  return JSON.stringify(storage.items).length;
}

it('says that all is written only when the storage has taken it', async () => {
  const storage = area();
  let takeIt = () => {};
  const taken = new Promise<void>((resolve) => {
    takeIt = resolve;
  });
  const slow: RecordArea = { ...storage.held, set: (items) => taken.then(() => storage.held.set(items)) };
  const life = live({ ...storage, held: slow });
  life.call(1);
  await Promise.resolve();
  let isWritten = false;
  const written = life.kept.written().then(() => {
    isWritten = true;
  });
  await life.settle();
  expect([isWritten, recordKeys(storage.items).length]).toEqual([false, 0]);
  takeIt();
  await written;
  expect(recordKeys(storage.items)).toEqual(['record:r1.0']);
});

describe('a storage with room', () => {
  it('holds each record as text, and gives all of them back', async () => {
    const storage = area();
    const life = live(storage);
    life.call(1);
    life.store.observe(harOf('1'));
    await life.settle();
    expect(recordKeys(storage.items)).toEqual(['record:r1.0', 'record:har:1']);
    expect(Object.values(storage.items).every((text) => typeof text === 'string')).toBe(true);
    const next = live(storage);
    expect(next.store.exchanges()).toEqual(life.store.exchanges());
    expect([...next.store.dropped]).toEqual([]);
  });

  it('leaves out what is no record', async () => {
    const storage = area();
    const life = live(storage);
    for (const n of [1, 2, 3]) life.call(n);
    await life.settle();
    const whole = String(storage.items['record:r1.0']);
    Object.assign(storage.items, {
      'record:r1.0': whole.slice(0, -20),
      'record:r2.0': whole.replace('"state":"completed"', '"state":"finished"'),
      'record:object': { kind: 'exchange' },
      'record:null': 'null',
      evicted: { 5: 'many', x: 3, 6: 2 },
    });
    const next = live(storage);
    expect(next.ids()).toEqual(['r3']);
    expect([...next.store.dropped]).toEqual([[6, 2]]);
  });
});

describe('a storage that is full', () => {
  it('loses the oldest, at least 20 at a time, while the list keeps them', async () => {
    const storage = area(await sizeOfCalls(30));
    const life = live(storage);
    for (let n = 0; n < 31; n++) {
      life.call(n);
      await life.settle();
    }
    expect(storage.log.refusals).toBe(1);
    expect(recordKeys(storage.items)).toEqual(names(20, 31).map((name) => `record:${name}.0`));
    expect(storage.items['evicted']).toEqual({ 5: 20 });
    expect(life.ids()).toEqual(names(0, 31));
    expect([...life.store.dropped]).toEqual([]);
    const next = live(storage);
    expect(next.ids()).toEqual(names(20, 31));
    expect([...next.store.dropped]).toEqual([[5, 20]]);
  });

  it('counts rows for each tab, and no record that only completes a row', async () => {
    const storage = area();
    const life = live(storage);
    for (let n = 0; n < 40; n++) {
      life.call(n, n % 4 === 0 ? 6 : 5);
      life.store.observe(
        harOf(`${n}`, { tabId: n % 4 === 0 ? 6 : 5, startedDateTime: START + n * 1_000 - 1 }),
      );
    }
    await life.settle();
    expect(life.store.exchanges()).toHaveLength(40);
    storage.log.quota = JSON.stringify(storage.items).length;
    life.call(40);
    await life.settle();
    // 20 of 81 records: those of the ten oldest calls.
    expect(storage.items['evicted']).toEqual({ 5: 7, 6: 3 });
    expect([...live(storage).store.dropped]).toEqual([
      [5, 7],
      [6, 3],
    ]);
  });

  it('goes on counting in the next life', async () => {
    const storage = area(await sizeOfCalls(30));
    for (const [from, to] of [
      [0, 31],
      [31, 52],
    ] as const) {
      const life = live(storage);
      for (let n = from; n < to; n++) life.call(n);
      await life.settle();
    }
    const last = live(storage);
    const held = last.ids().length;
    expect(last.ids()).toEqual(names(52 - held, 52));
    expect([...last.store.dropped]).toEqual([[5, 52 - held]]);
  });

  it('writes the latest state of a record, however many writes are under way', async () => {
    const storage = area(await sizeOfCalls(30));
    const life = live(storage);
    for (let n = 0; n < 40; n++) {
      // Every event is a write of its own, none waits for another.
      for (const event of ['onBeforeRequest', 'onSendHeaders', 'onHeadersReceived', 'onCompleted'] as const) {
        life.store.observe(observationOf(event, { requestId: `r${n}`, timeStamp: START + n * 1_000 }));
        life.store.flush();
      }
    }
    await life.settle();
    const next = live(storage);
    expect(next.ids()).toEqual(names(40 - next.ids().length, 40));
    expect(next.ids().length).toBeGreaterThan(5);
    expect(next.store.exchanges().map(({ state }) => state)).toEqual(next.ids().map(() => 'completed'));
    expect(next.store.dropped.get(5)).toBe(40 - next.ids().length);
  });

  it('puts no older state over a newer one that was written meanwhile', async () => {
    const storage = area();
    const life = live(storage);
    for (let n = 0; n < 30; n++) life.call(n);
    life.store.flush();
    storage.log.refuseNext = true;
    for (const event of ['onBeforeRequest', 'onSendHeaders'] as const) {
      life.store.observe(observationOf(event, { requestId: 'r30', timeStamp: START + 60_000 }));
      life.store.flush();
    }
    await life.settle();
    expect(storage.log.refusals).toBe(1);
    expect(live(storage).store.current('r30')?.request.headers.status).toBe('present');
  });

  it('neither throws nor goes on for ever when every write is refused, and writes again when it can', async () => {
    const storage = area(0);
    const life = live(storage);
    for (let n = 0; n < 50; n++) {
      life.call(n);
      await life.settle();
    }
    expect(storage.items).toEqual({});
    expect(life.ids()).toEqual(names(0, 50));
    storage.log.quota = Number.POSITIVE_INFINITY;
    life.call(50);
    await life.settle();
    const next = live(storage);
    expect(next.ids()).toEqual(['r50']);
    expect([...next.store.dropped]).toEqual([[5, 50]]);
  });

  it('holds again what changes after it was evicted', async () => {
    const storage = area(await sizeOfCalls(30));
    const life = live(storage);
    for (let n = 0; n < 31; n++) life.call(n);
    await life.settle();
    life.store.observe(observationOf('onCompleted', { requestId: 'r0', timeStamp: START + 90_000 }));
    await life.settle();
    const next = live(storage);
    expect(next.ids()).toContain('r0');
    expect(next.store.dropped.get(5)).toBe(31 - next.ids().length);
  });
});

describe('what is forgotten', () => {
  async function full() {
    const storage = area(await sizeOfCalls(30));
    const life = live(storage);
    for (let n = 0; n < 31; n++) life.call(n, n < 10 ? 6 : 5);
    await life.settle();
    expect(storage.items['evicted']).toEqual({ 5: 10, 6: 10 });
    return { storage, life };
  }

  it('takes the counts of its tab with it', async () => {
    const { storage, life } = await full();
    life.store.clear(START + 100_000, { tabId: 6 });
    await life.settle();
    expect(storage.items['evicted']).toEqual({ 5: 10 });
    expect(recordKeys(storage.items)).toHaveLength(11);
  });

  it('takes the counts of all tabs with it', async () => {
    const { storage, life } = await full();
    life.store.clear(START + 100_000);
    await life.settle();
    expect(storage.items).toMatchObject({ evicted: {} });
    expect(recordKeys(storage.items)).toEqual([]);
  });

  it('takes the counts of an earlier life with it where no row is left', async () => {
    const { storage } = await full();
    const next = live(storage);
    next.store.clear(START + 100_000, { tabId: 6 });
    await next.settle();
    expect([...live(storage).store.dropped]).toEqual([[5, 10]]);
  });

  it('counts a row once that goes from the storage and later from memory', async () => {
    const storage = area(await sizeOfCalls(30));
    const life = live(storage, { perTab: 31, total: 31 });
    for (let n = 0; n < 35; n++) life.call(n);
    await life.settle();
    expect([...life.store.dropped]).toEqual([[5, 4]]);
    const next = live(storage);
    expect(next.store.dropped.get(5)).toBe(35 - next.ids().length);
  });
});

describe('what was cleared', () => {
  const started = (requestId: string, at = 0) =>
    observationOf('onBeforeRequest', { requestId, timeStamp: START + at });
  const completed = (requestId: string) =>
    observationOf('onCompleted', { requestId, timeStamp: START + 900 });

  it('stays away in a later life, also a call that was under way', async () => {
    const storage = area();
    const first = live(storage);
    first.store.observe(started('open'));
    first.store.clear(START + 100, { tabId: 5 });
    first.store.observe(started('told late'));
    await first.settle();
    const second = live(storage);
    second.store.observe(completed('open'));
    await second.settle();
    const third = live(storage);
    third.store.observe(completed('told late'));
    third.store.observe(started('next', 500));
    expect(third.ids()).toEqual(['next']);
    expect([...third.store.cleared.calls]).toEqual([]);
  });

  it('has the times of the latest pause with it, whether it is over or not', async () => {
    const storage = area();
    const first = live(storage);
    first.store.cleared.setPaused(true, START);
    await first.settle();
    const second = live(storage);
    expect(second.store.cleared.isPaused).toBe(true);
    second.store.cleared.setPaused(false, START + 500);
    await second.settle();
    expect(live(storage).store.cleared.latestPause).toEqual([START, START + 500]);
  });

  it('is read as what it is', async () => {
    const storage = area();
    Object.assign(storage.items, {
      cleared: { 5: START, x: 1, 6: 'soon' },
      'cleared-calls': ['1', 2],
      pause: [START, 'now'],
    });
    const { cleared } = live(storage).store;
    expect([[...cleared.before], [...cleared.calls]]).toEqual([[[5, START]], []]);
    expect(cleared.isPaused).toBe(false);
  });

  it('is written when it changed, and not with every record', async () => {
    const storage = area();
    const writes: string[][] = [];
    const held: RecordArea = {
      ...storage.held,
      async set(items) {
        writes.push(Object.keys(items));
        await storage.held.set(items);
      },
    };
    const life = live({ ...storage, held });
    life.call(1);
    await life.settle();
    life.store.clear(START + 1_500, { tabId: 5 });
    await life.settle();
    life.call(2);
    await life.settle();
    expect(writes).toEqual([['record:r1.0'], ['cleared', 'cleared-calls', 'pause'], ['record:r2.0']]);
  });
});

describe('a record of a moment that no call began at', () => {
  it('is not shown in a later life of the background', async () => {
    const storage = area();
    const life = live(storage);
    life.call(1);
    life.call(2);
    await life.settle();
    const text = String(storage.items['record:r1.0']);
    storage.items['record:r1.0'] = text.replace(/"startedDateTime":\d+/, '"startedDateTime":1e300');
    expect(live(storage).ids()).toEqual(['r2']);
  });
});

describe('a burst', () => {
  it('is written one write after another, each record as it is then', async () => {
    const storage = area();
    const writes: string[][] = [];
    let release = () => {};
    const slow: RecordArea = {
      ...storage.held,
      async set(items) {
        writes.push(recordKeys(items));
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        await storage.held.set(items);
      },
    };
    const life = live({ ...storage, held: slow });
    life.store.observe(observationOf('onBeforeRequest', { requestId: 'r0' }));
    await life.settle();
    life.call(1);
    life.call(2);
    await life.settle();
    expect(writes).toEqual([['record:r0.0']]);
    release();
    await life.settle();
    expect(writes).toEqual([['record:r0.0'], ['record:r1.0', 'record:r2.0']]);
    release();
    await life.settle();
    expect(writes).toHaveLength(2);
    expect(
      live(storage)
        .store.exchanges()
        .map(({ state }) => state),
    ).toEqual(['pending', 'completed', 'completed']);
  });
});

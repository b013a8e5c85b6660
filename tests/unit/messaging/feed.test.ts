import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Channel, memoryChannel } from '../../../lib/messaging/channel';
import { connectFeed } from '../../../lib/messaging/feed-client';
import { FeedServer } from '../../../lib/messaging/feed-server';
import type { FeedScope } from '../../../lib/messaging/messages';
import { ExchangeStore } from '../../../lib/store/exchange-store';
import type { Coverage } from '../../../lib/store/feed-state';
import { observationOf, START } from '../support/web-request-of';

const COVERAGE: Coverage = { infuzuGranted: true, devtoolsOpen: false };
beforeEach(() => void vi.useFakeTimers({ now: START + 60_000 }));
afterEach(() => void vi.useRealTimers());
const settled = () => vi.advanceTimersByTimeAsync(20);
/** As long as the portions of a list of a thousand take. */
const complete = () => vi.advanceTimersByTimeAsync(1_000);

/** A background and the ways into it; `stop` ends it like the browser does. */
function background(coverageOf = async (_: FeedScope) => COVERAGE) {
  let paused = false;
  const store = new ExchangeStore({
    limits: { perTab: 2_000, total: 2_000 },
    onChange: (change) => server.publish(change),
    onRecords: () => {},
    schedule: (flush) => queueMicrotask(flush),
    later: () => {},
  });
  const server: FeedServer = new FeedServer({
    store,
    ready: Promise.resolve(),
    isPaused: () => paused,
    setPaused(next) {
      paused = next;
      server.publishPaused(next);
    },
    coverageOf,
  });
  const closers: (() => void)[] = [];
  const open = () => {
    const channel = memoryChannel();
    closers.push(channel.close);
    server.accept(channel.far);
    return channel.near;
  };
  return { store, server, open, stop: () => closers.splice(0).forEach((close) => void close()) };
}

/** The same way into a background, with every message that comes noted. */
function overheard<Message>(open: () => Channel, note: (message: Message) => void): () => Channel {
  return () => {
    const channel = open();
    const listen: Channel['listen'] = (onMessage, onClose) =>
      channel.listen((message) => {
        note(message as Message);
        onMessage(message);
      }, onClose);
    return { ...channel, listen };
  };
}

describe('the feed of a tab', () => {
  it('begins with what is there and goes on with what comes', async () => {
    const { store, open } = background();
    store.observe(observationOf('onBeforeRequest', { requestId: 'old' }));
    const { feed } = connectFeed(open, { tabId: 5 });
    expect(feed.getState().connection).toBe('connecting');
    await settled();
    expect(feed.getState()).toMatchObject({ connection: 'live', exchanges: [{ id: 'old.0' }] });
    store.observe(observationOf('onBeforeRequest', { requestId: 'new', timeStamp: START + 1 }));
    await settled();
    expect(feed.getState().exchanges.map(({ id }) => id)).toEqual(['old.0', 'new.0']);
  });

  it('brings the newest of many calls first, then all of them, in order of start', async () => {
    const { store, open } = background();
    for (let i = 0; i < 1_000; i++) {
      store.observe(observationOf('onBeforeRequest', { requestId: String(i), timeStamp: 1_000 + i }));
    }
    const { feed } = connectFeed(open, { tabId: 5 });
    const lengths: number[] = [];
    const newest: (string | undefined)[] = [];
    feed.subscribe(({ exchanges }) => {
      lengths.push(exchanges.length);
      newest.push(exchanges.at(-1)?.id);
    });
    await settled();
    // The newest are there at once, and the page is left to draw them.
    expect(lengths).toEqual([60]);
    await complete();
    expect(lengths).toEqual([60, 360, 660, 960, 1_000]);
    expect(new Set(newest)).toEqual(new Set(['999.0']));
    expect(feed.getState().exchanges.map(({ id }) => id)).toEqual(
      Array.from({ length: 1_000 }, (_, i) => `${i}.0`),
    );
  });

  it('goes on with a list that it began when its site becomes known, without what is gone meanwhile', async () => {
    const { store, open } = background();
    for (let i = 0; i < 1_000; i++) {
      store.observe(observationOf('onBeforeRequest', { requestId: String(i), timeStamp: START + i }));
    }
    const { feed, setScope } = connectFeed(open, { tabId: 5 });
    await settled();
    setScope({ tabId: 5, origin: 'https://app.example.com' });
    await settled();
    expect(feed.getState().exchanges).toHaveLength(120);
    store.clear(START + 50);
    await complete();
    expect(feed.getState().exchanges.map(({ id }) => id)).toEqual(
      Array.from({ length: 950 }, (_, i) => `${i + 50}.0`),
    );
  });

  it('does not bring again what the page has when its site becomes known, and misses nothing meanwhile', async () => {
    const { store, open } = background();
    for (let i = 0; i < 400; i++) store.observe(observationOf('onBeforeRequest', { requestId: String(i) }));
    store.observe(observationOf('onBeforeRequest', { requestId: 'worker', tabId: -1 }));
    const brought: string[] = [];
    const { feed, setScope } = connectFeed(
      overheard<{ exchanges?: { id: string }[]; upserted?: { id: string }[] }>(
        open,
        ({ exchanges, upserted }) => {
          brought.push(...(exchanges ?? upserted ?? []).map(({ id }) => id));
        },
      ),
      { tabId: 5 },
    );
    await complete();
    expect(brought).toHaveLength(400);
    const { initiator } = store.exchanges().find(({ tabId }) => tabId === -1) ?? expect.fail();
    setScope({ tabId: 5, ...(initiator.origin !== undefined && { origin: initiator.origin }) });
    store.observe(observationOf('onBeforeRequest', { requestId: 'meanwhile' }));
    await settled();
    expect(new Set(brought.slice(400))).toEqual(new Set(['meanwhile.0', 'worker.0']));
    expect(feed.getState().exchanges).toHaveLength(402);
  });

  it('is told of a call that it has what changed of it, and nothing where nothing did', async () => {
    const { store, open } = background();
    const brought: { upserted?: unknown[]; patched?: { id: string; patch: object }[] }[] = [];
    const note = (message: (typeof brought)[number]) => void brought.push(message);
    const { feed } = connectFeed(overheard(open, note), { tabId: 5 });
    await settled();
    brought.length = 0;
    const tell = async (event: Parameters<typeof observationOf>[0], details = {}) => {
      store.observe(observationOf(event, { requestId: '1', ...details }));
      await settled();
      expect(feed.getState().exchanges).toEqual(store.exchanges());
    };
    await tell('onBeforeRequest');
    await tell('onSendHeaders');
    await tell('onCompleted', { statusCode: 401, responseHeaders: [{ name: 'x-a', value: 'b' }] });
    expect(brought.map(({ upserted, patched }) => [upserted?.length, patched?.length])).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
    expect(Object.keys(brought[2]?.patched?.[0]?.patch ?? {}).sort()).toEqual(['response', 'state', 'time']);
    await tell('onCompleted', { statusCode: 401, responseHeaders: [{ name: 'x-a', value: 'b' }] });
    expect(brought).toHaveLength(3);
  });

  it('reads the latest of two scopes, also when the first is looked into for longer, and each change one time', async () => {
    const { store, open } = background(async ({ tabId }) => {
      if (tabId === 5) await settled();
      return COVERAGE;
    });
    const { feed, setScope } = connectFeed(open, { tabId: 5 });
    setScope({ tabId: 6 });
    await settled();
    await settled();
    let changes = 0;
    feed.subscribe(() => changes++);
    store.observe(observationOf('onBeforeRequest', { requestId: 'other', tabId: 6 }));
    store.observe(observationOf('onBeforeRequest', { requestId: 'former', tabId: 5 }));
    await settled();
    expect(feed.getState().exchanges.map(({ id }) => id)).toEqual(['other.0']);
    expect(changes).toBe(1);
  });

  it('reads one scope when two quick changes follow the first', async () => {
    const { store, server, open, stop } = background(async ({ origin }) => {
      if (origin === 'https://slow.example') await settled();
      return COVERAGE;
    });
    const { feed, setScope } = connectFeed(open, { tabId: 5 });
    await settled();
    setScope({ tabId: 6, origin: 'https://slow.example' });
    setScope({ tabId: 6 });
    await settled();
    await settled();
    let changes = 0;
    feed.subscribe(() => changes++);
    store.observe(observationOf('onBeforeRequest', { requestId: 'former', tabId: 5 }));
    await settled();
    store.observe(observationOf('onBeforeRequest', { requestId: 'own', tabId: 6 }));
    await settled();
    expect(feed.getState().exchanges.map(({ id }) => id)).toEqual(['own.0']);
    expect(changes).toBe(1);
    stop();
    expect([5, 6].map((tabId) => server.isShown(tabId))).toEqual([false, false]);
  });

  it('puts a call that is told late where it belongs', async () => {
    const { store, open } = background();
    const { feed } = connectFeed(open, { tabId: 5 });
    await settled();
    for (const [requestId, start] of Object.entries({ later: 20, latest: 30, early: 10 })) {
      store.observe(observationOf('onBeforeRequest', { requestId, timeStamp: START + start }));
      await settled();
    }
    expect(feed.getState().exchanges.map(({ id }) => id)).toEqual(['early.0', 'later.0', 'latest.0']);
  });

  it('forgets what the background holds no more, and shows what it had until the rest comes again', async () => {
    const channel = memoryChannel();
    const { feed } = connectFeed(() => channel.near, { tabId: 5 });
    const { store } = background();
    for (const requestId of ['a', 'b', 'c']) {
      store.observe(observationOf('onBeforeRequest', { requestId }));
    }
    const [a, b, c] = store.exchanges();
    const rest = { type: 'snapshot', dropped: 0, paused: false, coverage: COVERAGE };
    channel.far.send({ ...rest, ids: ['a.0', 'b.0', 'c.0'], exchanges: [a, b, c] });
    channel.far.send({ ...rest, ids: ['a.0', 'c.0'], exchanges: [c] });
    await settled();
    expect(feed.getState().exchanges.map(({ id }) => id)).toEqual(['a.0', 'c.0']);
  });

  it('lists calls that start at once in the same order on every page', async () => {
    const { store, open } = background();
    const early = connectFeed(open, { tabId: 5 });
    await settled();
    for (const requestId of ['10', '1', '2']) {
      store.observe(observationOf('onBeforeRequest', { requestId }));
      await settled();
    }
    const late = connectFeed(open, { tabId: 5 });
    await settled();
    for (const { feed } of [early, late]) {
      expect(feed.getState().exchanges.map(({ id }) => id)).toEqual(['1.0', '2.0', '10.0']);
    }
  });

  it('holds no call of another tab, and those of its own workers', async () => {
    const { store, open } = background();
    const { feed } = connectFeed(open, { tabId: 5, origin: 'https://app.example.com' });
    await settled();
    store.observe(observationOf('onBeforeRequest', { requestId: 'other', tabId: 6 }));
    store.observe(observationOf('onBeforeRequest', { requestId: 'worker', tabId: -1 }));
    store.observe(
      observationOf('onBeforeRequest', {
        requestId: 'foreign',
        tabId: -1,
        initiator: 'https://other.example',
      }),
    );
    await settled();
    expect(feed.getState().exchanges.map(({ id }) => id)).toEqual(['worker.0']);
  });

  it('forgets the calls of every tab when the options page asks for it, which reads none', async () => {
    const { store, open } = background();
    for (const tabId of [5, 6]) {
      store.observe(observationOf('onBeforeRequest', { requestId: `of-${tabId}`, tabId }));
    }
    const { feed } = connectFeed(open, { tabId: 5 });
    await settled();
    open().send({ type: 'forget' });
    await settled();
    expect(store.exchanges()).toEqual([]);
    expect(feed.getState().exchanges).toEqual([]);
  });

  it('keeps the objects of exchanges that did not change', async () => {
    const { store, open } = background();
    const { feed } = connectFeed(open, { tabId: 5 });
    await settled();
    store.observe(observationOf('onBeforeRequest', { requestId: 'a' }));
    await settled();
    const [first] = feed.getState().exchanges;
    store.observe(observationOf('onBeforeRequest', { requestId: 'b' }));
    await settled();
    expect(feed.getState().exchanges[0]).toBe(first);
  });

  it('clears its own tab', async () => {
    const { store, open } = background();
    const { feed, commands } = connectFeed(open, { tabId: 5 });
    await settled();
    store.observe(observationOf('onBeforeRequest', { requestId: 'a' }));
    store.observe(observationOf('onBeforeRequest', { requestId: 'b', tabId: 6 }));
    await settled();
    commands.clear(START + 1, 'shown');
    await settled();
    expect(feed.getState().exchanges).toEqual([]);
    expect(store.exchanges().map(({ tabId }) => tabId)).toEqual([6]);
  });

  it('clears the calls of a former document, and not the one that brought the next', async () => {
    const { store, open } = background();
    const { feed, commands } = connectFeed(open, { tabId: 5 });
    store.observe(observationOf('onBeforeRequest', { requestId: 'call' }));
    store.observe(observationOf('onBeforeRequest', { requestId: 'document', type: 'main_frame' }));
    await settled();
    commands.clear(START + 1, 'tab', 'https://chat.infuzu.com/api/llm-response');
    await settled();
    expect(feed.getState().exchanges.map(({ id }) => id)).toEqual(['document.0']);
  });

  it('tells every page of a pause', async () => {
    const { open } = background();
    const one = connectFeed(open, { tabId: 5 });
    const other = connectFeed(open, { tabId: 6 });
    await settled();
    one.commands.setPaused(true);
    await settled();
    expect([one.feed.getState().paused, other.feed.getState().paused]).toEqual([true, true]);
  });

  it('reconnects by itself, and shows what it had meanwhile', async () => {
    try {
      const first = background();
      const second = background();
      let current = first;
      first.store.observe(observationOf('onBeforeRequest', { requestId: 'a' }));
      second.store.observe(observationOf('onBeforeRequest', { requestId: 'a' }));
      second.store.observe(observationOf('onBeforeRequest', { requestId: 'b' }));
      const { feed } = connectFeed(() => current.open(), { tabId: 5 });
      await vi.advanceTimersByTimeAsync(1);
      current = second;
      first.stop();
      expect(feed.getState().exchanges).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(100);
      expect(feed.getState()).toMatchObject({
        connection: 'live',
        exchanges: [{ id: 'a.0' }, { id: 'b.0' }],
      });
    } finally {
      vi.useRealTimers();
    }
  });

  it.each(['while', 'before'] as const)(
    'clears what it was told to clear %s it lost its background',
    async (when) => {
      const first = background();
      const second = background();
      let current = first;
      for (const { store } of [first, second]) {
        store.observe(observationOf('onBeforeRequest', { requestId: 'a' }));
        store.observe(observationOf('onBeforeRequest', { requestId: 'b', timeStamp: START + 10 }));
      }
      const { feed, commands } = connectFeed(() => current.open(), { tabId: 5 });
      await settled();
      current = second;
      if (when === 'before') commands.clear(START + 5, 'shown');
      first.stop();
      if (when === 'while') commands.clear(START + 5, 'shown');
      await vi.advanceTimersByTimeAsync(300);
      expect(feed.getState().exchanges.map(({ id }) => id)).toEqual(['b.0']);
      // Once is enough: what a later background drops is counted anew.
      second.store.dropped.set(5, 3);
      await vi.advanceTimersByTimeAsync(10_000);
      second.stop();
      await vi.advanceTimersByTimeAsync(300);
      expect(second.store.dropped.get(5)).toBe(3);
    },
  );

  it('stops the recording in the next background, too, where it lost the first one meanwhile', async () => {
    const first = background();
    const second = background();
    let current = first;
    const { feed, commands } = connectFeed(() => current.open(), { tabId: 5 });
    await settled();
    current = second;
    first.stop();
    commands.setPaused(true);
    await vi.advanceTimersByTimeAsync(300);
    expect(feed.getState()).toMatchObject({ connection: 'live', paused: true });
  });

  it('says that it is lost when the extension is gone', () => {
    const { feed } = connectFeed(
      () => {
        throw new Error('Extension context invalidated');
      },
      { tabId: 5 },
    );
    expect(feed.getState().connection).toBe('lost');
  });

  it('takes no notice of what is no message', async () => {
    const channel = memoryChannel();
    const { feed } = connectFeed(() => channel.near, { tabId: 5 });
    for (const nonsense of [null, 5, 'x', {}, { type: 'change' }, { type: 'snapshot', exchanges: 5 }]) {
      channel.far.send(nonsense);
    }
    await settled();
    expect(feed.getState()).toMatchObject({ connection: 'connecting', exchanges: [] });
  });

  it('tells the background the whole of its scope, also after a stop', async () => {
    const scopes: FeedScope[] = [];
    const { open, stop } = background(async (scope) => {
      scopes.push({ tabId: scope.tabId, origin: scope.origin ?? '', byAction: scope.byAction ?? false });
      return COVERAGE;
    });
    const scope = { tabId: 5, origin: 'https://app.example.com', byAction: true };
    connectFeed(open, scope);
    await settled();
    stop();
    await vi.waitFor(() => expect(scopes).toEqual([scope, scope]));
  });
});

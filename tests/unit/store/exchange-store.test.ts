import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { truthLineOf } from '../../../lib/diagnosis/truth-line';
import { unfollowedTarget } from '../../../lib/diagnosis/unfollowed';
import { takeAnatomies } from '../../../lib/exchange/credential';
import type { Exchange, FetchOption } from '../../../lib/exchange/exchange';
import type { HarPlace, ProbeObservation } from '../../../lib/exchange/observation';
import { takeUrl } from '../../../lib/exchange/url-facts';
import { pairPreflights } from '../../../lib/rules/preflight-pairs';
import { limitsOf } from '../../../lib/store/bounds';
import { ExchangeStore } from '../../../lib/store/exchange-store';
import { groupOf } from '../../../lib/store/group';
import { createInspect } from '../../../lib/store/inspect';
import { DEFAULT_SETTINGS, KEPT_PER_TAB } from '../../../lib/store/settings';
import type { StoreChange } from '../../../lib/store/store-options';
import type { StoredRecord } from '../../../lib/store/stored-record';
import { FAKE_KEY, TEST_SALT } from '../support/exchange-of';
import { harOf, observationOf, orderOf, START } from '../support/web-request-of';

beforeEach(() => void vi.useFakeTimers({ now: START + 3_600_000, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

function open(limits = { perTab: 100, total: 100 }) {
  const changes: StoreChange[] = [];
  const timers: (() => void)[] = [];
  const records = new Map<string, StoredRecord>();
  const store = new ExchangeStore({
    limits,
    onChange: (change) => changes.push(change),
    onRecords: (written) => {
      for (const [key, record] of written) {
        if (record === undefined) records.delete(key);
        else records.set(key, JSON.parse(JSON.stringify(record)) as StoredRecord);
      }
    },
    schedule: () => {},
    later: (_, work) => timers.push(work),
  });
  return { store, changes, records, timers };
}

const wholeCall = (requestId: string, at = 0, tabId = 5) => [
  observationOf('onBeforeRequest', { requestId, tabId, timeStamp: START + at }),
  observationOf('onSendHeaders', { requestId, tabId, timeStamp: START + at + 1 }),
  observationOf('onHeadersReceived', {
    requestId,
    tabId,
    timeStamp: START + at + 40,
    statusCode: 401,
    responseHeaders: [{ name: 'x-request-id', value: requestId }],
  }),
  observationOf('onCompleted', {
    requestId,
    tabId,
    timeStamp: START + at + 50,
    statusCode: 401,
    responseHeaders: [{ name: 'x-request-id', value: requestId }],
  }),
];

const tabsOf = (store: ExchangeStore) => store.exchanges().map(({ tabId }) => tabId);

const bodyOf = (exchange: Exchange | undefined) =>
  exchange?.response.status === 'present' ? exchange.response.value.body : undefined;

const errorEntry = (id: string) =>
  harOf(id, {
    status: 401,
    responseHeaders: [['x-request-id', id]],
    responseBody: { errors: [{ code: 'invalid_api_key', message: 'no' }] },
  });

describe('one call', () => {
  it('is told at once as pending, then as it goes on', () => {
    const { store, changes } = open();
    const [started, ...rest] = wholeCall('1');
    if (started) store.observe(started);
    store.flush();
    expect(changes[0]?.upserted).toMatchObject([{ id: '1.0', state: 'pending' }]);
    for (const observation of rest) store.observe(observation);
    store.flush();
    expect(changes[1]?.upserted).toMatchObject([{ id: '1.0', state: 'completed' }]);
    expect(store.exchanges()).toHaveLength(1);
  });

  it('says why its body is missing, and gets it from DevTools', () => {
    const { store } = open();
    for (const observation of wholeCall('1')) store.observe(observation);
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ reason: 'devtools-closed' });
    store.observe(errorEntry('1'));
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ value: { errors: [{ code: 'invalid_api_key' }] } });
    expect(store.exchanges()).toHaveLength(1);
  });

  it('waits for the body while DevTools are open, and then says that it was left unread', () => {
    const { store, timers } = open();
    store.setDevtoolsOpen(5, true);
    for (const observation of wholeCall('1')) store.observe(observation);
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ reason: 'pending' });
    for (const timer of timers) timer();
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ reason: 'body-unread' });
  });

  it('that ended before DevTools were opened says so, and waits for nothing', () => {
    const { store, timers } = open();
    for (const observation of wholeCall('1')) store.observe(observation);
    store.setDevtoolsOpen(5, true);
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ reason: 'devtools-closed' });
    for (const timer of timers) timer();
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ reason: 'devtools-closed' });
    expect(createInspect()(store.exchanges()).exchanges[0]?.diagnosis.state).toBe('error');
  });

  it('whose DevTools are closed before they told its body says so', () => {
    const { store, timers } = open();
    store.setDevtoolsOpen(5, true);
    for (const observation of wholeCall('1')) store.observe(observation);
    store.setDevtoolsOpen(5, false);
    for (const timer of timers) timer();
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ reason: 'devtools-closed' });
  });

  it('of a worker without a tab may be told by the DevTools of any', () => {
    const { store, timers } = open();
    store.setDevtoolsOpen(5, true);
    for (const observation of wholeCall('1', 0, -1)) store.observe(observation);
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ reason: 'pending' });
    for (const timer of timers) timer();
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ reason: 'no-tab' });
  });

  it.each([
    ['its answer is not for this page', {}, 'cors'],
    [
      'its answer is for every page',
      { responseHeaders: [{ name: 'Access-Control-Allow-Origin', value: '*' }] },
      'failed',
    ],
    ['it is a redirect that its code does not follow', { statusCode: 302 }, 'failed'],
  ])('that is answered and fails has no body when %s', (_, answer, reason) => {
    const { store } = open();
    store.setDevtoolsOpen(5, true);
    store.observe(observationOf('onBeforeRequest'));
    store.observe(observationOf('onHeadersReceived', { statusCode: 401, responseHeaders: [], ...answer }));
    store.observe(observationOf('onErrorOccurred', { error: 'net::ERR_FAILED' }));
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ reason });
  });

  it('is not told again when the time for a body is over that came', () => {
    const { store, changes, timers } = open();
    store.setDevtoolsOpen(5, true);
    for (const observation of wholeCall('1')) store.observe(observation);
    store.observe(errorEntry('1'));
    store.flush();
    const told = changes.length;
    for (const timer of timers) timer();
    store.flush();
    expect(changes).toHaveLength(told);
  });

  it('gets an unknown end when none came for ten minutes, and its true end when that comes after all', () => {
    const { store } = open();
    const [started, ...rest] = wholeCall('1');
    if (started) store.observe(started);
    store.expire(START + 599_000);
    expect(store.exchanges()).toMatchObject([{ state: 'pending' }]);
    store.expire(START + 601_000);
    expect(store.exchanges()).toMatchObject([{ state: 'unknown-end', lostEnd: 'silent' }]);
    expect(store.exchanges()[0]?.request.headers).toEqual({ status: 'absent', reason: 'missed' });
    for (const observation of rest) store.observe(observation);
    expect(store.exchanges()).toMatchObject([{ state: 'completed' }]);
    expect(store.exchanges()[0]).not.toHaveProperty('lostEnd');
  });

  it('goes on when its answer begins after its end was given up', () => {
    const { store } = open();
    const [started, sent, answered] = wholeCall('1', 0).map((observation, i) =>
      i === 2 ? { ...observation, at: START + 700_000 } : observation,
    );
    for (const observation of [started, sent]) if (observation) store.observe(observation);
    store.expire(START + 650_000);
    if (answered) store.observe(answered);
    expect(store.exchanges()).toMatchObject([{ state: 'pending' }]);
    // From the answer on, the time is counted anew.
    store.expire(START + 1_200_000);
    expect(store.exchanges()).toMatchObject([{ state: 'pending' }]);
    store.expire(START + 1_300_000);
    expect(store.exchanges()).toMatchObject([{ state: 'unknown-end', response: { status: 'present' } }]);
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ status: 'absent' });
    expect(bodyOf(store.exchanges()[0])).not.toMatchObject({ reason: 'pending' });
  });

  it('joins an entry that comes before the end of its call', () => {
    const { store } = open();
    const [started, ...rest] = wholeCall('1');
    if (started) store.observe(started);
    store.observe(errorEntry('1'));
    for (const observation of rest) store.observe(observation);
    expect(store.exchanges()).toHaveLength(1);
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ status: 'present' });
  });

  it('is shown from DevTools alone where webRequest sees nothing', () => {
    const { store } = open();
    store.observe(errorEntry('1'));
    expect(store.exchanges()).toMatchObject([{ source: 'devtools', tabId: 5 }]);
  });

  it('counts redirect hops as exchanges of one call', () => {
    const { store } = open();
    store.observe(observationOf('onBeforeRequest', { url: 'http://chat.infuzu.com/api/llm-response' }));
    store.observe(
      observationOf('onBeforeRedirect', {
        url: 'http://chat.infuzu.com/api/llm-response',
        statusCode: 307,
        redirectUrl: 'https://chat.infuzu.com/api/llm-response',
        timeStamp: START + 10,
      }),
    );
    store.observe(observationOf('onBeforeRequest', { timeStamp: START + 12 }));
    store.observe(observationOf('onCompleted', { timeStamp: START + 30 }));
    expect(store.exchanges().map(({ id, hop, state }) => [id, hop, state])).toEqual([
      ['1.0', 0, 'redirected'],
      ['1.1', 1, 'completed'],
    ]);
  });
});

describe('a redirect that the code does not follow', () => {
  it('is one call, with the answer of the server', () => {
    const { store } = open();
    const redirect = {
      statusCode: 302,
      statusLine: 'HTTP/1.1 302 Found',
      redirectUrl: 'https://chat.infuzu.com/x',
    };
    store.observe(observationOf('onBeforeRequest'));
    store.observe(observationOf('onSendHeaders', { timeStamp: START + 1 }));
    store.observe(observationOf('onBeforeRedirect', { ...redirect, timeStamp: START + 10 }));
    store.observe(observationOf('onErrorOccurred', { error: 'net::ERR_ABORTED', timeStamp: START + 12 }));
    expect(store.exchanges()).toMatchObject([
      { id: '1.0', state: 'failed', partial: false, redirect: {}, response: { value: { status: 302 } } },
    ]);
  });
});

describe('a call that Firefox hands to a service worker, by a redirect to where it goes anyhow', () => {
  const handOver = [
    observationOf('onBeforeRequest'),
    observationOf('onBeforeRedirect', {
      redirectUrl: 'https://chat.infuzu.com/api/llm-response',
      timeStamp: START + 1,
    }),
  ];

  it('is one call, that of the worker', () => {
    const { store, records } = open();
    for (const observation of [...handOver, ...wholeCall('2', 5, -1)]) store.observe(observation);
    expect(store.exchanges().map(({ id }) => id)).toEqual(['2.0']);
    expect([...records.keys()]).toEqual(['2.0']);
  });

  it('is the same call when the worker leaves it alone', () => {
    const { store } = open();
    for (const observation of [...handOver, ...wholeCall('1', 5)]) store.observe(observation);
    expect(store.exchanges()).toMatchObject([{ id: '1.0', hop: 0, state: 'completed' }]);
  });
});

describe('a call where webRequest sees nothing', () => {
  const probed = (more: Partial<ProbeObservation> = {}): ProbeObservation => ({
    type: 'probe-call',
    probeId: '5.0.1.1',
    tabId: 5,
    frameId: 0,
    method: 'POST',
    url: takeUrl('https://chat.infuzu.com/api/llm-response', [], TEST_SALT, (text) => text),
    initiator: { origin: 'https://app.example.com', page: true },
    at: START - 6,
    via: 'devtools',
    written: { api: 'fetch', credentials: [] },
    ...more,
  });

  it('is pending by the word of the probe, and names it when its entry comes', () => {
    const { store } = open();
    store.observe(probed());
    expect(store.exchanges()).toMatchObject([{ id: 'probe-5.0.1.1', state: 'pending' }]);
    store.observe(errorEntry('1'));
    expect(store.exchanges()).toMatchObject([
      { id: 'har-1', joinedIds: ['probe-5.0.1.1'], state: 'completed', source: 'devtools' },
    ]);
  });

  it('names the rows that it was when webRequest tells it after all, in a later life of the background, too', async () => {
    const { store, changes, records } = open();
    store.observe(probed());
    store.observe(errorEntry('1'));
    store.flush();
    for (const observation of wholeCall('1')) store.observe(observation);
    const joined = [{ id: '1.0', joinedIds: ['har-1', 'probe-5.0.1.1'] }];
    expect(store.exchanges()).toMatchObject(joined);
    expect(changes.at(-1)).toMatchObject({ upserted: joined, removed: [{ id: 'har-1' }] });
    await Promise.resolve();
    const later = open();
    later.store.restore({ records: [...records], dropped: new Map(), cleared: store.cleared });
    expect(later.store.exchanges()).toMatchObject(joined);
  });

  it('is one row with a call that the background left pending, though DevTools let it begin earlier', async () => {
    const { store, records } = open();
    const [started] = wholeCall('1', 400);
    if (started) store.observe(started);
    store.flush();
    await Promise.resolve();
    const later = open();
    later.store.restore({ records: [...records], dropped: new Map(), cleared: store.cleared });
    later.store.observe(harOf('a', { status: 200, startedDateTime: START, time: 3_000 }));
    expect(later.store.exchanges()).toMatchObject([{ id: '1.0', state: 'completed', joinedIds: ['har-a'] }]);
  });

  it('is the same row when the word of the probe comes after its entry', () => {
    const { store, changes } = open();
    store.observe(errorEntry('1'));
    store.flush();
    store.observe(probed());
    expect(store.exchanges()).toMatchObject([{ id: 'har-1', written: { status: 'present' } }]);
    expect(changes.flatMap(({ removed }) => removed)).toEqual([]);
  });

  it('is no row of its own on a granted site, where webRequest will tell it', () => {
    const { store } = open();
    store.observe(probed({ via: 'relay' }));
    expect(store.exchanges()).toEqual([]);
    // DevTools tell the same call a little later.
    store.observe(probed());
    expect(store.exchanges()).toEqual([]);
  });

  it('is no row of its own where DevTools were quicker than the relay of a granted site', () => {
    const { store } = open();
    store.observe(probed());
    // The page's service worker sends it: webRequest tells it without a tab.
    for (const o of wholeCall('1', 0, -1)) store.observe(o);
    const told = [{ id: '1.0', state: 'completed', written: { status: 'present' } }];
    expect(store.exchanges()).toMatchObject(told);
    store.observe(probed({ via: 'relay' }));
    expect(store.exchanges()).toMatchObject(told);
  });

  it('takes no body from the page where its service worker may have answered', () => {
    const { store } = open();
    const body = { size: 1, shape: 'text' as const, errors: [], warnings: [], omitted: 0 };
    store.observe(probed({ answer: { status: 401, body } }));
    for (const o of wholeCall('1', 0, -1)) store.observe(o);
    expect(store.exchanges()).toMatchObject([{ id: '1.0', written: { status: 'present' } }]);
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ status: 'absent' });
  });

  it('keeps the fingerprint that DevTools told, whoever tells last', () => {
    const written = (fingerprint?: string): ProbeObservation['written'] => ({
      api: 'fetch',
      thrown: 'TypeError',
      credentials: takeAnatomies([{ name: 'Infuzu-API-Key', value: FAKE_KEY }]).anatomies.map((anatomy) => ({
        ...anatomy,
        ...(fingerprint !== undefined && { fingerprint }),
      })),
    });
    for (const order of [
      ['relay', 'devtools'],
      ['devtools', 'relay'],
    ] as const) {
      const { store, records } = open();
      for (const via of order) {
        const knows = via === 'devtools';
        const url = { ...probed().url, ...(!knows && { digest: '' }) };
        store.observe(probed({ via, url, written: written(knows ? '00fa' : undefined) }));
      }
      expect(store.exchanges()).toMatchObject([
        { state: 'never-sent', request: { credentials: { value: [{ fingerprint: '00fa' }] } } },
      ]);
      // The next background reads it so.
      expect([...records.values()]).toMatchObject([
        { probe: { via: 'relay', written: { credentials: [{ fingerprint: '00fa' }] } } },
      ]);
    }
  });

  it('failed when the page’s policy stopped it, on a granted site too', () => {
    for (const via of ['relay', 'devtools'] as const) {
      const { store } = open();
      store.observe(probed({ via }));
      store.observe(probed({ via, blocked: true }));
      expect(store.exchanges()).toMatchObject([
        { id: 'probe-5.0.1.1', state: 'failed', error: { text: 'blocked:csp' } },
      ]);
    }
  });

  it('was not redirected where it was not to follow, though DevTools alone tell of the redirect', () => {
    const { store } = open();
    const redirectUrl = 'https://eu.infuzu.com/api/llm-response';
    store.observe(harOf('1', { status: 308, redirectUrl }));
    expect(store.exchanges()).toMatchObject([{ state: 'redirected' }]);
    store.observe(probed({ written: { api: 'fetch', credentials: [], options: ['manual'] } }));
    const [exchange = expect.fail()] = store.exchanges();
    expect(store.exchanges()).toHaveLength(1);
    expect(unfollowedTarget(exchange)?.href).toBe(redirectUrl);
  });

  it('leaves no body unread that its code may not read', () => {
    const { store, timers } = open();
    store.setDevtoolsOpen(5, true);
    for (const observation of wholeCall('1')) store.observe(observation);
    store.observe(probed({ written: { api: 'fetch', credentials: [], options: ['no-cors'] } }));
    store.flush();
    for (const timer of timers) timer();
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ reason: 'opaque' });
  });

  it('takes no answer of an equal call when the page’s policy stopped it', () => {
    const { store } = open();
    store.observe(probed({ blocked: true }));
    for (const observation of wholeCall('1')) store.observe(observation);
    expect(store.exchanges()).toMatchObject([
      { id: 'probe-5.0.1.1', state: 'failed' },
      { id: '1.0', state: 'completed', written: { status: 'absent' } },
    ]);
  });

  it('has its preflight folded under it from the moment that DevTools tell it', () => {
    const { store } = open();
    store.observe(probed());
    store.observe(
      harOf('1', {
        method: 'OPTIONS',
        resourceType: 'preflight',
        headers: [['Access-Control-Request-Method', 'POST']],
        body: null,
        status: 204,
      }),
    );
    const pairs = pairPreflights(store.exchanges());
    expect(pairs.map(({ call, preflight }) => [call.state, preflight.state])).toEqual([
      ['pending', 'completed'],
    ]);
  });

  it('is over when its answer is told, and its body was left unread when DevTools do not tell it', () => {
    const { store, timers } = open();
    store.observe(probed());
    store.observe(probed({ answer: { status: 200 } }));
    expect(store.exchanges()).toMatchObject([
      { state: 'completed', response: { value: { status: 200, body: { reason: 'pending' } } } },
    ]);
    expect(createInspect()(store.exchanges()).exchanges[0]?.diagnosis.state).toBe('clean');
    for (const timer of timers) timer();
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ reason: 'body-unread' });
    store.observe(harOf('1', { status: 200, responseBody: {} }));
    expect(store.exchanges()).toMatchObject([{ id: 'har-1', joinedIds: ['probe-5.0.1.1'] }]);
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ status: 'present' });
  });

  it('has the body that the page’s own call read', () => {
    const { store, timers } = open();
    const errors = [{ code: 'invalid_api_key', message: 'no' }];
    const body = { size: 1, shape: 'errors-envelope' as const, errors, warnings: [], omitted: 0 };
    store.observe(probed({ answer: { status: 401, body } }));
    for (const timer of timers) timer();
    expect(store.exchanges()).toMatchObject([
      { state: 'completed', response: { value: { bodyJoin: 'page-probe', body: { value: { errors } } } } },
    ]);
  });

  it.each([
    ['aborted', 'net::ERR_ABORTED'],
    ['failed', undefined],
  ] as const)('failed when it was %s', (ended, text) => {
    const { store } = open();
    store.observe(probed({ ended }));
    expect(store.exchanges()).toMatchObject([{ state: 'failed', response: { reason: 'failed' } }]);
    expect(store.exchanges()[0]?.error?.text).toBe(text);
    store.observe(probed({ ended, answer: { status: 200 } }));
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ reason: 'failed' });
  });

  it.each([
    ['its page is left', (store: ExchangeStore) => store.leaveDocument(5, 2)],
    ['DevTools are closed', (store: ExchangeStore) => store.setDevtoolsOpen(5, false)],
  ])('has lost its end when %s', (_, leave) => {
    const { store } = open();
    store.setDevtoolsOpen(5, true);
    store.observe(probed());
    store.leaveDocument(5, 1);
    store.leaveDocument(6, 2);
    expect(store.exchanges()).toMatchObject([{ state: 'pending' }]);
    leave(store);
    expect(store.exchanges()).toMatchObject([{ state: 'unknown-end', lostEnd: 'no-request' }]);
  });

  it('is told after ten minutes as a call that no request was seen for, until one is', () => {
    const { store, changes } = open();
    store.observe(probed());
    const { startedDateTime: at } = store.exchanges()[0] ?? { startedDateTime: 0 };
    store.expire(at + 599_000);
    expect(store.exchanges()).toMatchObject([{ state: 'pending' }]);
    store.expire(at + 600_000);
    expect(store.exchanges()).toMatchObject([{ state: 'unknown-end', lostEnd: 'no-request' }]);
    const told = changes.length;
    store.expire(at + 660_000);
    store.flush();
    expect(changes).toHaveLength(told);
    store.observe(harOf('1', { startedDateTime: at, status: 200 }));
    expect(store.exchanges()).toMatchObject([{ state: 'completed', source: 'devtools' }]);
    expect(store.exchanges()[0]).not.toHaveProperty('lostEnd');
  });

  it.each([1e300, -1, Number.NaN])('is none that began at %s', (at) => {
    const { store } = open();
    store.observe(probed({ at, written: { api: 'fetch', credentials: [], thrown: 'TypeError' } }));
    expect(store.exchanges()).toEqual([]);
  });

  it('was never sent when it threw, and failed by that', () => {
    const { store } = open();
    store.observe(
      probed({ ended: 'failed', written: { api: 'fetch', credentials: [], thrown: 'TypeError' } }),
    );
    expect(store.exchanges()).toMatchObject([{ state: 'never-sent', error: { text: 'TypeError' } }]);
  });

  it('was never sent when it threw', () => {
    const { store } = open();
    store.observe(probed({ via: 'relay', written: { api: 'fetch', credentials: [], thrown: 'TypeError' } }));
    expect(store.exchanges()).toMatchObject([{ state: 'never-sent', error: { text: 'TypeError' } }]);
  });

  describe('that the browser refuses by itself', () => {
    const asking = (...options: FetchOption[]): Partial<ProbeObservation> => ({
      ended: 'failed',
      written: { api: 'fetch', credentials: [], options },
    });
    const diagnosisIn = (store: ExchangeStore) =>
      createInspect()(store.exchanges()).exchanges.map(({ diagnosis: { state, headline } }) => [
        state,
        headline.from === 'diagnosis' && headline.key,
      ]);

    it.each([
      ['same-origin', 'failed-blocked-by-mode'],
      ['large-keepalive', 'failed-blocked-by-keepalive'],
    ] as const)('was never sent, with its cause, on a granted site too: %s', (ask, key) => {
      for (const via of ['relay', 'devtools'] as const) {
        const { store } = open();
        store.observe(probed({ via }));
        store.observe(probed({ via, ...asking(ask) }));
        expect(store.exchanges()).toMatchObject([{ state: 'never-sent' }]);
        expect(diagnosisIn(store)).toEqual([['error', key]]);
      }
    });

    it('is a beacon that is too large, too', () => {
      const { store } = open();
      store.observe(
        probed({ via: 'relay', ended: 'failed', written: { api: 'sendBeacon', credentials: [] } }),
      );
      expect(diagnosisIn(store)).toEqual([['error', 'failed-blocked-by-keepalive']]);
    });

    it('is what Firefox’s DevTools show as a call without an answer', () => {
      const { store } = open();
      store.observe(probed(asking('same-origin')));
      store.observe(harOf('1', { status: 0 }));
      expect(store.exchanges()).toMatchObject([{ id: 'har-1', state: 'never-sent' }]);
      expect(diagnosisIn(store)).toEqual([['error', 'failed-blocked-by-mode']]);
    });

    it.each([
      ['was answered', wholeCall('1')],
      [
        'failed',
        [observationOf('onBeforeRequest'), observationOf('onErrorOccurred', { error: 'net::ERR_FAILED' })],
      ],
    ])('takes nothing of an equal call that was sent and %s', (_, events) => {
      const { store } = open();
      store.observe(probed({ via: 'relay', ...asking('same-origin') }));
      for (const observation of events) store.observe(observation);
      expect(store.exchanges()).toMatchObject([
        { id: 'probe-5.0.1.1', state: 'never-sent' },
        { id: '1.0', source: 'web-request', written: { status: 'absent' } },
      ]);
    });

    it('is none of these when the page has the origin that it calls', () => {
      const { store } = open();
      const initiator = { origin: 'https://chat.infuzu.com', page: true };
      store.observe(probed({ ...asking('same-origin'), initiator }));
      expect(store.exchanges()).toMatchObject([{ state: 'failed' }]);
    });

    it('is a row without a cause where none is known, and none when the request was seen', () => {
      const { store } = open();
      store.observe(probed({ via: 'relay', ...asking() }));
      expect(store.exchanges()).toMatchObject([{ state: 'failed' }]);
      expect(truthLineOf(store.exchanges()[0] as Exchange, {}).browser).toEqual([
        { key: 'browserNoRequest' },
      ]);
      for (const observation of wholeCall('1')) store.observe(observation);
      expect(store.exchanges()).toMatchObject([{ id: '1.0', state: 'completed' }]);
    });

    it.each([
      ['has no integrity hash that fits', asking('integrity'), 'failed-blocked-integrity'],
      ['is asked for no hash', asking(), 'clean'],
      ['is given up', { ...asking('integrity'), ended: 'aborted' as const }, 'clean'],
    ])('its answer, when it %s', (_, more, key) => {
      const { store } = open();
      store.observe(probed(more));
      store.observe(harOf('1', { status: 200 }));
      expect(diagnosisIn(store)).toEqual([[key === 'clean' ? 'clean' : 'error', key]]);
    });
  });
});

describe('equal calls with equal answers', () => {
  /** Two calls, and what DevTools tell of them in the other order. */
  const told = () => {
    const whole = open();
    for (const [event, timeStamp] of [
      ['onBeforeRequest', START],
      ['onSendHeaders', START + 1],
      ['onCompleted', START + 50],
    ] as const)
      for (const requestId of ['1', '2'])
        whole.store.observe(
          observationOf(event, { requestId, timeStamp, statusCode: 401, responseHeaders: [] }),
        );
    for (const id of ['b', 'a'])
      whole.store.observe(
        harOf(id, {
          status: 401,
          responseHeaders: [],
          responseBody: { errors: [{ code: id, message: id }] },
        }),
      );
    return whole;
  };
  const group = groupOf(harOf('a').exchange.request);
  const place = (entryId: string, index?: number): HarPlace => ({
    type: 'har-place',
    entryId,
    group,
    ...(index !== undefined && { order: orderOf({ index, count: 2 }) }),
  });
  const codes = (store: ExchangeStore) =>
    store.exchanges().map((exchange) => /"code":"(.)"/.exec(JSON.stringify(bodyOf(exchange)))?.[1]);

  it('get their bodies when the places of the entries are told, and lose them with the places', () => {
    const { store, records } = told();
    expect(codes(store)).toEqual([undefined, undefined]);
    for (const observation of [place('a', 0), place('b', 1)]) store.observe(observation);
    expect(codes(store)).toEqual(['a', 'b']);
    expect(records.get('har:b')).toMatchObject({ entry: { order: { index: 1, count: 2 } } });
    for (const observation of [place('a'), place('b')]) store.observe(observation);
    expect(codes(store)).toEqual([undefined, undefined]);
  });

  it('are left alone by the place of an entry that is not there', () => {
    const { store } = open();
    store.observe(place('a', 0));
    expect(store.exchanges()).toEqual([]);
  });
});

describe('a stopped background', () => {
  const all = wholeCall('1');
  it.each(all.map((_, i) => i + 1))('loses nothing when it stops after event %i', async (stopAfter) => {
    const first = open();
    for (const observation of all.slice(0, stopAfter)) first.store.observe(observation);
    await Promise.resolve();
    const second = open();
    second.store.restore({ records: [...first.records], dropped: new Map(), cleared: first.store.cleared });
    for (const observation of all.slice(stopAfter)) second.store.observe(observation);
    const whole = open();
    for (const observation of all) whole.store.observe(observation);
    expect(second.store.exchanges()).toEqual(whole.store.exchanges());
  });

  it('knows in its next life whether DevTools were open', async () => {
    const first = open();
    for (const observation of wholeCall('1')) first.store.observe(observation);
    first.store.setDevtoolsOpen(5, true);
    for (const observation of wholeCall('2', 10_000)) first.store.observe(observation);
    for (const observation of wholeCall('3', 20_000).slice(0, 3)) first.store.observe(observation);
    await Promise.resolve();
    const { store, timers } = open();
    store.restore({ records: [...first.records], dropped: new Map(), cleared: first.store.cleared });
    store.setDevtoolsOpen(5, true);
    const reasons = () => store.exchanges().map((exchange) => bodyOf(exchange));
    const closed = { reason: 'devtools-closed' };
    const pending = { reason: 'pending' };
    expect(reasons()).toMatchObject([closed, pending, pending]);
    for (const observation of wholeCall('3', 20_000).slice(3)) store.observe(observation);
    expect(reasons()).toMatchObject([closed, pending, pending]);
    for (const timer of timers) timer();
    expect(reasons()).toMatchObject([closed, { reason: 'body-unread' }, { reason: 'body-unread' }]);
  });

  it('joins a body that comes in its next life', async () => {
    const first = open();
    for (const observation of all) first.store.observe(observation);
    await Promise.resolve();
    const second = open();
    second.store.restore({ records: [...first.records], dropped: new Map(), cleared: first.store.cleared });
    second.store.observe(errorEntry('1'));
    expect(bodyOf(second.store.exchanges()[0])).toMatchObject({ status: 'present' });
  });
});

describe('a tab that is closed', () => {
  it('takes its records with it, also those that no row took, and nobody else’s', async () => {
    const { store, records, changes } = open();
    for (const observation of [...wholeCall('1', 0, 5), ...wholeCall('2', 0, 6), ...wholeCall('3', 0, -1)])
      store.observe(observation);
    store.observe({ ...errorEntry('1'), viaServiceWorker: true });
    store.observe(harOf('9', { url: 'https://chat.infuzu.com/other', status: 200 }));
    expect(tabsOf(store)).toEqual([5, 5, 6, -1]);
    await Promise.resolve();
    store.clear(START + 1_000, { tabId: 5 });
    store.flush();
    await Promise.resolve();
    expect(tabsOf(store)).toEqual([6, -1]);
    expect([...records.keys()].sort()).toEqual(['2.0', '3.0']);
    expect(changes.at(-1)?.removed.map(({ tabId }) => tabId)).toEqual([5, 5]);
    for (const observation of wholeCall('4', 2_000, 5)) store.observe(observation);
    expect(store.exchanges()).toHaveLength(3);
  });
});

describe('bounds', () => {
  it('drop the oldest of a tab and count them', () => {
    const { store, records } = open({ perTab: 3, total: 100 });
    for (let i = 0; i < 5; i++) for (const o of wholeCall(`r${i}`, i * 10)) store.observe(o);
    expect(store.exchanges().map(({ callId }) => callId)).toEqual(['r2', 'r3', 'r4']);
    expect(store.dropped.get(5)).toBe(2);
    store.flush();
    expect([...records.keys()]).toEqual(['r2.0', 'r3.0', 'r4.0']);
  });

  it('count a call once, whatever is told of it afterwards', () => {
    const { store } = open({ perTab: 2, total: 100 });
    const [started, ...end] = wholeCall('r0', 0);
    if (started) store.observe(started);
    for (let i = 1; i < 4; i++) for (const o of wholeCall(`r${i}`, i * 10)) store.observe(o);
    const shown = ['r2', 'r3'];
    const seen = () => store.exchanges().map(({ callId }) => callId);
    expect(seen()).toEqual(shown);
    for (const o of end) store.observe(o);
    for (const at of [3, 12]) store.observe(harOf(`e${at}`, { startedDateTime: START + at }));
    expect(seen()).toEqual(shown);
    expect(store.dropped.get(5)).toBe(2);
  });

  it('count a call once that DevTools alone tell, again and again', () => {
    const { store } = open({ perTab: 2, total: 100 });
    const tell = (...moments: number[]) => {
      for (const at of moments) store.observe(harOf(`e${at}`, { startedDateTime: START + at }));
      store.flush();
    };
    tell(0, 10, 20, 30);
    tell(0, 10);
    tell(0, 10);
    expect(store.exchanges().map(({ id }) => id)).toEqual(['har-e20', 'har-e30']);
    expect(store.dropped.get(5)).toBe(2);
  });

  it('follow a change at once: fewer drop the oldest, told and counted, more keep what comes', () => {
    const { store, changes, records } = open({ perTab: 4, total: 100 });
    const make = (from: number, to: number) => {
      for (let i = from; i < to; i++) for (const o of wholeCall(`r${i}`, i * 10)) store.observe(o);
    };
    make(0, 4);
    store.flush();
    store.setLimits({ perTab: 2, total: 100 });
    expect(changes.at(-1)?.removed.map(({ callId }) => callId)).toEqual(['r0', 'r1']);
    expect(store.dropped.get(5)).toBe(2);
    expect([...records.keys()]).toEqual(['r2.0', 'r3.0']);
    store.setLimits({ perTab: 3, total: 100 });
    make(4, 6);
    expect(store.exchanges().map(({ callId }) => callId)).toEqual(['r3', 'r4', 'r5']);
    expect(store.dropped.get(5)).toBe(3);
  });

  it('are for all tabs together twice what the user chose for one', () => {
    expect(KEPT_PER_TAB.map((keptPerTab) => limitsOf({ ...DEFAULT_SETTINGS, keptPerTab }))).toEqual([
      { perTab: 1_000, total: 2_000 },
      { perTab: 5_000, total: 10_000 },
      { perTab: 10_000, total: 20_000 },
      { perTab: 50_000, total: 100_000 },
    ]);
  });
});

describe('clear', () => {
  it('forgets one tab with its entries and leaves the others', async () => {
    const { store, records } = open();
    for (const o of [...wholeCall('1'), ...wholeCall('2', 5, 6)]) store.observe(o);
    store.observe(errorEntry('1'));
    store.flush();
    store.clear(START + 1_000, { tabId: 5 });
    store.flush();
    await Promise.resolve();
    expect(store.exchanges().map(({ tabId }) => tabId)).toEqual([6]);
    expect([...records.keys()]).toEqual(['2.0']);
  });

  it('forgets everything of every tab, also what no row shows', async () => {
    const { store, records } = open();
    for (const o of [...wholeCall('1'), ...wholeCall('2', 5, 6)]) store.observe(o);
    store.observe(errorEntry('1'));
    store.observe({
      type: 'probe-call',
      probeId: '5.0.1.1',
      tabId: 5,
      frameId: 0,
      method: 'POST',
      url: takeUrl('https://chat.infuzu.com/elsewhere', [], TEST_SALT, (text) => text),
      initiator: {},
      at: START,
      written: { api: 'fetch', credentials: [] },
      via: 'relay',
    });
    store.flush();
    expect(records.size).toBeGreaterThan(2);
    store.clear(START + 1_000);
    store.flush();
    await Promise.resolve();
    expect(store.exchanges()).toEqual([]);
    expect([...records.keys()]).toEqual([]);
  });

  it('keeps away what is told later of a call that everything was forgotten of', () => {
    const { store } = open();
    const probe: ProbeObservation = {
      type: 'probe-call',
      probeId: '5.0.1.1',
      tabId: 5,
      frameId: 0,
      method: 'POST',
      url: takeUrl('https://chat.infuzu.com/api/llm-response', [], TEST_SALT, (text) => text),
      initiator: {},
      at: START,
      written: { api: 'fetch', credentials: [] },
      via: 'relay',
    };
    store.observe(observationOf('onBeforeRequest'));
    store.observe(probe);
    store.flush();
    store.clear(START + 1_000);
    store.observe({ ...probe, ended: 'failed' });
    store.flush();
    expect(store.exchanges()).toEqual([]);
  });

  it('tells the pages which are gone', () => {
    const { store, changes } = open();
    for (const o of wholeCall('1')) store.observe(o);
    store.flush();
    store.clear(START + 1_000, { tabId: 5 });
    store.flush();
    expect(changes.at(-1)?.removed).toMatchObject([{ id: '1.0' }]);
  });

  it('leaves what began later', () => {
    const { store } = open();
    for (const o of [...wholeCall('former'), ...wholeCall('first', 100)]) store.observe(o);
    store.clear(START + 100, { tabId: 5 });
    expect(store.exchanges().map(({ callId }) => callId)).toEqual(['first']);
  });

  it('takes the calls of the site’s workers with it, and no other’s', () => {
    const { store } = open();
    const inWorker = (requestId: string, initiator: string) =>
      observationOf('onBeforeRequest', { requestId, tabId: -1, initiator });
    store.observe(inWorker('own', 'https://app.test'));
    store.observe(inWorker('other', 'https://other.test'));
    store.clear(START + 1_000, { tabId: 5, origin: 'https://app.test' });
    expect(store.exchanges().map(({ callId }) => callId)).toEqual(['other']);
  });

  it.each([0, 1, 2, 3])('keeps a call away that was cleared after its event %i', (index) => {
    const { store } = open();
    const events = wholeCall('1');
    for (const o of events.slice(0, index + 1)) store.observe(o);
    store.clear(START + 60, { tabId: 5 });
    for (const o of events.slice(index + 1)) store.observe(o);
    store.observe(errorEntry('1'));
    expect(store.exchanges()).toEqual([]);
    // The browser counts on; a later life of it may begin anew with the same id.
    for (const o of wholeCall('1', 100)) store.observe(o);
    expect(store.exchanges()).toHaveLength(1);
  });

  it('keeps a call away whose beginning is told late', () => {
    const { store } = open();
    store.clear(START + 1_000, { tabId: 5 });
    for (const o of wholeCall('1')) store.observe(o);
    expect(store.exchanges()).toEqual([]);
  });

  it('keeps what DevTools told late away in a later life of the background, too', () => {
    const first = open();
    for (const o of wholeCall('1')) first.store.observe(o);
    first.store.clear(START + 1_000, { tabId: 5 });
    const second = open();
    second.store.restore({ records: [], dropped: new Map(), cleared: first.store.cleared });
    second.store.observe(errorEntry('1'));
    expect(second.store.exchanges()).toEqual([]);
  });
});

describe('a call that began beside the moment up to which its tab was cleared', () => {
  const entryAt = (id: string, at: number) => {
    const entry = errorEntry(id);
    return { ...entry, exchange: { ...entry.exchange, startedDateTime: START + at } };
  };
  const probeAt = (at: number, more: Partial<ProbeObservation> = {}): ProbeObservation => ({
    type: 'probe-call',
    probeId: '5.0.1.1',
    tabId: 5,
    frameId: 0,
    method: 'POST',
    url: takeUrl('https://chat.infuzu.com/api/llm-response', [], TEST_SALT, (text) => text),
    initiator: {},
    at: START + at,
    written: { api: 'fetch', credentials: [] },
    via: 'devtools',
    ...more,
  });

  it('gets what DevTools and the probe tell of it, though by their clock it began before', () => {
    const { store } = open();
    store.clear(START + 1_000, { tabId: 5 });
    for (const o of wholeCall('1', 1_010)) store.observe(o);
    store.observe(probeAt(980));
    store.observe(entryAt('1', 960));
    expect(store.exchanges()).toMatchObject([{ id: '1.0', written: { status: 'present' } }]);
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ status: 'present' });
  });

  it.each([
    ['before', () => [...wholeCall('1', 990), 'clear' as const]],
    ['after', () => ['clear' as const, ...wholeCall('1', 990)]],
  ])('does not come back by what DevTools and the probe tell after it, told itself %s', (_, events) => {
    const { store } = open();
    for (const event of events())
      if (event === 'clear') store.clear(START + 1_000, { tabId: 5 });
      else store.observe(event);
    store.observe(entryAt('1', 1_020));
    store.observe(probeAt(1_001));
    expect(store.exchanges()).toEqual([]);
  });

  it('is told from its equal on the other side, which gets no word of it', () => {
    const { store } = open();
    for (const o of [...wholeCall('1', 960), ...wholeCall('2', 1_040)]) store.observe(o);
    store.clear(START + 1_000, { tabId: 5 });
    store.observe(entryAt('1', 955));
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ status: 'absent' });
    store.observe(entryAt('2', 1_035));
    expect(store.exchanges()).toMatchObject([{ id: '2.0' }]);
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ status: 'present' });
  });

  it('does not come back by what waited for it, and began after the clear by its own clock', async () => {
    const { store, records } = open();
    const alike = (requestId: string, at: number) =>
      (['onBeforeRequest', 'onSendHeaders', 'onHeadersReceived', 'onCompleted'] as const).map((event, i) =>
        observationOf(event, { requestId, timeStamp: START + at + i, statusCode: 401 }),
      );
    for (const o of [...alike('1', 980), ...alike('2', 985), ...alike('3', 5_000)]) store.observe(o);
    for (const id of ['a', 'b'])
      store.observe(harOf(id, { status: 401, startedDateTime: START + 1_005, responseHeaders: [] }));
    expect(store.exchanges()).toHaveLength(3);
    store.clear(START + 1_000, { tabId: 5 });
    expect(store.exchanges().map(({ id }) => id)).toEqual(['3.0']);
    await Promise.resolve();
    expect([...records.keys()]).toEqual(['3.0']);
  });

  it('counts by its own beginning where webRequest sees nothing', () => {
    const { store } = open();
    store.clear(START + 1_000, { tabId: 5 });
    store.observe(entryAt('former', 990));
    store.observe(entryAt('next', 1_010));
    expect(store.exchanges().map(({ id }) => id)).toEqual(['har-next']);
  });

  it('counts by its own beginning when it threw, beside a call that was sent', () => {
    const { store } = open();
    store.clear(START + 1_000, { tabId: 5 });
    for (const o of wholeCall('1', 1_010)) store.observe(o);
    store.observe(probeAt(990, { written: { api: 'fetch', credentials: [], thrown: 'TypeError' } }));
    expect(store.exchanges().map(({ id }) => id)).toEqual(['1.0']);
  });
});

describe('a document that is an address of the API itself', () => {
  const ADDRESS = 'https://chat.infuzu.com/api/llm-response';
  const opened = (requestId: string, at: number, more = {}) =>
    (['onBeforeRequest', 'onSendHeaders', 'onHeadersReceived', 'onCompleted'] as const).map((event, i) =>
      observationOf(event, {
        requestId,
        type: 'main_frame',
        timeStamp: START + at + i * 100,
        statusCode: 401,
        ...more,
      }),
    );
  const entryAt = (id: string, at: number) => {
    const entry = errorEntry(id);
    return { ...entry, exchange: { ...entry.exchange, startedDateTime: START + at } };
  };

  it('outlives the navigation that it caused, and no other', () => {
    const { store } = open();
    for (const o of [...wholeCall('former'), ...opened('own', 500, { url: `${ADDRESS}?a=b#c` })])
      store.observe(o);
    for (const o of opened('elsewhere', 600, { tabId: 6 })) store.observe(o);
    const own = () => store.exchanges().flatMap(({ tabId, callId }) => (tabId === 5 ? callId : []));
    store.clear(START + 780, { tabId: 5 }, ADDRESS);
    expect(own()).toEqual(['own']);
    for (const o of opened('again', 1_000)) store.observe(o);
    store.clear(START + 1_280, { tabId: 5 }, ADDRESS);
    expect(own()).toEqual(['again']);
    store.clear(START + 2_000, { tabId: 5 }, 'https://app.example.com/');
    expect(own()).toEqual([]);
  });

  it('gets what DevTools tell of it later', () => {
    const { store } = open();
    for (const o of opened('own', 500)) store.observe(o);
    store.clear(START + 780, { tabId: 5 }, ADDRESS);
    store.observe(entryAt('own', 495));
    expect(store.exchanges()).toMatchObject([{ id: 'own.0' }]);
    expect(bodyOf(store.exchanges()[0])).toMatchObject({ status: 'present' });
  });

  it('keeps no frame, and no call of its script', () => {
    const { store } = open();
    for (const o of [...opened('frame', 0, { frameId: 7 }), ...opened('other', 5, { tabId: 6 })])
      store.observe(o);
    for (const o of wholeCall('call', 10)) store.observe(o);
    store.clear(START + 780, { tabId: 5 }, ADDRESS);
    expect(store.exchanges()).toMatchObject([{ id: 'other.0' }]);
  });

  it('stays with the hops that led to it', () => {
    const { store } = open();
    const url = 'https://chat.infuzu.com/short';
    const [started] = opened('own', 0, { url });
    if (started) store.observe(started);
    const redirect = { requestId: 'own', url, redirectUrl: ADDRESS, statusCode: 302, type: 'main_frame' };
    store.observe(observationOf('onBeforeRedirect', { ...redirect, timeStamp: START + 50 }));
    for (const o of opened('own', 60)) store.observe(o);
    store.clear(START + 300, { tabId: 5 }, ADDRESS);
    expect(store.exchanges().map(({ id }) => id)).toEqual(['own.0', 'own.1']);
  });
});

describe('a clock that is set back', () => {
  it('keeps no call away that is made then', () => {
    const { store } = open();
    store.clear(START + 1_000, { tabId: 5 });
    vi.setSystemTime(START - 3_600_000);
    for (const o of wholeCall('1', -3_600_000)) store.observe(o);
    store.observe(
      harOf('elsewhere', { url: 'https://chat.infuzu.com/other', startedDateTime: START - 3_600_000 }),
    );
    expect(store.exchanges().map(({ callId }) => callId)).toEqual(['1', 'har-elsewhere']);
    store.clear(START - 3_500_000, { tabId: 5 });
    expect(store.cleared.before.get(5)).toBe(START - 3_600_000);
  });

  it('keeps no call from a clear that was made before by the clock', () => {
    const { store } = open();
    for (const o of wholeCall('1', 3_600_000)) store.observe(o);
    store.observe(
      harOf('elsewhere', { url: 'https://chat.infuzu.com/other', startedDateTime: START + 3_600_000 }),
    );
    expect(store.exchanges()).toHaveLength(2);
    vi.setSystemTime(START);
    store.clear(START, { tabId: 5 });
    expect(store.exchanges()).toEqual([]);
  });

  it('lets what was cleared stay away when it is set by no more than the streams differ', () => {
    const { store } = open();
    vi.setSystemTime(START + 1_000);
    store.clear(START + 1_000, { tabId: 5 });
    vi.setSystemTime(START + 500);
    for (const o of wholeCall('1', 400)) store.observe(o);
    expect(store.exchanges()).toEqual([]);
  });
});

describe('what no row took of calls that were cleared', () => {
  /** Three equal calls; the entries of the first two are alike, so that nobody can say whose they are. */
  function twoAlikeAndOne(lastTab: number) {
    const whole = open();
    const answered = (requestId: string, at: number, tabId: number) =>
      (['onBeforeRequest', 'onSendHeaders', 'onHeadersReceived', 'onCompleted'] as const).map((event, i) =>
        observationOf(event, { requestId, tabId, timeStamp: START + at + i, statusCode: 401 }),
      );
    const calls = [...answered('1', 0, 5), ...answered('2', 10, 5), ...answered('3', 5_000, lastTab)];
    for (const o of calls) whole.store.observe(o);
    for (const id of ['a', 'b']) whole.store.observe(harOf(id, { status: 401, startedDateTime: START + 5 }));
    return { ...whole, later: () => answered('4', 6_000, lastTab) };
  }

  it.each([
    ['another tab', 6],
    ['the next document', 5],
  ])('goes with them, though a call of %s keeps their group', async (_, lastTab) => {
    const { store, records, later } = twoAlikeAndOne(lastTab);
    expect(store.exchanges()).toHaveLength(3);
    store.clear(START + 1_000, { tabId: 5 });
    for (const o of later()) store.observe(o);
    expect(store.exchanges().map(({ id }) => id)).toEqual(['3.0', '4.0']);
    await Promise.resolve();
    expect([...records.keys()]).toEqual(['3.0', '4.0']);
  });

  it('a later hop goes with the hops before it', () => {
    const { store } = open();
    const target = 'https://chat.infuzu.com/next';
    store.observe(observationOf('onBeforeRequest', { requestId: '1' }));
    store.observe(
      observationOf('onBeforeRedirect', {
        requestId: '1',
        timeStamp: START + 10,
        redirectUrl: target,
        statusCode: 307,
      }),
    );
    store.observe(observationOf('onBeforeRequest', { requestId: '1', url: target, timeStamp: START + 11 }));
    expect(store.exchanges()).toHaveLength(2);
    store.clear(START + 11, { tabId: 5 });
    store.observe(observationOf('onCompleted', { requestId: '1', url: target, timeStamp: START + 20 }));
    expect(store.exchanges()).toEqual([]);
  });
});

describe('a call whose address changes when its key is known', () => {
  it('stays where its new group was told of first', () => {
    const { store, changes } = open();
    const call = (requestId: string) => {
      const url = `https://chat.infuzu.com/v1/files/${FAKE_KEY.slice(-20)}`;
      const requestHeaders = [{ name: 'Infuzu-Api-Key', value: FAKE_KEY.slice(-20) }];
      return [
        observationOf('onBeforeRequest', { requestId, url }),
        observationOf('onSendHeaders', { requestId, url, requestHeaders }),
        observationOf('onCompleted', { requestId, url }),
      ] as const;
    };
    const [started, sent, completed] = call('earlier');
    store.observe(started);
    store.observe(sent);
    const [nextStarted, nextSent] = call('next');
    store.observe(nextStarted);
    const urls = new Set(store.exchanges().map(({ request }) => request.url.href));
    expect(urls.size).toBe(2);
    store.observe(completed);
    store.observe(nextSent);
    expect(
      store
        .exchanges()
        .map(({ callId }) => callId)
        .sort(),
    ).toEqual(['earlier', 'next']);
    expect(changes.flatMap(({ removed }) => removed)).toEqual([]);
  });
});

describe('the bound of all tabs together', () => {
  it('drops the oldest of whichever tab, and counts it there', () => {
    const { store } = open({ perTab: 100, total: 3 });
    for (const [n, tabId] of [5, 6, 5, 7, 6].entries())
      for (const o of wholeCall(`r${n}`, n * 10, tabId)) store.observe(o);
    expect(store.exchanges().map(({ callId }) => callId)).toEqual(['r2', 'r3', 'r4']);
    expect([...store.dropped]).toEqual([
      [5, 1],
      [6, 1],
    ]);
  });
});

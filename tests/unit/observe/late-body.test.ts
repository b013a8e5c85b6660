import { expect, it } from 'vitest';
import { reduceExchange } from '../../../lib/exchange/reduce-exchange';
import { mergeEntry } from '../../../lib/join/merge';
import { observeHarEntry } from '../../../lib/observe/from-har-entry';
import { viewGroup } from '../../../lib/store/group-view';
import { FAKE_KEY, TEST_SALT } from '../support/exchange-of';
import { observationOf } from '../support/web-request-of';

const ENTRY = {
  startedDateTime: '2026-01-01T00:00:00.000Z',
  time: 12,
  request: {
    method: 'POST',
    url: 'https://chat.infuzu.com/api/llm-response',
    httpVersion: 'HTTP/1.1',
    headers: [{ name: 'Infuzu-API-Key', value: FAKE_KEY }],
  },
  response: {
    status: 401,
    statusText: 'Unauthorized',
    httpVersion: 'HTTP/1.1',
    headers: [],
    content: { size: 60, mimeType: 'application/json' },
  },
};
const BODY = '{"errors":[{"code":"invalid_api_key","message":"no"}],"warnings":[]}';

const HEADERS = [{ name: 'content-type', value: 'application/json' }];
const LOST = { ...ENTRY, response: { ...ENTRY.response, status: 0, headers: HEADERS } };
const FAILED = { ...ENTRY, response: { ...ENTRY.response, status: 0 } };

const told = (content: Parameters<typeof observeHarEntry>[1]['content'], entry: object = ENTRY) => {
  const observed = observeHarEntry(
    entry,
    { entryId: '1', tabId: 5, pageOrigin: undefined, content },
    TEST_SALT,
  );
  if (!observed) throw new Error('no entry');
  return observed;
};

const exchange = ['onBeforeRequest', 'onSendHeaders', 'onHeadersReceived', 'onCompleted'].reduce<
  ReturnType<typeof reduceExchange> | undefined
>(
  (known, event) => reduceExchange(known, observationOf(event as 'onCompleted', { statusCode: 401 })),
  undefined,
);
if (!exchange) throw new Error('no exchange');

it('is no unread body: DevTools is still reading it', () => {
  expect(mergeEntry(exchange, told('late'), 'rank').response).toMatchObject({
    value: { body: { status: 'absent', reason: 'timed-out' } },
  });
});

it('is joined when it comes', () => {
  expect(mergeEntry(exchange, told({ text: BODY, encoding: '' }), 'rank').response).toMatchObject({
    value: { body: { status: 'present', value: { errors: [{ code: 'invalid_api_key' }] } } },
  });
});

it('keeps the reason of an answer whose entry has no body at all', () => {
  expect(mergeEntry(exchange, told(undefined), 'rank').response).toMatchObject({
    value: { body: { status: 'absent', reason: 'pending' } },
  });
});

it('is joined although Firefox lost the status of its entry', () => {
  const entry = told({ text: BODY, encoding: '' }, LOST);
  expect(entry.exchange).toMatchObject({ state: 'completed', response: { value: { status: 0 } } });
  expect(mergeEntry(exchange, entry, 'rank').response).toMatchObject({
    value: { status: 401, body: { value: { errors: [{ code: 'invalid_api_key' }] } } },
  });
});

it('is none where the call failed', () => {
  expect(told(undefined, FAILED).exchange).toMatchObject({ state: 'failed', response: { status: 'absent' } });
});

it('of a call that DevTools alone saw does not stand for an answer with status 0', () => {
  const entry = told({ text: BODY, encoding: '' }, LOST);
  const view = viewGroup({ exchanges: [], entries: [entry], probes: [], before: new Map() }, new Set());
  expect([...view.values()][0]?.exchange).toMatchObject({
    state: 'unknown-end',
    response: { status: 'absent', reason: 'missed' },
  });
});

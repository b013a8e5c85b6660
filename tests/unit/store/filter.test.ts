import { describe, expect, test } from 'vitest';
import { createFold, type InspectedCall } from '../../../lib/store/calls';
import { filterTest, parseFilter, wildcard } from '../../../lib/store/filter';
import { createInspect } from '../../../lib/store/inspect';
import { OTHER_FAKE_KEY } from '../support/exchange-of';
import { bareToken, cleanCall, JSON_TYPE, lostOnRedirect, pendingCall, tabCall } from '../support/tab-calls';

const calls = createFold()(
  createInspect()([
    bareToken(1),
    cleanCall(2),
    pendingCall(3),
    tabCall(4, {
      url: 'https://chat.infuzu.com/api/v1/chat/completions',
      headers: [['Infuzu-API-Key', OTHER_FAKE_KEY], JSON_TYPE],
      status: 429,
      responseBody: { error: { code: 'rate_limit_exceeded', message: 'Slow down' } },
    }),
    ...lostOnRedirect(5),
    tabCall(6, { method: 'GET', body: null, headers: [JSON_TYPE], status: 404 }),
  ]).exchanges,
);

const words = (call: InspectedCall) => `Verdict of ${call.id}`;
const found = (text: string) =>
  calls.filter(filterTest(parseFilter(text), words)).map(({ id }) => Number(id.split('.')[0]));

describe('terms', () => {
  test.each([
    ['host:localhost:8080', 1],
    ['host:localhost', 1],
    ['host:localhost:3000', 0],
  ])('a host may have its port: %s', (text, count) => {
    const own = tabCall(1, { url: 'http://localhost:8080/api/llm-response', status: 200 });
    const ownCalls = createFold()(createInspect()([own]).exchanges);
    expect(ownCalls.filter(filterTest(parseFilter(text), words))).toHaveLength(count);
  });

  test.each([
    ['', [1, 2, 3, 4, 5, 6]],
    ['status:401', [1, 5]],
    ['status:4xx', [1, 4, 5, 6]],
    ['status:4', [1, 4, 5, 6]],
    ['status:40x', [1, 5, 6]],
    ['status:200,429', [2, 4]],
    ['status:none', [3]],
    ['rule:bearer-prefix-missing', [1]],
    ['rule:bearer-*', [1]],
    ['rule:bearer', []],
    ['rule:key-*', []],
    ['rule:key-exposed-to-page', [1, 2, 3, 4, 5]],
    ['-rule:key-*', [1, 2, 3, 4, 5, 6]],
    ['exposed', []],
    ['rule:*redirect', [5]],
    ['code:rate_limit_exceeded', [4]],
    ['code:invalid_*', [1]],
    ['host:eu.', [5]],
    ['host:infuzu.com', [1, 2, 3, 4, 5, 6]],
    ['path:completions', [4]],
    ['path:/api/*/chat', [4]],
    ['method:get', [6]],
    ['method:GET', [6]],
    ['key:#1', [1, 2, 3, 5]],
    ['key:2', [4]],
    ['key:none', [6]],
    ['is:error', [1, 4, 5, 6]],
    ['is:clean', [2]],
    ['is:notice', []],
    ['is:pending', [3]],
    ['is:confirmed', [1, 4, 5]],
    ['is:redirected', [5]],
    ['is:purple', []],
    ['-status:4xx', [2, 3]],
    ['-is:error -is:pending', [2]],
    ['status:4xx key:#1', [1, 5]],
    ['completions', [4]],
    ['-completions status:4xx', [1, 5, 6]],
    ['"Verdict of 2"', [2]],
    ['Slow', []],
    ['RATE_LIMIT', [4]],
    ['host:', [1, 2, 3, 4, 5, 6]],
    ['https://eu', []],
    ['https://chat', [1, 2, 3, 4, 5, 6]],
    ['"status:401"', []],
  ])('%s', (text, ids) => {
    expect(found(text)).toEqual(ids);
  });
});

describe('parsing', () => {
  test('quotes keep spaces, and a lone quote is closed by the end', () => {
    expect(parseFilter('path:"a b" "c d')).toEqual([
      { field: 'path', values: ['a b'], negated: false },
      { values: ['c d'], negated: false },
    ]);
  });

  test('a quoted minus is text', () => {
    expect(parseFilter('"-x" - -y')).toEqual([
      { values: ['-x'], negated: false },
      { values: ['-'], negated: false },
      { values: ['y'], negated: true },
    ]);
  });

  test('a field without a value is not yet a term', () => {
    expect(parseFilter('status: is:,')).toEqual([]);
  });
});

describe('wildcards', () => {
  test.each([
    ['key-*', 'key-quoted', true],
    ['key-*', 'key', false],
    ['*', '', true],
    ['a*a', 'a', false],
    ['a*b*c', 'a-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['**', 'x', true],
  ])('%s on %s', (pattern, text, matches) => {
    expect(wildcard(pattern)(text)).toBe(matches);
  });

  test('a hostile pattern comes to an end, before the time-out', () => {
    expect(wildcard(`${'*a'.repeat(2_000)}b`)('a'.repeat(20_000))).toBe(false);
    expect(parseFilter('-"'.repeat(50_000)).length).toBeLessThan(50_000);
  });
});

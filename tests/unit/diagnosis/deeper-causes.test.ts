import { expect, it } from 'vitest';
import { judge } from '../../../lib/diagnosis/judge';
import { neighboursOf } from '../../../lib/rules/neighbours';
import { CLEAN_HEADERS, exchangeOf, FAKE_KEY } from '../support/exchange-of';

const START = Date.UTC(2026, 0, 1, 12, 0, 0);
const URL_HERE = 'https://chat.infuzu.com/api/llm-response';

it('names the redirect that dropped the key before the key that is missing', () => {
  const first = exchangeOf({
    startedDateTime: START,
    url: 'https://api.infuzu.com/api/llm-response',
    headers: [['Authorization', `Bearer ${FAKE_KEY}`]],
    status: 308,
    redirectUrl: URL_HERE,
  });
  const second = exchangeOf({
    startedDateTime: START + 90,
    url: URL_HERE,
    headers: [['Content-Type', 'application/json']],
    status: 401,
    responseBody: { errors: [{ code: 'missing_api_key', message: 'No authentication headers provided' }] },
  });
  const { diagnosis } = judge(second, neighboursOf([first, second])(second));
  expect(diagnosis.outcome).toBe('confirmed');
  expect(diagnosis.findings.map(({ rule }) => rule)).toEqual([
    'credential-lost-on-redirect',
    'credentials-missing',
  ]);
  expect(diagnosis.cause?.rule).toBe('credential-lost-on-redirect');
});

/** A call that its preflight held back, and that preflight. */
function heldBack(headers: readonly (readonly [string, string])[], asked: string) {
  const call = exchangeOf({
    startedDateTime: START,
    initiator: { origin: 'https://app.example.com', page: true },
    headers,
    status: 0,
    error: 'net::ERR_FAILED',
  });
  const preflight = exchangeOf({
    startedDateTime: START + 5,
    method: 'OPTIONS',
    body: null,
    headers: [
      ['Origin', 'https://app.example.com'],
      ['Access-Control-Request-Method', 'POST'],
      ['Access-Control-Request-Headers', asked],
    ],
    status: 204,
    responseHeaders: [
      ['Access-Control-Allow-Origin', '*'],
      ['Access-Control-Allow-Headers', 'content-type, infuzu-api-key'],
    ],
  });
  return { call, preflight };
}

it.each([
  ['header-name-unknown', 'content-type,x-api-key', []],
  ['preflight-rejected', 'content-type,x-api-key,x-trace', [['X-Trace', '1']]],
] as const)('leads with %s where the preflight does not permit %s', (rule, asked, more) => {
  const headers = [['X-Api-Key', FAKE_KEY], ['Content-Type', 'application/json'], ...more] as const;
  const { call, preflight } = heldBack(headers, asked);
  expect(judge(call, neighboursOf([call, preflight])(call)).diagnosis.cause?.rule).toBe(rule);
});

it('calls no preflight permitted that lacks a header', () => {
  const { call, preflight } = heldBack(
    [...CLEAN_HEADERS, ['X-Stainless-OS', 'Linux']],
    'content-type,infuzu-api-key,x-stainless-os',
  );
  const of = neighboursOf([call, preflight]);
  expect(judge(call, of(call)).diagnosis.cause?.rule).toBe('preflight-rejected');
  const { diagnosis } = judge(preflight, of(preflight));
  expect(diagnosis.findings).toEqual([]);
  expect(diagnosis.headline).toMatchObject({ key: 'preflight-refused' });
});

import type { Exchange } from '../../../lib/exchange/exchange';
import { type CallDescription, exchangeOf, FAKE_KEY, OTHER_FAKE_KEY } from './exchange-of';

const START = Date.UTC(2026, 0, 1, 12, 0, 0);
const API = 'https://chat.infuzu.com/api/llm-response';
const OPENAI = 'https://chat.infuzu.com/api/v1/chat/completions';
const JSON_TYPE = ['Content-Type', 'application/json'] as const;
const ORIGIN = 'https://app.example.com';
const page = { origin: ORIGIN, page: true } as const;
const refusal = (code: string) => ({ errors: [{ code, message: 'Refused.' }], warnings: [] });
const messages = (...roles: string[]) =>
  JSON.stringify({ messages: roles.map((role) => ({ role, content: 'Hello' })) });

/** What browsers send along, so that the lists have their real length. */
const BROWSER = [
  ['Accept', '*/*'],
  ['Accept-Encoding', 'gzip, deflate, br, zstd'],
  ['Accept-Language', 'en'],
  ['Origin', ORIGIN],
  ['Referer', `${ORIGIN}/`],
  ['Sec-Fetch-Dest', 'empty'],
  ['Sec-Fetch-Mode', 'cors'],
  ['Sec-Fetch-Site', 'cross-site'],
  ['User-Agent', 'Mozilla/5.0'],
] as const;
const ANSWER = [
  ['Access-Control-Allow-Origin', '*'],
  ['Content-Type', 'application/json'],
  ['Cache-Control', 'no-store'],
  ['Server', 'gateway'],
  ['Vary', 'Origin'],
] as const;

const key = (value: string, name = 'Infuzu-API-Key'): readonly [string, string] => [name, value];
const sent = (...headers: (readonly [string, string])[]): CallDescription => ({
  headers: [...headers, JSON_TYPE, ...BROWSER],
  initiator: page,
  responseHeaders: ANSWER,
});

/** Calls of every kind: clean ones, each family of mistakes, preflights, redirects, page furniture. */
const KINDS: readonly CallDescription[] = [
  { ...sent(key(FAKE_KEY)), status: 200, responseBody: { results: {}, errors: [], warnings: [] } },
  { ...sent(key(`Bearer ${OTHER_FAKE_KEY}`, 'authorization')), url: OPENAI, status: 200, httpVersion: 'h2' },
  {
    ...sent(key(`Bearer ${FAKE_KEY}`, 'Authorization'), key(FAKE_KEY)),
    status: 400,
    responseBody: refusal('multiple_api_keys'),
  },
  {
    ...sent(key(FAKE_KEY, 'Authorization')),
    status: 401,
    responseBody: refusal('invalid_authorization_header'),
  },
  { ...sent(key(`bearer ${FAKE_KEY}`, 'Authorization')), status: 200 },
  { ...sent(key('undefined')), status: 401, responseBody: refusal('invalid_api_key') },
  { ...sent(key(`"${FAKE_KEY}"`)), status: 401, responseBody: refusal('invalid_api_key') },
  { ...sent(key(`${FAKE_KEY.slice(0, 12)} ${FAKE_KEY.slice(12)}`)), status: 401 },
  { ...sent(key(FAKE_KEY, 'X-API-Key')), status: 401, responseBody: refusal('missing_api_key') },
  { ...sent(), status: 401, responseBody: refusal('missing_api_key') },
  { ...sent(key(FAKE_KEY)), url: 'http://chat.infuzu.com/api/llm-response', status: 301, redirectUrl: API },
  { ...sent(key(FAKE_KEY)), url: `${API}?api_key=${OTHER_FAKE_KEY}`, status: 200 },
  {
    ...sent(key(FAKE_KEY)),
    status: 429,
    responseHeaders: [...ANSWER, ['Retry-After', '1']],
    responseBody: refusal('rate_limit_exceeded'),
  },
  {
    ...sent(key(FAKE_KEY)),
    status: 502,
    responseBody: '<html><title>Bad Gateway</title></html>',
    mimeType: 'text/html',
  },
  {
    ...sent(key(FAKE_KEY)),
    status: 200,
    responseBody: { results: {}, errors: [], warnings: [{ code: 'slow', message: 'Slow.' }] },
  },
  {
    ...sent(key(FAKE_KEY)),
    body: '{"messages": [,]}',
    status: 400,
    responseBody: refusal('invalid_request_body'),
  },
  {
    ...sent(key(FAKE_KEY)),
    body: messages('system', 'assistant'),
    status: 400,
    responseBody: refusal('invalid_field'),
  },
  { ...sent(key(FAKE_KEY)), body: messages('system', 'user', 'assistant', 'user'), status: 200 },
  { ...sent(key(FAKE_KEY)), responseHeaders: [], status: 401, error: 'net::ERR_FAILED' },
  {
    method: 'OPTIONS',
    body: null,
    headers: [
      ['Access-Control-Request-Method', 'POST'],
      ['Access-Control-Request-Headers', 'infuzu-api-key, content-type'],
      ...BROWSER,
    ],
    status: 204,
    responseHeaders: [
      ['Access-Control-Allow-Origin', '*'],
      ['Access-Control-Allow-Headers', 'content-type'],
    ],
  },
  { ...sent(key(FAKE_KEY)), status: 0, error: 'net::ERR_FAILED' },
  {
    method: 'GET',
    url: 'https://infuzu.com/app.js',
    headers: BROWSER,
    body: null,
    resourceType: 'script',
    status: 200,
  },
  {
    method: 'GET',
    url: 'https://infuzu.com/',
    headers: BROWSER,
    body: null,
    resourceType: 'document',
    status: 200,
  },
  { ...sent(key(FAKE_KEY)), headers: [key(FAKE_KEY), ...BROWSER], body: 'a=b', status: 415 },
];

/** Between two calls: a busy page, a little under the documented limit of an hour. */
const INTERVAL = 3_100;

/**
 * Exchanges of all kinds in turn, each an object of its own with its own time and the server's date, as a real log
 * has them.
 */
export function variedExchanges(count: number): Exchange[] {
  return Array.from({ length: count }, (_, i) => {
    const kind = KINDS[i % KINDS.length] ?? {};
    const startedDateTime = START + i * INTERVAL;
    const date = ['Date', new Date(startedDateTime).toUTCString()] as const;
    return exchangeOf({
      ...kind,
      index: i,
      startedDateTime,
      responseHeaders: [date, ...(kind.responseHeaders ?? [])],
    });
  });
}

import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { createRedactKnown } from '../../../lib/exchange/redact-known';
import { holdsKey } from '../../../lib/exchange/secret-shape';
import { exchangeOf } from '../support/exchange-of';

/** Fake, and of the shape of a real one. */
const KEY = 'ifz_fake_A1b2C3d4E5f6G7h8I9j0K1l2';
const OTHER = 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4';

const SEEN = 'A1b2C3d4E5f6';
const lower = (text: string) => text.toLowerCase();

describe('a key that stands where no key belongs is not kept', () => {
  it.each<[string, Exchange]>([
    ['name of a header', exchangeOf({ headers: [[KEY, 'x']] })],
    ['name of a header, of another shape', exchangeOf({ headers: [[OTHER, 'x']] })],
    ['name and value in one', exchangeOf({ headers: [[`Authorization: Bearer ${KEY}`, '']] })],
    [
      'value of another header',
      exchangeOf({
        headers: [
          ['Content-Type', KEY],
          ['User-Agent', `app ${KEY}`],
        ],
      }),
    ],
    [
      'list of wanted headers',
      exchangeOf({ headers: [['Access-Control-Request-Headers', `content-type,${KEY}`]] }),
    ],
    ['name of a parameter', exchangeOf({ url: `https://chat.infuzu.com/api/llm-response?${KEY}=` })],
    ['parameter without a name', exchangeOf({ url: `https://chat.infuzu.com/api/llm-response?${KEY}` })],
    ['host', exchangeOf({ url: `https://${KEY}.infuzu.com/api/llm-response` })],
    ['method', exchangeOf({ method: KEY })],
    ['status text', exchangeOf({ status: 400, statusText: `Bad ${KEY}` })],
    [
      'answer’s header',
      exchangeOf({ status: 204, responseHeaders: [['Access-Control-Allow-Headers', KEY]] }),
    ],
    ...[
      'X-Echo',
      'X-Debug',
      'Warning',
      'WWW-Authenticate',
      'Location',
      'Content-Location',
      'X-Custom-Id',
    ].map((name): [string, Exchange] => [
      `answer’s ${name}, of another shape`,
      exchangeOf({ status: 401, responseHeaders: [[name, `/got/${OTHER}`]] }),
    ]),
    ['status text, of another shape', exchangeOf({ status: 400, statusText: `Bad ${OTHER}` })],
    [
      'message of the server',
      exchangeOf({
        status: 401,
        responseBody: { errors: [{ code: 'invalid', message: `No ${KEY.slice(0, 20)}` }] },
      }),
    ],
    [
      'message of the server, of another shape',
      exchangeOf({
        status: 401,
        responseBody: { errors: [{ code: 'missing_api_key', message: `No key; got ${OTHER}.` }] },
      }),
    ],
    [
      'warning of the server, of another shape',
      exchangeOf({
        status: 200,
        responseBody: { errors: [], warnings: [{ code: 'odd', message: `"${OTHER}" is odd` }] },
      }),
    ],
    [
      'title of a page',
      exchangeOf({ status: 502, responseBody: `<!doctype html><title>No ${OTHER}</title>` }),
    ],
  ])('%s', (_, exchange) => {
    expect(lower(JSON.stringify(exchange))).not.toContain(lower(SEEN));
    expect(JSON.stringify(exchange)).toContain('[redacted]');
  });

  it('stays out of what comes later, and words around it stay', () => {
    expect(createRedactKnown([], new Uint8Array(32))(`allow: ${KEY}, accept`)).toBe(
      'allow: [redacted], accept',
    );
  });
});

describe('names that are no key', () => {
  it.each([
    'x-amz-content-sha256',
    'x-b3-parentspanid',
    'access-control-request-headers',
    'task-force-of-the-week-2',
  ])('%s', (name) => {
    const { request } = exchangeOf({ headers: [[name, 'x']] });
    expect(request.headers.status === 'present' && request.headers.value[0]?.name).toBe(name);
    expect(holdsKey(name)).toBe(false);
  });
});

it.each([
  ['X-Request-Id', OTHER],
  ['x-amzn-RequestId', OTHER],
  ['X-Amz-Cf-Id', `${OTHER}_x==`],
  ['X-Amzn-Trace-Id', 'Root=1-67891233-abcdef012345678912345678'],
  ['traceparent', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
  ['X-B3-TraceId', '4bf92f3577b34da6a3ce929d0e0e4736'],
  ['ETag', 'W/"33a64df551425fcc55e4d42a148795d9f25f89d4"'],
  ['CF-Ray', '8f1a2b3c4d5e6f70-FRA'],
  ['Date', 'Thu, 01 Jan 2026 00:00:00 GMT'],
  ['X-Vercel-Id', 'fra1::iad1::abcde-1700000000000-0a1b2c3d4e5f'],
  ['X-Anything', '4f0b7c52-9d1e-4b4e-8a53-0c6f1e2d3a4b'],
  ['Content-Security-Policy', "default-src 'self'; upgrade-insecure-requests"],
  ['Access-Control-Allow-Origin', 'https://64f0a1b2c3d4e5f6a7b8c9d0--site.example.com'],
])('what support and the rules need of an answer’s headers stays: %s', (name, value) => {
  const { response } = exchangeOf({ status: 200, responseHeaders: [[name, value]] });
  expect(response.status === 'present' && response.value.headers[0]).toEqual({ name, value });
});

it('headers are joined by what they were, not by what is shown of them', () => {
  const digestOf = (value: string) => {
    const { response } = exchangeOf({ status: 200, responseHeaders: [['X-Echo', value]] });
    return response.status === 'present' && response.value.digest;
  };
  expect(digestOf(OTHER)).not.toBe(digestOf(OTHER.toLowerCase()));
});

it('what support needs of a server’s words stays', () => {
  const message =
    'Model claude-3-5-sonnet-20241022, request req_011CSHoEeqs5C35K2UUqR7Fy, 4f0b7c52-9d1e-4b4e-8a53-0c6f1e2d3a4b, internationalization2';
  const exchange = exchangeOf({ status: 400, responseBody: { errors: [{ code: 'odd', message }] } });
  expect(JSON.stringify(exchange)).toContain(message);
});

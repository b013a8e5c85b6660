import { describe, expect, it } from 'vitest';
import { createRedactKnown } from '../../../lib/exchange/redact-known';
import { holdsKey } from '../../../lib/exchange/secret-shape';
import { exchangeOf } from '../support/exchange-of';

/** Fake, and of the shape of a real one. */
const KEY = 'ifz_fake_A1b2C3d4E5f6G7h8I9j0K1l2';
const OTHER = 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4';

const SEEN = 'A1b2C3d4E5f6';
const lower = (text: string) => text.toLowerCase();

describe('a key that stands where no key belongs is not kept', () => {
  it.each([
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

it('what support needs of a server’s words stays', () => {
  const message =
    'Model claude-3-5-sonnet-20241022, request req_011CSHoEeqs5C35K2UUqR7Fy, 4f0b7c52-9d1e-4b4e-8a53-0c6f1e2d3a4b, internationalization2';
  const exchange = exchangeOf({ status: 400, responseBody: { errors: [{ code: 'odd', message }] } });
  expect(JSON.stringify(exchange)).toContain(message);
});

// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { CHAT, call, codeOf, exchangeBytes, rawCall } from './client';
import { useMockApi } from './use-mock-api';

const api = useMockApi();
const ask = (query: string) => call(api(), { path: `${CHAT}?${query}` });

describe('forced errors', () => {
  it.each([
    ['code=missing_api_key', 401, 'missing_api_key', 'errors'],
    ['code=not_enough_funds', 402, 'not_enough_funds', 'error'],
    ['code=rate_limit_exceeded&retry-after=7', 429, 'rate_limit_exceeded', 'error'],
    ['code=internal_server_error', 500, 'internal_server_error', 'error'],
    ['status=402', 402, 'not_enough_funds', 'error'],
    ['status=503&code=new_code', 503, 'new_code', 'error'],
    ['code=invalid_api_key&envelope=error', 401, 'invalid_api_key', 'error'],
    ['code=invalid_field&envelope=errors', 400, 'invalid_field', 'errors'],
  ])('%s', async (query, status, code, envelope) => {
    const reply = await ask(query);
    expect([reply.status, codeOf(reply), Object.keys(JSON.parse(reply.text))[0]]).toEqual([
      status,
      code,
      envelope,
    ]);
    expect(JSON.parse(reply.text).request_id).toBe(reply.headers['x-request-id']);
  });

  it('message, Retry-After and RateLimit fields', async () => {
    const { headers, text } = await ask(
      'code=rate_limit_exceeded&message=Slow%20down&retry-after=7&rate-headers=1',
    );
    expect(JSON.parse(text).error.message).toBe('Slow down');
    expect(headers).toMatchObject({
      'retry-after': '7',
      'ratelimit-limit': '100',
      'ratelimit-remaining': '0',
    });
  });

  it('script=1 puts markup and control characters into an error', async () => {
    const reply = await ask('script=1');
    const [error] = JSON.parse(reply.text).errors;
    expect(reply.status).toBe(401);
    expect(error.code).toContain('<img src=x onerror=');
    expect(error.message).toContain('<script>');
    expect(error.message).toMatch(/\u0000.*\u202e/);
  });

  it.each([
    ['errors-string', (body: string) => typeof JSON.parse(body).errors === 'string'],
    ['errors-null', (body: string) => JSON.parse(body).errors === null],
    ['nested', (body: string) => JSON.parse(body).detail.body.errors[0].code === 'invalid_api_key'],
    ['array', (body: string) => JSON.parse(body)[0].code === 'invalid_api_key'],
    ['bom', (body: string) => body.startsWith('\ufeff{"errors":[{"code":"invalid_api_key"')],
  ])('shape=%s', async (shape, isShaped) => {
    const reply = await ask(`shape=${shape}`);
    expect(reply.status).toBe(401);
    expect(isShaped(reply.text)).toBe(true);
  });

  it('plain=1 is text, plain=json is JSON that is called text', async () => {
    const text = await ask('plain=1');
    expect(text.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text.text).toMatch(/^invalid_api_key: /);
    const json = await ask('plain=json&code=invalid_field');
    expect([json.headers['content-type'], codeOf(json)]).toEqual([
      'text/plain; charset=utf-8',
      'invalid_field',
    ]);
  });

  it('decorations keep the error that is there', async () => {
    const reply = await call(api(), { path: `${CHAT}?shape=array`, headers: {} });
    expect(JSON.parse(reply.text)[0].code).toBe('missing_api_key');
  });
});

describe('odd answers', () => {
  it('html and empty', async () => {
    const html = await ask('html=502');
    expect([html.status, html.headers['content-type']]).toEqual([502, 'text/html; charset=utf-8']);
    expect(html.text).toContain('<h1>502');
    const empty = await ask('empty=500');
    expect([empty.status, empty.text, empty.headers['content-length']]).toEqual([500, '', '0']);
  });

  it('gzip, also of errors and of large bodies', async () => {
    const reply = await ask('gzip=1&size=100000');
    expect(reply.headers['content-encoding']).toBe('gzip');
    expect(Number(reply.headers['content-length'])).toBeLessThan(5000);
    expect(reply.text).toHaveLength(100_000);
    expect(codeOf(await ask('gzip=1&code=invalid_field'))).toBe('invalid_field');
  });

  it('size is exact', async () => {
    const reply = await ask('size=3000000&code=invalid_field');
    expect(reply.text).toHaveLength(3_000_000);
    expect(codeOf(reply)).toBe('invalid_field');
  });

  it('warnings stand on a 200', async () => {
    const reply = await ask('warnings=1');
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.text)).toMatchObject({ errors: [], warnings: [{ code: expect.any(String) }] });
  });

  it('clock, both ways, and the right time otherwise', async () => {
    const offset = async (query: string) =>
      Date.parse(String((await ask(query)).headers['date'])) - Date.now();
    expect(Math.abs((await offset('clock=-7200')) + 7_200_000)).toBeLessThan(3000);
    expect(Math.abs((await offset('clock=600')) - 600_000)).toBeLessThan(3000);
    expect(Math.abs(await offset(''))).toBeLessThan(3000);
  });

  it('hsts', async () => {
    expect((await ask('hsts=60')).headers['strict-transport-security']).toBe('max-age=60');
  });

  it('redirects', async () => {
    const same = await ask('redirect=same&x=1');
    expect([same.status, same.headers['location']]).toEqual([307, `${CHAT}?x=1`]);
    const other = await ask(`redirect=${encodeURIComponent('https://api.other.net/api/llm-response?a=b')}`);
    expect([other.status, other.headers['location']]).toEqual([
      307,
      'https://api.other.net/api/llm-response?a=b',
    ]);
    expect((await ask('redirect=https')).status).toBe(200);
    const plain = await rawCall(api(), [], { path: `${CHAT}?redirect=https`, secure: false });
    expect([plain.status, plain.headers['location']]).toEqual([307, `https://chat.infuzu.com${CHAT}`]);
    const ported = await exchangeBytes(
      api(),
      `GET ${CHAT}?redirect=https&x=1 HTTP/1.1\r\nHost: localhost:${api().ports.http}\r\nConnection: close\r\n\r\n`,
      false,
    );
    expect(ported).toContain(`https://localhost:${api().ports.https}${CHAT}?x=1\r\n`);
  });

  it('a parameter that makes no sense is told', async () => {
    for (const query of [
      'delay=soon',
      'status=20',
      'shape=round',
      'retry-after=%0d%0a',
      'redirect=ftp://x',
      'cut=yes',
    ]) {
      const reply = await ask(query);
      expect([reply.status, reply.text]).toEqual([400, expect.stringMatching(/^Stand-in: /)]);
    }
    expect((await ask('api_key=mine&toString=1')).status).toBe(200);
  });
});

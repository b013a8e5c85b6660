// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { REVOKED_KEY, VALID_KEY } from '../../mock-api/index';
import { call, codeOf, goodHeaders, http2Call, rawCall } from './client';
import { useMockApi } from './use-mock-api';

const api = useMockApi();
const K = VALID_KEY;

describe('authentication, judged from the bytes of the wire', () => {
  const cases: [what: string, lines: string[], status: number, code: string][] = [
    ['Infuzu-API-Key', [`Infuzu-API-Key: ${K}`], 200, 'ok'],
    ['X-Infuzu-API-Key', [`X-Infuzu-API-Key: ${K}`], 200, 'ok'],
    ['Bearer', [`Authorization: Bearer ${K}`], 200, 'ok'],
    ['a scheme in another case', [`Authorization: bEARER ${K}`], 200, 'ok'],
    ['a header name in another case', [`infuzu-api-KEY: ${K}`], 200, 'ok'],
    ['no space after the colon', [`Infuzu-API-Key:${K}`], 200, 'ok'],

    ['nothing', [], 401, 'missing_api_key'],
    ['an empty key', ['Infuzu-API-Key:'], 401, 'missing_api_key'],
    ['a key of spaces', ['Infuzu-API-Key:    '], 401, 'missing_api_key'],
    ['an empty Authorization', ['Authorization: '], 401, 'missing_api_key'],

    ['two headers', [`Infuzu-API-Key: ${K}`, `Authorization: Bearer ${K}`], 400, 'multiple_api_keys'],
    ['two key headers', [`Infuzu-API-Key: ${K}`, `X-Infuzu-API-Key: ${K}`], 400, 'multiple_api_keys'],
    ['one header twice', [`Infuzu-API-Key: ${K}`, `Infuzu-API-Key: ${K}`], 400, 'multiple_api_keys'],
    ['a joined value', [`Infuzu-API-Key: ${K}, ${K}`], 400, 'multiple_api_keys'],
    ['a joined Authorization', [`Authorization: Bearer ${K}, Bearer ${K}`], 400, 'multiple_api_keys'],
    ['an empty second header', [`Infuzu-API-Key: ${K}`, 'X-Infuzu-API-Key:'], 400, 'multiple_api_keys'],

    ['a revoked key', [`Infuzu-API-Key: ${REVOKED_KEY}`], 401, 'invalid_api_key'],
    ['a revoked token', [`Authorization: Bearer ${REVOKED_KEY}`], 401, 'invalid_api_key'],
    ['a trailing space', [`Infuzu-API-Key: ${K} `], 401, 'invalid_api_key'],
    ['a trailing tab', [`X-Infuzu-API-Key: ${K}\t`], 401, 'invalid_api_key'],
    ['a leading space', [`Infuzu-API-Key:  ${K}`], 401, 'invalid_api_key'],
    ['a no-break space', [`Infuzu-API-Key: ${K}\xa0`], 401, 'invalid_api_key'],
    ['a scheme in a key header', [`Infuzu-API-Key: Bearer ${K}`], 401, 'invalid_api_key'],
    ['a key in quotes', [`Infuzu-API-Key: "${K}"`], 401, 'invalid_api_key'],
    ['a trailing comma', [`Infuzu-API-Key: ${K},`], 401, 'invalid_api_key'],

    ['no scheme', [`Authorization: ${K}`], 401, 'invalid_authorization_header'],
    ['no token', ['Authorization: Bearer'], 401, 'invalid_authorization_header'],
    ['two spaces', [`Authorization: Bearer  ${K}`], 401, 'invalid_authorization_header'],
    ['a tab', [`Authorization: Bearer\t${K}`], 401, 'invalid_authorization_header'],
    ['a space after the token', [`Authorization: Bearer ${K} `], 401, 'invalid_authorization_header'],
    ['a space in the token', [`Authorization: Bearer ${K} x`], 401, 'invalid_authorization_header'],
    ['a colon', [`Authorization: Bearer: ${K}`], 401, 'invalid_authorization_header'],
    ['Basic', ['Authorization: Basic dXNlcjpwYXNz'], 401, 'invalid_authorization_header'],
    ['Digest', ['Authorization: Digest username="a", realm="b"'], 401, 'invalid_authorization_header'],
  ];

  it.each(cases)('%s', async (_what, lines, status, code) => {
    const reply = await rawCall(api(), lines);
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
  });

  it.each(cases)('over plain HTTP: %s', async (_what, lines, status, code) => {
    const reply = await rawCall(api(), lines, { secure: false });
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
  });

  it('uses the envelope of the authentication page', async () => {
    const reply = await rawCall(api(), []);
    expect(JSON.parse(reply.text)).toEqual({
      errors: [{ code: 'missing_api_key', message: expect.any(String) }],
      warnings: [],
      request_id: api().received[0]?.id,
    });
  });

  it('comes before the judgement of the body', async () => {
    const reply = await call(api(), { headers: { 'content-type': 'text/plain' }, body: 'no JSON' });
    expect(codeOf(reply)).toBe('missing_api_key');
  });

  it('is the same on every host below /api/', async () => {
    const reply = await call(api(), { host: 'localhost:1', headers: {} });
    expect(codeOf(reply)).toBe('missing_api_key');
    expect((await call(api(), { host: 'localhost:1', headers: goodHeaders() })).status).toBe(200);
  });
});

describe('authentication over HTTP/2', () => {
  it.each([
    ['a good key', { 'infuzu-api-key': K }, 'ok'],
    ['a good token', { authorization: `Bearer ${K}` }, 'ok'],
    ['nothing', {}, 'missing_api_key'],
    ['two headers', { 'infuzu-api-key': K, 'x-infuzu-api-key': K }, 'multiple_api_keys'],
    ['one header twice', { 'infuzu-api-key': [K, K] }, 'multiple_api_keys'],
    ['no scheme', { authorization: K }, 'invalid_authorization_header'],
    ['a revoked key', { 'x-infuzu-api-key': REVOKED_KEY }, 'invalid_api_key'],
  ] as [string, Record<string, string | string[]>, string][])('%s', async (_what, headers, code) => {
    expect(codeOf(await http2Call(api(), headers))).toBe(code);
  });
});

describe('accepted keys', () => {
  const own = useMockApi({ keys: ['ifz_FAKE_OTHER_KEY_FOR_TESTS_0003'] });

  it('are those that the test gives', async () => {
    const other = { ...goodHeaders(), 'Infuzu-API-Key': 'ifz_FAKE_OTHER_KEY_FOR_TESTS_0003' };
    expect(codeOf(await call(own(), { headers: other }))).toBe('ok');
    expect(codeOf(await call(own()))).toBe('invalid_api_key');
  });
});

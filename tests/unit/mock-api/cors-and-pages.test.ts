// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { CHAT, call, goodHeaders } from './client';
import { useMockApi } from './use-mock-api';

const api = useMockApi();
const ORIGIN = 'https://app.example.com';
const preflight = (query = '') =>
  call(api(), {
    path: `${CHAT}${query}`,
    method: 'OPTIONS',
    headers: { origin: ORIGIN, 'access-control-request-method': 'POST' },
  });
const callFromPage = (query = '') =>
  call(api(), { path: `${CHAT}${query}`, headers: { ...goodHeaders(), origin: ORIGIN } });

describe('CORS', () => {
  it('lets every origin in, for one call', async () => {
    const { status, headers } = await preflight();
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-headers': 'authorization, content-type, infuzu-api-key, x-infuzu-api-key',
      'access-control-max-age': '0',
      'x-request-id': api().received[0]?.id,
    });
    expect(headers['content-length']).toBeUndefined();
  });

  it('lets the page read the answer and its headers', async () => {
    expect((await callFromPage()).headers).toMatchObject({
      'access-control-allow-origin': ORIGIN,
      'access-control-expose-headers': '*',
    });
  });

  it('says nothing to a caller without origin', async () => {
    expect((await call(api())).headers['access-control-allow-origin']).toBeUndefined();
  });

  it('cors=none: the preflight is fine, the answer is not', async () => {
    expect((await preflight('?cors=none')).headers['access-control-allow-origin']).toBe(ORIGIN);
    const { status, headers } = await callFromPage('?cors=none');
    expect(status).toBe(200);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('preflight=refuse, and never delayed or forced by what is meant for the call', async () => {
    const { status, headers } = await preflight('?preflight=refuse&status=500&redirect=same');
    expect(status).toBe(403);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('preflight=no-headers and preflight-allow', async () => {
    const none = await preflight('?preflight=no-headers');
    expect(none.status).toBe(204);
    expect(none.headers['access-control-allow-origin']).toBe(ORIGIN);
    expect(none.headers['access-control-allow-headers']).toBeUndefined();
    const some = await preflight('?preflight-allow=authorization,content-type');
    expect(some.headers['access-control-allow-headers']).toBe('authorization,content-type');
  });
});

describe('pages', () => {
  it('are served on every host, with the headers that the test gives', async () => {
    api().addPage('/page', '<h1>é</h1>');
    api().addPage('/worker.js', 'self.x = 1;', { 'Content-Type': 'text/javascript' });
    for (const host of ['app.example.com', 'localhost:8080', 'www.other.net', 'admin.infuzu.com']) {
      const page = await call(api(), { host, path: '/page?x=1', method: 'GET', body: '' });
      expect([page.status, page.text, page.headers['content-type']]).toEqual([
        200,
        '<h1>é</h1>',
        'text/html; charset=utf-8',
      ]);
    }
    const script = await call(api(), { host: 'localhost', path: '/worker.js', method: 'GET', body: '' });
    expect(script.headers['content-type']).toBe('text/javascript');
  });

  it.each([
    ['app.example.com', 404],
    ['infuzu.com.example.org', 404],
    ['notinfuzu.com', 404],
    ['infuzu.com', 401],
    ['CHAT.INFUZU.COM.', 401],
  ])('an unknown path of %s answers %i', async (host, status) => {
    // The certificate does not name the look-alikes: the name of the TLS layer is not what is tried here.
    const { received } = api();
    const reply = await call(api(), { host, servername: 'localhost', path: '/nothing', headers: {} });
    expect(reply.status).toBe(status);
    expect(received).toHaveLength(1);
  });
});

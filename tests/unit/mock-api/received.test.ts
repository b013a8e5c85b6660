// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { VALID_KEY } from '../../mock-api/index';
import { CHAT, call, exchangeBytes, GOOD_BODY, http2Call, rawCall } from './client';
import { useMockApi } from './use-mock-api';

const api = useMockApi();

describe('the record of what arrived', () => {
  it('keeps case and every byte of header lines', async () => {
    await rawCall(api(), ['InFuZu-aPi-KeY:  a\tb \t', 'X-Odd:\xa0é', 'X-None:']);
    const [request] = api().received;
    expect(request).toMatchObject({
      protocol: 'https',
      httpVersion: '1.1',
      method: 'POST',
      url: `https://chat.infuzu.com${CHAT}`,
      body: GOOD_BODY,
    });
    expect(request?.rawHeaders.slice(-3)).toEqual([
      ['InFuZu-aPi-KeY', ' a\tb \t'],
      ['X-Odd', '\xa0é'],
      ['X-None', ''],
    ]);
    expect(request?.rawHead).toContain('\r\nInFuZu-aPi-KeY:  a\tb \t\r\n');
    expect(Math.abs((request?.time ?? 0) - Date.now())).toBeLessThan(5000);
  });

  it('keeps requests of one connection apart, whatever their bodies hold', async () => {
    const decoy = 'GET /decoy HTTP/1.1\r\nHost: x\r\n\r\n';
    const bytes = [
      `POST /api/one HTTP/1.1\r\nHost: a.infuzu.com\r\nX-N: 1 \r\nContent-Length: ${decoy.length}\r\n\r\n${decoy}`,
      `\r\nPOST /api/two HTTP/1.1\r\nHost: a.infuzu.com\r\nX-N: 2 \r\nTransfer-Encoding: chunked\r\n\r\n`,
      `${decoy.length.toString(16)};ext=1\r\n${decoy}\r\n3\r\nabc\r\n0\r\nX-Trailer: t\r\n\r\n`,
      'GET /api/three HTTP/1.1\r\nHost: a.infuzu.com\r\nX-N: 3 \r\nExpect: magic\r\n\r\n',
      'GET /api/four HTTP/1.1\r\nHost: a.infuzu.com\r\nX-N: 4 \r\nConnection: close\r\n\r\n',
    ].join('');
    for (const secure of [true, false]) {
      api().clear();
      await exchangeBytes(api(), bytes, secure);
      const seen = api().received.map(({ url, rawHeaders }) => [new URL(url).pathname, rawHeaders[1]?.[1]]);
      expect(seen).toEqual([
        ['/api/one', '1 '],
        ['/api/two', '2 '],
        ['/api/three', '3 '],
        ['/api/four', '4 '],
      ]);
      expect(api().received.map(({ body }) => body)).toEqual([decoy, `${decoy}abc`, '', '']);
    }
  });

  it('has requests that no parser takes', async () => {
    const answer = await exchangeBytes(
      api(),
      'GET /api/x HTTP/1.1\r\nHost: a.infuzu.com\r\nX-Nul: a\0b\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(api().received[0]).toMatchObject({ method: 'GET', url: 'https://a.infuzu.com/api/x' });
    expect(api().received[0]?.rawHeaders[1]).toEqual(['X-Nul', 'a\0b']);
    expect(answer).toContain(api().received[0]?.id);
  });

  it('tells HTTP/2 from HTTP/1.1, without pseudo headers', async () => {
    await http2Call(api(), { 'infuzu-api-key': VALID_KEY });
    const [request] = api().received;
    expect(request).toMatchObject({
      protocol: 'https',
      httpVersion: '2.0',
      url: `https://chat.infuzu.com${CHAT}`,
      body: GOOD_BODY,
    });
    expect(request?.rawHeaders).toEqual([
      ['content-type', 'application/json'],
      ['infuzu-api-key', VALID_KEY],
    ]);
  });

  it('has a call before it is answered, and an id of its own for each', async () => {
    const pending = call(api(), { path: `${CHAT}?delay=300` });
    await expect.poll(() => api().received.length, { interval: 5 }).toBe(1);
    const others = await Promise.all(Array.from({ length: 20 }, () => call(api())));
    const replies = [await pending, ...others];
    const ids = replies.map(({ headers }) => headers['x-request-id']);
    expect(new Set(ids).size).toBe(21);
    expect(new Set(api().received.map(({ id }) => id))).toEqual(new Set(ids));
    for (const { text, headers } of replies)
      expect(JSON.parse(text).request_id).toBe(headers['x-request-id']);
  });
});

// @vitest-environment node
import https from 'node:https';
import { describe, expect, it } from 'vitest';
import { VALID_KEY } from '../../mock-api/index';
import { CHAT, COMPLETIONS, call, GOOD_BODY, goodHeaders, http2Call, rawCall } from './client';
import { useMockApi } from './use-mock-api';

const api = useMockApi();
const ask = (query: string) => call(api(), { path: `${CHAT}?${query}` });
const KEY_LINE = `Infuzu-API-Key: ${VALID_KEY}`;
const msSince = (start: number) => performance.now() - start;

describe('time and endings', () => {
  it('delay comes before the head', async () => {
    const start = performance.now();
    await ask('delay=120');
    expect(msSince(start)).toBeGreaterThan(110);
  });

  it('body-delay comes after it', async () => {
    const start = performance.now();
    const response = await callForHead(`${CHAT}?body-delay=300`);
    expect(response.status).toBe(200);
    const headAt = msSince(start);
    expect(await response.body).toContain('results');
    expect(msSince(start)).toBeGreaterThan(290);
    expect(msSince(start)).toBeGreaterThan(headAt);
  });

  it('reset', async () => {
    await expect(ask('reset=1')).rejects.toThrow(/socket hang up|ECONNRESET/);
    await expect(http2Call(api(), { ':path': `${CHAT}?reset=1` })).rejects.toThrow(/INTERNAL_ERROR/);
    expect(api().received).toHaveLength(2);
  });

  it('cut', async () => {
    await expect(ask('cut=1')).rejects.toThrow(/aborted/);
    const { headers, text } = await rawCall(api(), [KEY_LINE], { path: `${CHAT}?cut=1` });
    const length = Number(headers['content-length']);
    expect(text.length).toBe(Math.floor(length / 2));
    await expect(http2Call(api(), { ':path': `${CHAT}?cut=1` })).rejects.toThrow(/INTERNAL_ERROR/);
  });

  it('sse=cut', async () => {
    await expect(ask('sse=cut')).rejects.toThrow(/aborted/);
    const { text } = await rawCall(api(), [KEY_LINE], { path: `${COMPLETIONS}?sse=cut` });
    expect(text).toContain('data: {');
    expect(text).not.toContain('[DONE]');
  });
});

/** Resolves when the head is here; `body` resolves later. */
function callForHead(path: string): Promise<{ status: number; body: Promise<string> }> {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: api().ports.https,
      ca: api().certificate,
      servername: 'chat.infuzu.com',
      agent: false,
      path,
      method: 'POST',
      headers: { host: 'chat.infuzu.com', ...goodHeaders() },
    };
    https
      .request(options, (response) => {
        const body = response.toArray().then((chunks) => Buffer.concat(chunks as Buffer[]).toString());
        resolve({ status: response.statusCode ?? 0, body });
      })
      .on('error', reject)
      .end(GOOD_BODY);
  });
}

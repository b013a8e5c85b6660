import { describe, expect, it } from 'vitest';
import { observeProbeCall } from '../../../lib/observe/from-probe';
import type { ProbeCall } from '../../../lib/probe/probe-call';
import { exchangeOf, FAKE_KEY, TEST_SALT } from '../support/exchange-of';

const URL_WITH_KEY = `https://chat.infuzu.com/api/llm-response?api_key=${FAKE_KEY}`;
const callOf = (more: Partial<ProbeCall> = {}): ProbeCall => ({
  id: 1,
  at: 0,
  api: 'fetch',
  method: 'POST',
  url: URL_WITH_KEY,
  headers: [['Infuzu-API-Key', `  ${FAKE_KEY}\n`]],
  stack: '',
  ...more,
});

describe('what the probe recorded', () => {
  const sent = exchangeOf({ url: URL_WITH_KEY }).request;
  const [credential] = sent.credentials.status === 'present' ? sent.credentials.value : [];

  it('has the fingerprints of the same key elsewhere, where the salt is known', () => {
    const { url, written } = observeProbeCall(callOf(), TEST_SALT);
    expect(credential?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(written.credentials.map(({ fingerprint }) => fingerprint)).toEqual([credential?.fingerprint]);
    expect(url.secrets.map(({ fingerprint }) => fingerprint)).toEqual([credential?.fingerprint]);
    expect(url.digest).toBe(sent.url.digest);
  });

  it.each([
    [
      'Chromium',
      'Error\n    at fetch (chrome-extension://id/page-probe.js:1:2)\n    at post (https://app.example.com/page.js?v=1:14:9)\n    at async ask (https://app.example.com/ask.js:41:3)\n    at run (https://app.example.com/run.js:7:1)',
    ],
    [
      'Firefox',
      'fetch@moz-extension://id/page-probe.js:1:2\npost@https://app.example.com/page.js?v=1:14:9\nask@https://app.example.com/ask.js:41:3\n',
    ],
  ])('has its place and the code that called it, %s', (_, stack) => {
    expect(observeProbeCall(callOf({ stack }), undefined).written.place).toEqual({
      url: 'https://app.example.com/page.js',
      line: 14,
      column: 9,
      caller: { url: 'https://app.example.com/ask.js', line: 41, column: 3 },
    });
  });

  it('has the options that decide what its code sees', () => {
    expect(observeProbeCall(callOf({ options: ['manual'] }), undefined).written.options).toEqual(['manual']);
    expect(observeProbeCall(callOf(), undefined).written).not.toHaveProperty('options');
  });

  it('has the name of the header that no header may have, of a call that threw', () => {
    const oddHeader = (thrown: string | undefined, ...names: string[]) => {
      const headers = names.map((name) => [name, 'x'] as const);
      return observeProbeCall(callOf({ headers, ...(thrown && { thrown }) }), undefined).written.oddHeader;
    };
    expect(oddHeader('TypeError: Invalid name', 'X-Good', 'Infuzu API-Key', 'a b')).toBe('Infuzu API-Key');
    expect(oddHeader('TypeError: Invalid name', 'Infuzu-API-Key\u200b')).toBe('Infuzu-API-Key\u200b');
    expect(oddHeader('TypeError: Invalid name', '')).toBe('');
    expect(oddHeader('TypeError: String contains non ISO-8859-1 code point.', 'X-Good')).toBeUndefined();
    expect(oddHeader(undefined, 'a b')).toBeUndefined();
    expect(oddHeader('TypeError: Invalid name', `Bearer ${FAKE_KEY}`)).not.toContain(FAKE_KEY.slice(5, 20));
  });

  it('has no digest at all beside the page: one without the salt could be guessed', () => {
    const facts = observeProbeCall(callOf(), undefined);
    expect(facts.written.credentials).toMatchObject([{ length: FAKE_KEY.length }]);
    expect(facts.written.credentials[0]).not.toHaveProperty('fingerprint');
    expect(facts.url.secrets).toMatchObject([{ name: 'api_key', fingerprint: '' }]);
    expect(facts.url.digest).toBe('');
    expect(JSON.stringify(facts)).not.toContain(FAKE_KEY.slice(5, 20));
  });

  it('has the status of every answer, the facts of a body that was read, and an end without an answer', () => {
    const facts = (more: Partial<ProbeCall>) => observeProbeCall(callOf(more), undefined);
    expect(facts({ answer: { status: 200 } }).answer).toEqual({ status: 200 });
    const body = { mimeType: 'application/json', text: '{"errors":[{"code":"invalid_api_key"}]}' };
    expect(facts({ answer: { status: 401, body } }).answer).toMatchObject({
      status: 401,
      body: { shape: 'errors-envelope', errors: [{ code: 'invalid_api_key' }] },
    });
    const other = { mimeType: 'application/json', text: '{"message":"Said so."}' };
    const wordsIn = (status: number) => facts({ answer: { status, body: other } }).answer?.body?.errors;
    expect(wordsIn(401)).toEqual([{ code: '', message: 'Said so.' }]);
    expect(wordsIn(200)).toEqual([]);
    expect(facts({ ended: 'failed' }).ended).toBe('failed');
    expect(facts({})).not.toHaveProperty('ended');
  });
});

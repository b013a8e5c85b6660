import { describe, expect, it } from 'vitest';
import { reduceExchange } from '../../../lib/exchange/reduce-exchange';
import { observeWebRequest, type WebRequestBody } from '../../../lib/observe/from-web-request';
import { FAKE_KEY, TEST_SALT } from '../support/exchange-of';
import { detailsOf, observationOf } from '../support/web-request-of';

const bytes = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;
const bodyOf = (requestBody: WebRequestBody | undefined) => {
  const observation = observationOf('onBeforeRequest', { requestBody });
  return observation.type === 'started' ? observation.body : undefined;
};

describe('header values', () => {
  it.each([
    ['a byte over 0x7F of the page (Latin-1)', [107, 0xa0], [{ where: 'after', codePoint: 0xa0 }]],
    ['a line tabulation', [107, 11, 107], [{ where: 'inside', codePoint: 11 }]],
  ])('come as bytes for %s', (_, binaryValue, whiteSpace) => {
    const observation = observationOf('onSendHeaders', {
      requestHeaders: [{ name: 'Infuzu-API-Key', binaryValue }],
    });
    expect(observation).toMatchObject({ credentials: [{ whiteSpace }] });
  });

  it('keep the name as the code wrote it', () => {
    const observation = observationOf('onSendHeaders', {
      requestHeaders: [{ name: 'iNFUZU-api-key', value: FAKE_KEY }],
    });
    expect(observation).toMatchObject({
      credentials: [{ header: 'iNFUZU-api-key', field: 'Infuzu-API-Key' }],
    });
  });
});

describe('request bodies', () => {
  it('are read from their bytes, also when they are cut inside a character', () => {
    const text = '{"messages":[{"role":"user","content":"grün"}]}';
    const whole = new TextEncoder().encode(text);
    const at = text.indexOf('ü') + 1;
    const raw = [
      { bytes: whole.slice(0, at).buffer as ArrayBuffer },
      { bytes: whole.slice(at).buffer as ArrayBuffer },
    ];
    expect(bodyOf({ raw })).toMatchObject({
      value: { kind: { type: 'json-object' }, chat: { inputCharacters: 4 } },
    });
  });

  it.each([
    ['no body', undefined, { reason: 'none' }],
    ['a Blob or stream', { error: 'Unknown error.' }, { reason: 'stream' }],
    ['a file', { raw: [{ file: '/some/file' }] }, { reason: 'stream' }],
    ['form data', { formData: { a: ['1'] } }, { value: { kind: { type: 'form' } } }],
    ['4 MB and more', { raw: [{ bytes: new ArrayBuffer(4_000_001) }] }, { reason: 'too-large' }],
    [
      'text that is no JSON',
      { raw: [{ bytes: bytes('[object Object]') }] },
      { value: { kind: { type: 'object-text' } } },
    ],
  ])('are told for %s', (_, requestBody, expected) => {
    expect(bodyOf(requestBody)).toMatchObject(expected);
  });
});

describe('redirects', () => {
  it.each([
    ['a server’s 307', { statusCode: 307, statusLine: 'HTTP/1.1 307 Temporary Redirect' }, false],
    ['HSTS in Chromium', { statusCode: 307, statusLine: 'HTTP/1.1 307 Internal Redirect' }, true],
    [
      'HSTS by its header',
      { statusCode: 307, responseHeaders: [{ name: 'Non-Authoritative-Reason', value: 'HSTS' }] },
      true,
    ],
    ['Firefox without a status', { statusCode: undefined }, true],
  ])('%s', (_, more, internal) => {
    const observation = observationOf('onBeforeRedirect', {
      redirectUrl: 'https://chat.infuzu.com/x',
      ...more,
    });
    expect(observation).toMatchObject({ redirect: { internal } });
  });
});

describe('who made the call', () => {
  it.each([
    [
      'a page in Chromium',
      { initiator: 'https://app.example.com' },
      { origin: 'https://app.example.com', page: true },
    ],
    [
      'a page in Firefox',
      { initiator: undefined, originUrl: 'https://app.example.com/a?b' },
      { origin: 'https://app.example.com', page: true },
    ],
    ['a sandboxed frame', { initiator: 'null' }, { origin: 'null', page: true }],
    ['another extension', { initiator: 'chrome-extension://abc' }, { page: false }],
    ['a navigation', { initiator: undefined, type: 'main_frame' }, {}],
  ])('%s', (_, more, initiator) => {
    expect(observationOf('onBeforeRequest', more).initiator).toMatchObject(initiator);
  });
});

describe('a key that the server echoes after it is gone', () => {
  const known = reduceExchange(undefined, observationOf('onSendHeaders'));
  it.each([
    ['raw', FAKE_KEY],
    ['inside a text', `the key "${FAKE_KEY}" is bad`],
    ['in base64', btoa(FAKE_KEY)],
    ['in base64 of a pair', btoa(`user:${FAKE_KEY}`)],
    ['in a URL', `https://chat.infuzu.com/api?x=${FAKE_KEY}`],
  ])('is found in a response header: %s', (_, value) => {
    const details = detailsOf('onHeadersReceived', { responseHeaders: [{ name: 'x-echo', value }] });
    const text = JSON.stringify(observeWebRequest('onHeadersReceived', details, known, TEST_SALT));
    expect(text).not.toContain(FAKE_KEY);
    expect(text).not.toContain(btoa(FAKE_KEY).slice(0, 20));
    expect(text).toContain('[redacted]');
  });
});

describe('what an earlier event told of the same request', () => {
  const known = reduceExchange(undefined, observationOf('onBeforeRequest'));
  it('is not worked out again', () => {
    const completed = observeWebRequest('onCompleted', detailsOf('onCompleted'), known, TEST_SALT);
    expect(completed.url).toBe(known.request.url);
    expect(completed.initiator).toBe(known.initiator);
  });

  it('holds no more after a redirect: the next hop has its own URL', () => {
    const redirect = observationOf('onBeforeRedirect', { redirectUrl: 'https://app.infuzu.com/next' });
    const url = 'https://app.infuzu.com/next';
    const next = observeWebRequest(
      'onBeforeRequest',
      detailsOf('onBeforeRequest', { url }),
      reduceExchange(known, redirect),
      TEST_SALT,
    );
    expect(next.url.href).toBe(url);
  });
});

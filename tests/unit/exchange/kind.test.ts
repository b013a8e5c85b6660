import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { kindOf } from '../../../lib/exchange/kind';
import { reduceExchange } from '../../../lib/exchange/reduce-exchange';
import { observationOf } from '../support/web-request-of';

const begun = (method: string): Exchange =>
  reduceExchange(undefined, observationOf('onBeforeRequest', { method }));
const sent = (method: string, headers: Record<string, string> = {}): Exchange =>
  reduceExchange(
    begun(method),
    observationOf('onSendHeaders', {
      method,
      requestHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
    }),
  );

it('a proxy’s way to the server is no call', () => {
  expect(kindOf(sent('CONNECT'))).toBe('page-furniture');
});

describe('an OPTIONS request', () => {
  it('is a preflight from its start on: else it would be a row of its own for a moment', () => {
    expect(kindOf(begun('OPTIONS'))).toBe('preflight');
    expect(kindOf(sent('OPTIONS', { 'Access-Control-Request-Method': 'POST' }))).toBe('preflight');
  });

  it('is a preflight when its headers went by unseen', () => {
    const ended = reduceExchange(begun('OPTIONS'), observationOf('onCompleted', { method: 'OPTIONS' }));
    expect(kindOf(ended)).toBe('preflight');
  });

  it('is a call when its headers say so', () => {
    expect(kindOf(sent('OPTIONS'))).toBe('api-call');
  });
});

it('a POST is a call from its start on', () => {
  expect(kindOf(begun('POST'))).toBe('api-call');
});

describe('a document', () => {
  const loaded = (url: string, method = 'GET', type = 'main_frame'): Exchange =>
    reduceExchange(undefined, observationOf('onBeforeRequest', { method, type, url }));

  it('is a call when a form or a link leads to an endpoint of the API, in a frame, too', () => {
    const url = 'https://chat.infuzu.com/api/llm-response';
    expect(kindOf(loaded(url, 'POST', 'sub_frame'))).toBe('api-call');
    expect(kindOf(loaded(url))).toBe('api-call');
  });

  it('is part of a page elsewhere', () => {
    expect(kindOf(loaded('https://admin.infuzu.com/login', 'POST'))).toBe('page-furniture');
    expect(kindOf(loaded('http://localhost:3000/api/docs'))).toBe('page-furniture');
  });
});

describe('a request of no type', () => {
  const untyped = (url: string, more: object = {}): Exchange =>
    reduceExchange(
      undefined,
      observationOf('onBeforeRequest', { method: 'GET', type: 'other', url, ...more }),
    );

  it('is no call where the browser reads a page ahead, or DevTools read it once more', () => {
    expect(kindOf(untyped('https://docs.infuzu.com/page'))).toBe('page-furniture');
  });

  it('is a call when it asks the API, writes, or carries a key', () => {
    expect(kindOf(untyped('https://chat.infuzu.com/api/llm-response'))).toBe('api-call');
    expect(kindOf(untyped('https://chat.infuzu.com/page', { method: 'POST' }))).toBe('api-call');
    expect(kindOf(untyped('https://chat.infuzu.com/page?api_key=ifz_FAKE_KEY_0000000000000001'))).toBe(
      'api-call',
    );
  });
});

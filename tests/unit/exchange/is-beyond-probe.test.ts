import { describe, expect, it } from 'vitest';
import { isBeyondProbe } from '../../../lib/exchange/is-beyond-probe';
import { present } from '../../../lib/exchange/presence';
import { reduceExchange } from '../../../lib/exchange/reduce-exchange';
import type { WebRequestDetails } from '../../../lib/observe/from-web-request';
import { observationOf } from '../support/web-request-of';

const PAGE = 'https://app.example.com';
const call = (details: Partial<WebRequestDetails>) =>
  reduceExchange(
    undefined,
    observationOf('onBeforeRequest', { tabId: -1, type: 'xmlhttprequest', initiator: PAGE, ...details }),
  );

describe('a call whose code the probe cannot see', () => {
  it('is one of a worker: without a tab, made by code', () => {
    expect(isBeyondProbe(call({}))).toBe(true);
  });

  it.each([
    ['a call of a tab', { tabId: 1 }],
    ['a prefetch', { type: 'other' }],
    ['a picture', { type: 'image' }],
    ['a navigation', { type: 'main_frame' }],
    ['a beacon', { type: 'ping' }],
    ['a call of an extension', { initiator: 'chrome-extension://abcdefghijklmnop' }],
    ['a call of the browser itself', { initiator: undefined }],
  ])('is not %s', (_, details) => {
    expect(isBeyondProbe(call(details))).toBe(false);
  });

  it('is not one whose code was seen, nor one of a file', () => {
    const exchange = call({});
    const written = present({ api: 'fetch' as const, credentials: [] });
    expect(isBeyondProbe({ ...exchange, written })).toBe(false);
    expect(isBeyondProbe({ ...exchange, source: 'har-file' })).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { addressEntry, isUnfollowed, readEntry } from '../../../lib/observe/har/entry';

/** As Chromium lists the next hop of a redirect (measured). */
const nextHop = (error: string, ...names: string[]) => ({
  startedDateTime: '2026-01-01T00:00:00.000Z',
  request: {
    method: 'GET',
    url: 'https://chat.infuzu.com/api/llm-response',
    headers: ['User-Agent', 'Referer', ...names].map((name) => ({ name, value: 'x' })),
  },
  response: { status: 0, headers: [], _error: error },
});

describe('the entry of a hop that never began', () => {
  it('is none of a call, when the code does not follow the redirect', () => {
    expect(isUnfollowed(nextHop('net::ERR_ABORTED'))).toBe(true);
  });

  it('is one of a call, when the browser stopped it or the page aborted what it began', () => {
    expect(isUnfollowed(nextHop('net::ERR_UNSAFE_PORT'))).toBe(false);
    expect(isUnfollowed(nextHop('net::ERR_ABORTED', 'Infuzu-API-Key'))).toBe(false);
    const { request, ...rest } = nextHop('net::ERR_ABORTED');
    expect(isUnfollowed({ ...rest, request: { ...request, headers: [] } })).toBe(false);
  });

  it('does not tell which headers the call had', () => {
    const addressed = addressEntry(nextHop('net::ERR_UNSAFE_PORT'), 0, []);
    expect('key' in addressed || readEntry(addressed, {}).headers).toBeUndefined();
  });
});

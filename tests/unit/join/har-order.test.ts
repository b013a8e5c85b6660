import { describe, expect, it } from 'vitest';
import { identityOf, type ListedEntry, rankKeyOf } from '../../../lib/join/har-order';
import { FAKE_KEY } from '../support/exchange-of';

const URL = 'https://chat.infuzu.com/api/llm-response';

const entry = (second: number, more: Partial<ListedEntry> = {}): ListedEntry => ({
  startedDateTime: `2026-01-01T00:00:0${second}.000Z`,
  time: 30,
  connection: '50001',
  request: { method: 'POST', url: URL },
  response: { status: 401 },
  ...more,
});

describe('the identity of an entry', () => {
  it.each([
    ['the start', entry(2)],
    ['the time', entry(1, { time: 31 })],
    ['the connection', entry(1, { connection: '50002' })],
    ['the status', entry(1, { response: { status: 200 } })],
    ['the method', entry(1, { request: { method: 'GET', url: URL } })],
  ])('differs by %s', (_, other) => {
    expect(identityOf(other)).not.toBe(identityOf(entry(1)));
  });
});

describe('what is kept of an entry', () => {
  const secret = entry(1, {
    request: { method: 'POST', url: `${URL}?api_key=${FAKE_KEY}` },
    response: { status: 401, headers: [{ name: 'x-echo', value: FAKE_KEY }] },
  });

  it('is short, and holds neither its address nor its headers', () => {
    for (const kept of [rankKeyOf(secret), identityOf(secret)])
      expect(kept).toMatch(/^[0-9a-z]{1,7}\.[0-9a-z]{1,7}$/);
  });

  it('is the same without the fragment, and for an entry that was handed out anew', () => {
    const url = `${secret.request?.url}#part`;
    expect(rankKeyOf({ ...secret, request: { method: 'POST', url } })).toBe(rankKeyOf(secret));
    expect(identityOf(structuredClone(secret))).toBe(identityOf(secret));
  });

  it('differs for each of many addresses that are nearly equal', () => {
    const urls = Array.from({ length: 50_000 }, (_, n) => `${URL}/${n}/${n % 7}`);
    expect(new Set(urls.map((url) => rankKeyOf({ request: { method: 'GET', url } }))).size).toBe(50_000);
  });
});

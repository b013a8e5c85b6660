import { describe, expect, it } from 'vitest';
import { type AnsweredEntry, entriesOfExchange } from '../../../lib/join/entries-of-exchange';
import { TEST_SALT } from '../support/exchange-of';
import { START, tabCall } from '../support/tab-calls';

const URL_OF_CALL = 'https://chat.infuzu.com/api/llm-response';
const call = tabCall(1, { status: 200, responseHeaders: [['X-Request-Id', 'one']] });

const entry = (over: { id?: string; method?: string; url?: string; start?: number } = {}): AnsweredEntry => ({
  startedDateTime: new Date(START + 1_000 + (over.start ?? -5)).toISOString(),
  request: { method: over.method ?? 'POST', url: over.url ?? URL_OF_CALL },
  response: { status: 200, headers: [{ name: 'x-request-id', value: over.id ?? 'one' }] },
});
const find = (...entries: AnsweredEntry[]) => entriesOfExchange(call, entries, TEST_SALT);

describe('the entries of an exchange', () => {
  it('are those of equal method, URL and response headers', () => {
    const own = entry({ start: 60_000 });
    const others = [entry({ id: 'two' }), entry({ method: 'PUT' }), entry({ url: `${URL_OF_CALL}?a=1` })];
    expect(find(...others, own)).toEqual([own]);
  });

  it('are found although HAR loses the fragment', () => {
    const withFragment = tabCall(1, { url: `${URL_OF_CALL}#x`, status: 200 });
    const own = { ...entry(), response: { headers: [] } };
    expect(entriesOfExchange(withFragment, [own], TEST_SALT)).toEqual([own]);
  });

  it('are those that started with it where the browser tells the headers otherwise', () => {
    const near = entry({ id: 'otherwise' });
    expect(find(near, entry({ id: 'far', start: 500 }))).toEqual([near]);
  });

  it('are several where they cannot be told apart, and none where there is none', () => {
    expect(find(entry(), entry({ start: 3 }))).toHaveLength(2);
    expect(find(entry({ url: 'https://example.com/' }), entry({ url: 'no URL' }), {})).toEqual([]);
  });
});

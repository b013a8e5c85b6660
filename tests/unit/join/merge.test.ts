import { expect, test } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { reduceExchange } from '../../../lib/exchange/reduce-exchange';
import { mergeEntry } from '../../../lib/join/merge';
import { harOf, observationOf } from '../support/web-request-of';

function failed(text: string): Exchange {
  const begun = reduceExchange(undefined, observationOf('onBeforeRequest'));
  return { ...begun, state: 'failed', error: { text } };
}

test.each([
  ['DevTools tell why where webRequest does not', 'net::ERR_FAILED', 'net::ERR_INVALID_REDIRECT'],
  ['a reason that webRequest tells stands', 'net::ERR_CONNECTION_RESET', 'net::ERR_CONNECTION_RESET'],
])('%s', (_, told, merged) => {
  const { exchange, ...entry } = harOf('1', { status: 0, responseHeaders: [] });
  const theirs = { ...exchange, error: { text: 'net::ERR_INVALID_REDIRECT' } };
  expect(mergeEntry(failed(told), { ...entry, exchange: theirs }, 'rank').error).toEqual({ text: merged });
});

test('an entry without a reason takes none away', () => {
  const { exchange, ...entry } = harOf('1', { status: 0, responseHeaders: [] });
  const { error: _, ...theirs } = exchange;
  expect(mergeEntry(failed('net::ERR_FAILED'), { ...entry, exchange: theirs }, 'rank').error).toEqual({
    text: 'net::ERR_FAILED',
  });
});

import { expect, test } from 'vitest';
import { deepLinkText, parseDeepLink } from '../../../lib/store/deep-link';

test.each([
  ['#exchange=3&rule=key-whitespace', { exchange: 3, rule: 'key-whitespace' }],
  ['#rule=key-whitespace&exchange=0', { exchange: 0, rule: 'key-whitespace' }],
  ['#exchange=12', { exchange: 12 }],
  ['#exchange=12&rule=<b>', { exchange: 12 }],
])('%s', (hash, link) => {
  expect(parseDeepLink(hash)).toEqual(link);
});

test.each([
  '',
  '#',
  '#welcome',
  '#exchange=',
  '#exchange=-1',
  '#exchange=1e3',
  '#exchange=9999999999',
  '#rule=key-quoted',
])('"%s" names no exchange', (hash) => {
  expect(parseDeepLink(hash)).toBeUndefined();
});

test('what is written is read back', () => {
  for (const link of [{ exchange: 3, rule: 'key-whitespace' }, { exchange: 4 }]) {
    expect(parseDeepLink(deepLinkText(link))).toEqual(link);
  }
});

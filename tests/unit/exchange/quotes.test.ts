import { describe, expect, it } from 'vitest';
import { quotesOf } from '../../../lib/exchange/quotes';

describe('quotesOf', () => {
  it.each([
    ['"K"', '"', '"'],
    ["'K'", "'", "'"],
    ['`K`', '`', '`'],
    ['“K”', '“', '”'],
    ['”K”', '”', '”'],
    ['„K“', '„', '“'],
    ['‘K’', '‘', '’'],
    ['’K’', '’', '’'],
    ['«K»', '«', '»'],
    ['‹K›', '‹', '›'],
    ['<K>', '<', '>'],
    ['[K]', '[', ']'],
    ['{K}', '{', '}'],
    ['{{K}}', '{{', '}}'],
    ['\\"K\\"', '\\"', '\\"'],
    ["b'K'", "b'", "'"],
    ['b"K"', 'b"', '"'],
    ['""', '"', '"'],
    ['<>', '<', '>'],
    ['"K', '"', ''],
    ['K"', '', '"'],
    ["K'", '', "'"],
    ['“K', '“', ''],
    ['"', '"', ''],
  ])('%s is wrapped in %s and %s', (text, open, close) => {
    expect(quotesOf(text)).toEqual({ open, close });
  });

  it.each(['', 'K', '<K', 'K>', '[K', 'K}', '(K)', 'K"K', '{K]', '/K/', '*K*', '_K_', '=K='])(
    '%s is not wrapped',
    (text) => {
      expect(quotesOf(text)).toBeUndefined();
    },
  );
});

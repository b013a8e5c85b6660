import { describe, expect, test } from 'vitest';
import { durationText, numberText, sizeText, spanText } from '../../../lib/report/figures';
import { pathText } from '../../../lib/report/path-text';
import { exchangeOf } from '../support/exchange-of';

describe('figures', () => {
  test.each([
    [0, '0 ms'],
    [84.4, '84 ms'],
    [999, '999 ms'],
    [999.6, '1.00 s'],
    [1_214, '1.21 s'],
    [61_500, '61.5 s'],
  ])('%d ms is %s', (time, text) => {
    expect(durationText(time, 'en')).toBe(text);
  });

  test('a span names its day once, and one minute once', () => {
    const [from, to] = [new Date(2025, 10, 12, 14, 1), new Date(2025, 10, 12, 14, 19)].map(Number);
    if (from === undefined || to === undefined) expect.fail();
    expect(spanText(from, to, 'en-GB').replace(/\s/g, ' ')).toMatch(/^12 Nov 2025, 14:01 ?– ?14:19$/);
    expect(spanText(from, from + 1_000, 'en-GB')).toBe('12 Nov 2025, 14:01');
  });

  test.each([
    [512, '512 B'],
    [1_210, '1.21 kB'],
    [2_000_000, '2.00 MB'],
  ])('%d bytes are %s', (size, text) => {
    expect(sizeText(size, 'en')).toBe(text);
  });

  test('German writes its figures in its own way', () => {
    expect(durationText(1_214, 'de')).toBe('1,21 s');
    expect(numberText(10_212, 'de')).toBe('10.212');
  });
});

describe('paths', () => {
  test.each([
    ['https://chat.infuzu.com/api/llm-response', '/api/llm-response'],
    ['https://chat.infuzu.com/api/v1/chat/completions', '…/chat/completions'],
    ['https://infuzu.com/api/llm-response', 'infuzu.com/…/llm-response'],
    ['https://infuzu.com/data.json', '/data.json'],
    ['http://chat.infuzu.com/api/llm-response', 'http:…/llm-response'],
    ['https://chat.infuzu.com/', '/'],
  ])('%s', (url, text) => {
    expect(pathText(exchangeOf({ url }).request.url)).toBe(text);
  });
});

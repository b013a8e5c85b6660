import { describe, expect, it } from 'vitest';
import { jsonRows } from '../../../lib/report/json-rows';

const VALUE = {
  errors: [{ code: 'invalid_api_key', message: null }],
  'odd name': { deep: { deeper: true } },
  empty: [],
  count: 2,
};
const shown = (toggled: string[] = []) =>
  jsonRows(VALUE, new Set(toggled)).rows.map(
    ({ path, depth, isOpen }) => `${depth} ${path}${isOpen ? ' +' : ''}`,
  );

describe('the rows of a JSON value', () => {
  it('are open for three levels', () => {
    expect(shown()).toEqual([
      '1 $ +',
      '2 $.errors +',
      '3 $.errors[0] +',
      '4 $.errors[0].code',
      '4 $.errors[0].message',
      '2 $["odd name"] +',
      '3 $["odd name"].deep +',
      '4 $["odd name"].deep.deeper',
      '2 $.empty',
      '2 $.count',
    ]);
  });

  it('open and close', () => {
    expect(shown(['$.errors[0]', '$["odd name"]'])).toEqual([
      '1 $ +',
      '2 $.errors +',
      '3 $.errors[0]',
      '2 $["odd name"]',
      '2 $.empty',
      '2 $.count',
    ]);
    expect(shown(['$'])).toEqual(['1 $']);
  });

  it('show values as JSON, a long text cut', () => {
    const { rows } = jsonRows(['a"b', 'x'.repeat(2_500), 1.5, false], new Set());
    expect(rows.map(({ type, text }) => [type, text.length < 20 ? text : text.length])).toEqual([
      ['array', ''],
      ['string', '"a\\"b"'],
      ['string', 2_002],
      ['number', '1.5'],
      ['boolean', 'false'],
    ]);
    expect(rows[2]?.cut).toBe(500);
  });

  it('end, and say so', () => {
    const { rows, isCut } = jsonRows(new Array(30_000).fill(0), new Set());
    expect([rows.length, isCut]).toEqual([20_000, true]);
    expect(jsonRows(VALUE, new Set()).isCut).toBe(false);
  });
});

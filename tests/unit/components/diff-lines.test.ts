import { expect, test } from 'vitest';
import { correctedText, diffLines } from '../../../components/exchange/diff-lines';

const CORRECTION =
  '  const a = 1;\n- const key = process.env.INFUZU_KEY;\n+ const key = process.env.INFUZU_API_KEY;';

test('marks just what differs between a wrong line and the right one', () => {
  expect(diffLines(CORRECTION)).toEqual([
    { kind: 'context', before: 'const a = 1;', part: '', after: '' },
    { kind: 'wrong', before: 'const key = process.env.', part: 'INFUZU_KEY', after: ';' },
    { kind: 'right', before: 'const key = process.env.', part: 'INFUZU_API_KEY', after: ';' },
  ]);
});

test('an insertion after a name leaves the name alone', () => {
  expect(diffLines('- use(key);\n+ use(key.trim());')[1]).toEqual({
    kind: 'right',
    before: 'use(key',
    part: '.trim()',
    after: ');',
  });
});

test('lines that have little in common are marked as a whole', () => {
  expect(diffLines('- abc\n+ something else')).toEqual([
    { kind: 'wrong', before: '', part: 'abc', after: '' },
    { kind: 'right', before: '', part: 'something else', after: '' },
  ]);
});

test('an uneven number of lines is marked as a whole', () => {
  expect(diffLines('- a: 1\n- b: 2\n+ a: 1').map(({ kind, part }) => `${kind} ${part}`)).toEqual([
    'wrong a: 1',
    'wrong b: 2',
    'right a: 1',
  ]);
});

test('the indentation of a line is not marked', () => {
  expect(diffLines('-   a: 1')).toEqual([{ kind: 'wrong', before: '  ', part: 'a: 1', after: '' }]);
});

test('what is copied is the right code alone', () => {
  expect(correctedText(CORRECTION)).toBe('const a = 1;\nconst key = process.env.INFUZU_API_KEY;');
});

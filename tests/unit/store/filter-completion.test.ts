import { describe, expect, test } from 'vitest';
import { createFold } from '../../../lib/store/calls';
import { FILTER_FIELDS, filterTest, parseFilter } from '../../../lib/store/filter';
import { completionAt, take, unknownTerm } from '../../../lib/store/filter-completion';
import { createInspect } from '../../../lib/store/inspect';
import { bareToken, cleanCall, lostOnRedirect, pendingCall, refusedPreflight } from '../support/tab-calls';

const calls = createFold()(
  createInspect()([
    bareToken(1),
    bareToken(2),
    cleanCall(3),
    pendingCall(4),
    ...lostOnRedirect(5),
    ...refusedPreflight(6),
  ]).exchanges,
);
const at = (text: string, caret = text.length) => completionAt(text, caret, calls);
const words = (text: string, caret?: number) => at(text, caret).suggestions.map(({ word }) => word);

describe('suggestions', () => {
  test.each([
    ['', FILTER_FIELDS.map((field) => `${field}:`)],
    ['s', ['status:']],
    ['-ru', ['-rule:']],
    ['status:', ['status:401', 'status:4xx', 'status:none', 'status:200', 'status:2xx']],
    ['status:4', ['status:401', 'status:4xx']],
    ['-STATUS:2', ['-status:200', '-status:2xx']],
    ['status:200,4', ['status:200,401', 'status:200,4xx']],
    ['status:401', []],
    ['rule:prefix', ['rule:bearer-prefix-missing']],
    ['rule:exposed', []],
    ['host:eu', ['host:eu.infuzu.com']],
    ['key:', ['key:#1']],
    ['is:pen', ['is:pending']],
    ['is:red', ['is:redirected']],
    ['colour:', []],
    ['https:', []],
    ['"status:', []],
  ])('for %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('are for the word at the caret', () => {
    expect(words('met status:4', 3)).toEqual(['method:']);
    expect(at('met status:4', 12)).toMatchObject({ from: 4, to: 12 });
  });

  test('say how many calls they leave', () => {
    for (const field of FILTER_FIELDS) {
      const { suggestions } = at(`${field}:`);
      expect(suggestions.length, field).toBeGreaterThan(0);
      for (const suggestion of suggestions) {
        const filter = parseFilter(suggestion.word);
        const found = calls.filter(filterTest(filter, () => ''));
        expect(found, suggestion.word).toHaveLength(suggestion.calls ?? -1);
      }
    }
  });

  test('of a field show what it has', () => {
    expect(at('sta').suggestions).toEqual([{ word: 'status:', examples: ['401', '4xx', 'none'] }]);
  });
});

describe('taking one', () => {
  const taken = (text: string, caret: number) => {
    const completion = at(text, caret);
    const [suggestion] = completion.suggestions;
    if (suggestion === undefined) expect.fail('nothing is suggested');
    return take(text, completion, suggestion);
  };
  test.each([
    ['sta', 3, 'status:', 7],
    ['-is:cl', 6, '-is:clean ', 10],
    ['x host:eu', 9, 'x host:eu.infuzu.com ', 21],
    ['met is:clean', 3, 'method: is:clean', 7],
    ['host:eu is:clean', 7, 'host:eu.infuzu.com is:clean', 18],
  ])('%j', (text, caret, expected, next) => {
    expect(taken(text, caret)).toEqual({ text: expected, caret: next });
  });
});

describe('what looks like a term and is none', () => {
  test.each([
    ['colour:red', { field: 'colour' }],
    ['status:4xx -colour:', { field: 'colour' }],
    ['is:purple', { state: 'purple' }],
    ['is:clean,purple', { state: 'purple' }],
    ['status:4xx,22', { status: '22' }],
    ['-status:abc', { status: 'abc' }],
  ])('%s', (text, unknown) => expect(unknownTerm(text)).toEqual(unknown));

  test.each([
    '',
    'colour',
    'status:4xx',
    'status:4,404,none',
    'is:',
    'is:clean,error',
    'https://x',
    'localhost:3000',
    '"a:b"',
  ])('not %j', (text) => expect(unknownTerm(text)).toBeUndefined());
});

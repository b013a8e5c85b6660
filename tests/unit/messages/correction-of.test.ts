// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the text of templates is the subject.
import { expect, test } from 'vitest';
import { correctionOf } from '../../../lib/messages/correction-of';
import { CORRECTION_LANGUAGES } from '../../../lib/messages/corrections';

const quotes = (open: string, close: string, header = 'Infuzu-API-Key') => ({ header, open, close });
const two = { first: 'Authorization', second: 'Infuzu-API-Key', third: '' };

test.each([
  ['bearer-malformed', 'several', {}, '-   Authorization: "Bearer  " + key,'],
  ['bearer-malformed', 'punctuation', {}, '-   Authorization: "Bearer:" + key,'],
  ['bearer-malformed', 'twice', {}, '-   Authorization: "Bearer Bearer " + key,'],
  ['bearer-malformed', 'tab', {}, '-   Authorization: "Bearer\\t" + key,'],
  ['key-quoted', 'both-ends', quotes('<', '>'), '-   "Infuzu-API-Key": `<${key}>`,'],
  ['key-quoted', 'one-end', quotes('"', ''), '-   "Infuzu-API-Key": `"${key}`,'],
  ['key-quoted', 'both-ends', quotes('<', '>', 'Authorization'), '-   "Authorization": `Bearer <${key}>`,'],
  [
    'key-quoted',
    'around-scheme',
    quotes("'", "'", 'Authorization'),
    '-   "Authorization": `\'Bearer ${key}\'`,',
  ],
  [
    'key-quoted',
    'both-ends',
    quotes('GRAVE (U+0060)', 'GRAVE (U+0060)'),
    '-   "Infuzu-API-Key": `\\`${key}\\``,',
  ],
  ['body-missing-messages', 'empty', {}, '- body: JSON.stringify({ messages: [] })'],
  ['credentials-multiple', 'two', two, '-   Authorization: "Bearer " + key,'],
])('%s/%s strikes out what the finding holds', (rule, message, values, line) => {
  const lines = correctionOf(rule, message, values)?.fetch.split('\n') ?? [];
  expect(lines.filter((text) => text.startsWith('-'))).toEqual([line]);
});

test.each(CORRECTION_LANGUAGES)(
  'without messages it strikes out nothing that nobody wrote in %s',
  (language) => {
    const correction = correctionOf('body-missing-messages', 'missing', {})?.[language];
    expect(correction).toMatch(/^\+.*messages/m);
    expect(correction).not.toMatch(/^-/m);
  },
);

test('quotes are written as each language takes them', () => {
  const correction = correctionOf('key-quoted', 'both-ends', quotes('"', '"'));
  expect(correction?.curl).toContain('-H "Infuzu-API-Key: \\"$INFUZU_API_KEY\\""');
  expect(correction?.python).toContain('f"\\"{key}\\""');
  expect(correctionOf('key-quoted', 'both-ends', quotes('{', '}'))?.python).toContain('f"{{{key}}}"');
});

test('white space inside a key is not trimmed, at its ends it is', () => {
  expect(correctionOf('key-whitespace', 'inside', {})?.fetch).toContain('.replace(');
  expect(correctionOf('key-whitespace', 'after', {})?.fetch).toContain('.trim()');
});

test.each(CORRECTION_LANGUAGES)(
  'of two auth headers the one that stays is not struck out in %s',
  (language) => {
    const lines = correctionOf('credentials-multiple', 'two', two)?.[language].split('\n') ?? [];
    expect(lines.filter((line) => /^[-+].*Infuzu-API-Key/.test(line))).toEqual([]);
    expect(lines.some((line) => /^ {4}.*Infuzu-API-Key/.test(line))).toBe(true);
  },
);

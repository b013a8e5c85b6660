import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../../lib/api/error-codes';
import { de } from '../../../lib/messages/de';
import { en } from '../../../lib/messages/en';
import type { Template } from '../../../lib/messages/message';

const placeholders = (template: Template) => {
  const text = typeof template === 'string' ? template : template.other;
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
};
const FILLED = [
  'status',
  'code',
  'message',
  'expected',
  'meaning',
  'finding',
  'url',
  'host',
  'header',
  'error',
  'type',
  'method',
  'path',
  'minutes',
  'origin',
];

describe.each([
  ['English', en],
  ['German', de],
])('the texts in %s', (_, { diagnosis }) => {
  it.each(Object.entries(diagnosis.headlines))('%s is one sentence', (_key, { short, text }) => {
    expect(text).toMatch(/(?:\.|\{finding\})$/);
    expect(text).not.toMatch(/[!\n]|\.\s\p{Lu}/u);
    expect(short).not.toMatch(/[.!]$/);
    for (const name of [...placeholders(text), ...placeholders(short)]) expect(FILLED).toContain(name);
  });

  it('explain every documented code', () => {
    expect(Object.keys(diagnosis.codes).sort()).toEqual(Object.keys(ERROR_CODES).sort());
    for (const { meaning, inRequest, beyond, remedy, retry } of Object.values(diagnosis.codes)) {
      expect(beyond.length).toBeGreaterThan(0);
      expect(meaning).not.toMatch(/[.!]$/);
      for (const sentence of [...inRequest, ...beyond, remedy, retry]) expect(sentence).toMatch(/\.$/);
    }
  });
});

it('German fills the same placeholders as English', () => {
  for (const [key, { text }] of Object.entries(en.diagnosis.headlines)) {
    expect([
      key,
      placeholders(de.diagnosis.headlines[key as keyof typeof de.diagnosis.headlines].text),
    ]).toEqual([key, placeholders(text)]);
  }
});

it.each([
  [en, /most often/],
  [de, /meist /],
])('no page and no status proves a gateway', ({ rules, diagnosis: { headlines } }, hedge) => {
  const { html, 'html-titled': titled, text } = rules['error-body-undocumented'].messages;
  for (const page of [html, titled]) expect(page.text).toMatch(hedge);
  expect(text.text).not.toMatch(/gateway/i);
  expect(headlines['status-gateway'].text).toMatch(/or a gateway|oder ein Gateway/);
});

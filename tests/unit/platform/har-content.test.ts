import { describe, expect, it } from 'vitest';
import { type ContentSource, listedContent, readContent } from '../../../lib/platform/har-content';

const BASE64 = { response: { content: { encoding: 'base64' } } };

describe('the ways in which browsers hand out a body', () => {
  const shapes: readonly (readonly [string, ContentSource, unknown])[] = [
    ['Chromium by callback', { getContent: (done) => done?.('{}', '') }, { text: '{}', encoding: '' }],
    [
      'Chromium by callback, base64',
      { getContent: (done) => done?.('e30=', 'base64') },
      { text: 'e30=', encoding: 'base64' },
    ],
    [
      'Chromium by promise',
      { getContent: async () => ({ content: '{}', encoding: '' }) },
      { text: '{}', encoding: '' },
    ],
    [
      'Firefox, text: the second place is the type',
      { getContent: async () => ['{}', 'application/json'] },
      { text: '{}', encoding: '' },
    ],
    [
      'Firefox, base64: flagged only in the entry',
      { getContent: async () => ['iVBORw==', 'image/png'], ...BASE64 },
      { text: 'iVBORw==', encoding: 'base64' },
    ],
    ['an empty body', { getContent: async () => ['', 'text/plain'] }, { text: '', encoding: '' }],
    ['Firefox without a body', { getContent: async () => [undefined, undefined] }, undefined],
    ['Chromium without a body', { getContent: async () => ({ content: null, encoding: '' }) }, undefined],
    ['an entry that cannot be asked', {}, undefined],
    ['a refusal', { getContent: () => Promise.reject(new Error('gone')) }, undefined],
    [
      'an exception',
      {
        getContent() {
          throw new Error('gone');
        },
      },
      undefined,
    ],
  ];
  it.each(shapes)('%s', async (_, entry, content) => expect(await readContent(entry)).toEqual(content));
});

describe('the body that a listed entry brings', () => {
  const listed = (content: { text?: string; encoding?: string }) => listedContent({ response: { content } });

  it('is text, or base64 where the entry says so', () => {
    expect(listed({ text: '{}' })).toEqual({ text: '{}', encoding: '' });
    expect(listed({ text: 'e30=', encoding: 'base64' })).toEqual({ text: 'e30=', encoding: 'base64' });
  });

  it('is none where the text is left out or empty: that says nothing', () => {
    expect(listed({})).toBeUndefined();
    expect(listed({ text: '' })).toBeUndefined();
    expect(listedContent({})).toBeUndefined();
  });
});

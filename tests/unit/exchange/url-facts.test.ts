import { describe, expect, it } from 'vitest';
import { takeUrl } from '../../../lib/exchange/url-facts';
import { FAKE_KEY, TEST_SALT } from '../support/exchange-of';

const same = (text: string): string => text;
const hrefOf = (url: string): string => takeUrl(url, [], TEST_SALT, same).href;
const CHAT = 'https://chat.infuzu.com/api/llm-response';
/** A key that has a shape no rule knows: only its place tells that it is one. */
const ODD_KEY = 'FAKE(key)';

describe('a URL within a URL', () => {
  const nested = (inner: string) => `${CHAT}?next=${encodeURIComponent(inner)}&a=1`;

  it.each([
    ['its query', `https://app.example.com/x?api_key=${encodeURIComponent(ODD_KEY)}`],
    ['its fragment', `https://app.example.com/x#token=${encodeURIComponent(ODD_KEY)}`],
    ['its userinfo', `https://user:${encodeURIComponent(ODD_KEY)}@app.example.com/x`],
    ['its path', `https://app.example.com/${FAKE_KEY}/x`],
  ])('shows no key in %s', (_, inner) => {
    const href = hrefOf(nested(inner));
    for (const key of [ODD_KEY, encodeURIComponent(ODD_KEY), 'FAKE']) expect(href).not.toContain(key);
    expect(href).toContain(encodeURIComponent('https://app.example.com/'));
    expect(href).toMatch(/&a=1$/);
  });

  it('shows none two deep, and leaves out what is deeper than it looks', () => {
    let url = `https://app.example.com/?api_key=${encodeURIComponent(ODD_KEY)}`;
    for (let depth = 1; depth <= 6; depth++) {
      url = `https://app.example.com/${depth}?next=${encodeURIComponent(url)}`;
      expect(decodeURIComponent(hrefOf(url)), `${depth} deep`).not.toContain('FAKE');
    }
    expect(hrefOf(url)).toContain('redacted');
  });

  it('ends when it is long', () => {
    expect(hrefOf(`${CHAT}?a=${'https://a.example/?b='.repeat(5_000)}`)).toContain(CHAT);
  });

  it('is shown as it was written when it holds nothing', () => {
    const url = nested('https://app.example.com/x?page=2');
    expect(hrefOf(url)).toBe(url);
  });
});

import { describe, expect, it } from 'vitest';
import { createRedact } from '../../../lib/exchange/redact';
import { FAKE_KEY, OTHER_FAKE_KEY } from '../support/exchange-of';

const SPECIAL = 'ifz+FAKE/key=="0000"ü';

describe('createRedact', () => {
  it.each([
    ['raw', (key: string) => `a ${key} b`],
    ['inside a word', (key: string) => `a${key}b`],
    ['percent-encoded', (key: string) => encodeURIComponent(key)],
    ['in JSON', (key: string) => JSON.stringify({ key })],
    ['in base64', (key: string) => btoa(unescape(encodeURIComponent(`user:${key}`)))],
    ['in base64 one byte on', (key: string) => btoa(unescape(encodeURIComponent(`use:${key}`)))],
    ['in base64 two bytes on', (key: string) => btoa(unescape(encodeURIComponent(`us:${key}`)))],
  ])('removes a key %s', (_, write) => {
    for (const key of [FAKE_KEY, 'FAKEkey+a/b=0000']) {
      const text = write(key);
      expect(createRedact([key])(text)).toContain('[redacted]');
      expect(createRedact([key])(text)).not.toContain(key.slice(4, -4));
    }
  });
  it('removes percent-encoding in either case', () => {
    const encoded = encodeURIComponent(SPECIAL);
    const lower = encoded.replace(/%../g, (code) => code.toLowerCase());
    expect(createRedact([SPECIAL])(`${encoded} ${lower}`)).toBe('[redacted] [redacted]');
  });
  it('removes several keys, and the longer one first', () => {
    const redact = createRedact([FAKE_KEY.slice(0, 20), FAKE_KEY, OTHER_FAKE_KEY]);
    expect(redact(`${FAKE_KEY},${OTHER_FAKE_KEY}`)).toBe('[redacted],[redacted]');
  });
  it('removes a short secret only where it stands as a word', () => {
    expect(createRedact(['abc'])('abc abcd xabc (abc)')).toBe('[redacted] abcd xabc ([redacted])');
  });
  it('leaves the rest alone', () => {
    expect(createRedact([])('text')).toBe('text');
    expect(createRedact(['', ' ', 'ab'])('ab text')).toBe('ab text');
  });
  it('takes special characters of patterns literally', () => {
    expect(createRedact(['a.*(b)+'])('a.*(b)+ axxb')).toBe('[redacted] axxb');
    expect(createRedact(['a.c'])('abc a.c')).toBe('abc [redacted]');
  });
  it('takes lone surrogates', () => {
    expect(createRedact(['FAKEkey\ud800FAKE'])('x FAKEkey\ud800FAKE y')).toBe('x [redacted] y');
  });
  it('takes a key of any length', () => {
    const key = 'FAKEkey-'.repeat(12_500);
    expect(createRedact([key])(`a ${key} b`)).toBe('a [redacted] b');
  });
});

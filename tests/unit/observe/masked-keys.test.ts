import { describe, expect, it } from 'vitest';
import { markMasked } from '../../../lib/observe/masked-keys';

const marked = (value: string, name = 'Infuzu-API-Key', status?: number) =>
  markMasked([{ name, value }], status)[0]?.value;

describe('a key that was masked before its file was handed on', () => {
  it.each(['ifz_••••••0001', 'abc8...0hJ', 'abc8****0hJ', 'abc8…0hJ', '***', '********', '••••••••'])(
    '%s stands as taken out',
    (value) => {
      expect(marked(value)).toBe('[redacted]');
      expect(marked(`Bearer ${value}`, 'Authorization')).toBe('Bearer [redacted]');
      expect(marked(value, 'X-API-Key')).toBe('[redacted]');
    },
  );

  it.each(['sk-...', 'ifz_FAKE_0000-0000_0000', 'your_api_key_here', '', '…', 'xxxxxxxx', 'ifz_xxxx'])(
    '%s stays as it is',
    (value) => {
      expect(marked(value)).toBe(value);
    },
  );

  it.each(['ifz_****', 'ifz_xxxxxxxx', 'XXXXXXXX', 'ifz_FAKE…', 'sk-...', '####', 'YOUR_API_KEY', '{{key}}'])(
    '%s stands as taken out of a call that was let in, and of no other',
    (value) => {
      for (const status of [200, 402, 429])
        expect(marked(value, 'Infuzu-API-Key', status)).toBe('[redacted]');
      expect(marked(`Bearer ${value}`, 'Authorization', 200)).toBe('Bearer [redacted]');
      for (const status of [undefined, 0, 400, 401, 500])
        expect(marked(value, 'Infuzu-API-Key', status)).toBe(value);
    },
  );
  it('is no key that was let in', () =>
    expect(marked('ifz_FAKE_0000', 'Infuzu-API-Key', 200)).toBe('ifz_FAKE_0000'));

  it('is looked for in auth headers alone', () => {
    expect(marked('abc8...0hJ', 'X-Note')).toBe('abc8...0hJ');
  });

  it('takes no long time on long values', () => {
    expect(marked(`${'a'.repeat(100_000)}…`)).toHaveLength(100_001);
  });
});

import { describe, expect, it } from 'vitest';
import { isRedactionMark } from '../../../lib/exchange/redaction-mark';

describe('isRedactionMark', () => {
  it.each([
    '[redacted]',
    '[REDACTED]',
    '<redacted>',
    'redacted',
    'REDACTED',
    '***REDACTED***',
    '(removed)',
    '[Filtered]',
    '<masked>',
    '[sanitized]',
    '[sensitive]',
    '(hidden)',
    '[Authorization redacted]',
    '[X-Infuzu-API-Key redacted]',
  ])('%s is one', (text) => {
    expect(isRedactionMark(text)).toBe(true);
  });
  it.each([
    '',
    'removed',
    'filtered',
    'redacted-4f9a',
    'ifz_redacted',
    '[key]',
    '****',
    'unredacted',
    `[redacted]${' '.repeat(100_000)}`,
  ])('%# is none', (text) => {
    expect(isRedactionMark(text)).toBe(false);
  });
});

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digitsOf, fingerprintOf, saltFrom } from '../../../lib/exchange/fingerprint';

const SALTS = [new Uint8Array(32).fill(7), new Uint8Array(16).fill(9), new Uint8Array(80).fill(3)];

describe('a fingerprint', () => {
  it('is the beginning of HMAC-SHA-256, for each salt and again and again', () => {
    for (const secret of ['', 'a', 'ключ', 'x'.repeat(300), 'a']) {
      for (const salt of SALTS) {
        const expected = createHmac('sha256', salt).update(secret).digest('hex').slice(0, 16);
        expect(fingerprintOf(secret, salt)).toBe(expected);
      }
    }
  });
});

it('knows a salt again by the digits that it was kept as', () => {
  const salt = new Uint8Array([0, 1, 15, 16, 128, 255]);
  expect(digitsOf(salt)).toBe('00010f1080ff');
  expect(saltFrom(digitsOf(salt))).toEqual(salt);
});

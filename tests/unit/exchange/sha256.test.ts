import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOfHex, hexOf } from '../../../lib/exchange/hex';
import { hmacSha256, sha256 } from '../../../lib/exchange/sha256';

// Below, at and above the ends of one block and of two.
const bytes = fc.uint8Array({ maxLength: 140 });

it('hashes as Node does', () => {
  fc.assert(
    fc.property(bytes, (message) => {
      expect(hexOf(sha256(message))).toBe(createHash('sha256').update(message).digest('hex'));
    }),
  );
});

it.each([0, 55, 56, 63, 64, 119, 120, 128])('pads a message of %i bytes', (length) => {
  const message = new Uint8Array(length).fill(0xff);
  expect(hexOf(sha256(message))).toBe(createHash('sha256').update(message).digest('hex'));
});

it('signs as Node does, also with a key longer than a block', () => {
  fc.assert(
    fc.property(bytes, bytes, (key, message) => {
      expect(hexOf(hmacSha256(key, message))).toBe(createHmac('sha256', key).update(message).digest('hex'));
    }),
  );
});

it('reads the bytes that it wrote as digits', () => {
  fc.assert(
    fc.property(bytes, (written) => {
      expect(bytesOfHex(hexOf(written))).toEqual(written);
    }),
  );
});

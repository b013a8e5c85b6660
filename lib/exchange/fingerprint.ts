import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

/**
 * Sixteen or more random bytes, made once per browser session (or run of the command line) and never exported.
 * With it the same key is recognised; without it nobody can test a guess.
 */
export type Salt = Uint8Array;

/** Hexadecimal digits, as a salt is kept and sent. */
export const digitsOf = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join('');

/** A salt from its digits. */
export const saltFrom = (digits: string): Salt =>
  Uint8Array.from(digits.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

const utf8 = new TextEncoder();

/** Keyed once per salt: that is half of the work for a short text. */
const keyed = new WeakMap<Salt, ReturnType<typeof hmac.create>>();

/** The salted short name of a secret: 16 hexadecimal digits of HMAC-SHA-256. */
export function fingerprintOf(secret: string, salt: Salt): string {
  const fresh = keyed.get(salt) ?? hmac.create(sha256, salt);
  keyed.set(salt, fresh);
  return digitsOf(fresh.clone().update(utf8.encode(secret)).digest().subarray(0, 8));
}

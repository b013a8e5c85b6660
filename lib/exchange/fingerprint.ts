import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Sixteen or more random bytes, made once per browser session (or run of the command line) and never exported.
 * With it the same key is recognised; without it nobody can test a guess.
 */
export type Salt = Uint8Array;

/** Keyed once per salt: that is half of the work for a short text. */
const keyed = new WeakMap<Salt, ReturnType<typeof hmac.create>>();

/** The salted short name of a secret: 16 hexadecimal digits of HMAC-SHA-256. */
export function fingerprintOf(secret: string, salt: Salt): string {
  const fresh = keyed.get(salt) ?? hmac.create(sha256, salt);
  keyed.set(salt, fresh);
  return bytesToHex(fresh.clone().update(utf8ToBytes(secret)).digest()).slice(0, 16);
}

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Sixteen or more random bytes, made once per browser session (or run of the command line) and never exported.
 * With it the same key is recognised; without it nobody can test a guess.
 */
export type Salt = Uint8Array;

/** The salted short name of a secret: 16 hexadecimal digits of HMAC-SHA-256. */
export function fingerprintOf(secret: string, salt: Salt): string {
  return bytesToHex(hmac(sha256, salt, utf8ToBytes(secret))).slice(0, 16);
}

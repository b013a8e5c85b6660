import { hexOf } from './hex';
import { hmacSha256 } from './sha256';

/**
 * Sixteen or more random bytes, made once per browser session (or run of the command line) and never exported.
 * With it the same key is recognised; without it nobody can test a guess.
 */
export type Salt = Uint8Array;

/** The salted short name of a secret: 16 hexadecimal digits of HMAC-SHA-256. */
export function fingerprintOf(secret: string, salt: Salt): string {
  return hexOf(hmacSha256(salt, new TextEncoder().encode(secret))).slice(0, 16);
}

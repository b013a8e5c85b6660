import type { ErrorCode } from './errors';
import type { RawHeader } from './types';

const KEY_HEADERS = ['infuzu-api-key', 'x-infuzu-api-key', 'authorization'];

/** `name=value`, as the later parts of `Digest realm="a", nonce="b"`: these commas separate no credentials. */
const AUTH_PARAMETER = /^[\w!#$%&'*+.^`|~-]+\s*=\s*[^\s=]/;

/**
 * The documented authentication error of these header lines, or undefined when they carry exactly one accepted key.
 * Judges the raw values: a space after the key makes it another key, as the documentation's troubleshooting says.
 * Names compare without case (RFC 9110 §5.1): HTTP/2 knows no other.
 */
export function authenticationError(
  headers: readonly RawHeader[],
  acceptedKeys: ReadonlySet<string>,
): ErrorCode | undefined {
  const credentials = headers.filter(([name]) => KEY_HEADERS.includes(name.toLowerCase()));
  const [first, ...others] = credentials;
  if (first === undefined) return 'missing_api_key';
  // An empty second header counts too: it is a header, and the documentation counts headers.
  if (others.length > 0 || isJoined(first[1])) return 'multiple_api_keys';

  const [name, value] = first;
  if (value.trim() === '') return 'missing_api_key';
  if (name.toLowerCase() !== 'authorization') return acceptedKeys.has(value) ? undefined : 'invalid_api_key';

  // One space, one token without white space (RFC 6750 §2.1); schemes have no case (RFC 9110 §11.1).
  const token = /^bearer (\S+)$/i.exec(value)?.[1];
  if (token === undefined) return 'invalid_authorization_header';
  return acceptedKeys.has(token) ? undefined : 'invalid_api_key';
}

/** The same header sent twice reaches a server as `a, b` (RFC 9110 §5.3). */
function isJoined(value: string): boolean {
  const [, ...later] = value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return later.some((part) => !AUTH_PARAMETER.test(part));
}

import type { AuthHeader } from '../api/auth-headers';
import { nearMissOf } from '../api/near-miss';
import type { RawField } from './credential';
import { fingerprintOf, type Salt } from './fingerprint';
import { REDACTED, type Redact } from './redact';
import { isSecretField, looksLikeKeyName } from './secret-shape';
import { redactUrl } from './url-facts';

/** One header field as it may be shown. */
export interface HeaderFact {
  /** As written. */
  readonly name: string;
  /** Redacted and capped; `[redacted]` for a field that carries a secret by its nature. */
  readonly value: string;
  /** The documented auth header that the name was meant to be, when it is a near miss of one. */
  readonly meant?: AuthHeader;
}

const MAX_FIELDS = 200;
const MAX_VALUE = 1_024;
const URL_FIELDS = new Set([
  'location',
  'referer',
  'content-location',
  'origin',
  ':path',
  'x-original-url',
  'sourcemap',
]);
/** Ids and digests that support asks for and that look like keys, and the origins that CORS compares. */
const MAY_LOOK_LIKE_KEY =
  /^(?:etag|server-timing|trace(?:parent|state)|(?:content-|repr-)?digest|content-md5|x-cloud-trace-context|x-azure-ref|x-amz-id-2|cf-ray|access-control-.*)$|(?:request|trace|span|correlation|transaction|invocation|apigw|cf)-?id$/i;

/**
 * The door for header fields; fields over the cap are left out.
 * @param redactOther for values that need not look like a key
 */
export function takeHeaders(
  fields: readonly RawField[],
  salt: Salt,
  redact: Redact,
  redactOther: Redact = redact,
): HeaderFact[] {
  return fields.slice(0, MAX_FIELDS).map(({ name, value }) => {
    const meant = nearMissOf(name);
    // Who swaps name and value has a key for a name.
    const shown = looksLikeKeyName(name) ? REDACTED : redact(name).slice(0, 128);
    const fact = { name: shown, ...(meant && { meant }) };
    if (isSecretField(name)) return { ...fact, value: value.trim() === '' ? '' : REDACTED };
    const text = URL_FIELDS.has(name.toLowerCase())
      ? redactUrl(value, salt, redact)
      : (MAY_LOOK_LIKE_KEY.test(name) ? redact : redactOther)(value);
    return { ...fact, value: text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text };
  });
}

/**
 * Salted digest over a whole header list, in an order of its own and with names in lower case: the two
 * streams of a browser keep neither order nor case alike. By it a HAR entry finds its exchange.
 */
export function headersDigest(fields: readonly RawField[], salt: Salt): string {
  const lines = fields
    .filter(({ name }) => !name.startsWith(':'))
    .map(({ name, value }) => `${name.toLowerCase()}:${value.trim()}`)
    .sort();
  return fingerprintOf(lines.join('\n'), salt);
}

/** True when two field names are the same without case. Looks at length and ends first: that settles most pairs. */
function isSameName(a: string, b: string): boolean {
  if (a.length !== b.length || (a.charCodeAt(a.length - 1) ^ b.charCodeAt(b.length - 1)) & ~32) return false;
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** The first value of a field, by name without case. */
export function headerValue(headers: readonly HeaderFact[], name: string): string | undefined {
  for (const header of headers) if (isSameName(header.name, name)) return header.value;
  return undefined;
}

/** Every value of a field, by name without case. */
export function headerValues(headers: readonly HeaderFact[], name: string): string[] {
  const values: string[] = [];
  for (const header of headers) if (isSameName(header.name, name)) values.push(header.value);
  return values;
}

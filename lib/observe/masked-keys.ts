import { authHeaderOf } from '../api/auth-headers';
import { nearMissOf } from '../api/near-miss';
import type { RawField } from '../exchange/credential';
import { placeholderOf } from '../exchange/placeholder';
import { REDACTED } from '../exchange/redact';

/** What is left of a key that people or tools masked before they handed a file on: `ifz_••••••0001`, `inf8...0hJ`, `****`. */
const MASKED = /(?:(?<![^\s])[*•●]{3,}|[\w-]{2,10}(?:[•*●·]{3,}|\.{3,}|…)[\w-]{2,8})$/;

/** How the server answers only a call whose key it took. */
const isKeyTaken = (status = 0) => (status >= 200 && status < 300) || status === 402 || status === 429;

/** Of a call that was let in, what no key is was put there afterwards: `ifz_xxxx`, `YOUR_API_KEY`, `ifz_abc…`. */
const STOOD_IN = /(?:…|\.{3}|[*•●xX#]{3,})$/;

function withoutStandIn(value: string): string {
  const at = value.lastIndexOf(' ') + 1;
  const word = value.slice(at);
  return placeholderOf(word) || STOOD_IN.test(word) ? value.slice(0, at) + REDACTED : value;
}

/**
 * The fields of a file with the mark of a redaction for such a key. A live call sent it as it is.
 * @param status of the answer that a person copied along with the call
 */
export function markMasked(fields: readonly RawField[], status?: number): readonly RawField[] {
  return fields.map(({ name, value }) => {
    if (authHeaderOf(name) === undefined && nearMissOf(name) === undefined) return { name, value };
    const masked = value.replace(MASKED, REDACTED);
    return { name, value: isKeyTaken(status) ? withoutStandIn(masked) : masked };
  });
}

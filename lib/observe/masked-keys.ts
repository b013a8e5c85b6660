import { authHeaderOf } from '../api/auth-headers';
import { nearMissOf } from '../api/near-miss';
import type { RawField } from '../exchange/credential';
import { REDACTED } from '../exchange/redact';

/** What is left of a key that people or tools masked before they handed a file on: `ifz_••••••0001`, `inf8...0hJ`, `****`. */
const MASKED = /(?:(?<![^\s])[*•●]{3,}|[\w-]{2,10}(?:[•*●·]{3,}|\.{3,}|…)[\w-]{2,8})$/;

/** The fields of a file with the mark of a redaction for such a key. A live call sent it as it is. */
export function markMasked(fields: readonly RawField[]): readonly RawField[] {
  return fields.map(({ name, value }) => {
    const isAuth = authHeaderOf(name) !== undefined || nearMissOf(name) !== undefined;
    return { name, value: isAuth ? value.replace(MASKED, REDACTED) : value };
  });
}

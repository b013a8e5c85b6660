import type { AuthHeader } from '../api/auth-headers';
import { placeholderOf } from './placeholder';

/** Splits at commas that stand outside double quotes. Linear. */
function splitAtCommas(value: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < value.length; i++) {
    const c = value[i];
    if (c === '\\' && quoted) i++;
    else if (c === '"') quoted = !quoted;
    else if (c === ',' && !quoted) {
      pieces.push(value.slice(start, i));
      start = i + 1;
    }
  }
  pieces.push(value.slice(start));
  return pieces;
}

/** `name=value` or `name="value"` (RFC 9110 §11.2), and not the `=` at the end of a base64 text. */
const PARAMETER = /^[ \t]*[\w!#$%&'*+.^`|~-]{1,64}[ \t]*=[ \t]*(?:"|[^\s=,"])/;
/** `Scheme name=value`: the parameters that follow after commas belong to it. */
const SCHEME_WITH_PARAMETER =
  /^[ \t]*[\w!#$%&'*+.^`|~-]{1,64}[ \t]+[\w!#$%&'*+.^`|~-]{1,64}[ \t]*=[ \t]*(?:"|[^\s=,"])/;
const SCHEME = /^\s*bearer\s+/i;
const BARE_BEARER = /^\s*bearer\s*$/i;
const STARTS_WITH_BEARER = /^\s*bearer\b/i;
/** More values than that are no accident; what follows stays in the last one. */
const MAX_VALUES = 32;

/** Without the spaces and tabs at its chosen ends; by index, since a pattern for the end would not be linear. */
function trimEnds(text: string, atStart: boolean, atEnd: boolean): string {
  const isSpace = (i: number) => text[i] === ' ' || text[i] === '\t';
  let start = 0;
  let end = text.length;
  while (atStart && start < end && isSpace(start)) start++;
  while (atEnd && end > start && isSpace(end - 1)) end--;
  return text.slice(start, end);
}

/** Puts the parameters of one scheme together again. Linear: each piece is looked at once. */
function gatherParameters(pieces: readonly string[]): string[] {
  const values: string[][] = [];
  let takesParameters = false;
  for (const piece of pieces) {
    const last = values.at(-1);
    if (last !== undefined && takesParameters && PARAMETER.test(piece)) {
      last.push(piece);
      continue;
    }
    values.push([piece]);
    takesParameters = SCHEME_WITH_PARAMETER.test(piece);
  }
  return values.map((parts) => parts.join(','));
}

/**
 * A header that is set twice reaches everyone as one field with `, ` between the values (Fetch, “combine”,
 * https://fetch.spec.whatwg.org/#concept-header-list-combine). Answers the values that were joined; the one
 * value when there was no join. The commas between the parameters of a Digest or of an AWS signature are no
 * join, nor are those in a placeholder such as a function's source, nor one that was typed after `Bearer`.
 */
export function splitJoinedValues(field: AuthHeader, value: string): string[] {
  if (!value.includes(',') || placeholderOf(value.replace(SCHEME, '')) !== undefined) return [value];
  const pieces = splitAtCommas(value);
  const all = field === 'Authorization' ? gatherParameters(pieces) : pieces;
  const filled = all.filter((text) => text.trim() !== '').length;
  // `, KEY` was set first without a value and then with one; `KEY,` is a key with a stray comma.
  const isJoin = all.length > 1 && (filled !== 1 || all[0]?.trim() === '');
  if (!isJoin) return [value];
  if (filled > 0) while (all.at(-1)?.trim() === '') all.pop();
  const [first = '', second = ''] = all;
  if (BARE_BEARER.test(first) && !STARTS_WITH_BEARER.test(second)) return [value];
  const values = all.slice(0, MAX_VALUES);
  if (all.length > MAX_VALUES) values.push(all.slice(MAX_VALUES).join(','));
  // The browser trims each value before it joins them: spaces at the commas are the list's, not the key's.
  return values.map((text, i) => trimEnds(text, i > 0, i < values.length - 1));
}

import type { AuthHeader } from '../api/auth-headers';
import { placeholderOf } from './placeholder';

/** Splits at commas that stand outside double quotes. Linear. */
function splitAtCommas(value: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < value.length; i++) {
    const c = value[i];
    if (c === '\\' && quoted) i++;
    else if (c === '"') quoted = !quoted;
    else if (c === ',' && !quoted) {
      parts.push(value.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(value.slice(start));
  return parts;
}

const PARAMETER = /^\s*[\w!#$%&'*+.^`|~-]{1,64}\s*=\s*(?:"|[^\s=,"][^\s,]*$)/;
const MAX_PARTS = 16;

/**
 * A header that is set twice reaches everyone as one field with `, ` between the values (Fetch, "combine").
 * Answers the values that were joined; one value when there was no join. The commas between the parameters
 * of a Digest or AWS signature are no join, and neither are those in a placeholder such as a function's source.
 */
export function splitJoinedValues(field: AuthHeader, value: string): string[] {
  if (!value.includes(',') || placeholderOf(value) !== undefined) return [value];
  const pieces = splitAtCommas(value);
  const values: string[] = [];
  for (const piece of pieces) {
    // A piece that is a parameter belongs to the value before it: its name holds no space in front of the `=`.
    const last = values.length - 1;
    const before = values[last];
    const continues =
      field === 'Authorization' &&
      before !== undefined &&
      PARAMETER.test(piece) &&
      /^\s*\S+\s+\S+\s*=/.test(before);
    if (continues) values[last] = `${before},${piece}`;
    else values.push(values.length === 0 ? piece : piece.replace(/^ /, ''));
  }
  const filled = values.filter((text) => text.trim() !== '');
  // `, KEY` is a header that was set once without and once with a value; `KEY,` is a key with a stray comma.
  const isJoin =
    filled.length > 1 || (filled.length === 1 && values[0]?.trim() === '' && /^\s*, /.test(value));
  return isJoin ? values.filter((text, i) => text.trim() !== '' || i === 0).slice(0, MAX_PARTS) : [value];
}

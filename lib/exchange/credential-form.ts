import type { AuthHeader } from '../api/auth-headers';
import { isKnownScheme, isMisspeltBearer, standsAlone } from './auth-schemes';
import { isWhiteSpace } from './characters';
import { placeholderOf } from './placeholder';

/** What stands between `Bearer` and the token. `none`: nothing, `BearerKEY`. */
export type BearerSeparator = 'space' | 'none' | 'punctuation' | 'several' | 'tab' | 'other-space';

/** How the value of an auth header is built. */
export type CredentialForm =
  | { readonly type: 'empty' }
  /** A key alone: right in the key headers, a missing prefix in `Authorization`. */
  | { readonly type: 'key' }
  | {
      readonly type: 'bearer';
      /** The scheme as written, `Bearer` in some case. */
      readonly scheme: string;
      readonly separator: BearerSeparator;
      /** 0: nothing follows the scheme. More than 1: white space cuts what follows. */
      readonly tokens: number;
      /** How often the scheme stands there; 2 is `Bearer Bearer KEY`. */
      readonly schemes: number;
    }
  | {
      readonly type: 'other-scheme';
      /** The scheme's name where it is a known one or near to one; unknown words may be a part of a key. */
      readonly scheme?: string;
      /** True when a misspelt `Bearer`. */
      readonly misspelt: boolean;
      /** True when parameters follow (`realm="…"`), as in Digest. */
      readonly parameters: boolean;
    };

const BEARER_LENGTH = 'bearer'.length;
/** Typed by people who take a header for a line of JSON, YAML or of a list. */
const PUNCTUATION = ':=,;';
/** Parameters of a challenge's answer: `name=value` or `name="value"` (RFC 9110 §11.2); the first is enough. */
const PARAMETER = /^[\w!#$%&'*+.^`|~-]{1,64}[ \t]*=[ \t]*(?:"|[^\s=,"])/;

/** Where the run of white space and punctuation that begins at `start` ends. */
function separatorEnd(value: string, start: number): number {
  let end = start;
  while (end < value.length && (isWhiteSpace(value.charAt(end)) || PUNCTUATION.includes(value.charAt(end)))) {
    end++;
  }
  return end;
}

function separatorOf(text: string): BearerSeparator {
  if (text === '') return 'none';
  if (text === ' ') return 'space';
  if ([...text].some((character) => PUNCTUATION.includes(character))) return 'punctuation';
  if (text.length > 1) return 'several';
  return text === '\t' ? 'tab' : 'other-space';
}

function isBearerAt(value: string, start: number): boolean {
  return value.slice(start, start + BEARER_LENGTH).toLowerCase() === 'bearer';
}

function tokensIn(text: string): number {
  if (text === '') return 0;
  // A placeholder may hold spaces: `{{ api_key }}`, `[object Object]`.
  if (placeholderOf(text) !== undefined) return 1;
  return text.split(/[ \t\r\n\f\v]+/).filter((token) => token !== '').length;
}

function parseBearer(value: string): { form: CredentialForm; key: string } {
  const scheme = value.slice(0, BEARER_LENGTH);
  const firstEnd = separatorEnd(value, BEARER_LENGTH);
  const separator = separatorOf(value.slice(BEARER_LENGTH, firstEnd));
  let at = firstEnd;
  let schemes = 1;
  while (isBearerAt(value, at)) {
    const end = separatorEnd(value, at + BEARER_LENGTH);
    // `Bearer bearerKEY` is a key that begins so.
    if (end === at + BEARER_LENGTH && end < value.length) break;
    schemes++;
    at = end;
  }
  const key = value.slice(at);
  return { form: { type: 'bearer', scheme, separator, tokens: tokensIn(key), schemes }, key };
}

/** The first run of white space, and what stands on both sides. */
function cutAtWhiteSpace(value: string): { word: string; space: string; rest: string } {
  let start = 0;
  while (start < value.length && !isWhiteSpace(value.charAt(start))) start++;
  let end = start;
  while (end < value.length && isWhiteSpace(value.charAt(end))) end++;
  return { word: value.slice(0, start), space: value.slice(start, end), rest: value.slice(end) };
}

function parseAuthorization(value: string): { form: CredentialForm; key: string } {
  if (placeholderOf(value) !== undefined) return { form: { type: 'key' }, key: value };
  const { word, space, rest } = cutAtWhiteSpace(value);
  const misspelt = rest !== '' && isMisspeltBearer(word);
  const isScheme = misspelt || (rest === '' ? standsAlone(word) : isKnownScheme(word));
  // An unknown word before a space or tab is some scheme; before any other space it is the key's first half.
  if (!isScheme && !/[ \t]/.test(space)) return { form: { type: 'key' }, key: value };
  return {
    form: {
      type: 'other-scheme',
      ...(isScheme && { scheme: word }),
      misspelt,
      parameters: PARAMETER.test(rest),
    },
    // Where the word is no known scheme it may be a part of the key: then all of it is the secret.
    key: isScheme ? rest : value,
  };
}

/**
 * Takes one trimmed, not empty value apart into its form and the text that is the key.
 * `Authorization` knows schemes; in the key headers only `Bearer` counts as one, everything else is the key.
 */
export function parseForm(field: AuthHeader, value: string): { form: CredentialForm; key: string } {
  if (field === 'Authorization') {
    return isBearerAt(value, 0) ? parseBearer(value) : parseAuthorization(value);
  }
  const isScheme =
    isBearerAt(value, 0) &&
    (value.length === BEARER_LENGTH || separatorEnd(value, BEARER_LENGTH) > BEARER_LENGTH);
  return isScheme ? parseBearer(value) : { form: { type: 'key' }, key: value };
}

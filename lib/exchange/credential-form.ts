import { type AuthHeader, editDistance } from '../api/auth-headers';
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

/** IANA's HTTP authentication schemes, and those that other APIs made up. */
const KNOWN_SCHEMES = [
  'Basic',
  'Concealed',
  'Digest',
  'DPoP',
  'GNAP',
  'HOBA',
  'Mutual',
  'Negotiate',
  'NTLM',
  'OAuth',
  'PrivateToken',
  'SCRAM-SHA-1',
  'SCRAM-SHA-256',
  'vapid',
  'AWS4-HMAC-SHA256',
  'Token',
  'ApiKey',
  'Api-Key',
  'Api_Key',
  'APIKEY',
  'Key',
  'JWT',
  'Hawk',
  'HMAC',
  'SharedKey',
  'Signature',
  'Infuzu',
  'Infuzu-API-Key',
  'X-API-Key',
  'SSWS',
  'Splunk',
  'Session',
  'Auth',
  'OpenAI',
  'Secret',
  'User',
  'Access-Token',
  'AccessToken',
  'Authorization',
  'Bear',
  'Kerberos',
  'PAT',
] as const;
const KNOWN = new Map(KNOWN_SCHEMES.map((name) => [name.toLowerCase(), name]));

function isMisspeltBearer(word: string): boolean {
  const name = word.toLowerCase().replace(/[:=]$/, '');
  return name !== 'bearer' && name.length >= 4 && editDistance(name, 'bearer', 2) <= 2;
}

/** Parameters of a challenge answer: `name=value` or `name="value"` (RFC 9110 §11.2), the first is enough. */
const PARAMETER = /^[\w!#$%&'*+.^`|~-]{1,64}[ \t]*=[ \t]*(?:"|[^\s=,"])/;

function separatorOf(text: string): BearerSeparator {
  if (text === '') return 'none';
  if (text === ' ') return 'space';
  if (/[^\s]/.test(text.replace(/[\u0085\uFEFF]/g, ''))) return 'punctuation';
  if (text.length > 1) return 'several';
  return text === '\t' ? 'tab' : 'other-space';
}

function parseBearer(value: string): { form: CredentialForm; key: string } {
  const scheme = value.slice(0, 6);
  let rest = value.slice(6);
  let schemes = 1;
  const take = () => {
    const characters = [...rest];
    let end = 0;
    while (
      end < characters.length &&
      (isWhiteSpace(characters[end] ?? '') || /^[:=]$/.test(characters[end] ?? ''))
    )
      end++;
    const text = characters.slice(0, end).join('');
    rest = characters.slice(end).join('');
    return text;
  };
  const separator = separatorOf(take());
  while (/^bearer(?:[\s:=]|$)/i.test(rest) && separator !== 'none') {
    schemes++;
    rest = rest.slice(6);
    take();
  }
  const asOne = rest !== '' && placeholderOf(rest) !== undefined;
  const tokens = rest === '' ? 0 : asOne ? 1 : rest.split(/[ \t\r\n\f\v]+/).filter(Boolean).length;
  return { form: { type: 'bearer', scheme, separator, tokens, schemes }, key: rest };
}

/**
 * Takes one trimmed, not empty value apart into its form and the text that is the key.
 * `Authorization` knows schemes; in the key headers only `Bearer ` counts as one, everything else is the key.
 */
export function parseForm(field: AuthHeader, value: string): { form: CredentialForm; key: string } {
  if (field !== 'Authorization') {
    if (/^bearer(?:[\s\u00a0]|$)/i.test(value)) return parseBearer(value);
    return { form: { type: 'key' }, key: value };
  }
  if (/^bearer/i.test(value)) return parseBearer(value);
  if (placeholderOf(value) !== undefined) return { form: { type: 'key' }, key: value };
  const match = /^(\S+)[ \t]+(\S[\s\S]*)$/.exec(value);
  const word = match?.[1] ?? value;
  const rest = match?.[2] ?? '';
  const known = KNOWN.get(word.toLowerCase().replace(/[:=]$/, ''));
  if (rest === '' && known === undefined) return { form: { type: 'key' }, key: value };
  const misspelt = isMisspeltBearer(word);
  const shown = known !== undefined || misspelt ? word : undefined;
  return {
    form: {
      type: 'other-scheme',
      ...(shown !== undefined && { scheme: shown }),
      misspelt,
      parameters: PARAMETER.test(rest),
    },
    // Where the word is no known scheme it may be a part of the key: then all of it is the secret.
    key: shown === undefined ? value : rest,
  };
}

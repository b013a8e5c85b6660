import { authHeaderOf } from '../../api/auth-headers';
import { nearMissOf } from '../../api/near-miss';
import type { RawField } from '../../exchange/credential';
import { type CurlOption, isFlag } from './curl-options';

/** The header fields of one command. */
export interface CurlHeaders {
  readonly fields: readonly RawField[];
  /** Names of auth headers that curl leaves out, since no colon stands behind them. */
  readonly leftOut: readonly string[];
  /** Of what more of them are taken: names of files, what the shell fills in. */
  readonly unseen: readonly string[];
}

/** The auth header that such a text begins with; any other word of it may be a key. */
function authNameOf(text: string): string | undefined {
  const name = /^[\w-]+(?![\w$%{`-])/.exec(text)?.[0];
  return name && (authHeaderOf(name) ?? nearMissOf(name)) ? name : undefined;
}

/** The header behind `-h`, which asks for curl's help; curl then makes no call. */
export function headerAsHelp(options: readonly CurlOption[]): string | undefined {
  const helps = options.filter(({ name }) => name === '-h');
  return helps.map(({ value = '' }) => /^([\w-]+):/.exec(value)?.[1]).find((name) => name !== undefined);
}

function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function userOf(options: readonly CurlOption[], url: URL | undefined): string | undefined {
  const given = options.findLast(({ name }) => name === 'user')?.value;
  if (given !== undefined) return given;
  if (url === undefined || (url.username === '' && url.password === '')) return undefined;
  try {
    return `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  } catch {
    return `${url.username}:${url.password}`;
  }
}

/** Other schemes than Basic begin with a call without credentials, which the server then challenges. */
const CHALLENGED = ['digest', 'ntlm', 'negotiate', 'anyauth'];

function authorizationOf(options: readonly CurlOption[], url: URL | undefined): string | undefined {
  const bearer = options.findLast(({ name }) => name === 'oauth2-bearer')?.value;
  if (bearer !== undefined) return `Bearer ${bearer}`;
  const user = userOf(options, url);
  if (user === undefined || CHALLENGED.some((name) => isFlag(options, name))) return undefined;
  return `Basic ${toBase64(user.includes(':') ? user : `${user}:`)}`;
}

/** The file from which curl takes user and password, for Basic. */
function netrcOf(options: readonly CurlOption[]): string[] {
  const file = options.findLast(({ name }) => name === 'netrc-file')?.value;
  if (file !== undefined) return [file];
  return isFlag(options, 'netrc') || isFlag(options, 'netrc-optional') ? ['.netrc'] : [];
}

function contentTypeOf(options: readonly CurlOption[]): string | undefined {
  if (isFlag(options, 'get')) return undefined;
  const names = new Set(options.map(({ name }) => name));
  if (names.has('form') || names.has('form-string')) return 'multipart/form-data';
  if (names.has('json')) return 'application/json';
  const hasData = ['data', 'data-ascii', 'data-raw', 'data-binary', 'data-urlencode'].some((name) =>
    names.has(name),
  );
  return hasData ? 'application/x-www-form-urlencoded' : undefined;
}

/**
 * The fields that curl sends: those of `-H` as written (white space in front of the value left out), and its own where
 * no `-H` sets or removes them. `-H 'X;'` sends an empty field, `-H 'X:'` takes curl's own away.
 */
export function headersOf(options: readonly CurlOption[], url: URL | undefined): CurlHeaders {
  const fields: RawField[] = [];
  const leftOut: string[] = [];
  const settled = new Set<string>();
  const unseen = options.filter(({ name }) => name === 'config').map(({ value = '' }) => value);
  for (const { name, value = '' } of options) {
    if (name !== 'header') continue;
    const colon = value.indexOf(':');
    const lost = authNameOf(value);
    if (value.startsWith('@')) unseen.push(value.slice(1));
    else if (colon > 0) {
      const fieldName = value.slice(0, colon);
      const text = value.slice(colon + 1).replace(/^[ \t]+/, '');
      settled.add(fieldName.trim().toLowerCase());
      if (text !== '') fields.push({ name: fieldName, value: text });
    } else if (/;[ \t]*$/.test(value)) {
      const fieldName = value.slice(0, value.lastIndexOf(';'));
      settled.add(fieldName.trim().toLowerCase());
      fields.push({ name: fieldName, value: '' });
    } else if (lost !== undefined) leftOut.push(lost);
    else if (/[$%{]/.test(value)) unseen.push(value);
  }
  const optionValue = (option: string) => options.findLast(({ name }) => name === option)?.value;
  const cookie = optionValue('cookie');
  const own: readonly (readonly [string, string | undefined])[] = [
    ['User-Agent', optionValue('user-agent')],
    ['Referer', optionValue('referer')],
    ['Cookie', cookie?.includes('=') ? cookie : undefined],
    ['Authorization', authorizationOf(options, url)],
    ['Accept', isFlag(options, 'json') ? 'application/json' : undefined],
    // curl's own gives way to one of theirs.
    ['Content-Type', unseen.length > 0 ? undefined : contentTypeOf(options)],
  ];
  for (const [name, value] of own) {
    if (value && !settled.has(name.toLowerCase())) fields.push({ name, value });
  }
  return { fields, leftOut, unseen: [...unseen, ...netrcOf(options)] };
}

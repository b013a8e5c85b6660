import { normalizeHostname } from '../api/hosts';
import { fingerprintOf, type Salt } from './fingerprint';
import { placeholderOf } from './placeholder';
import { REDACTED, type Redact } from './redact';
import { decoded, isInfuzuKey, isKeyParameter, looksLikeKey } from './secret-shape';

/** Where in a URL a key stands. */
export interface UrlSecret {
  readonly where: 'query' | 'fragment' | 'userinfo';
  /** The parameter's name as written; `user` or `password` in the userinfo. */
  readonly name: string;
  /** `name`: a parameter that means a key. `value`: it equals the key of a header. `shape`: it has the shape of one. */
  readonly because: 'name' | 'value' | 'shape';
  readonly fingerprint: string;
}

/** A URL without its secrets. */
export interface UrlFacts {
  /** Redacted, as it may be shown: userinfo left out, values of keys replaced. */
  readonly href: string;
  readonly scheme: 'http' | 'https' | 'other';
  /** Lower case, without a trailing dot. */
  readonly hostname: string;
  /** Scheme, host and port. */
  readonly origin: string;
  /** Redacted. */
  readonly path: string;
  readonly secrets: readonly UrlSecret[];
  /** Salted digest of the whole URL without its fragment: HAR loses the fragment, webRequest keeps it. */
  readonly digest: string;
}

const MAX_URL_LENGTH = 8_192;

interface Parameters {
  readonly text: string;
  readonly secrets: UrlSecret[];
}

function takeParameters(
  raw: string,
  where: 'query' | 'fragment',
  secretValues: readonly string[],
  salt: Salt,
  redact: Redact,
  depth: number,
): Parameters {
  const secrets: UrlSecret[] = [];
  const text = raw
    .split('&')
    .map((pair) => {
      const equals = pair.indexOf('=');
      const name = decoded(equals < 0 ? '' : pair.slice(0, equals));
      const value = decoded(equals < 0 ? pair : pair.slice(equals + 1));
      const shownName = redact(equals < 0 ? '' : pair.slice(0, equals + 1));
      const isKeyName = equals >= 0 && isKeyParameter(name);
      const trimmed = value.trim();
      const because =
        trimmed === ''
          ? undefined
          : isKeyName
            ? ('name' as const)
            : secretValues.includes(trimmed)
              ? ('value' as const)
              : isInfuzuKey(trimmed)
                ? ('shape' as const)
                : undefined;
      if (because !== undefined) {
        const fingerprint = placeholderOf(trimmed) === undefined ? fingerprintOf(trimmed, salt) : '';
        secrets.push({ where, name: redact(name).slice(0, 64), because, fingerprint });
        return `${shownName}${REDACTED}`;
      }
      if (looksLikeKey(trimmed)) return `${shownName}${REDACTED}`;
      const inner = takeNestedUrl(trimmed, salt, redact, depth + 1);
      if (inner !== undefined) return `${shownName}${inner}`;
      return redact(pair);
    })
    .join('&');
  return { text, secrets };
}

/** URLs in URLs in URLs; deeper ones are not read but left out. */
const MAX_DEPTH = 3;

/** A URL as the value of a parameter (where to go after a login, say) holds keys in the same places. */
function takeNestedUrl(value: string, salt: Salt, redact: Redact, depth: number): string | undefined {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return undefined;
  return depth > MAX_DEPTH ? REDACTED : encodeURIComponent(redactUrl(value, salt, redact, depth));
}

function takePath(path: string, redact: Redact): string {
  return redact(path)
    .split('/')
    .map((segment) => (looksLikeKey(decoded(segment)) ? REDACTED : segment))
    .join('/');
}

/**
 * The door for URLs. Throws no error: a text that is no URL becomes facts with scheme `other` and an empty host.
 * @param secretValues the raw keys of the headers of the same request
 */
export function takeUrl(raw: string, secretValues: readonly string[], salt: Salt, redact: Redact): UrlFacts {
  let url: URL;
  try {
    url = new URL(raw);
  } catch {
    return {
      href: redact(raw).slice(0, 200),
      scheme: 'other',
      hostname: '',
      origin: '',
      path: '',
      secrets: [],
      digest: fingerprintOf(raw, salt),
    };
  }
  return {
    ...takeParts(url, secretValues, salt, redact, 0),
    // As the browser writes it: a file's spelling of a redirect's target can differ from the next request's.
    digest: fingerprintOf(url.href.replace(/#.*$/s, ''), salt),
  };
}

/** @param depth how many URLs this one stands in, as the value of a parameter */
function takeParts(
  url: URL,
  secretValues: readonly string[],
  salt: Salt,
  redact: Redact,
  depth: number,
): Omit<UrlFacts, 'digest'> {
  const secrets: UrlSecret[] = [];
  for (const [name, value] of [
    ['user', url.username],
    ['password', url.password],
  ] as const) {
    if (value !== '')
      secrets.push({
        where: 'userinfo',
        name,
        because: 'name',
        fingerprint: fingerprintOf(decoded(value), salt),
      });
  }
  const query = takeParameters(url.search.slice(1), 'query', secretValues, salt, redact, depth);
  const fragment = takeParameters(url.hash.slice(1), 'fragment', secretValues, salt, redact, depth);
  secrets.push(...query.secrets, ...fragment.secrets);
  const path = takePath(url.pathname, redact);
  const host = redact(url.host);
  const href = `${url.protocol}//${host}${path}${query.text && `?${query.text}`}${fragment.text && `#${fragment.text}`}`;
  const scheme = url.protocol === 'https:' ? 'https' : url.protocol === 'http:' ? 'http' : 'other';
  return {
    href: href.length > MAX_URL_LENGTH ? `${href.slice(0, MAX_URL_LENGTH)}…` : href,
    scheme,
    hostname: redact(normalizeHostname(url.hostname)),
    origin: `${url.protocol}//${host}`,
    path,
    secrets,
  };
}

/** Shorter values of a key parameter are no keys, and common words would go wherever they stand. */
const SHORTEST_SECRET = 8;

/** The raw secrets that stand in a URL, for the redactor of its exchange; placeholders are none. */
export function secretsInUrl(raw: string): string[] {
  if (!URL.canParse(raw)) return [];
  const { username, password, search, hash } = new URL(raw);
  const values = [decoded(username), decoded(password)];
  for (const pair of [...search.slice(1).split('&'), ...hash.slice(1).split('&')]) {
    const equals = pair.indexOf('=');
    if (equals > 0 && isKeyParameter(decoded(pair.slice(0, equals))))
      values.push(decoded(pair.slice(equals + 1)));
  }
  return values
    .map((value) => value.trim())
    .filter((value) => value.length >= SHORTEST_SECRET && placeholderOf(value) === undefined);
}

/** Redacts a URL that is not the request's own (a `Location`, a `Referer`): the same rules, only the text. */
export function redactUrl(raw: string, salt: Salt, redact: Redact, depth = 0): string {
  try {
    return takeParts(new URL(raw), [], salt, redact, depth).href;
  } catch {
    const [path = '', query] = redact(raw).split('?', 2);
    const shownPath = takePath(path, redact);
    return query === undefined
      ? shownPath
      : `${shownPath}?${takeParameters(query, 'query', [], salt, redact, depth).text}`;
  }
}

/**
 * The three ways to authenticate, and the header names that people write instead.
 * Source: https://docs.infuzu.com/authentication.html
 */

/** The documented header names, as the documentation writes them. Exactly one of them belongs on a call. */
export const AUTH_HEADERS = ['Infuzu-API-Key', 'X-Infuzu-API-Key', 'Authorization'] as const;
export type AuthHeader = (typeof AUTH_HEADERS)[number];

const BY_LOWER_CASE = new Map<string, AuthHeader>(AUTH_HEADERS.map((name) => [name.toLowerCase(), name]));

/** Which documented header a field name is. Names compare without case (RFC 9110 §5.1). */
export function authHeaderOf(fieldName: string): AuthHeader | undefined {
  return BY_LOWER_CASE.get(fieldName.toLowerCase());
}

/** Names by which other APIs take their key; people carry them over. */
const NAMES_OF_OTHER_APIS = new Set([
  'x-api-key',
  'api-key',
  'apikey',
  'x-apikey',
  'x-api-token',
  'api-token',
  'x-auth-token',
  'auth-token',
  'x-access-token',
  'access-token',
  'x-auth-key',
  'x-auth',
  'auth',
  'x-authorization',
  'x-goog-api-key',
  'ocp-apim-subscription-key',
  'x-functions-key',
  'openai-api-key',
  'anthropic-api-key',
  'x-token',
  'token',
  'bearer',
  'x-bearer-token',
  'bearer-token',
  'x-key',
  'key',
  'x-api',
  'api_key',
  'x_api_key',
  'x-secret-key',
  'secret-key',
  'x-rapidapi-key',
  'x-openai-api-key',
  'x-apitoken',
  'apitoken',
]);

/** Fields that begin with `proxy-`, `www-` or `sec-` or that carry another meaning are never a misspelt auth header. */
const UNRELATED = new Set([
  'proxy-authorization',
  'www-authenticate',
  'authentication-info',
  'authority',
  ':authority',
  'idempotency-key',
  'sec-websocket-key',
  'x-requested-with',
  'x-infuzu-request-id',
  'surrogate-key',
  'cache-key',
]);

/**
 * Levenshtein distance with transposition of neighbours (optimal string alignment), capped:
 * answers `limit + 1` as soon as the distance must exceed `limit`. Time is the product of two short lengths.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

const bare = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
const sortedWords = (name: string) =>
  name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .sort()
    .join(' ');

/** Spellings that mean an Infuzu key, without separators. The first is the documented header that they stand for. */
const KEY_NAMES: readonly (readonly [AuthHeader, string])[] = [
  ['Infuzu-API-Key', 'infuzuapikey'],
  ['X-Infuzu-API-Key', 'xinfuzuapikey'],
  ['Infuzu-API-Key', 'infuzukey'],
  ['X-Infuzu-API-Key', 'xinfuzukey'],
  ['Infuzu-API-Key', 'infuzuapi'],
  ['Infuzu-API-Key', 'infuzuapitoken'],
  ['X-Infuzu-API-Key', 'xinfuzuapitoken'],
  ['Infuzu-API-Key', 'infuzutoken'],
  ['X-Infuzu-API-Key', 'xinfuzutoken'],
  ['Infuzu-API-Key', 'infuzuauthorization'],
  ['Authorization', 'authorization'],
  ['Authorization', 'authorisation'],
  ['Authorization', 'authentication'],
];

/**
 * The documented header that a field name was meant to be, when it is a near miss: by separators
 * (`Infuzu_API_Key`), by word order (`API-Key-Infuzu`), by a typing error or two (`Inzufu-API-Key`,
 * `Authorisation`), or another API's name (`X-API-Key`). Answers `undefined` for a documented name and for
 * every unrelated one, `X-Infuzu-Trace-Id` among them.
 */
export function nearMissOf(fieldName: string): AuthHeader | undefined {
  const name = fieldName.toLowerCase();
  if (authHeaderOf(name) !== undefined || UNRELATED.has(name) || name.length > 40) return undefined;
  if (/^(?:sec|proxy|access-control|content|cf|if|x-forwarded)-/.test(name)) return undefined;
  if (NAMES_OF_OTHER_APIS.has(name)) return 'Infuzu-API-Key';
  const letters = bare(name);
  const exact = KEY_NAMES.find(([, spelling]) => spelling === letters);
  if (exact !== undefined) return exact[0];
  const words = sortedWords(name);
  const reordered = AUTH_HEADERS.find((header) => sortedWords(header) === words);
  if (reordered !== undefined) return reordered;
  let nearest: AuthHeader | undefined;
  let smallest = 3;
  for (const [header, spelling] of KEY_NAMES) {
    const limit = spelling.length >= 12 ? 2 : 1;
    const distance = editDistance(letters, spelling, limit);
    if (distance <= limit && distance < smallest) {
      smallest = distance;
      nearest = header;
    }
  }
  return nearest;
}

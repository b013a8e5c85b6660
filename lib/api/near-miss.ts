import { AUTH_HEADERS, type AuthHeader, authHeaderOf } from './auth-headers';
import { editDistance } from './edit-distance';

/**
 * Header names that were meant to be an auth header: the documented names with a typing error, other separators
 * or another word order, and the names by which other APIs take their key.
 */

/** Words that name a credential. */
const NOUNS = new Set(['key', 'keys', 'token', 'secret', 'auth', 'authorization', 'authorisation', 'bearer']);
/** Words that may stand beside them without giving the name another meaning (`X-CSRF-Token` has one). */
const COMPANIONS = new Set(['x', 'api', 'access', 'private', 'my', 'http']);
/** Names of APIs that people come from. */
const VENDORS = new Set([
  'openai',
  'anthropic',
  'claude',
  'azure',
  'google',
  'goog',
  'gemini',
  'cohere',
  'mistral',
  'groq',
  'deepseek',
  'openrouter',
  'perplexity',
  'replicate',
  'huggingface',
  'hf',
  'together',
  'rapidapi',
  'xi',
  'ocp',
  'apim',
  'subscription',
  'functions',
  'gitlab',
]);
/** Names written as one word that camel case does not part. */
const RUN_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  apikey: ['api', 'key'],
  apikeys: ['api', 'keys'],
  xapikey: ['x', 'api', 'key'],
  apitoken: ['api', 'token'],
  authtoken: ['auth', 'token'],
  accesstoken: ['access', 'token'],
  secretkey: ['secret', 'key'],
  bearertoken: ['bearer', 'token'],
  infuzukey: ['infuzu', 'key'],
  infuzutoken: ['infuzu', 'token'],
  infuzuapi: ['infuzu', 'api'],
  infuzuapikey: ['infuzu', 'api', 'key'],
  xinfuzuapikey: ['x', 'infuzu', 'api', 'key'],
};
/** Spellings without separators that a name is compared with; the number is how many typing errors are forgiven. */
const SPELLINGS: readonly (readonly [AuthHeader, string, number])[] = [
  ['Infuzu-API-Key', 'infuzuapikey', 2],
  ['X-Infuzu-API-Key', 'xinfuzuapikey', 2],
  ['Infuzu-API-Key', 'infuzukey', 1],
  ['X-Infuzu-API-Key', 'xinfuzukey', 1],
  ['Authorization', 'authorization', 2],
  ['Authorization', 'xauthorization', 1],
  ['Authorization', 'authentication', 1],
  ['Authorization', 'authentification', 1],
];
/** Fields of other purposes whose names come near. */
const OTHER_PURPOSE = /^(?:sec|proxy|www|access-control|content|if|cf|x-forwarded|x-original)-/;
/** Names that nearly every request or response holds: they are told apart without any comparison. */
const EVERYDAY = new Set(
  `accept accept-encoding accept-language accept-ranges age alt-svc cache-control connection content-encoding
  content-length content-type cookie date dnt etag expires host keep-alive last-modified location origin pragma
  priority referer server set-cookie te traceparent transfer-encoding upgrade-insecure-requests user-agent vary via
  x-request-id x-requested-with`.split(/\s+/),
);
/** No name that was meant to be one of the documented ones is longer. */
const MAX_LENGTH = 48;

/** Camel case counts only where nothing else parts the words: `OpenAI-Api-Key` holds three. */
function wordsOf(name: string): string[] {
  const parted = /^[A-Za-z0-9]+$/.test(name) ? name.replace(/([a-z])(?=[A-Z])/g, '$1-') : name;
  return parted
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .flatMap((word) => RUN_TOGETHER[word] ?? [word]);
}

/** `infuzu` with up to two typing errors, `Inzufu` among them. */
function isInfuzu(word: string): boolean {
  return word === 'infuzu' || (word.length >= 5 && editDistance(word, 'infuzu', 2) <= 2);
}

/** By its words: all of them are about a credential, and one names it. */
function meantByWords(words: readonly string[]): AuthHeader | undefined {
  const isOurs = words.some(isInfuzu);
  const others = words.filter((word) => !isInfuzu(word) && !VENDORS.has(word));
  if (!others.every((word) => NOUNS.has(word) || COMPANIONS.has(word))) return undefined;
  const [first = '', second] = others;
  const isInfuzuApi = isOurs && words.includes('infuzu') && others.includes('api');
  if (!others.some((word) => NOUNS.has(word)) && !isInfuzuApi) return undefined;
  if (isOurs) return others.includes('x') ? 'X-Infuzu-API-Key' : 'Infuzu-API-Key';
  const only = first === 'x' || first === 'http' ? (second ?? '') : first;
  const isAboutAuthorization = /^(?:auth|authori[sz]ation|bearer)$/.test(only);
  return isAboutAuthorization && !others.includes('key') && !others.includes('token')
    ? 'Authorization'
    : 'Infuzu-API-Key';
}

/** By its letters: within a typing error or two of a documented name. */
function meantByLetters(words: readonly string[]): AuthHeader | undefined {
  const letters = words.join('');
  let nearest: AuthHeader | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  for (const [header, spelling, limit] of SPELLINGS) {
    const distance = editDistance(letters, spelling, limit);
    if (distance <= limit && distance < smallest) {
      smallest = distance;
      nearest = header;
    }
  }
  return nearest;
}

/** Words by which a name that is near in letters says that it means something else (`Infuzu-API-Key-Id`). */
const OTHER_MEANING = /^(?:id|ids|ttl|type|name|hash|url|ver|v\d+|\d+)$/;

/**
 * The documented header that a field name was meant to be; `undefined` for a documented name and for every
 * unrelated one (`X-Infuzu-Trace-Id`, `Idempotency-Key`). Bounded: longer names are no near miss.
 */
export function nearMissOf(fieldName: string): AuthHeader | undefined {
  if (fieldName.length > MAX_LENGTH) return undefined;
  const lower = fieldName.toLowerCase();
  if (EVERYDAY.has(lower) || authHeaderOf(lower) !== undefined || OTHER_PURPOSE.test(lower)) return undefined;
  const words = wordsOf(fieldName);
  if (words.length === 0 || words.some((word) => OTHER_MEANING.test(word))) return undefined;
  const letters = words.join('');
  const sameLetters = AUTH_HEADERS.find((header) => header.toLowerCase().replaceAll('-', '') === letters);
  return sameLetters ?? meantByWords(words) ?? meantByLetters(words);
}

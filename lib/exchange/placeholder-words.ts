/**
 * The words that placeholders are made of. A closed list: what holds any other word could be a key, and a false
 * alarm costs more trust than a miss.
 */

/** What is to be filled in. */
const NOUNS = new Set(['key', 'keys', 'apikey', 'token', 'secret', 'credential', 'credentials', 'apitoken']);
/** Words that only an instruction holds. */
const MARKERS = new Set([
  'your',
  'my',
  'here',
  'insert',
  'enter',
  'paste',
  'replace',
  'put',
  'add',
  'set',
  'fill',
  'change',
  'placeholder',
  'example',
  'sample',
]);
const COMPANIONS = new Set([
  'the',
  'a',
  'an',
  'api',
  'infuzu',
  'openai',
  'x',
  'access',
  'auth',
  'authorization',
  'bearer',
  'private',
  'own',
  'real',
  'actual',
  'valid',
  'new',
  'goes',
  'go',
  'with',
  'me',
  'this',
  'in',
  'from',
  'dashboard',
  'value',
  'please',
  'user',
  'account',
  'service',
  'env',
  'string',
  'id',
  'name',
  'it',
]);
/** Whole values that mean “not filled in”, without separators and in lower case. */
const WHOLE = new Set([
  'changeme',
  'changethis',
  'replaceme',
  'replacethis',
  'inserthere',
  'fillmein',
  'placeholder',
  'todo',
  'tbd',
  'fixme',
  'yourkey',
  'yourtoken',
  'yourapikey',
  'yourapitoken',
  'yourapikeyhere',
  'yourkeyhere',
  'yourtokenhere',
  'yourinfuzuapikey',
  'yourinfuzuapikeyhere',
  'myapikey',
  'mykey',
  'mytoken',
]);

/** Names that a variable for the key goes by, without separators and in lower case. */
const VARIABLES = new Set([
  'key',
  'token',
  'apikey',
  'apitoken',
  'apisecret',
  'secretkey',
  'accesskey',
  'accesstoken',
  'authkey',
  'authtoken',
  'bearertoken',
  'usertoken',
  'infuzukey',
  'infuzutoken',
  'infuzusecret',
  'infuzusecretkey',
  'infuzuapi',
  'infuzuapikey',
  'infuzuapitoken',
  'infuzuapisecret',
  'infuzuaccesstoken',
  'xinfuzuapikey',
  'xapikey',
  'openaiapikey',
]);
/** What frameworks and habit put in front of such a name. */
const VARIABLE_PREFIX =
  /^(?:nextpublic|vite|reactapp|nuxtpublic|nuxt|expopublic|gatsby|vueapp|ngapp|public|env|my|the|this|self|config|settings)(?=[a-z])/;

const MAX_LENGTH = 80;

/** `yourApi_KEY here` → your, api, key, here. Linear: one pass to part camel case, one to cut. */
export function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** `your_api_key_here`, `<your-api-key>` without its brackets, `changeme`. */
export function isInstruction(text: string): boolean {
  if (text.length > MAX_LENGTH || !/^[\w\s.…:-]+$/.test(text)) return false;
  const words = wordsOf(text);
  if (WHOLE.has(words.join(''))) return true;
  // `YOUR_…_HERE`, whatever is named between.
  if (words[0] === 'your' && words.at(-1) === 'here') return isNameLike(text);
  return (
    words.some((word) => MARKERS.has(word)) &&
    words.some((word) => NOUNS.has(word)) &&
    words.every((word) => NOUNS.has(word) || MARKERS.has(word) || COMPANIONS.has(word))
  );
}

/** `INFUZU_API_KEY`, `apiKey`, `NEXT_PUBLIC_INFUZU_API_KEY`. */
export function isVariableName(text: string): boolean {
  if (text.length > MAX_LENGTH || !/^[A-Za-z][\w. -]*$/.test(text)) return false;
  const squashed = wordsOf(text).join('');
  return VARIABLES.has(squashed) || VARIABLES.has(squashed.replace(VARIABLE_PREFIX, ''));
}

/** Only words of the vocabulary, and at least one that tells: what stands in `<…>` and `{…}` of a documentation. */
export function namesAKey(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const words = wordsOf(text);
  return (
    words.some((word) => NOUNS.has(word) || MARKERS.has(word)) &&
    words.every((word) => NOUNS.has(word) || MARKERS.has(word) || COMPANIONS.has(word))
  );
}

/**
 * True when a text reads like a name that somebody chose, and not like a random key: short runs of letters, with
 * at most two digits at a time.
 */
export function isNameLike(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  return text
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .split(/[^A-Za-z0-9]+/)
    .every((word) => /^(?:[A-Za-z]{0,14}\d{0,2})$/.test(word));
}

import { FAKE_KEY as KEY, OTHER_FAKE_KEY as OTHER } from '../support/exchange-of';
import {
  type Case,
  CHAT,
  COMPLETIONS,
  JSON_TYPE,
  type Pair,
  refusal,
  withAuth,
  withBearer,
  withKey,
} from './case';

const PAGE: readonly Pair[] = [
  ['Origin', 'https://app.example.com'],
  ['Referer', 'https://app.example.com/chat'],
  ['Sec-Fetch-Site', 'cross-site'],
  ['Sec-Fetch-Mode', 'cors'],
  ['Sec-Fetch-Dest', 'empty'],
];

/** A value in `Authorization`, and what must be said of it. */
function bearer(name: string, value: string, fires: readonly string[], silent: readonly string[] = []): Case {
  return { name: `Authorization: ${name}`, input: [withBearer(value)], fires, silent };
}

/** A value in `Infuzu-API-Key`, and what must be said of it. */
function key(name: string, value: string, fires: readonly string[], silent: readonly string[] = []): Case {
  return { name: `Infuzu-API-Key: ${name}`, input: [withKey(value)], fires, silent };
}

const missing: readonly Case[] = [
  { name: 'no auth header', input: [withAuth()], fires: ['credentials-missing'], outcome: 'tolerated' },
  {
    name: 'no auth header, and the server says so',
    input: [{ ...withAuth(), status: 401, answer: refusal('missing_api_key') }],
    fires: ['credentials-missing'],
    outcome: 'confirmed',
  },
  {
    name: 'no auth header, in the other envelope',
    input: [
      { ...withAuth(), status: 401, answer: { error: { code: 'missing_api_key', message: 'No key.' } } },
    ],
    fires: ['credentials-missing'],
    silent: ['error-body-undocumented'],
    outcome: 'confirmed',
  },
  {
    name: 'an empty list of headers',
    input: [{ headers: [], method: 'GET', url: 'https://chat.infuzu.com/api/models', body: null }],
    fires: ['credentials-missing'],
  },
  { name: 'only a cookie', input: [withAuth(['Cookie', 'session=1'])], fires: ['credentials-missing'] },
  {
    name: 'no answer yet',
    input: [{ ...withAuth(), status: null }],
    fires: ['credentials-missing'],
    outcome: 'predicted',
  },
  {
    name: 'headers that were not recorded are no missing credentials',
    input: [{ headers: null }],
    clean: true,
  },
  {
    name: 'a preflight never carries credentials',
    input: [
      {
        method: 'OPTIONS',
        headers: [
          ['Access-Control-Request-Method', 'POST'],
          ['Access-Control-Request-Headers', 'content-type,infuzu-api-key'],
          ['Origin', 'https://app.example.com'],
        ],
        status: 204,
        responseHeaders: [
          ['Access-Control-Allow-Origin', '*'],
          ['Access-Control-Allow-Methods', 'POST'],
          ['Access-Control-Allow-Headers', 'content-type, infuzu-api-key'],
        ],
      },
    ],
    silent: ['credentials-missing'],
    clean: true,
  },
  ...(['document', 'stylesheet', 'script', 'image', 'font', 'media'] as const).map(
    (type): Case => ({
      name: `page furniture: ${type}`,
      input: [
        {
          method: 'GET',
          url: `https://infuzu.com/${type}`,
          headers: [['Accept', '*/*']],
          answer: 'x',
          mimeType: 'text/plain',
          extra: { _resourceType: type },
        },
      ],
      silent: ['credentials-missing'],
      clean: true,
    }),
  ),
  {
    name: 'page furniture told by Sec-Fetch-Dest',
    input: [
      {
        method: 'GET',
        url: 'https://docs.infuzu.com/logo',
        headers: [['Sec-Fetch-Dest', 'image']],
        answer: 'x',
        mimeType: 'image/png',
      },
    ],
    clean: true,
  },
  {
    name: 'a page told by its media type',
    input: [
      {
        method: 'GET',
        url: 'https://infuzu.com/',
        headers: [['Accept', 'text/html,application/xhtml+xml']],
        answer: '<!doctype html><title>Infuzu</title>',
        mimeType: 'text/html',
      },
    ],
    clean: true,
  },
  {
    name: 'the favicon',
    input: [
      {
        method: 'GET',
        url: 'https://infuzu.com/favicon.ico',
        headers: [['Accept', 'image/avif,image/webp,*/*']],
        answer: 'x',
        mimeType: 'image/x-icon',
        extra: { _resourceType: 'other' },
      },
    ],
    clean: true,
  },
  {
    name: 'the dashboard’s own call',
    input: [
      {
        method: 'GET',
        url: 'https://admin.infuzu.com/api/usage',
        headers: [
          ['Origin', 'https://admin.infuzu.com'],
          ['Cookie', 'session=1'],
        ],
        answer: {},
      },
    ],
    clean: true,
  },
  {
    name: 'a call to the dashboard by another page',
    input: [
      {
        method: 'GET',
        url: 'https://admin.infuzu.com/api/usage',
        headers: [['Origin', 'https://app.example.com']],
        answer: {},
      },
    ],
    fires: ['credentials-missing'],
  },
  {
    name: 'a script that carries a key is an API call',
    input: [
      {
        method: 'GET',
        url: `https://chat.infuzu.com/api/jsonp?api_key=${KEY}`,
        headers: [],
        extra: { _resourceType: 'script' },
        answer: {},
      },
    ],
    fires: ['key-in-url'],
  },
];

const multiple: readonly Case[] = [
  {
    name: 'both key headers',
    input: [withAuth(['Infuzu-API-Key', KEY], ['X-Infuzu-API-Key', KEY])],
    fires: ['credentials-multiple'],
  },
  {
    name: 'a key header and Authorization, and the server says so',
    input: [
      {
        ...withAuth(['Infuzu-API-Key', KEY], ['Authorization', `Bearer ${KEY}`]),
        status: 400,
        answer: refusal('multiple_api_keys'),
      },
    ],
    fires: ['credentials-multiple'],
    outcome: 'confirmed',
  },
  {
    name: 'all three',
    input: [withAuth(['Infuzu-API-Key', KEY], ['X-Infuzu-API-Key', KEY], ['Authorization', `Bearer ${KEY}`])],
    fires: ['credentials-multiple'],
  },
  {
    name: 'one header twice, in two cases',
    input: [withAuth(['Infuzu-API-Key', KEY], ['infuzu-api-key', OTHER])],
    fires: ['credentials-multiple'],
  },
  {
    name: 'one header twice, joined by the browser',
    input: [withKey(`${KEY}, ${OTHER}`)],
    fires: ['credentials-multiple'],
    silent: ['key-whitespace', 'key-characters'],
  },
  {
    name: 'Authorization twice, joined by the browser',
    input: [withBearer(`Bearer ${KEY}, Bearer ${OTHER}`)],
    fires: ['credentials-multiple'],
    silent: ['bearer-malformed', 'key-whitespace'],
  },
  {
    name: 'the same key joined with itself',
    input: [withKey(`${KEY}, ${KEY}`)],
    fires: ['credentials-multiple'],
  },
  {
    name: 'commas inside a Digest value are no join',
    input: [withBearer('Digest username="u", realm="r", nonce="n", uri="/api", response="FAKE0123"')],
    fires: ['auth-scheme-unsupported'],
    silent: ['credentials-multiple'],
  },
  {
    name: 'two headers refused for another reason',
    input: [
      {
        ...withAuth(['Infuzu-API-Key', KEY], ['Authorization', `Bearer ${KEY}`]),
        status: 402,
        answer: refusal('not_enough_funds'),
      },
    ],
    fires: ['credentials-multiple'],
    outcome: 'contradicted',
  },
];

const empty: readonly Case[] = [
  key('nothing', '', ['credential-empty'], ['credentials-missing']),
  key('only spaces', '   ', ['credential-empty'], ['credentials-missing']),
  bearer('nothing', '', ['credential-empty'], ['bearer-prefix-missing', 'credentials-missing']),
  {
    name: 'X-Infuzu-API-Key: nothing, and the server says so',
    input: [{ ...withAuth(['X-Infuzu-API-Key', '']), status: 401, answer: refusal('missing_api_key') }],
    fires: ['credential-empty'],
    outcome: 'confirmed',
  },
];

const bearers: readonly Case[] = [
  bearer('a bare key', KEY, ['bearer-prefix-missing'], ['bearer-malformed', 'auth-scheme-unsupported']),
  {
    name: 'a bare key, and the server says so',
    input: [{ ...withBearer(KEY), status: 401, answer: refusal('invalid_authorization_header') }],
    fires: ['bearer-prefix-missing'],
    outcome: 'confirmed',
  },
  bearer(
    'Bearer alone',
    'Bearer',
    ['bearer-malformed'],
    ['auth-scheme-unsupported', 'bearer-prefix-missing'],
  ),
  bearer('Bearer and a space alone', 'Bearer ', ['bearer-malformed'], ['credential-empty']),
  bearer('no space', `Bearer${KEY}`, ['bearer-malformed'], ['bearer-prefix-missing']),
  bearer('a colon', `Bearer: ${KEY}`, ['bearer-malformed'], ['auth-scheme-unsupported']),
  bearer('a colon without a space', `Bearer:${KEY}`, ['bearer-malformed']),
  bearer('an equals sign', `Bearer=${KEY}`, ['bearer-malformed']),
  bearer('two spaces', `Bearer  ${KEY}`, ['bearer-malformed'], ['bearer-case']),
  bearer('a tab', `Bearer\t${KEY}`, ['bearer-malformed']),
  bearer('a no-break space', `Bearer\u00a0${KEY}`, ['bearer-malformed']),
  bearer('Bearer twice', `Bearer Bearer ${KEY}`, ['bearer-malformed']),
  bearer('two tokens', `Bearer ${KEY} ${OTHER}`, ['bearer-malformed'], ['credentials-multiple']),
  bearer(
    'lower case',
    `bearer ${KEY}`,
    ['bearer-case:warning'],
    ['bearer-malformed', 'auth-scheme-unsupported'],
  ),
  bearer('upper case', `BEARER ${KEY}`, ['bearer-case'], ['bearer-malformed']),
  bearer('lower case and two spaces', `bearer  ${KEY}`, ['bearer-malformed']),
  bearer(
    'right',
    `Bearer ${KEY}`,
    [],
    ['bearer-malformed', 'bearer-case', 'bearer-prefix-missing', 'key-whitespace'],
  ),
];

const schemes: readonly Case[] = [
  bearer('Basic', 'Basic dXNlcjpGQUtFcGFzc3dvcmQ=', ['auth-scheme-unsupported'], ['bearer-prefix-missing']),
  bearer('Token', `Token ${KEY}`, ['auth-scheme-unsupported'], ['bearer-malformed']),
  bearer('ApiKey', `ApiKey ${KEY}`, ['auth-scheme-unsupported']),
  bearer('Api-Key', `Api-Key ${KEY}`, ['auth-scheme-unsupported']),
  bearer('Negotiate', 'Negotiate FAKEYIIJ00==', ['auth-scheme-unsupported']),
  bearer('a misspelt Bearer', `Baerer ${KEY}`, ['auth-scheme-unsupported'], ['bearer-malformed']),
  bearer('another misspelt Bearer', `Beare ${KEY}`, ['auth-scheme-unsupported'], ['bearer-malformed']),
  bearer('Key', `Key ${KEY}`, ['auth-scheme-unsupported']),
  {
    name: 'Basic, and the server says so',
    input: [
      { ...withBearer('Basic dXNlcjpGQUtF'), status: 401, answer: refusal('invalid_authorization_header') },
    ],
    fires: ['auth-scheme-unsupported'],
    outcome: 'confirmed',
  },
  key(
    'Bearer before the key',
    `Bearer ${KEY}`,
    ['key-header-has-scheme'],
    ['key-whitespace', 'bearer-malformed'],
  ),
  key('bearer in lower case before the key', `bearer ${KEY}`, ['key-header-has-scheme'], ['bearer-case']),
  {
    name: 'X-Infuzu-API-Key: BEARER before the key, and the server says so',
    input: [
      { ...withAuth(['X-Infuzu-API-Key', `BEARER ${KEY}`]), status: 401, answer: refusal('invalid_api_key') },
    ],
    fires: ['key-header-has-scheme'],
    outcome: 'confirmed',
  },
];

const whiteSpace: readonly Case[] = [
  key('a space after', `${KEY} `, ['key-whitespace']),
  key('a space before', ` ${KEY}`, ['key-whitespace']),
  key('a tab after', `${KEY}\t`, ['key-whitespace']),
  key('a line feed after', `${KEY}\n`, ['key-whitespace'], ['key-characters']),
  key('CR LF after', `${KEY}\r\n`, ['key-whitespace']),
  key('a no-break space after', `${KEY}\u00a0`, ['key-whitespace'], ['key-characters']),
  key('an ideographic space before', `\u3000${KEY}`, ['key-whitespace'], ['key-characters']),
  key('a space inside', 'ifz_FAKEkey00 00000000000000000001', ['key-whitespace']),
  key('a thin space inside', 'ifz_FAKEkey00\u200900000000000000000001', ['key-whitespace']),
  bearer('a space after the key', `Bearer ${KEY} `, ['key-whitespace'], ['bearer-malformed']),
  bearer('a no-break space after the key', `Bearer ${KEY}\u00a0`, ['key-whitespace']),
  {
    name: 'a space after, and the server says so',
    input: [{ ...withKey(`${KEY} `), status: 401, answer: refusal('invalid_api_key') }],
    fires: ['key-whitespace:error'],
    outcome: 'confirmed',
  },
];

const quoted: readonly Case[] = [
  key('double quotes', `"${KEY}"`, ['key-quoted'], ['key-placeholder', 'key-characters']),
  key('single quotes', `'${KEY}'`, ['key-quoted']),
  key('typographic quotes', `“${KEY}”`, ['key-quoted']),
  key('backticks', `\`${KEY}\``, ['key-quoted']),
  key('angle brackets', `<${KEY}>`, ['key-quoted']),
  key('square brackets', `[${KEY}]`, ['key-quoted']),
  key('braces', `{${KEY}}`, ['key-quoted']),
  bearer('quotes around the key', `Bearer "${KEY}"`, ['key-quoted'], ['bearer-malformed']),
  key('quotes around a placeholder', '"your_api_key_here"', ['key-placeholder'], ['key-quoted']),
];

const PLACEHOLDERS = [
  'your_api_key_here',
  'YOUR_INFUZU_API_KEY_HERE',
  'YOUR_API_KEY',
  '<your-api-key>',
  'changeme',
  'xxxx',
  'xxxxxxxxxxxxxxxx',
  'sk-...',
  '$INFUZU_API_KEY',
  '${INFUZU_API_KEY}',
  '${process.env.INFUZU_API_KEY}',
  '{{INFUZU_API_KEY}}',
  '{{ infuzu_key }}',
  '{api_key}',
  '%INFUZU_API_KEY%',
  'process.env.INFUZU_API_KEY',
  'INFUZU_API_KEY',
  'undefined',
  'null',
  'NaN',
  'None',
  '[object Object]',
  '[object Promise]',
  'function getKey() { return key; }',
  '() => key',
  'async () => { return key; }',
];

const placeholders: readonly Case[] = [
  ...PLACEHOLDERS.map((text) => key(text, text, ['key-placeholder'], ['key-quoted', 'key-whitespace'])),
  ...['undefined', 'null', '${API_KEY}', 'YOUR_API_KEY'].map((text) =>
    bearer(`Bearer ${text}`, `Bearer ${text}`, ['key-placeholder'], ['bearer-malformed']),
  ),
  {
    name: 'a placeholder, and the server says so',
    input: [{ ...withBearer('Bearer undefined'), status: 401, answer: refusal('invalid_api_key') }],
    fires: ['key-placeholder'],
    outcome: 'confirmed',
  },
  ...[
    'ifz_FAKEnull0000000000000000000001',
    'undefinedFAKE00000000000000000001',
    'ifz_your_api_key_FAKE_83921',
  ].map(
    (text): Case => ({
      name: `a real key that contains such a word: ${text}`,
      input: [withKey(text)],
      silent: ['key-placeholder'],
      clean: true,
    }),
  ),
];

const characters: readonly Case[] = [
  key('a zero-width space', `ifz_FAKE\u200bkey000000000000000000001`, ['key-characters'], ['key-whitespace']),
  key('a byte order mark', `\ufeff${KEY}`, ['key-characters'], ['key-whitespace']),
  key('a typographic dash', 'ifz–FAKEkey000000000000000000001', ['key-characters']),
  key('a Cyrillic letter', 'ifz_FAKEk\u0435y00000000000000000001', ['key-characters']),
  bearer('a soft hyphen', 'Bearer ifz_FAKE\u00adkey0000000000000000001', ['key-characters']),
  {
    name: 'every character of a b64token is fine',
    input: [withBearer('Bearer FAKE-._~+/0123456789abcXYZ==')],
    clean: true,
  },
];

const names: readonly Case[] = [
  {
    name: 'lower case over HTTP/1.1',
    input: [withAuth(['infuzu-api-key', KEY])],
    fires: ['header-name-case:notice'],
    clean: true,
  },
  {
    name: 'lower case over HTTP/2',
    input: [{ ...withAuth(['infuzu-api-key', KEY]), httpVersion: 'h2' }],
    silent: ['header-name-case'],
    clean: true,
  },
  {
    name: 'lower case over HTTP/3',
    input: [{ ...withAuth(['authorization', `Bearer ${KEY}`]), httpVersion: 'http/3.0' }],
    silent: ['header-name-case'],
    clean: true,
  },
  {
    name: 'upper case over an unknown version',
    input: [{ ...withAuth(['INFUZU-API-KEY', KEY]), httpVersion: '' }],
    fires: ['header-name-case'],
  },
  {
    name: 'the documented case',
    input: [withAuth(['X-Infuzu-API-Key', KEY])],
    silent: ['header-name-case'],
    clean: true,
  },
  ...[
    'Infuzu_API_Key',
    'Infuzu-Key',
    'Inzufu-API-Key',
    'Authorisation',
    'X-API-Key',
    'Api-Key',
    'API-Key-Infuzu',
    'InfuzuApiKey',
    'X-Infuzu-Key',
    'Authorizaton',
    'Infuzu-API-Kye',
    'X-Auth-Token',
    'Infuzu-Api-Token',
  ].map(
    (name): Case => ({
      name: `a header named ${name}`,
      input: [{ ...withAuth([name, KEY]), status: 401, answer: refusal('missing_api_key') }],
      fires: ['header-name-unknown'],
      silent: ['credentials-missing'],
      outcome: 'confirmed',
    }),
  ),
  ...['X-Infuzu-Trace-Id', 'X-Infuzu-Version', 'X-Request-Id', 'Idempotency-Key', 'X-CSRF-Token'].map(
    (name): Case => ({
      name: `${name} is no near miss`,
      input: [withAuth([name, 'FAKE-1'])],
      fires: ['credentials-missing'],
      silent: ['header-name-unknown'],
    }),
  ),
  {
    name: 'another API’s header beside the right one',
    input: [withAuth(['Infuzu-API-Key', KEY], ['X-API-Key', 'FAKE-1'])],
    silent: ['header-name-unknown', 'credentials-multiple'],
    clean: true,
  },
];

const pages: readonly Case[] = [
  {
    name: 'a call by a page’s code shows the key to every visitor',
    input: [{ headers: [['Infuzu-API-Key', KEY], JSON_TYPE, ...PAGE] }],
    fires: ['key-exposed-to-page:notice'],
  },
  {
    name: 'a call by a server',
    input: [{ headers: [['Infuzu-API-Key', KEY], JSON_TYPE, ['User-Agent', 'python-requests/2.32']] }],
    silent: ['key-exposed-to-page'],
    clean: true,
  },
  {
    name: 'Node’s fetch sends Sec-Fetch-Mode and is no page',
    input: [
      { headers: [['Infuzu-API-Key', KEY], JSON_TYPE, ['Sec-Fetch-Mode', 'cors'], ['User-Agent', 'node']] },
    ],
    silent: ['key-exposed-to-page'],
    clean: true,
  },
];

const cleanCalls: readonly Case[] = [
  { name: 'a clean call with Infuzu-API-Key', input: [{}], clean: true, outcome: 'clean' },
  {
    name: 'a clean call with X-Infuzu-API-Key',
    input: [withAuth(['X-Infuzu-API-Key', KEY])],
    clean: true,
    outcome: 'clean',
  },
  {
    name: 'a clean call with Authorization',
    input: [withBearer(`Bearer ${KEY}`)],
    clean: true,
    outcome: 'clean',
  },
  {
    name: 'a clean call to the OpenAI-style endpoint',
    input: [
      {
        ...withBearer(`Bearer ${KEY}`),
        url: COMPLETIONS,
        body: { model: 'm', messages: [{ role: 'user', content: 'Hi' }] },
      },
    ],
    clean: true,
  },
  {
    name: 'a well-formed key that the server refuses',
    input: [{ status: 401, answer: refusal('invalid_api_key') }],
    clean: true,
    outcome: 'unexplained',
  },
  {
    name: 'a trailing dot and upper case in the host',
    input: [{ url: CHAT.replace('chat.infuzu.com', 'CHAT.Infuzu.com.') }],
    clean: true,
  },
];

export const credentialCases: readonly Case[] = [
  ...missing,
  ...multiple,
  ...empty,
  ...bearers,
  ...schemes,
  ...whiteSpace,
  ...quoted,
  ...placeholders,
  ...characters,
  ...names,
  ...pages,
  ...cleanCalls,
];

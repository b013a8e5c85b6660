// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates that were left as text are the subject.
import { describe, expect, it } from 'vitest';
import { type CallDescription, FAKE_KEY as K, OTHER_FAKE_KEY as L } from '../support/exchange-of';
import { findingsIn, firedRules } from '../support/fired-rules';

/** Written from the catalogue's words: header fields on the left, all rules that must fire on the right. */
type Row = readonly [headers: readonly (readonly [string, string])[], rules: readonly string[]];

const key = (value: string, ...rules: string[]): Row => [[['Infuzu-API-Key', value]], rules];
const xKey = (value: string, ...rules: string[]): Row => [[['X-Infuzu-API-Key', value]], rules];
const auth = (value: string, ...rules: string[]): Row => [[['Authorization', value]], rules];
const named = (name: string, ...rules: string[]): Row => [[[name, K]], rules];

const MULTIPLE = 'credentials-multiple';
const EMPTY = 'credential-empty';
const PREFIX = 'bearer-prefix-missing';
const MALFORMED = 'bearer-malformed';
const CASE = 'bearer-case';
const SCHEME = 'auth-scheme-unsupported';
const HAS_SCHEME = 'key-header-has-scheme';
const SPACE = 'key-whitespace';
const QUOTED = 'key-quoted';
const PLACEHOLDER = 'key-placeholder';
const CHARACTERS = 'key-characters';
const NAME_CASE = 'header-name-case';
const UNKNOWN = 'header-name-unknown';
const MISSING = 'credentials-missing';

const CLEAN: Row[] = [
  key(K),
  xKey(K),
  auth(`Bearer ${K}`),
  ...[
    'a',
    '1',
    'test',
    'secret',
    'abc',
    'ifz_test_4f9a',
    'ifz_undefined_4f9a',
    'nullable4f9a',
    'your4f9akey',
    'xxx4f9axxx',
    'a.b.c',
    '~a~',
    'a/b+c',
    'YWJjZA==',
    '4f9a=',
    '-a-',
    '_a_',
    'key-4f9a',
    'apikey4f9a',
    '....4f9a',
    'api_key_4f9a8b',
    'INFUZU_4f9a8b',
    'sk-4f9a8b7c',
    'bearerly',
    'Bearer4f9a',
    'none-4f9a',
    'a'.repeat(10_000),
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig_FAKE',
    'undefinedundefined',
    'basic-4f9a',
    'my-4f9a-key',
  ].flatMap((value) => [
    key(value),
    xKey(value),
    ...(/^bearer/i.test(value) ? [] : [auth(`Bearer ${value}`)]),
  ]),
  [
    [
      ['Infuzu-API-Key', K],
      ['X-API-Key', 'other'],
    ],
    [],
  ],
  [
    [
      ['Infuzu-API-Key', K],
      ['Proxy-Authorization', 'Basic YTpi'],
    ],
    [],
  ],
  [
    [
      ['Infuzu-API-Key', K],
      ['X-Infuzu-Trace-Id', 'a, b'],
    ],
    [],
  ],
  [
    [
      ['Authorization', `Bearer ${K}`],
      ['Idempotency-Key', 'undefined'],
      ['Cookie', 'a="b"'],
    ],
    [],
  ],
  // A recording without its secrets tells nothing of them.
  auth('Bearer [redacted]'),
  auth('[redacted]'),
  key('REDACTED'),
  key('[redacted]'),
  key('<redacted>'),
];

const FAULTY: Row[] = [
  [[], [MISSING]],
  [[['Content-Type', 'application/json']], [MISSING]],
  [[['Cookie', 'session=4f9a']], [MISSING]],

  [
    [
      ['Infuzu-API-Key', K],
      ['X-Infuzu-API-Key', K],
    ],
    [MULTIPLE],
  ],
  [
    [
      ['Infuzu-API-Key', K],
      ['Authorization', `Bearer ${K}`],
    ],
    [MULTIPLE],
  ],
  [
    [
      ['X-Infuzu-API-Key', K],
      ['Authorization', `Bearer ${L}`],
    ],
    [MULTIPLE],
  ],
  [
    [
      ['Infuzu-API-Key', K],
      ['X-Infuzu-API-Key', L],
      ['Authorization', `Bearer ${K}`],
    ],
    [MULTIPLE],
  ],
  [
    [
      ['Infuzu-API-Key', K],
      ['Infuzu-API-Key', L],
    ],
    [MULTIPLE],
  ],
  [
    [
      ['Infuzu-API-Key', K],
      ['infuzu-api-key', K],
    ],
    [MULTIPLE, NAME_CASE],
  ],
  [
    [
      ['Authorization', `Bearer ${K}`],
      ['Authorization', `Bearer ${K}`],
    ],
    [MULTIPLE],
  ],
  [
    [
      ['Authorization', `Bearer ${K}`],
      ['authorization', `Bearer ${L}`],
    ],
    [MULTIPLE, NAME_CASE],
  ],
  [
    [
      ['Authorization', K],
      ['Authorization', K],
    ],
    [MULTIPLE],
  ],
  [
    [
      ['Authorization', K],
      ['Infuzu-API-Key', K],
    ],
    [MULTIPLE, PREFIX],
  ],
  [
    [
      ['Infuzu-API-Key', ''],
      ['Authorization', `Bearer ${K}`],
    ],
    [MULTIPLE, EMPTY],
  ],
  [
    [
      ['Infuzu-API-Key', 'undefined'],
      ['Authorization', `Bearer ${K}`],
    ],
    [MULTIPLE, PLACEHOLDER],
  ],
  [
    [
      ['Infuzu-API-Key', K],
      ['Authorization', 'Basic YTpi'],
    ],
    [MULTIPLE, SCHEME],
  ],
  key(`${K}, ${K}`, MULTIPLE),
  key(`${K}, ${L}`, MULTIPLE),
  key(`${K},${L}`, MULTIPLE),
  xKey(`${K}, ${K}`, MULTIPLE),
  key('a, b, c', MULTIPLE),
  key(`, ${K}`, MULTIPLE, EMPTY),
  key('undefined, undefined', MULTIPLE, PLACEHOLDER),
  key(`"${K}", "${L}"`, MULTIPLE, QUOTED),
  key(`Bearer ${K}, ${L}`, MULTIPLE, HAS_SCHEME),
  key(',', MULTIPLE, EMPTY),
  auth(`Bearer ${K}, Bearer ${L}`, MULTIPLE),
  auth(`Bearer ${K},Bearer ${K}`, MULTIPLE),
  auth(`${K}, ${K}`, MULTIPLE),
  auth(`Bearer ${K}, ${L}`, MULTIPLE),
  auth(`${K}, Bearer ${K}`, MULTIPLE),
  auth(`bearer ${K}, bearer ${K}`, MULTIPLE, CASE),
  auth(`Basic YTpi, Bearer ${K}`, MULTIPLE, SCHEME),
  auth(`Digest username="a", nonce="b", Bearer ${K}`, MULTIPLE, SCHEME),
  auth(`Bearer ${K}, Bearer  ${K}`, MULTIPLE, MALFORMED),
  auth('Bearer undefined, Bearer undefined', MULTIPLE, PLACEHOLDER),

  ...['', ' ', '   ', '\t', '\u00a0', '\n'].flatMap((value) => [
    key(value, EMPTY),
    xKey(value, EMPTY),
    auth(value, EMPTY),
  ]),

  auth(K, PREFIX),
  auth('a', PREFIX),
  auth('a.b.c', PREFIX),
  auth('YTpi==', PREFIX),
  auth(`${K} `, PREFIX, SPACE),
  auth(`"${K}"`, PREFIX, QUOTED),
  auth(`${K}\u200b`, PREFIX, CHARACTERS),
  auth('undefined', PREFIX, PLACEHOLDER),
  auth('[object Object]', PREFIX, PLACEHOLDER),
  auth('${INFUZU_API_KEY}', PREFIX, PLACEHOLDER),
  auth('YOUR_API_KEY_HERE', PREFIX, PLACEHOLDER),
  auth('<your-api-key>', PREFIX, PLACEHOLDER),
  auth('$INFUZU_API_KEY', PREFIX, PLACEHOLDER),
  auth('null', PREFIX, PLACEHOLDER),
  auth('ifz\u00a04f9a', PREFIX, SPACE),
  auth('Token:4f9a', PREFIX),
  auth('apikey=4f9a', PREFIX),

  ...[
    'Bearer',
    'Bearer ',
    'bearer',
    'BEARER',
    'Bearer:',
    'Bearer=',
    `Bearer${K}`,
    `bearer${K}`,
    `Bearer:${K}`,
    `Bearer: ${K}`,
    `Bearer=${K}`,
    `Bearer = ${K}`,
    `bearer: ${K}`,
    `Bearer, ${K}`,
    `Bearer,${K}`,
    `Bearer;${K}`,
    `Bearer  ${K}`,
    `Bearer   ${K}`,
    `bearer  ${K}`,
    `Bearer\t${K}`,
    `Bearer \t${K}`,
    `Bearer\u00a0${K}`,
    `Bearer \u00a0${K}`,
    `Bearer\u2003${K}`,
    `Bearer Bearer ${K}`,
    `Bearer bearer ${K}`,
    `bearer Bearer ${K}`,
    `Bearer Bearer`,
    `Bearer Bearer: ${K}`,
    `BearerBearer ${K}`,
    `Bearer ${K} ${L}`,
    `Bearer ${K} extra`,
    `Bearer token ${K}`,
    `Bearers ${K}`,
    `Bearer-${K}`,
    `Bearer_${K}`,
    `Bearer/${K}`,
    'Bearer a b c',
  ].map((value) => auth(value, MALFORMED)),
  auth(`Bearer  ${K} `, MALFORMED, SPACE),
  auth('Bearer  undefined', MALFORMED, PLACEHOLDER),
  auth('Bearerundefined', MALFORMED, PLACEHOLDER),
  auth(`Bearer  "${K}"`, MALFORMED, QUOTED),
  auth('Bearer: your_api_key', MALFORMED, PLACEHOLDER),
  auth(`Bearer:${K}\u200b`, MALFORMED, CHARACTERS),

  ...['bearer', 'BEARER', 'bEARER', 'BeArEr'].map((scheme) => auth(`${scheme} ${K}`, CASE)),
  auth(`bearer ${K} `, CASE, SPACE),
  auth('bearer undefined', CASE, PLACEHOLDER),
  auth(`bearer "${K}"`, CASE, QUOTED),

  ...[
    'Basic',
    'basic',
    'Digest',
    'Token',
    'token',
    'ApiKey',
    'apikey',
    'Api-Key',
    'Key',
    'JWT',
    'OAuth',
    'Negotiate',
    'NTLM',
    'Infuzu',
    'Infuzu-API-Key',
    'Foo',
    'Baerer',
    'Berer',
    'Barer',
    'Bear',
    'Bearrer',
    'Beaer',
    'Beareer',
    'Bearar',
    'Baerer:',
    'Token:',
    'ApiKey=',
  ].map((scheme) => auth(`${scheme} ${K}`, SCHEME)),
  auth('Basic YTpi', SCHEME),
  auth('Basic YTpi==', SCHEME),
  auth('Basic', SCHEME),
  auth(`Basic\t${K}`, SCHEME),
  auth('Digest username="a", realm="b, c", nonce="d", uri="/", response="e"', SCHEME),
  auth('Digest username=a, nc=00000001, qop=auth', SCHEME),
  auth(`Token token="${K}"`, SCHEME),
  auth('AWS4-HMAC-SHA256 Credential=A/b/c, SignedHeaders=host;date, Signature=fe5f', SCHEME),
  auth('OAuth oauth_consumer_key="a", oauth_nonce="b"', SCHEME),
  auth('Hawk id="a", mac="b="', SCHEME),
  auth('Token undefined', SCHEME, PLACEHOLDER),
  auth(`${K} ${L}`, SCHEME),

  ...['Bearer', 'bearer', 'BEARER'].flatMap((scheme) =>
    [' ', '  ', '\t', '\u00a0'].flatMap((space) => [
      key(`${scheme}${space}${K}`, HAS_SCHEME),
      xKey(`${scheme}${space}${K}`, HAS_SCHEME),
    ]),
  ),
  key('Bearer ', HAS_SCHEME),
  key('Bearer undefined', HAS_SCHEME, PLACEHOLDER),
  key(`Bearer ${K} `, HAS_SCHEME, SPACE),
  key(`Bearer "${K}"`, HAS_SCHEME, QUOTED),
  key(`Bearer: ${K}`, HAS_SCHEME),

  ...[' ', '\t', '\n', '\r\n', '\u00a0', '\u2003', '\u3000', '\u202f', '  '].flatMap((space) => [
    key(`${space}${K}`, SPACE),
    key(`${K}${space}`, SPACE),
    key(`ifz${space}4f9a`, SPACE),
    xKey(`${K}${space}`, SPACE),
    auth(`Bearer ${K}${space}`, SPACE),
    auth(`${space}Bearer ${K}`, SPACE),
  ]),
  auth('Bearer ifz\u00a04f9a', SPACE),
  auth('Bearer ifz\u20094f9a', SPACE),
  key(`Basic ${K}`, SPACE),
  key(`${K} ${L}`, SPACE),
  key(` ${K} `, SPACE),

  ...['""', "''", '``', '“”', '‘’', '«»', '<>', '[]', '{}', '„“', '””'].flatMap(([open, close]) => [
    key(`${open}${K}${close}`, QUOTED),
    xKey(`${open}${K}${close}`, QUOTED),
    auth(`Bearer ${open}${K}${close}`, QUOTED),
    auth(`${open}Bearer ${K}${close}`, QUOTED),
  ]),
  key(`"${K}`, QUOTED),
  key(`${K}"`, QUOTED),
  key(`b'${K}'`, QUOTED),
  key(`\\"${K}\\"`, QUOTED),
  key(`{{${K}}}`, QUOTED),
  key(`" ${K} "`, QUOTED, SPACE),
  key('""', QUOTED),
  key(`"${K}" `, QUOTED, SPACE),
  key('<abc>', QUOTED),
  key(`"Bearer ${K}"`, QUOTED, HAS_SCHEME),
  key(`"${K}\u200b"`, QUOTED, CHARACTERS),

  ...[
    'your_api_key_here',
    'YOUR_INFUZU_API_KEY_HERE',
    '<your-api-key>',
    'changeme',
    'xxxx',
    'sk-...',
    '$INFUZU_API_KEY',
    '${INFUZU_API_KEY}',
    '{{api_key}}',
    '{{ api_key }}',
    '{api_key}',
    '%INFUZU_API_KEY%',
    'process.env.INFUZU_API_KEY',
    'INFUZU_API_KEY',
    'apiKey',
    'undefined',
    'null',
    'NaN',
    'None',
    '[object Object]',
    '[object Promise]',
    'function () { return key; }',
    '() => key',
    '(a, b) => a',
    '"undefined"',
    '"your_api_key_here"',
    'YOUR_API_KEY',
    '<YOUR_API_KEY>',
    '[your-api-key]',
    'Promise { <pending> }',
    'os.environ["INFUZU_API_KEY"]',
    '********',
    '…',
    'your api key',
    '${process.env.INFUZU_API_KEY}',
    '<function f at 0x7f>',
    '$env:INFUZU_API_KEY',
  ].flatMap((value) => [
    key(value, PLACEHOLDER),
    xKey(value, PLACEHOLDER),
    auth(`Bearer ${value}`, PLACEHOLDER),
  ]),
  key(' undefined ', PLACEHOLDER),

  ...[
    '\u200b',
    '\ufeff',
    '\u00ad',
    '\u2060',
    '\u200d',
    '–',
    '—',
    '‑',
    'é',
    '…',
    '🔑',
    '\u0000',
    '\u007f',
    '\u2800',
  ].flatMap((character) => [
    key(`${K}${character}`, CHARACTERS),
    key(`ifz${character}4f9a`, CHARACTERS),
    xKey(`${character}${K}`, CHARACTERS),
    auth(`Bearer ${K}${character}`, CHARACTERS),
    auth(`Bearer ${character}${K}`, CHARACTERS),
  ]),
  auth(`\ufeffBearer ${K}`, CHARACTERS),
  key('ifz_••••••4sYd', CHARACTERS),
  key('\u200b', CHARACTERS),
  key(`${K}\u200b `, CHARACTERS, SPACE),

  named('infuzu-api-key', NAME_CASE),
  named('INFUZU-API-KEY', NAME_CASE),
  named('Infuzu-Api-Key', NAME_CASE),
  named('x-infuzu-api-key', NAME_CASE),
  [[['authorization', `Bearer ${K}`]], [NAME_CASE]],
  [[['AUTHORIZATION', `bearer ${K}`]], [CASE, NAME_CASE]],

  ...[
    'X-API-Key',
    'Api-Key',
    'Infuzu_API_Key',
    'InfuzuApiKey',
    'Infuzu-Key',
    'Infuzu-API-Keys',
    'Inzufu-API-Key',
    'API-Key-Infuzu',
    'X-Infuzu-Key',
    'Authorisation',
    'Authorizaton',
    'X-Authorization',
    'Auth',
    'x-api-key',
    'X-Auth-Token',
    'Authentication',
  ].map((name) => named(name, UNKNOWN)),
  [
    [
      ['Infuzu-Key', K],
      ['X-Infuzu-Trace-Id', '1'],
    ],
    [UNKNOWN],
  ],
  [[['Authorisation', `Bearer ${K}`]], [UNKNOWN]],
  ...[
    'X-Infuzu-Trace-Id',
    'X-Infuzu-Organization',
    'X-Infuzu-Version',
    'X-Requested-With',
    'x-stainless-lang',
    'Idempotency-Key',
    'X-Request-Id',
    'X-CSRF-Token',
    'X-Correlation-Key',
    'Proxy-Authorization',
    'Sec-WebSocket-Key',
    'Sec-Fetch-Mode',
    'X-Infuzu-Key-Id',
  ].map((name) => named(name, MISSING)),
];

const call = (headers: Row[0], more: CallDescription = {}): CallDescription => ({
  ...more,
  headers: [
    ...headers,
    ...(headers.some(([name]) => name === 'Content-Type')
      ? []
      : [['Content-Type', 'application/json'] as const]),
  ],
});
const title = ([headers]: Row) =>
  JSON.stringify(headers).replaceAll(K, 'KEY').replaceAll(L, 'KEY2').slice(0, 120);
const rows = (table: readonly Row[]) => table.map((row) => [title(row), ...row] as const);

describe('a call without fault', () => {
  it.each(rows(CLEAN))('%s', (_, headers) => {
    expect(firedRules(call(headers))).toEqual([]);
    expect(firedRules(call(headers, { status: 200, responseBody: { results: {}, errors: [] } }))).toEqual([]);
  });
});

describe('a call with faults', () => {
  it.each(rows(FAULTY))('%s', (_, headers, rules) => {
    expect(firedRules(call(headers))).toEqual([...rules].sort());
  });
  it.each(rows(FAULTY.filter(([headers]) => headers.length > 1)))(
    'in another order: %s',
    (_, headers, rules) => {
      expect(firedRules(call(headers.toReversed()))).toEqual([...rules].sort());
    },
  );
  it.each(rows(FAULTY))('tells each fault once and shows no key: %s', (_, headers) => {
    const findings = findingsIn(call(headers));
    const told = findings.map(({ rule, message, location }) => JSON.stringify([rule, message, location]));
    expect(new Set(told).size).toBe(told.length);
    expect(JSON.stringify(findings)).not.toMatch(/FAKEkey|4f9a/);
  });
});

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates that were left as text are the subject.
import { describe, expect, it } from 'vitest';
import { maskOf, takeAnatomies, takeCredentials } from '../../../lib/exchange/credential';
import { FAKE_KEY, OTHER_FAKE_KEY, TEST_SALT } from '../support/exchange-of';

const take = (value: string, name = 'Authorization') => takeCredentials([{ name, value }], TEST_SALT);
function one(value: string, name = 'Authorization') {
  const [credential] = take(value, name).credentials;
  if (credential === undefined) throw new Error('no credential');
  return credential;
}

describe('a clean credential', () => {
  it.each([
    ['Infuzu-API-Key', FAKE_KEY, 'key'],
    ['X-Infuzu-API-Key', FAKE_KEY, 'key'],
    ['Authorization', `Bearer ${FAKE_KEY}`, 'bearer'],
  ])('in %s', (name, value, type) => {
    const credential = one(value, name);
    expect(credential).toMatchObject({
      header: name,
      field: name,
      form: { type },
      part: 0,
      parts: 1,
      length: FAKE_KEY.length,
      mask: 'ifz_••••••0001',
      whiteSpace: [],
      oddCharacters: [],
    });
    expect(credential).not.toHaveProperty('quotes');
    expect(credential).not.toHaveProperty('placeholder');
    expect(credential.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });
  it('has one fingerprint however it is sent', () => {
    const prints = [
      one(FAKE_KEY, 'Infuzu-API-Key'),
      one(`Bearer ${FAKE_KEY}`),
      one(`bearer  ${FAKE_KEY} `),
      one(`"${FAKE_KEY}"`, 'X-Infuzu-API-Key'),
      one(`Token ${FAKE_KEY}`),
    ].map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(1);
    expect(one(OTHER_FAKE_KEY).fingerprint).not.toBe(prints[0]);
  });
  it('keeps the name as written', () => {
    expect(one(FAKE_KEY, 'infuzu-api-key')).toMatchObject({
      header: 'infuzu-api-key',
      field: 'Infuzu-API-Key',
    });
  });
  it('knows no other header', () => {
    expect(take(FAKE_KEY, 'X-API-Key')).toEqual({ credentials: [], secrets: [] });
  });
});

describe('maskOf', () => {
  it.each([
    ['', ''],
    ['a', '••••••'],
    ['a'.repeat(19), '••••••'],
    ['abcd0123456789012xyz', 'abcd••••••2xyz'],
    ['é🔑cd0123456789012xyz\u200b', '··cd••••••xyz·'],
  ])('%j', (key, mask) => {
    expect(maskOf(key)).toBe(mask);
  });
});

describe('white space', () => {
  it.each([
    [` ${FAKE_KEY}`, [['before', -1, 32]]],
    [`${FAKE_KEY} `, [['after', 33, 32]]],
    [
      `${FAKE_KEY}\r\n`,
      [
        ['after', 33, 13],
        ['after', 34, 10],
      ],
    ],
    [
      `\t ${FAKE_KEY}`,
      [
        ['before', -2, 9],
        ['before', -1, 32],
      ],
    ],
    [`${FAKE_KEY}\u00a0`, [['after', 33, 0xa0]]],
    [`ab cd`, [['inside', 2, 32]]],
    [
      `ab\u00a0cd `,
      [
        ['inside', 2, 0xa0],
        ['after', 5, 32],
      ],
    ],
    [`" ${FAKE_KEY}"`, [['before', -1, 32]]],
    [`ab\u3000cd`, [['inside', 2, 0x3000]]],
  ])('of %j in a key header', (value, facts) => {
    expect(one(value, 'Infuzu-API-Key').whiteSpace).toEqual(
      facts.map(([where, position, codePoint]) => ({ where, position, codePoint })),
    );
  });
  it.each([
    [`Bearer ${FAKE_KEY} `, ['after']],
    [` Bearer ${FAKE_KEY}`, ['before']],
    [`Bearer  ${FAKE_KEY}`, []],
    [`Bearer\u00a0${FAKE_KEY}`, []],
    [`Bearer a b`, []],
    [`Bearer a\u00a0b`, ['inside']],
    ['Bearer ', []],
    ['Bearer [object Object]', []],
  ])('of %j in Authorization', (value, places) => {
    expect(one(value).whiteSpace.map(({ where }) => where)).toEqual(places);
  });
  it('is bounded', () => {
    expect(one(`a${' b'.repeat(1_000)}`, 'Infuzu-API-Key').whiteSpace).toHaveLength(64);
  });
});

describe('odd characters', () => {
  it.each([
    [`${FAKE_KEY}\u200b`, [[33, 0x200b]]],
    [`\ufeff${FAKE_KEY}`, [[0, 0xfeff]]],
    ['ab–cd', [[2, 0x2013]]],
    ['a\u0000b', [[1, 0]]],
    ['🔑ab', [[0, 0x1f511]]],
    ['ab\u007f', [[2, 127]]],
    ['“ab”', []],
    ['a b', []],
  ])('of %j', (value, facts) => {
    const expected = facts.map(([position, codePoint]) => ({ position, codePoint }));
    expect(one(value, 'Infuzu-API-Key').oddCharacters).toEqual(expected);
    expect(one(`Bearer ${value}`).oddCharacters).toEqual(expected);
  });
  it('before the scheme have negative positions', () => {
    const credential = one(`\ufeffBearer ${FAKE_KEY}`);
    expect(credential.form).toMatchObject({ type: 'bearer', separator: 'space', tokens: 1 });
    expect(credential.oddCharacters).toEqual([{ position: -1, codePoint: 0xfeff }]);
  });
});

describe('quotes', () => {
  it.each([
    [`"${FAKE_KEY}"`, { open: '"', close: '"', aroundScheme: false }],
    [`Bearer "${FAKE_KEY}"`, { open: '"', close: '"', aroundScheme: false }],
    [`Bearer ${FAKE_KEY}"`, { open: '', close: '"', aroundScheme: false }],
    [`"Bearer ${FAKE_KEY}"`, { open: '"', close: '"', aroundScheme: true }],
    [`<Bearer ${FAKE_KEY}>`, { open: '<', close: '>', aroundScheme: true }],
    [`Bearer <${FAKE_KEY}>`, { open: '<', close: '>', aroundScheme: false }],
  ])('of %j', (value, quotes) => {
    expect(one(value)).toMatchObject({ quotes, length: FAKE_KEY.length, mask: 'ifz_••••••0001' });
  });
  it('are not told of placeholders', () => {
    expect(one('"undefined"')).not.toHaveProperty('quotes');
    expect(one('Bearer <your-api-key>')).toMatchObject({ placeholder: { text: '<your-api-key>' } });
  });
});

describe('what is no key', () => {
  it.each(['', ' ', '\t', '\u00a0'])('%j is empty', (value) => {
    expect(one(value)).toMatchObject({ form: { type: 'empty' }, length: 0, mask: '', fingerprint: '' });
  });
  it.each(['undefined', 'Bearer undefined', 'Token undefined', '${KEY}', 'Bearer your_api_key_here'])(
    '%j has neither mask nor fingerprint, and is no secret',
    (value) => {
      expect(one(value)).toMatchObject({ mask: '', fingerprint: '' });
      expect(take(value).secrets).toEqual([]);
    },
  );
  it.each(['[redacted]', 'Bearer [redacted]', 'Bearer REDACTED', '<removed>'])(
    '%j was taken out',
    (value) => {
      expect(one(value)).toMatchObject({ redacted: true, length: 0, mask: '', fingerprint: '' });
      expect(one(value)).not.toHaveProperty('quotes');
      expect(take(value).secrets).toEqual([]);
    },
  );
});

describe('secrets', () => {
  it.each([
    [`Bearer ${FAKE_KEY}`, [FAKE_KEY]],
    [`Bearer ${FAKE_KEY}, Bearer ${OTHER_FAKE_KEY}`, [FAKE_KEY, OTHER_FAKE_KEY]],
    [`"${FAKE_KEY}"`, [FAKE_KEY]],
    [`foo ${FAKE_KEY}`, [`foo ${FAKE_KEY}`]],
    [`Basic ${btoa(`user:${FAKE_KEY}`)}`, [btoa(`user:${FAKE_KEY}`), 'user', FAKE_KEY]],
    [`Basic ${btoa(FAKE_KEY)}`, [btoa(FAKE_KEY), FAKE_KEY]],
    ['Basic §', ['§']],
    [`process.env.KEY || "${FAKE_KEY}"`, [`process.env.KEY || "${FAKE_KEY}"`]],
  ])('of %# are what the redactor needs', (value, secrets) => {
    expect(take(value).secrets).toEqual(secrets);
  });
  it.each([`Basic ${btoa(`user:${FAKE_KEY}`)}`, `Digest username="user", response="${FAKE_KEY}"`])(
    'of a password scheme show no ends: %#',
    (value) => {
      expect(one(value).mask).toBe('••••••');
    },
  );
  it('are the same without a salt', () => {
    const fields = [{ name: 'Authorization', value: `Bearer ${FAKE_KEY}` }];
    const { anatomies, secrets } = takeAnatomies(fields);
    expect(secrets).toEqual([FAKE_KEY]);
    expect(anatomies).toEqual([expect.not.objectContaining({ fingerprint: expect.anything() })]);
  });
});

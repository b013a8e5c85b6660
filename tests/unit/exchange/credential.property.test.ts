import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { AUTH_HEADERS } from '../../../lib/api/auth-headers';
import { takeAnatomies, takeCredentials } from '../../../lib/exchange/credential';
import type { Exchange } from '../../../lib/exchange/exchange';
import { present } from '../../../lib/exchange/presence';
import { applyRules, findingsOf } from '../../../lib/rules/engine';
import { exchangeOf, TEST_SALT } from '../support/exchange-of';

/** Thousands of runs share a busy machine with others. */
vi.setConfig({ testTimeout: 120_000 });

const PIECES = [
  'Bearer',
  'bearer',
  'Basic',
  'Digest',
  'Token',
  ' ',
  '  ',
  '\t',
  '\n',
  '\u00a0',
  '\u200b',
  '\ufeff',
  ',',
  ', ',
  ':',
  '=',
  '"',
  "'",
  '`',
  '“',
  '”',
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  '$',
  '%',
  '(',
  ')',
  '=>',
  'function',
  'class',
  'undefined',
  'null',
  '[object Object]',
  'your_api_key',
  'xxxx',
  '...',
  '…',
  'process.env.',
  'KEY',
  'a="b"',
  '\\',
  '\u0000',
  'é',
  '🔑',
  '\ud800',
  'redacted',
];
/** Values that are made of what the door looks at, and wholly arbitrary ones. */
const value = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), { maxLength: 12 })
    .map((p) => p.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const name = fc.oneof(
  fc.constantFrom(
    ...AUTH_HEADERS,
    'infuzu-api-key',
    'AUTHORIZATION',
    'X-API-Key',
    'Authorisation',
    'X-Infuzu-Trace-Id',
  ),
  fc.string({ maxLength: 30 }),
);
const fields = fc.array(fc.tuple(name, value), { maxLength: 6 });

/** A key as a generator makes them: random letters and digits, of no pattern that a person would write. */
const rawKey = fc
  .array(fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'), {
    minLength: 12,
    maxLength: 60,
  })
  .map((characters) => `${characters.join('')}7f3`)
  .map((key) => key.replace(/^(.{5})/, '$1888'));
const wrapping = fc.constantFrom<(key: string) => string>(
  (key) => key,
  (key) => `Bearer ${key}`,
  (key) => `bearer  ${key} `,
  (key) => `Bearer${key}`,
  (key) => `Bearer: ${key}`,
  (key) => `Bearer Bearer ${key}`,
  (key) => `Bearer ${key} more`,
  (key) => `${key}, ${key}`,
  (key) => `Bearer ${key}, Bearer ${key}`,
  (key) => `"${key}"`,
  (key) => `"Bearer ${key}"`,
  (key) => `<${key}>`,
  (key) => `{{${key}}}`,
  (key) => `\${${key}}`,
  (key) => `$${key}`,
  (key) => `%${key}%`,
  (key) => `Token ${key}`,
  (key) => `Baerer ${key}`,
  (key) => `${key} ${key}`,
  (key) => `Basic ${btoa(`user:${key}`)}`,
  (key) => `Digest username="a", response="${key}"`,
  (key) => `process.env.KEY || "${key}"`,
  (key) => `process.env.${key}`,
  (key) => `os.environ["${key}"]`,
  (key) => `() => "${key}"`,
  (key) => `function () { return "${key}" }`,
  (key) => `[object ${key}]`,
  (key) => `Symbol(${key})`,
  (key) => `<function ${key} at 0x7f>`,
  (key) => `<${key} object at 0x7f>`,
  (key) => `Promise { ${key} }`,
  (key) => `YOUR_${key}_HERE`,
  (key) => `{"key":"${key}"}`,
  (key) => `\ufeffBearer ${key}`,
  (key) => `${key}\u200b\u00a0`,
);

const findingsIn = (exchange: Exchange) => findingsOf(applyRules(exchange));
const crashes = (exchange: Exchange) => applyRules(exchange).filter(({ outcome }) => outcome === 'crashed');

describe('whatever stands in the headers', () => {
  it('the door takes it apart and no rule crashes', () => {
    fc.assert(
      fc.property(fields, (headers) => {
        const exchange = exchangeOf({ headers });
        expect(crashes(exchange)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('no fact and no finding holds a key', () => {
    fc.assert(
      fc.property(rawKey, wrapping, fc.constantFrom(...AUTH_HEADERS, 'X-API-Key'), (key, wrap, header) => {
        const call = { headers: [[header, wrap(key)]] as const, initiator: { page: true } };
        const exchange = exchangeOf(call);
        const { credentials } = takeCredentials([{ name: header, value: wrap(key) }], TEST_SALT);
        const { anatomies } = takeAnatomies([{ name: header, value: wrap(key) }]);
        const seen = { ...exchange, written: present({ api: 'fetch' as const, credentials: anatomies }) };
        for (const output of [exchange, credentials, anatomies, findingsIn(exchange), findingsIn(seen)]) {
          expect(JSON.stringify(output)).not.toContain(key);
          expect(JSON.stringify(output)).not.toContain(key.slice(4, -4));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the order of the fields changes nothing', () => {
    const told = (headers: readonly (readonly [string, string])[]) =>
      findingsIn(exchangeOf({ headers }))
        .map(({ rule, message, severity, predicts }) => JSON.stringify([rule, message, severity, predicts]))
        .sort();
    fc.assert(
      fc.property(fields, fc.infiniteStream(fc.nat()), (headers, random) => {
        const shuffled = headers
          .map((field) => ({ field, rank: random.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ field }) => field);
        expect(told(shuffled)).toEqual(told(headers));
      }),
      { numRuns: 200 },
    );
  });

  it('a clean key is clean, whatever its characters and its length', () => {
    const b64token = fc
      .array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/'), {
        minLength: 1,
        maxLength: 90,
      })
      .map((characters) => `${characters.join('')}4f9a`);
    fc.assert(
      fc.property(b64token, fc.nat(2), fc.constantFrom(...AUTH_HEADERS), (body, padding, header) => {
        const key = `${body}${'='.repeat(padding)}`;
        const text = header === 'Authorization' ? `Bearer ${key}` : key;
        const headers = [
          [header, text],
          ['Content-Type', 'application/json'],
        ] as const;
        expect(findingsIn(exchangeOf({ headers }))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('large input', () => {
  const LARGE = ['Bearer ', ' ', '\u00a0', ',', ', ', '"', '{', '<', 'a="b", ', '🔑', 'undefined', '() => '];
  it.each(LARGE)('of %j comes to an end', (piece) => {
    const large = piece.repeat(Math.ceil(100_000 / piece.length));
    for (const text of [large, `Bearer "${large}"!`]) {
      for (const name of ['Authorization', 'Infuzu-API-Key']) {
        const { credentials } = takeCredentials([{ name, value: text }], TEST_SALT);
        expect(credentials.length).toBeLessThan(34);
        expect(JSON.stringify(credentials).length).toBeLessThan(200_000);
      }
    }
  });
  it.each(['Bearer a, ', 'a b ', 'undefined, ', '" "'])('of %j passes all rules', (piece) => {
    const large = piece.repeat(Math.ceil(100_000 / piece.length));
    const headers = [
      ['Authorization', large],
      ['Infuzu-API-Key', large],
    ] as const;
    expect(crashes(exchangeOf({ headers }))).toEqual([]);
  });
});

describe('what the browser trimmed', () => {
  it('is a warning that predicts nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(' ', '\t', '\n', '\r\n'), fc.boolean(), (space, before) => {
        const written = before ? `${space}ifz_FAKE` : `ifz_FAKE${space}`;
        const { anatomies } = takeAnatomies([{ name: 'Infuzu-API-Key', value: written }]);
        const exchange = exchangeOf({
          headers: [
            ['Infuzu-API-Key', 'ifz_FAKE'],
            ['Content-Type', 'application/json'],
          ],
        });
        const findings = findingsIn({
          ...exchange,
          written: present({ api: 'fetch', credentials: anatomies }),
        });
        expect(findings).toMatchObject([{ rule: 'key-whitespace', severity: 'warning' }]);
        expect(findings[0]).not.toHaveProperty('predicts');
      }),
    );
  });
});

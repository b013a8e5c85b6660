/** Each rule fires on its fault and on nothing else, and the documented errors are decoded. */
import { expect } from '@playwright/test';
import { REVOKED_KEY, VALID_KEY } from '../../mock-api/index';
import type { CallInit } from '../harness/call';
import { CHAT, COMPLETIONS, ENDPOINT, faults, openBoth, openRow, post } from './calls';
import type { Scenario } from './scenario';

interface Case {
  readonly title: string;
  /** None for a call without fault. */
  readonly rule?: string;
  readonly severity?: 'warning';
  readonly init: CallInit;
  readonly row: RegExp;
  readonly code?: string;
  readonly url?: string;
}

const INVALID = 'invalid_authorization_header';

const fault = (rule: string, init: CallInit, row: RegExp, more: Partial<Case> = {}): Case => ({
  title: rule,
  rule,
  init,
  row,
  ...more,
});
const clean = (title: string, init: CallInit, more: Partial<Case> = {}): Case => ({
  title,
  init,
  row: /^Clean: .*, 200, Clean, key #\d, .*s$/,
  ...more,
});

const REFUSED = /^Error: .*, 401, .*s$/;

const CASES: readonly Case[] = [
  fault('credentials-missing', post({}), REFUSED, { code: 'missing_api_key' }),
  fault(
    'credentials-multiple',
    post({ 'Infuzu-API-Key': VALID_KEY, Authorization: `Bearer ${VALID_KEY}` }),
    /^Error: .*, 400, .*s$/,
    { code: 'multiple_api_keys' },
  ),
  fault('credential-empty', post({ 'Infuzu-API-Key': '' }), REFUSED, { code: 'missing_api_key' }),
  fault('bearer-prefix-missing', post({ Authorization: VALID_KEY }), REFUSED, { code: INVALID }),
  fault('bearer-malformed', post({ Authorization: `Bearer  ${VALID_KEY}` }), REFUSED, { code: INVALID }),
  fault('bearer-case', post({ Authorization: `bearer ${VALID_KEY}` }), /^Warning: .*, 200, .*s$/, {
    severity: 'warning',
  }),
  fault('auth-scheme-unsupported', post({ Authorization: `Token ${VALID_KEY}` }), REFUSED, { code: INVALID }),
  fault('key-header-has-scheme', post({ 'X-Infuzu-API-Key': `Bearer ${VALID_KEY}` }), REFUSED, {
    code: 'invalid_api_key',
  }),
  fault('key-whitespace', post({ 'Infuzu-API-Key': VALID_KEY.replace('_KEY_', ' KEY_') }), REFUSED, {
    code: 'invalid_api_key',
  }),
  fault('insecure-transport', post(), /^Error: .*, 200, .*s$/, {
    url: `http://chat.infuzu.com${ENDPOINT}`,
  }),
  clean('Infuzu-API-Key is clean', post({ 'Infuzu-API-Key': VALID_KEY })),
  clean('X-Infuzu-API-Key is clean', post({ 'X-Infuzu-API-Key': VALID_KEY })),
  clean('Authorization: Bearer is clean', post({ Authorization: `Bearer ${VALID_KEY}` }), {
    url: CHAT + COMPLETIONS,
  }),
];

const MESSAGES: readonly (readonly [code: string, init: CallInit, message: string])[] = [
  ['missing_api_key', post({}), 'No authentication headers were provided.'],
  [
    'multiple_api_keys',
    post({ 'Infuzu-API-Key': VALID_KEY, 'X-Infuzu-API-Key': VALID_KEY }),
    'Multiple authentication headers were detected. Send exactly one.',
  ],
  ['invalid_api_key', post({ 'Infuzu-API-Key': REVOKED_KEY }), 'The API key is invalid or has been revoked.'],
  [
    INVALID,
    post({ Authorization: VALID_KEY }),
    'The Authorization header is malformed. Use: Bearer <API key>.',
  ],
];

export const RULE_SCENARIOS: readonly Scenario[] = [
  {
    title:
      'Each of the first ten rules fires on its fault and on nothing else; the three documented ways are clean',
    timeout: 120_000,
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      for (const [place, { title, rule, severity, init, row, code, url }] of CASES.entries()) {
        await driver.step(title, async () => {
          await page.call(url ?? CHAT + ENDPOINT, init);
          await openRow(devtools, place, row);
          if (code) await devtools.waitForDetail(code);
          const isConfirmed = (await devtools.detailText()).includes('Confirmed: the server refused it');
          expect(isConfirmed).toBe(code !== undefined);
          const shown = await faults(devtools);
          expect(shown.map((one) => [one.rule, one.severity])).toEqual(
            rule ? [[rule, severity ?? 'error']] : [],
          );
        });
      }
      const tabId = await driver.inspector.tabIdOf(page);
      await driver.inspector.waitForBadge(tabId, '9');
      expect(await driver.inspector.uncaughtErrors()).toEqual([]);
    },
  },
  {
    title: 'The four authentication errors are decoded, code and message',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      for (const [place, [code, init, message]] of MESSAGES.entries()) {
        await driver.step(code, async () => {
          await page.call(CHAT + ENDPOINT, init);
          await openRow(devtools, place, /^Error: .*s$/);
          await devtools.waitForDetail(code);
          await devtools.waitForDetail(message);
        });
      }
    },
  },
  {
    title: 'HTTP/2: a refused and a clean call are diagnosed as over HTTP/1.1',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      const url = driver.truth.h2(driver.api.ports.h2) + ENDPOINT;
      await page.call(url, post({ 'Infuzu-API-Key': REVOKED_KEY }));
      await openRow(devtools, 0, /^Error: .*, 401, Well-formed, but the key is wrong or revoked, .*s$/);
      await devtools.waitForDetail('invalid_api_key');
      await page.call(url, post());
      await openRow(devtools, 1, /^Clean: .*, 200, Clean, .*s$/);
      expect(driver.api.received.filter(({ httpVersion }) => httpVersion === '2.0').length).toBeGreaterThan(
        0,
      );
    },
  },
  {
    title: 'The same header twice in an array of pairs, which the browser joins, is one fault',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      const twice = post([
        ['Infuzu-API-Key', VALID_KEY],
        ['Infuzu-API-Key', VALID_KEY],
      ]);
      expect((await page.call(CHAT + ENDPOINT, twice)).status).toBe(400);
      await openRow(devtools, 0, /^Error: .*, 400, .*s$/);
      await devtools.waitForDetail('multiple_api_keys');
      expect((await faults(devtools)).map(({ rule }) => rule)).toEqual(['credentials-multiple']);
    },
  },
  {
    title: 'A trailing space that the browser trims is seen where the code wrote it',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      const { status } = await page.call(CHAT + ENDPOINT, post({ 'Infuzu-API-Key': `${VALID_KEY} ` }));
      expect(status).toBe(200);
      await openRow(devtools, 0, /^Warning: .*, 200, .*s$/);
      expect((await faults(devtools)).map(({ rule, severity }) => [rule, severity])).toEqual([
        ['key-whitespace', 'warning'],
      ]);
      expect(await devtools.detailText()).toMatch(/trimmed/i);
      // What arrived had no space: the page's code alone knows of it.
      expect(driver.api.received.at(-1)?.rawHeaders).toContainEqual(['Infuzu-API-Key', VALID_KEY]);
    },
  },
  {
    title: 'A call that throws before there is a request is a row of its own',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      const { error } = await page.call(CHAT + ENDPOINT, post({ 'Infuzu-API-Key': `${VALID_KEY}\u200b` }));
      expect(error).toMatch(/TypeError/);
      await openRow(devtools, 0, /^Error.*no status/);
      await devtools.waitForDetail(/The call threw/);
      expect((await faults(devtools)).map(({ rule }) => rule)).toContain('key-characters');
      expect(driver.api.received.filter(({ method }) => method === 'POST')).toEqual([]);
    },
  },
];

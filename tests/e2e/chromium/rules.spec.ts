import { REVOKED_KEY, VALID_KEY } from '../../mock-api/index';
import type { Devtools } from './harness/devtools';
import { expect, test } from './harness/fixtures';
import type { CallInit, Page } from './harness/page';
import { CHAT, COMPLETIONS, H1, H2, openLocalPage, post } from './support/calls';
import { findings, openTab, type ShownFinding } from './support/panel';

interface Case {
  /** The one rule that has to fire; none for a call without fault. */
  readonly rule?: string;
  readonly init: CallInit;
  /** How the row's name begins, and the status in it. */
  readonly row: RegExp;
  /** What the server says, where it refuses. */
  readonly code?: string;
  readonly scheme?: 'http';
  readonly path?: string;
  readonly severity?: 'warning';
}

const INVALID = 'invalid_authorization_header';

/** One call for each rule of the first catalogue, with the documented answer to it. */
const FAULTS: readonly Case[] = [
  { rule: 'credentials-missing', init: post({}), row: /^Error: .*, 401, /, code: 'missing_api_key' },
  {
    rule: 'credentials-multiple',
    init: post({ 'Infuzu-API-Key': VALID_KEY, Authorization: `Bearer ${VALID_KEY}` }),
    row: /^Error: .*, 400, /,
    code: 'multiple_api_keys',
  },
  {
    rule: 'credential-empty',
    init: post({ 'Infuzu-API-Key': '' }),
    row: /^Error: .*, 401, /,
    code: 'missing_api_key',
  },
  {
    rule: 'bearer-prefix-missing',
    init: post({ Authorization: VALID_KEY }),
    row: /^Error: .*, 401, /,
    code: INVALID,
  },
  {
    rule: 'bearer-malformed',
    init: post({ Authorization: `Bearer  ${VALID_KEY}` }),
    row: /^Error: .*, 401, /,
    code: INVALID,
  },
  {
    rule: 'bearer-case',
    init: post({ Authorization: `bearer ${VALID_KEY}` }),
    row: /^Warning: .*, 200, /,
    severity: 'warning',
  },
  {
    rule: 'auth-scheme-unsupported',
    init: post({ Authorization: `Token ${VALID_KEY}` }),
    row: /^Error: .*, 401, /,
    code: INVALID,
  },
  {
    rule: 'key-header-has-scheme',
    init: post({ 'X-Infuzu-API-Key': `Bearer ${VALID_KEY}` }),
    row: /^Error: .*, 401, /,
    code: 'invalid_api_key',
  },
  {
    rule: 'key-whitespace',
    init: post({ 'Infuzu-API-Key': VALID_KEY.replace('_KEY_', ' KEY_') }),
    row: /^Error: .*, 401, /,
    code: 'invalid_api_key',
  },
  { rule: 'insecure-transport', init: post(), row: /^Error: .*, 200, /, scheme: 'http' },
];

const MESSAGES: Readonly<Record<string, string>> = {
  missing_api_key: 'No authentication headers were provided.',
  multiple_api_keys: 'Multiple authentication headers were detected. Send exactly one.',
  invalid_api_key: 'The API key is invalid or has been revoked.',
  invalid_authorization_header: 'The Authorization header is malformed. Use: Bearer <API key>.',
};

const CLEAN: readonly Case[] = [
  { init: post({ 'Infuzu-API-Key': VALID_KEY }), row: /^Clean: .*, 200, Clean, key #\d, / },
  { init: post({ 'X-Infuzu-API-Key': VALID_KEY }), row: /^Clean: .*, 200, Clean, key #\d, / },
  {
    init: post({ Authorization: `Bearer ${VALID_KEY}` }),
    path: COMPLETIONS,
    row: /^Clean: .*, 200, Clean, key #\d, /,
  },
];

/** Nothing is wrong with how it is written: the key itself is. */
const REVOKED: Case = {
  init: post({ 'Infuzu-API-Key': REVOKED_KEY }),
  row: /^Error: .*, 401, Well-formed, but the key is wrong or revoked, /,
  code: 'invalid_api_key',
};

/** Worth knowing of every call that a page makes, and no fault. */
const withoutNotices = (shown: readonly ShownFinding[]) =>
  shown.filter(({ severity }) => severity !== 'notice');

/** Makes one call, waits for its row with time and answer, and leaves its diagnosis open. */
async function callAndOpen(page: Page, devtools: Devtools, url: string, { init, row }: Case, place = 0) {
  const result = await page.call(url, init);
  const path = new URL(url).pathname;
  const shown = await devtools.row(
    ({ name, rowIndex }) =>
      rowIndex === place + 2 && row.test(name) && name.includes(path) && / m?s$/.test(name),
  );
  await openTab(devtools, shown, 'Diagnosis');
  return result;
}

for (const [protocol, host] of [
  ['HTTP/1.1', H1],
  ['HTTP/2', H2],
] as const) {
  test(`${protocol}: each rule fires on its fault and on nothing else`, async ({ api, inspector }) => {
    const page = await openLocalPage(api, inspector);
    const devtools = await inspector.openDevtools(page);
    const cases = [...FAULTS, ...CLEAN, REVOKED];
    for (const [place, one] of cases.entries()) {
      await test.step(one.rule ?? one.code ?? 'clean', async () => {
        const base = one.scheme ? host.replace('https:', 'http:') : host;
        await callAndOpen(page, devtools, base + (one.path ?? CHAT), one, place);
        if (one.code) await devtools.waitForDetail(one.code);
        const shown = withoutNotices(await findings(devtools));
        const expected = one.rule ? [[one.rule, one.severity ?? 'error']] : [];
        expect(shown.map(({ rule, severity }) => [rule, severity])).toEqual(expected);
        if (one.rule) expect(shown[0]?.text).toContain(one.rule);
        const detail = await devtools.detailText();
        if (one.code) expect(detail).toContain(MESSAGES[one.code]);
        const isConfirmed = detail.includes('Confirmed: the server refused it with the code');
        expect(isConfirmed).toBe(one.rule !== undefined && one.code !== undefined);
      });
    }
    // Each call is one row, and no preflight is one.
    expect((await devtools.rows()).map(({ name }) => name)).toHaveLength(cases.length);
    await inspector.waitForBadge(await inspector.tabIdOf(page), '10');
    expect(inspector.uncaughtErrors()).toEqual([]);
  });
}

test('clean calls leave the badge empty', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  for (const [place, one] of CLEAN.entries()) {
    await callAndOpen(page, devtools, H1 + (one.path ?? CHAT), one, place);
  }
  // The first text that the badge ever has is that of the one failure: it had none for the clean calls.
  await page.call(H1 + CHAT, post({}));
  expect(await inspector.waitForBadge(await inspector.tabIdOf(page), /./)).toBe('1');
});

test('a space that the browser trims is a warning that says so', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  const written = { init: post({ 'Infuzu-API-Key': `${VALID_KEY} ` }), row: /^Warning: .*, 200, / };
  expect((await callAndOpen(page, devtools, H1 + CHAT, written)).status).toBe(200);
  const shown = withoutNotices(await findings(devtools));
  expect(shown.map(({ rule, severity }) => [rule, severity])).toEqual([['key-whitespace', 'warning']]);
  expect(await devtools.detailText()).toMatch(/trimmed/i);
  // What arrived had no space: the page's code alone knows of it.
  expect(api.received.at(-1)?.rawHeaders).toContainEqual(['Infuzu-API-Key', VALID_KEY]);
});

test('a key that is joined by appending it twice is one fault', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  const twice = [
    ['Infuzu-API-Key', VALID_KEY],
    ['Infuzu-API-Key', VALID_KEY],
  ] as const;
  await callAndOpen(page, devtools, H1 + CHAT, { init: post(twice), row: /^Error: .*, 400, / });
  await devtools.waitForDetail('multiple_api_keys');
  expect(withoutNotices(await findings(devtools)).map(({ rule }) => rule)).toEqual(['credentials-multiple']);
});

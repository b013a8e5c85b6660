import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { supportBundleOf } from '../../../lib/exchange/support-bundle';
import { en } from '../../../lib/messages/en';
import { readInput } from '../../../lib/observe/read-input';
import { inspectionReport, reportJson } from '../../../lib/report/inspection-report';
import { exchangeOf, FAKE_KEY, TEST_SALT } from '../support/exchange-of';
import { variedExchanges } from '../support/varied-exchanges';

const schema: object = JSON.parse(
  readFileSync(new URL('../../../docs/bundle.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ allErrors: true, strictRequired: false }).compile(schema);
const errorsOf = (text: string) => (validate(JSON.parse(text)) ? [] : validate.errors);
const MADE = {
  created: Date.UTC(2026, 0, 2),
  madeBy: { version: '1.0', browser: 'Chrome 143' },
  dropped: 3,
  filtered: 2,
};
const LANGUAGE = { locale: 'en', ...en };
const read = (text: string) => {
  const input = readInput(text, { ownHosts: [], salt: TEST_SALT });
  if ('key' in input) throw new Error(input.key);
  return input;
};
const bundle = (exchanges: readonly Exchange[]) => JSON.stringify(supportBundleOf(exchanges, MADE));
/** Written by somebody else. */
const foreign = (exchanges: readonly unknown[]) =>
  JSON.stringify({ ...supportBundleOf([], MADE), exchanges });
const verdicts = (exchanges: readonly Exchange[]) =>
  reportJson(
    inspectionReport(
      {
        exchanges: exchanges.map((exchange, index) => ({ index, exchange })),
        hops: [],
        unreadable: [],
        ignored: 0,
      },
      LANGUAGE,
    ),
  );

const HAR_CALL = exchangeOf({
  headers: [
    ['Authorization', `Bearer  ${FAKE_KEY}`],
    ['Content-Type', 'text/plain'],
  ],
  body: '{"messages":[{"role":"robot"}],',
  status: 401,
  responseBody: { errors: [{ code: 'invalid_authorization_header', message: 'no' }], warnings: [] },
});

const withForm = (more: object) => {
  const { request } = structuredClone(HAR_CALL);
  if (request.credentials.status !== 'present') throw new Error('no credential');
  Object.assign(request.credentials.value[0]?.form ?? {}, more);
  return request;
};

describe('a support bundle', () => {
  it('shows the same picture where it is opened', () => {
    const exchanges = [...variedExchanges(200), HAR_CALL];
    const opened = read(bundle(exchanges));
    expect(opened.unreadable).toEqual([]);
    expect(verdicts(opened.exchanges.map(({ exchange }) => exchange))).toBe(verdicts(exchanges));
  });

  it('tells a call that still waited when it was saved as ended', () => {
    const waiting: Exchange = {
      ...HAR_CALL,
      state: 'pending',
      response: { status: 'absent', reason: 'pending' },
    };
    const [opened] = read(bundle([waiting])).exchanges;
    expect(opened?.exchange).toMatchObject({ state: 'unknown-end', lostEnd: 'saved' });
    expect(opened?.exchange.response).not.toEqual(waiting.response);
  });

  it('that was changed by hand lets no key through', () => {
    const changed = bundle([HAR_CALL]).replace('"no"', JSON.stringify(`The key ${FAKE_KEY} is wrong`));
    const { exchanges, unreadable } = read(changed);
    expect(unreadable).toEqual([]);
    expect(JSON.stringify(exchanges)).toContain('The key [redacted] is wrong');
    expect(JSON.stringify(exchanges)).not.toContain(FAKE_KEY);
  });

  it('holds no key', () => {
    expect(bundle([HAR_CALL])).not.toContain(FAKE_KEY);
  });

  it('is what its published schema describes, whatever the calls are', () => {
    const text = bundle([...variedExchanges(200), HAR_CALL]);
    expect(errorsOf(text)).toEqual([]);
    expect(errorsOf(text.replace('"version":1', '"version":2'))).not.toEqual([]);
    expect(errorsOf(text.replace('"filtered":2', '"filtered":-2'))).not.toEqual([]);
    expect(errorsOf(text.replace('"status":"present"', '"status":"here"'))).not.toEqual([]);
    expect(errorsOf(text.replace('"exchanges"', '"calls"'))).not.toEqual([]);
  });

  it('counts what is not in it', () => {
    const json: unknown = JSON.parse(
      bundle([HAR_CALL, exchangeOf({ body: null, headers: [['Cookie', 'a=1']] })]),
    );
    expect(json).toMatchObject({
      madeBy: { version: '1.0', browser: 'Chrome 143' },
      dropped: 3,
      filtered: 2,
      masked: { credentials: 1, urlSecrets: 0, otherSecrets: 1 },
      contents: 2,
    });
  });

  it('says where it is from, and what was left out of it', () => {
    expect(read(bundle([HAR_CALL])).origin).toEqual({
      madeBy: ['Chrome 143', 'Infuzu Request Inspector 1.0'],
      created: MADE.created,
      leftOut: { filtered: 2, dropped: 3, masked: 1, contents: 2 },
    });
  });

  it('of an early version, which tells less, opens as well', () => {
    const { madeBy, filtered, masked, contents, ...early } = JSON.parse(bundle([HAR_CALL]));
    expect(errorsOf(JSON.stringify(early))).toEqual([]);
    const opened = read(JSON.stringify(early));
    expect(opened.exchanges).toHaveLength(1);
    expect(opened.origin).toEqual({
      madeBy: [],
      created: MADE.created,
      leftOut: { filtered: 0, dropped: 3, masked: 0, contents: 0 },
    });
  });

  it('with numbers and words that are none says nothing by them', () => {
    const odd = { format: 'infuzu-support-bundle', version: 1, exchanges: [] };
    const { origin } = read(
      JSON.stringify({
        ...odd,
        created: 1e300,
        dropped: -1,
        filtered: 1.5,
        masked: 'all',
        madeBy: { browser: `${'x'.repeat(500)}`, version: FAKE_KEY },
      }),
    );
    expect(origin).toEqual({
      madeBy: [`${'x'.repeat(60)}…`, 'Infuzu Request Inspector [redacted]'],
      leftOut: { filtered: 0, dropped: 0, masked: 0, contents: 0 },
    });
  });

  it.each([
    ['null', null],
    ['a text', 'x'],
    ['no facts', {}],
    [
      'a URL that is none',
      { ...HAR_CALL, request: { ...HAR_CALL.request, url: 'https://chat.infuzu.com/' } },
    ],
    ['a time that no calendar has', { ...HAR_CALL, startedDateTime: 1e300 }],
    ['a state that is none', { ...HAR_CALL, state: 'great' }],
    [
      'headers that are none',
      { ...HAR_CALL, request: { ...HAR_CALL.request, headers: { status: 'present', value: [5] } } },
    ],
    ['a response that is none', { ...HAR_CALL, response: { status: 'present', value: null } }],
    ['a reason that is none', { ...HAR_CALL, response: { status: 'absent', reason: 'because' } }],
    ['a key of a length that no text has', { ...HAR_CALL, request: withForm({ tokens: 8e15 }) }],
    ['a number of schemes that nobody writes', { ...HAR_CALL, request: withForm({ schemes: 8e15 }) }],
    ['a huge text', { ...HAR_CALL, id: 'x'.repeat(30_000) }],
  ])('with %s in it has one unreadable entry, and the rest goes on', (_, bad) => {
    const input = read(foreign([bad, HAR_CALL]));
    expect(input.unreadable).toEqual([{ index: 0, reason: { key: 'no-exchange' } }]);
    expect(input.exchanges.map(({ index }) => index)).toEqual([1]);
  });

  it('goes on behind a value that is nested without an end', () => {
    const nested = '['.repeat(20_000) + ']'.repeat(20_000);
    const input = read(foreign(['nested', HAR_CALL]).replace('"nested"', nested));
    expect(input.unreadable).toEqual([{ index: 0, reason: { key: 'no-exchange' } }]);
    expect(input.exchanges).toHaveLength(1);
  });

  it('shows no key that stands behind a line break in a text', () => {
    const answered = structuredClone(HAR_CALL);
    if (answered.response.status !== 'present' || answered.response.value.body.status !== 'present')
      throw new Error('no body');
    Object.assign(answered.response.value.body.value.errors[0] ?? {}, { message: `your key:\n${FAKE_KEY}` });
    expect(JSON.stringify(read(foreign([answered])).exchanges)).not.toContain(FAKE_KEY);
  });

  it.each([
    ['of another version', { format: 'infuzu-support-bundle', version: 2, exchanges: [] }, 'bundle-version'],
    ['without a list', { format: 'infuzu-support-bundle', version: 1 }, 'no-exchanges'],
  ])('%s is refused in one sentence', (_, json, key) => {
    expect(readInput(JSON.stringify(json), { ownHosts: [], salt: TEST_SALT })).toMatchObject({ key });
  });
});

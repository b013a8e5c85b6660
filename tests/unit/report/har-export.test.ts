import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { presentValue } from '../../../lib/exchange/presence';
import { en } from '../../../lib/messages/en';
import { readInput } from '../../../lib/observe/read-input';
import { harOf } from '../../../lib/report/har-export';
import { inspectionReport } from '../../../lib/report/inspection-report';
import { harOf as harText } from '../cases/case';
import { credentialCases } from '../cases/credential-cases';
import { exchangeCases } from '../cases/exchange-cases';
import { transportCases } from '../cases/transport-cases';
import { exchangeOf, FAKE_KEY, OTHER_FAKE_KEY, TEST_SALT } from '../support/exchange-of';
import {
  bareToken,
  lostOnRedirect,
  PAGE,
  refusedPreflight,
  tabCall,
  unreadRefusal,
} from '../support/tab-calls';
import { variedExchanges } from '../support/varied-exchanges';

const schema: object = JSON.parse(readFileSync(new URL('har-1.2.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
const LANGUAGE = { locale: 'en', ...en };

const exported = (exchanges: readonly Exchange[]) => harOf(exchanges, '0.1.0', LANGUAGE);
const errorsOf = (har: unknown) => (validate(har) ? [] : validate.errors);
const read = (text: string) => {
  const input = readInput(text, { ownHosts: [], salt: TEST_SALT });
  if ('key' in input) throw new Error(input.key);
  return input;
};
const reread = (exchanges: readonly Exchange[]) => read(JSON.stringify(exported(exchanges)));

/** A case's exchanges, as the inspector reads them from a customer's file. */
const caseInputs = [...credentialCases, ...transportCases, ...exchangeCases]
  .filter(({ input }) => typeof input !== 'string')
  .map(({ name, input, creator }) => ({
    name,
    text: typeof input === 'string' ? input : harText(input, creator),
  }));

describe('the HAR export', () => {
  it('is HAR 1.2, whatever the calls are', () => {
    const exchanges = [
      ...variedExchanges(60),
      ...lostOnRedirect(1),
      ...refusedPreflight(3),
      unreadRefusal(5),
      exchangeOf({ headers: null, body: null, time: null }),
    ];
    const har = exported(exchanges);
    expect(errorsOf(har)).toEqual([]);
    expect(har.log.entries).toHaveLength(exchanges.length);
    for (const { name, text } of caseInputs) {
      const cases = read(text).exchanges.map(({ exchange }) => exchange);
      expect({ name, errors: errorsOf(exported(cases)) }).toEqual({ name, errors: [] });
    }
  });

  it('has a schema that refuses what is no HAR', () => {
    const har = exported([bareToken(1)]);
    const [entry] = har.log.entries;
    const withEntry = (over: object) => ({ log: { ...har.log, entries: [{ ...entry, ...over }] } });
    expect(errorsOf({ log: { ...har.log, creator: undefined } })).not.toEqual([]);
    expect(errorsOf(withEntry({ cache: undefined }))).not.toEqual([]);
    expect(errorsOf(withEntry({ time: -1 }))).not.toEqual([]);
    expect(errorsOf(withEntry({ request: { ...entry?.request, cookies: undefined } }))).not.toEqual([]);
    expect(errorsOf(withEntry({ note: 'no underscore' }))).not.toEqual([]);
  });

  it('holds masks instead of keys, and no contents', () => {
    const text = JSON.stringify(exported(variedExchanges(48)));
    expect(text).not.toContain(FAKE_KEY.slice(4, -4));
    expect(text).not.toContain(OTHER_FAKE_KEY.slice(4, -4));
    expect(text).not.toContain('Hello');
    expect(text).toContain(`ifz_${'∙'.repeat(FAKE_KEY.length - 8)}0001`);
  });

  it('gives times that add up', () => {
    const call = tabCall(1, { status: 200, time: 90 });
    const answered = presentValue(call.response);
    if (answered === undefined) return expect.unreachable();
    const response = { ...answered, receivedDateTime: call.startedDateTime + 70 };
    const har = exported([{ ...call, response: { status: 'present', value: response } }]);
    expect(har.log.entries[0]).toMatchObject({
      time: 90,
      timings: { send: 0, wait: 70, receive: 20, dns: -1 },
    });
  });

  it('names the page and who made the call as Chrome does', () => {
    const caller = { url: `${PAGE}/src/chat.ts`, line: 8, column: 3 };
    const place = { url: `${PAGE}/src/ask.ts`, line: 41, column: 7, caller };
    const call = tabCall(1, { initiator: { origin: PAGE, page: true, place }, status: 200 });
    const { pages, entries } = exported([call]).log;
    expect(pages).toMatchObject([{ id: 'page_1', title: PAGE }]);
    expect(entries[0]).toMatchObject({
      pageref: 'page_1',
      _resourceType: 'fetch',
      _initiator: {
        type: 'script',
        url: place.url,
        lineNumber: 40,
        stack: {
          callFrames: [
            { url: place.url, lineNumber: 40, columnNumber: 6 },
            { url: caller.url, lineNumber: 7, columnNumber: 2 },
          ],
        },
      },
    });
    expect(reread([call]).exchanges[0]?.exchange.initiator).toEqual(call.initiator);
  });

  it('says what is not known, and never in the form of a call without it', () => {
    const unknown = exchangeOf({ headers: null, bodyType: 'not-recorded', status: 401, time: null });
    const { request, response, comment } = exported([unknown]).log.entries[0] ?? expect.unreachable();
    expect(request).toMatchObject({ headers: [], bodySize: -1, comment: 'The headers are not known.' });
    expect(response.content).toEqual({
      size: 0,
      mimeType: 'x-unknown',
      comment: 'The contents are not known.',
    });
    expect(comment).toBe('When the call ended is not known.');
    const again = reread([unknown]).exchanges[0]?.exchange.request;
    expect(again).toMatchObject({
      headers: { status: 'absent' },
      credentials: { status: 'absent' },
      body: { status: 'absent', reason: 'not-recorded' },
    });
  });
});

describe('a HAR export that is opened again', () => {
  /** What an export leaves out: contents of bodies, which parts of a URL are redacted, code that stood for a key. */
  const LEFT_OUT =
    /^(?:body-|error-body-undocumented|rate-limit-|key-in-url: The (?:fragment|URL holds|query parameter `q`)|key-placeholder: .*…)/;
  const verdicts = (input: Parameters<typeof inspectionReport>[0]) =>
    inspectionReport(input, LANGUAGE).exchanges.map(({ findings, diagnosis }) => ({
      findings: findings.map(({ rule, message }) => `${rule}: ${message}`),
      outcome: diagnosis.outcome,
      headline: diagnosis.headline,
    }));

  it.each(caseInputs)('$name', ({ text }) => {
    const input = read(text);
    const before = { ...input, unreadable: [], ignored: 0, hops: [] };
    const after = reread(input.exchanges.map(({ exchange }) => exchange));
    const judged = verdicts(before);
    const again = verdicts(after);
    expect(again).toHaveLength(judged.length);
    for (const [i, verdict] of judged.entries()) {
      if (verdict.findings.some((finding) => LEFT_OUT.test(finding))) continue;
      expect(again[i]).toEqual(verdict);
    }
  });

  it('finds the same key again', () => {
    const twice = [tabCall(1, { status: 200 }), tabCall(2, { status: 200 })];
    const [one, other] = reread(twice).exchanges.map(
      ({ exchange }) => presentValue(exchange.request.credentials)?.[0],
    );
    expect(one?.fingerprint).toBe(other?.fingerprint);
    expect(one).toMatchObject({ length: FAKE_KEY.length, mask: 'ifz_••••••0001' });
  });
});

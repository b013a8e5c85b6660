import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../../lib/messages/en';
import { readInput } from '../../../lib/observe/read-input';
import { inspectionReport, reportJson } from '../../../lib/report/inspection-report';
import { reportText } from '../../../lib/report/inspection-text';
import { TEST_SALT } from '../support/exchange-of';
import { ticketOfFile } from '../support/ticket-of-file';

const LANGUAGE = { locale: 'en', ...en };
const URL_ = 'https://chat.infuzu.com/api/llm-response';

/** Every form of the report on an input, or nothing where it is refused. */
function outputs(text: string): string[] {
  const read = readInput(text, { ownHosts: [], salt: TEST_SALT });
  if ('key' in read) return [];
  const report = inspectionReport(read, LANGUAGE);
  expect(report.exchanges.flatMap(({ crashed }) => crashed ?? [])).toEqual([]);
  return [reportJson(report), ticketOfFile(text, 'a') ?? '', reportText(report, 'a', LANGUAGE)];
}
const har = (entries: readonly unknown[], creator = 'Test') =>
  JSON.stringify({ log: { creator: { name: creator }, entries } });

const SPACES = [' ', '\t', '\n', '\r\n', '\u00a0', '\u2009', '', '  '];
const space = fc.constantFrom(...SPACES);
/** A key as no one would write it by accident, so that finding it proves a leak. */
const secret = fc
  .string({ unit: fc.constantFrom(...'ABCDEFGHJKMNPQRSTVWXYZ23456789-_.~+/'), minLength: 14, maxLength: 40 })
  .map((text) => `FAKE${text}Q7`);
const shape = fc.constantFrom(
  (key: string) => key,
  (key: string) => `Bearer ${key}`,
  (key: string) => `bearer:${key}`,
  (key: string) => `Bearer Bearer ${key}`,
  (key: string) => `"${key}"`,
  (key: string) => `Bearer “${key}”`,
  (key: string) => `<${key}>`,
  (key: string) => `Token ${key}`,
  (key: string) => `Baerer ${key}`,
  (key: string) => `${key}, ${key}`,
  (key: string) => `Bearer ${key}, Bearer ${key}`,
  (key: string) => `ifz\u200b${key}`,
  (key: string) => `${key}\u00a0`,
  (key: string) => `Basic ${btoa(`user:${key}`)}`,
);
const headerName = fc.constantFrom(
  'Infuzu-API-Key',
  'X-Infuzu-API-Key',
  'Authorization',
  'authorization',
  'X-API-Key',
  'Infuzu_Key',
);
const echo = fc.constantFrom(
  (key: string) => key,
  (key: string) => encodeURIComponent(key),
  (key: string) => btoa(`x${key}`),
  (key: string) => JSON.stringify(key),
);

interface Parts {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly echoed: string;
}
const parts: fc.Arbitrary<Parts> = fc
  .tuple(secret, headerName, shape, space, space, echo)
  .map(([key, name, form, before, after, echoAs]) => ({
    key,
    name,
    value: `${before}${form(key)}${after}`,
    echoed: echoAs(key),
  }));

function expectNoKey(text: string, { key, echoed }: Parts): void {
  for (const output of outputs(text)) {
    expect(output).not.toContain(key);
    expect(output).not.toContain(echoed);
  }
}

/** Hundreds of runs of everything; most of a second, and more on a busy machine. */
const PATIENCE = { timeout: 60_000 };

describe('no output holds a key', PATIENCE, () => {
  it('of a HAR file', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(401, 400, 200, 0), (it, status) => {
        const text = har([
          {
            request: {
              method: 'POST',
              url: `${URL_}?q=${encodeURIComponent(it.echoed)}&api_key=${encodeURIComponent(it.key)}#${encodeURIComponent(it.echoed)}`,
              headers: [
                { name: it.name, value: it.value },
                { name: 'Referer', value: `https://a.example/?t=${it.echoed}` },
              ],
              postData: { text: `{"messages":[{"role":"user","content":${JSON.stringify(it.echoed)}}]` },
            },
            response: {
              status,
              statusText: it.echoed,
              headers: [
                { name: 'X-Echo', value: it.echoed },
                { name: 'Location', value: `/x?k=${it.echoed}` },
              ],
              content: {
                text: JSON.stringify({ errors: [{ code: it.echoed, message: `Bad key ${it.echoed}.` }] }),
              },
              _error: `net::ERR_FAILED ${it.echoed}`,
            },
          },
        ]);
        expectNoKey(text, it);
      }),
      { numRuns: 400 },
    );
  });

  it('of a curl line', () => {
    const quote = fc.constantFrom(
      (text: string) => `'${text.replaceAll("'", "'\\''")}'`,
      (text: string) => `"${text.replace(/["\\$`]/g, '\\$&')}"`,
      (text: string) =>
        `$'${text.replace(/['\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`,
    );
    fc.assert(
      fc.property(parts, quote, (it, inQuotes) => {
        expectNoKey(`curl ${URL_} -H ${inQuotes(`${it.name}: ${it.value}`)} -d ${inQuotes(it.echoed)}`, it);
        expectNoKey(`curl -u ${inQuotes(`user:${it.key}`)} ${URL_}`, it);
        expectNoKey(
          `curl --oauth2-bearer ${inQuotes(it.key)} '${URL_}?token=${encodeURIComponent(it.key)}'`,
          it,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('the order of headers does not matter', PATIENCE, () => {
  it('to any output', () => {
    const field = fc.oneof(
      parts.map(({ name, value }) => ({ name, value })),
      fc.constantFrom(
        { name: 'Content-Type', value: 'application/json' },
        { name: 'Content-Type', value: 'text/plain' },
        { name: 'Origin', value: 'https://app.example.com' },
        { name: 'Accept', value: '*/*' },
        { name: 'X-Infuzu-Trace-Id', value: '1' },
      ),
    );
    const named = fc.uniqueArray(field, { selector: ({ name }) => name.toLowerCase(), maxLength: 6 });
    fc.assert(
      fc.property(
        named.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const text = (headers: unknown) =>
            har([
              {
                request: { method: 'POST', url: URL_, headers, postData: { text: '{}' } },
                response: { status: 401 },
              },
            ]);
          const facts = (headers: unknown) => {
            const [json = ''] = outputs(text(headers));
            const report: {
              exchanges: { findings: { rule: string; severity: string }[]; diagnosis: unknown }[];
            } = JSON.parse(json);
            return report.exchanges.map(({ findings, diagnosis }) => ({
              findings: findings.map(({ rule, severity }) => `${rule}:${severity}`).sort(),
              diagnosis: (diagnosis as { outcome: string }).outcome,
            }));
          };
          expect(facts(shuffled)).toEqual(facts(list));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('no input makes it throw', PATIENCE, () => {
  it('not any JSON in place of a HAR file', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (json) => {
        outputs(json);
        outputs(`{"log":${json}}`);
        outputs(`{"log":{"entries":[${json}]}}`);
      }),
      { numRuns: 300 },
    );
  });

  it('not any value in any field of an entry', () => {
    const odd = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        true,
        0,
        -1,
        1e308,
        '',
        [],
        {},
        [[]],
        [null],
        '\ud800',
        'x'.repeat(5_000),
      ),
      fc.jsonValue({ maxDepth: 2 }),
      fc.string({ unit: 'binary' }),
    );
    const fields = [
      'startedDateTime',
      'time',
      'request',
      'response',
      'pageref',
      '_initiator',
      '_resourceType',
      '_securityDetails',
      '_error',
    ];
    const requestFields = ['method', 'httpVersion', 'headers', 'postData', 'bodySize'];
    const responseFields = ['status', 'statusText', 'headers', 'content', 'redirectURL', '_error'];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...fields), odd),
        fc.dictionary(fc.constantFrom(...requestFields), odd),
        fc.dictionary(fc.constantFrom(...responseFields), odd),
        fc.constantFrom('WebInspector', 'Firefox'),
        (entry, request, response, creator) => {
          outputs(
            har(
              [{ request: { url: URL_, ...request }, response: { status: 401, ...response }, ...entry }],
              creator,
            ),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('not any text behind curl', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '-H',
        '-d',
        '--json',
        '-u',
        "'",
        '"',
        "$'",
        '\\',
        '`',
        '^',
        '\n',
        '<<EOF',
        '$(',
        '${',
        '@{',
        '|',
        ';',
        ' ',
        URL_,
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom('curl ', 'Invoke-WebRequest ', 'curl ^"', 'curl `\n'),
        (pieces, start) => {
          outputs(`${start}${pieces.join('')}`);
          outputs(`${start}${pieces.join(' ')} ${URL_}`);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('long input comes to its end', () => {
  /** At this length a quadratic step goes on far beyond the time that a test has. */
  const LONG = 40_000;
  it.each([
    ['a run of quotes', `curl ${URL_} -H '${'"'.repeat(LONG)}'`],
    ['a run of backslashes', `curl ${URL_} -H "${'\\'.repeat(LONG)}"`],
    ['a run of carets', `curl ^"${URL_}^" ${'^'.repeat(LONG)}`],
    ['a run of backticks', `Invoke-WebRequest ${URL_} ${'`'.repeat(LONG)}`],
    ['a run of open brackets', `curl ${URL_} ${'$('.repeat(LONG / 2)}`],
    ['a run of here-documents', `curl ${URL_} ${'<<E\n'.repeat(LONG / 10)}`],
    ['a run of spaces', `curl ${' '.repeat(LONG)}${URL_}`],
    ['a run of spaces and continuations', `curl ${' \\ '.repeat(LONG / 3)}${URL_}`],
    ['a run of dollars', `KEY=x\ncurl ${'$'.repeat(LONG)} ${URL_}`],
    ['a run of prompts', `${'>'.repeat(LONG)} curl ${URL_}`],
    [
      'a long key',
      har([{ request: { url: URL_, headers: [{ name: 'Infuzu-API-Key', value: ' x'.repeat(LONG / 2) }] } }]),
    ],
    [
      'a long scheme',
      har([
        {
          request: {
            url: URL_,
            headers: [{ name: 'Authorization', value: `Bearer ${'Bearer '.repeat(LONG / 7)}` }],
          },
        },
      ]),
    ],
    [
      'a long name',
      har([{ request: { url: URL_, headers: [{ name: 'a-'.repeat(LONG / 2), value: 'x' }] } }]),
    ],
    ['a long query', har([{ request: { url: `${URL_}?${'a&'.repeat(LONG / 2)}`, headers: [] } }])],
    [
      'a long answer',
      har([
        {
          request: { url: URL_, headers: [] },
          response: { status: 400, content: { text: '<title>'.repeat(LONG / 7) } },
        },
      ]),
    ],
    [
      'what is nearly base64',
      har([
        {
          request: { url: URL_ },
          response: { status: 400, content: { text: `ey${'A '.repeat(LONG / 2)}!` } },
        },
      ]),
    ],
  ])('%s', (_, text) => expect(outputs(text).length).toBeGreaterThan(0), 20_000);
});

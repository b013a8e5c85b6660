import { describe, expect, it, test } from 'vitest';
import { en } from '../../../lib/messages/en';
import { loadLanguage } from '../../../lib/messages/language';
import { readInput } from '../../../lib/observe/read-input';
import { shownText } from '../../../lib/report/counts-text';
import { inspectionReport, reportJson } from '../../../lib/report/inspection-report';
import { reportText } from '../../../lib/report/inspection-text';
import { labelled, wrapText } from '../../../lib/report/plain-lines';
import { type EntryDescription, harOf, refusal } from '../cases/case';
import { exchangeOf, FAKE_KEY, TEST_SALT } from '../support/exchange-of';
import { ticketOfFile } from '../support/ticket-of-file';

const LANGUAGE = { locale: 'en', ...en };

function reportOn(entries: readonly EntryDescription[]) {
  const read = readInput(harOf(entries), { ownHosts: [], salt: TEST_SALT });
  if ('key' in read) throw new Error(read.key);
  return inspectionReport(read, LANGUAGE);
}

const FAULTY: EntryDescription = { headers: [], status: 401, answer: refusal('missing_api_key', 'No key.') };

describe('the text form', () => {
  const text = reportText(reportOn([{}, FAULTY]), 'customer.har', LANGUAGE);

  it('begins with an overview and the counts', () => {
    const lines = text.split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'customer.har: 2 requests to Infuzu',
      '2 calls: 1 error and 1 clean',
      '',
    ]);
  });

  it('tells the gravest first, and a call without a fault in a line at the end', () => {
    const warning: EntryDescription = {
      answer: JSON.stringify({ errors: [], warnings: [{ code: 'deprecated', message: 'Soon gone' }] }),
    };
    const entries = [...Array<EntryDescription>(20).fill({}), warning, FAULTY, {}, {}];
    const report = reportText(reportOn(entries), 'a', LANGUAGE);
    expect(report.split('\n')[1]).toBe('24 calls: 1 error, 1 warning, and 22 clean');
    const order = [...report.matchAll(/^#(\d+) /gm)].map(([, index]) => Number(index));
    expect(order).toEqual([21, 20, ...Array.from({ length: 20 }, (_, i) => i), 22, 23]);
    expect(report).toMatch(/^#0 {2}POST https:\S+\n#1 {2}POST https:\S+$/m);
  });

  it('says once what is worth knowing of calls without a fault', () => {
    const report = inspectionReport(
      {
        exchanges: [0, 1].map((index) => ({
          index,
          exchange: exchangeOf({ index, status: 200, initiator: { page: true } }),
        })),
        hops: [],
        unreadable: [],
        ignored: 0,
      },
      LANGUAGE,
    );
    const said = reportText(report, 'a', LANGUAGE);
    expect(said).toContain('\n2 calls: 2 clean\n');
    expect(said.match(/^#\d .* · key-exposed-to-page$/gm)).toHaveLength(2);
    expect(said.match(/Remedy/g)).toHaveLength(1);
  });

  it.each([
    { asked: [['Retry-After', '30']], remedy: 'Wait as long as `Retry-After` says, then' },
    { asked: [], remedy: 'Wait at least a minute, then' },
  ] as const)('names as the remedy of a 429 no time that its answer does not tell: $remedy', (given) => {
    const [{ findings } = expect.fail()] = reportOn([
      { status: 429, answer: refusal('rate_limit_exceeded'), responseHeaders: given.asked },
    ]).exchanges;
    const [{ message, remedy } = expect.fail()] = findings;
    expect(remedy).toContain(given.remedy);
    expect(message.includes('does not say how long to wait')).toBe(given.asked.length === 0);
  });

  it('says that a key stands in the path, and never which', () => {
    const read = reportOn([{ url: `https://chat.infuzu.com/${FAKE_KEY}/api`, headers: [], status: 401 }]);
    for (const form of [reportText(read, 'a', LANGUAGE), reportJson(read)]) {
      expect(form).toContain('What looks like a key stands in the path of the URL');
      expect(form).not.toContain(FAKE_KEY.slice(4));
    }
  });

  it('says the headline first and never twice', () => {
    const headline = 'This call carries no API key';
    expect(text.split('\n').find((line) => line.startsWith('#1'))).toContain(headline);
    expect(text.split(headline)).toHaveLength(2);
    expect(text.indexOf(headline)).toBeLessThan(text.indexOf('credentials-missing'));
  });

  it('repeats no finding that the headline quotes, and gives no verdict where nothing could be judged', () => {
    const tolerated = reportText(reportOn([{ headers: [], status: 200 }]), 'a', LANGUAGE).replace(
      /\s+/g,
      ' ',
    );
    expect(tolerated.split('This call carries no API key')).toHaveLength(2);
    const [exchange] = reportOn([{}]).exchanges;
    const unjudged = {
      ...exchange,
      status: null,
      diagnosis: { outcome: 'clean', verdict: 'notice', headline: 'Not judged.' },
    };
    const report = { ...reportOn([]), exchanges: [unjudged] } as ReturnType<typeof reportOn>;
    expect(reportText(report, 'a', LANGUAGE)).toMatch(/^ {4}no answer$/m);
  });

  it('keeps to 100 columns', () => {
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it.each([
    ['\u00a0', '', '(`Infuzu-API-Key`)'],
    ['\u00a0 ', '', '(`Infuzu-API-Key`)'],
    ['', '\u00a0', `(\`Infuzu-API-Key\`, character ${FAKE_KEY.length + 1})`],
    ['\u200b', '', '(`Infuzu-API-Key`, character 1)'],
  ])('counts characters of a key from 1: %j', (before, after, place) => {
    const report = reportOn([{ headers: [['Infuzu-API-Key', before + FAKE_KEY + after]], status: 401 }]);
    const found = reportText(report, 'a', LANGUAGE);
    expect(found).toContain(place);
    expect(found).not.toMatch(/character (?:0|-\d)/);
  });

  it('explains a documented code that no finding explains', () => {
    const funds = reportOn([{ status: 402, answer: refusal('not_enough_funds', 'Empty') }]);
    expect(reportText(funds, 'a', LANGUAGE)).toContain(
      '`not_enough_funds`: Empty. Add funds in the dashboard.',
    );
  });

  it('lists what cannot be read', () => {
    const report = { ...reportOn([]), unreadable: [{ index: 7, reason: 'The entry is not an object.' }] };
    const text = reportText(report, 'a', LANGUAGE);
    expect(text).toContain('#7  The entry is not an object.');
    // It may be a request to Infuzu: the first line does not deny that.
    expect(text).toContain('a: no readable request to Infuzu; 1 unreadable entry\n');
  });

  it('says so when there is nothing for Infuzu', () => {
    const report = reportOn([{ url: 'https://example.com/' }]);
    expect(reportText(report, 'a', LANGUAGE)).toBe('a: no request to Infuzu; 1 to another host, left out\n');
  });
});

describe('foreign text', () => {
  const hostile = '\u001b[31m\u009b31m</details> # x | [a](javascript:b) ![i](x) @all <b>\u202e';
  const entries = [{ status: 400, answer: refusal('<script>', hostile) }];
  const report = reportOn(entries);
  const markdownOf = (name: string) => ticketOfFile(harOf(entries), name) ?? '';

  it('cannot act on a terminal', () => {
    const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;
    expect(reportText(report, 'a\u001b[2J', LANGUAGE)).not.toMatch(control);
    expect(markdownOf('a\u001b[2J')).not.toMatch(control);
    expect(reportJson(report)).not.toMatch(control);
  });

  it('is no markup in Markdown', () => {
    const markdown = markdownOf('a <b>');
    const outsideOfCode = markdown.replace(/`[^`]*`/g, '');
    expect(outsideOfCode).not.toMatch(/(?<!\\)<\/details>/);
    expect(outsideOfCode).not.toMatch(/(?<!\\)\[a\]\(/);
    expect(markdown).toContain('## Infuzu calls of a \\<b\\>\n');
  });
});

test.each([
  ['en', '12 of 40 calls, filter: `status:4xx`'],
  ['de', '12 von 40 Aufrufen, Filter: `status:4xx`'],
])('says which calls a list shows, %s', async (tag, text) => {
  const language = await loadLanguage(tag);
  expect(shownText({ shown: 12, total: 40, filter: 'status:4xx' }, language)).toEqual([text]);
  expect(shownText({ shown: 40, total: 40, filter: 'status:4xx' }, language)).toEqual([]);
  expect(shownText({ shown: 1, total: 2, filter: FAKE_KEY }, language)[0]).not.toContain(FAKE_KEY);
});

describe('wrapText', () => {
  it('wraps at spaces', () => expect(wrapText('aa bb cc', 5)).toEqual(['aa bb', 'cc']));
  it('leaves a long word whole', () => expect(wrapText('a bbbbbbbb c', 4)).toEqual(['a', 'bbbbbbbb', 'c']));
  it('indents what follows a label', () => {
    expect(labelled('error', 'aa bb cc', 2, 10, 15)).toBe('  error   aa bb\n          cc');
  });
});

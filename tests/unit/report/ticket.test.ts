import { beforeAll, describe, expect, test } from 'vitest';
import { type Language, loadLanguage } from '../../../lib/messages/language';
import { asCode, asMarkdown, callReport } from '../../../lib/report/call-report';
import { ticketText } from '../../../lib/report/ticket';
import { faultyCalls, groupCounts } from '../../../lib/store/call-counts';
import { createFold } from '../../../lib/store/calls';
import { createInspect } from '../../../lib/store/inspect';
import { FAKE_KEY } from '../support/exchange-of';
import { bareToken, cleanCall, partialCall, pendingCall, START, tabCall } from '../support/tab-calls';

let language: Language;
beforeAll(async () => {
  language = await loadLanguage('en-GB');
});

const BY = { version: '1.0', browser: 'Chrome 143' };
const HOSTS = { top: [['gateway.example.com', 3]], others: 1 } as const;
const COUNTS = { error: 1, warning: 0, notice: 0, clean: 1, pending: 0, unreadable: 0 };

describe('a key where no key belongs', () => {
  const reported = (url: string, headers: readonly (readonly [string, string])[]) => {
    const [inspected] = createInspect()([tabCall(1, { url, headers })]).exchanges;
    return callReport(inspected as NonNullable<typeof inspected>, language);
  };
  const api = 'https://chat.infuzu.com/api/llm-response';

  test('is told with its place, and stays masked', () => {
    const report = reported(`https://chat.infuzu.com/${FAKE_KEY}/api`, [['X-Foo', FAKE_KEY]]);
    expect(report).toContain('- What looks like a key stands in the header `X-Foo`;');
    expect(report).toContain('- What looks like a key stands in the path of the URL;');
    expect(report).not.toContain(FAKE_KEY.slice(4));
  });

  test('is not what is masked by its nature, nor a URL that holds one', () => {
    const report = reported(api, [
      ['Infuzu-API-Key', FAKE_KEY],
      ['Cookie', 'sid=1'],
      ['Referer', `https://app.example.com/?api_key=${FAKE_KEY}`],
      ['X-Trace', 'abc'],
    ]);
    expect(report).not.toContain('looks like a key');
  });
});

test('a long name of a picture is no key', () => {
  const url = 'https://infuzu.com/assets/logo_color_272x92dp_4f3a2b1c.png';
  const [picture] = createInspect()([
    tabCall(1, { url, method: 'GET', headers: [], resourceType: 'image' }),
  ]).exchanges;
  const report = callReport(picture as NonNullable<typeof picture>, language);
  expect(report).toContain('[redacted]');
  expect(report).not.toContain('looks like a key');
});

describe('a ticket', () => {
  test('names the site, the counts, and each call with fault and remedy; no key is in it', () => {
    const { exchanges } = createInspect()([bareToken(1), cleanCall(2)]);
    const report = ticketText(
      { name: 'https://app.example.com', made: START, ...BY, counts: COUNTS, calls: exchanges.slice(0, 1) },
      language,
    );
    expect(report).toContain('## Infuzu calls of https://app.example.com');
    expect(report).toContain('2 calls: 1 error and 1 clean.');
    expect(report).toContain('Left out: 1 clean.');
    expect(report).toContain('`POST https://chat.infuzu.com/api/llm-response`');
    expect(report).toContain('`invalid_authorization_header` `Malformed Bearer token`');
    expect(report).toContain('`bearer-prefix-missing`');
    expect(report).toContain('key #1 `ifz_••••••0001`');
    expect(report).not.toContain(FAKE_KEY.slice(4, 20));
  });

  test('names what made it', () => {
    const report = ticketText({ name: '', made: START, ...BY, counts: COUNTS, calls: [] }, language);
    expect(report).toContain('by Infuzu Request Inspector 1.0 in Chrome 143. Keys are masked');
  });

  test('calls that differ only in their time are one section, and a finding is explained once', () => {
    const other = tabCall(3, {
      url: 'https://chat.infuzu.com/api/v1/chat/completions',
      headers: [['Authorization', FAKE_KEY]],
      status: 401,
    });
    const { exchanges } = createInspect()([bareToken(1), bareToken(2), other, bareToken(4)]);
    const report = ticketText(
      { name: '', made: START, ...BY, counts: { ...COUNTS, error: 4, clean: 0 }, calls: exchanges },
      language,
    );
    const [, first = '', second = '', ...more] = report.split(/^### /m);
    expect(more).toEqual([]);
    expect(first).toMatch(/^.* \(×3\)\n/);
    expect(first.match(/^- Started: /gm)).toHaveLength(3);
    expect(first).toMatch(/`bearer-prefix-missing`\n {2}Remedy: .+\n {2}See <https:/);
    const [headline = ''] = first.split(' (×3)');
    expect(first.split(headline)).toHaveLength(2);
    expect(second).toMatch(/^[^×]*\n/);
    expect(second).toContain('`bearer-prefix-missing`: see above\n');
  });

  test('says so when there was nothing', () => {
    const counts = { ...COUNTS, error: 0, clean: 0 };
    expect(ticketText({ name: '', made: START, ...BY, counts, calls: [] }, language)).toContain(
      'No call was seen.',
    );
  });

  test('names the hosts of a file without any call', () => {
    const beside = { ignored: 4, ignoredHosts: HOSTS, unreadable: [] };
    const counts = { ...COUNTS, error: 0, clean: 0 };
    expect(ticketText({ name: '', made: START, ...BY, counts, calls: [], beside }, language)).toContain(
      '\n4 to other hosts, left out. Hosts: gateway.example.com (3) and 1 more.\n',
    );
  });

  test('tells the gravest calls first', () => {
    const warned = { errors: [], warnings: [{ code: 'deprecated', message: 'Soon gone' }] };
    const { exchanges } = createInspect()([tabCall(1, { status: 200, responseBody: warned }), bareToken(2)]);
    const report = ticketText(
      { name: '', made: START, ...BY, counts: { ...COUNTS, warning: 1, clean: 0 }, calls: exchanges },
      language,
    );
    expect(report.indexOf('`bearer-prefix-missing`')).toBeGreaterThan(0);
    expect(report.indexOf('`bearer-prefix-missing`')).toBeLessThan(report.indexOf('`api-warnings`'));
  });

  test.each([
    ['en', '5 calls: 1 error, 1 notice, 2 clean and 1 pending.', 'Left out: 2 clean and 1 pending.'],
    [
      'de',
      '5 Aufrufe: 1 Fehler, 1 Hinweis, 2 fehlerfrei und 1 offen.',
      'Weggelassen: 2 fehlerfrei und 1 offen.',
    ],
  ])('counts no call as clean that it lists, %s', async (tag, counted, leftOut) => {
    const exchanges = [bareToken(1), cleanCall(2), partialCall(3), pendingCall(4), cleanCall(5)];
    const calls = createFold()(createInspect()(exchanges).exchanges);
    const listed = faultyCalls(calls).map(({ lead }) => lead);
    const report = ticketText(
      { name: '', made: START, ...BY, counts: groupCounts(calls), calls: listed },
      await loadLanguage(tag === 'en' ? 'en-GB' : tag),
    );
    expect(listed.map(({ exchange }) => exchange.callId)).toEqual(['1', '3']);
    expect(report).toContain(counted);
    expect(report).toContain(leftOut);
  });

  test('a call of a file is named by its entry and date', () => {
    const { exchanges } = createInspect()([bareToken(1), tabCall(2, { startedDateTime: 0 })]);
    const [dated, undated] = exchanges;
    if (dated === undefined || undated === undefined) expect.fail();
    expect(callReport({ ...dated, entry: 12 }, language)).toMatch(/^- Entry 12: .*2026.*, \d+ ms$/m);
    expect(callReport({ ...undated, entry: 0 }, language)).toMatch(/^- Entry 0$/m);
    expect(callReport(dated, language)).toMatch(/^- Started: .*2026/m);
    expect(callReport(undated, language)).not.toContain('Started');
  });

  const answered = (index: number, ...responseHeaders: [string, string][]) =>
    tabCall(index, { status: 500, responseHeaders });
  const ticketOf = (...calls: ReturnType<typeof tabCall>[]) => {
    const { exchanges } = createInspect()(calls);
    return ticketText({ name: '', made: START, ...BY, counts: COUNTS, calls: exchanges }, language);
  };

  test('names the id by which support finds each of equal calls', () => {
    const report = ticketOf(
      answered(1, ['CF-Ray', '8f1a2b3c4d5e6f70-FRA'], ['X-Request-Id', 'req_1']),
      answered(2, ['CF-Ray', '8f1a2b3c4d5e6f71-FRA']),
    );
    expect(report.match(/^### /gm)).toHaveLength(1);
    expect(report).toMatch(/^- Started: .*, `X-Request-Id: req_1`$/m);
    expect(report).toMatch(/^- Started: .*, `CF-Ray: 8f1a2b3c4d5e6f71-FRA`$/m);
  });

  test('takes no other header for an id, nor one without a value', () => {
    const report = ticketOf(answered(1, ['X-Client-Id', 'c_1'], ['Request-Id', '']));
    expect(report).not.toMatch(/-Id/);
  });

  test('equal calls of a file are one section that names their entries, beside what is no call', () => {
    const { exchanges } = createInspect()([bareToken(1), bareToken(2)]);
    const report = ticketText(
      {
        name: 'customer.har',
        made: START,
        ...BY,
        counts: { ...COUNTS, error: 2, clean: 0 },
        calls: exchanges.map((exchange, i) => ({ ...exchange, entry: 3 + i })),
        beside: {
          ignored: 4,
          ignoredHosts: HOSTS,
          unreadable: [{ index: 9, reason: { key: 'not-an-object' } }],
        },
      },
      language,
    );
    expect(report).toContain('\n4 to other hosts, left out; 1 unreadable entry.\n');
    expect(report).toContain('\n- Entry 9: The entry is not an object.\n');
    expect(report.match(/^### /gm)).toHaveLength(1);
    expect(report.match(/^- Entry [34]: .*2026/gm)).toHaveLength(2);
  });

  test('names warnings of the server, and rules that failed', () => {
    const warned = {
      errors: [],
      warnings: [
        { code: 'deprecated', message: 'Soon gone' },
        { code: '', message: 'Nameless' },
      ],
    };
    const [inspected] = createInspect()([tabCall(1, { status: 200, responseBody: warned })]).exchanges;
    if (inspected === undefined) expect.fail();
    const report = callReport({ ...inspected, crashed: ['key-empty'] }, language);
    expect(report).toContain('- Server: `deprecated` `Soon gone`');
    expect(report).toContain('- Server: `Nameless`\n');
    expect(report).toContain('- The rule `key-empty` failed on this entry');
  });

  test('what a server wrote stays text', () => {
    const message = '<img src=x> `code` [link](javascript:alert(1))\n# heading';
    const [inspected] = createInspect()([
      tabCall(1, { status: 418, responseBody: { errors: [{ code: 'teapot', message }] } }),
    ]).exchanges;
    if (inspected === undefined) expect.fail();
    const report = callReport(inspected, language);
    // Nothing of it stands outside of code without an escape, and nothing begins a line.
    const outside = report.replace(/`[^`]*`/g, '');
    expect(outside).not.toMatch(/(?<!\\)<img/);
    expect(outside).not.toMatch(/(?<!\\)\[link/);
    expect(report).not.toMatch(/^# heading/m);
  });
});

describe('Markdown', () => {
  test.each([
    ['a `b_c` d_e', 'a `b_c` d\\_e'],
    ['lone ` tick', 'lone ˋ tick'],
    ['<b>', '\\<b\\>'],
    ['two\nlines', 'two lines'],
  ])('%j', (text, markdown) => {
    expect(asMarkdown(text)).toBe(markdown);
  });

  test('code cannot be left', () => {
    expect(asCode('a`b\nc')).toBe('`aˋb c`');
  });
});

import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { present } from '../../../lib/exchange/presence';
import { createRedactKnown } from '../../../lib/exchange/redact-known';
import { en } from '../../../lib/messages/en';
import { createFold } from '../../../lib/store/calls';
import { checkExport } from '../../../lib/store/export-check';
import {
  EXPORT_FORMATS,
  type ExportFile,
  type ExportFormat,
  exportFileOf,
} from '../../../lib/store/export-file';
import { createInspect } from '../../../lib/store/inspect';
import { exchangeOf, FAKE_KEY, OTHER_FAKE_KEY, TEST_SALT } from '../support/exchange-of';
import {
  bareToken,
  cleanCall,
  lostOnRedirect,
  partialCall,
  pendingCall,
  refusedPreflight,
  tabCall,
} from '../support/tab-calls';
import { variedExchanges } from '../support/varied-exchanges';

const LANGUAGE = { locale: 'en', ...en };
const MADE = Date.UTC(2026, 0, 2);

function exportOf(format: ExportFormat, exchanges: readonly Exchange[], filtered = 0): ExportFile {
  const calls = createFold()(createInspect()(exchanges).exchanges);
  const known = [...calls, ...calls.slice(0, filtered)];
  const source = { calls, known, filter: 'status:4xx', dropped: 3, name: 'https://app.example.com' };
  return exportFileOf(format, { ...source, made: MADE, version: '1.0', browser: 'Chrome 143' }, LANGUAGE);
}

const check = (file: Pick<ExportFile, 'text' | 'exchanges' | 'format' | 'credentials'>) =>
  checkExport(file, createRedactKnown(file.credentials, TEST_SALT));

const MIXED = [bareToken(1), cleanCall(2), ...lostOnRedirect(3), ...refusedPreflight(4), pendingCall(5)].sort(
  (a, b) => a.startedDateTime - b.startedDateTime,
);

describe('the account of an export', () => {
  it.each([
    ['ticket', { calls: 4, hops: 0, preflights: 0 }, { clean: 1, pending: 1, filtered: 2, dropped: 3 }],
    ['bundle', { calls: 6, hops: 1, preflights: 1 }, { clean: 0, pending: 0, filtered: 2, dropped: 3 }],
    ['har', { calls: 5, hops: 1, preflights: 1 }, { clean: 0, pending: 1, filtered: 2, dropped: 3 }],
  ] as const)('adds up for a %s', (format, content, leftOut) => {
    const file = exportOf(format, [...MIXED, partialCall(6)], 2);
    expect(file.content).toMatchObject(content);
    expect(file.leftOut).toEqual(leftOut);
    expect(file.content.calls + file.leftOut.clean + file.leftOut.pending).toBe(6);
    expect(file.counts).toMatchObject({ error: 3, notice: 1, clean: format === 'ticket' ? 0 : 1 });
  });

  it('counts what is masked', () => {
    const call = tabCall(1, {
      url: `https://chat.infuzu.com/api/llm-response?api_key=${OTHER_FAKE_KEY}`,
      headers: [
        ['Infuzu-API-Key', FAKE_KEY],
        ['Cookie', 'sid=1'],
      ],
      status: 200,
      responseHeaders: [['Set-Cookie', 'sid=2']],
    });
    expect(exportOf('bundle', [call]).masked).toBe(4);
  });

  it('names the file by what it is and by the day', () => {
    expect(EXPORT_FORMATS.map((format) => exportOf(format, MIXED).name)).toEqual([
      'infuzu-ticket-2026-01-02.md',
      'infuzu-support-2026-01-02.json',
      'infuzu-calls-2026-01-02.har',
    ]);
  });
});

it('says in a bundle what made it, and what is not in it', () => {
  const bundle: unknown = JSON.parse(exportOf('bundle', MIXED, 2).text);
  const madeBy = { version: '1.0', browser: 'Chrome 143' };
  expect(bundle).toMatchObject({ created: MADE, madeBy, dropped: 3, filtered: 2 });
});

it('says in a ticket what part of the calls it is of', () => {
  expect(exportOf('ticket', MIXED, 2).text).toContain('5 of 7 calls, filter: `status:4xx`.');
  expect(exportOf('ticket', MIXED).text).not.toContain('filter:');
});

it('says in a ticket which other calls with its key worked, those that a filter hides among them', () => {
  const known = createFold()(createInspect()([bareToken(1), cleanCall(2)]).exchanges);
  const by = { made: MADE, version: '1.0', browser: 'Chrome 143' };
  const source = { calls: known.slice(0, 1), known, filter: 'status:4xx', dropped: 0, name: '', ...by };
  const told = '\n- 1 other call with key \\#1 worked, at `https://chat.infuzu.com`: look at what differs.\n';
  expect(exportFileOf('ticket', source, LANGUAGE).text).toContain(told);
  expect(exportOf('ticket', [bareToken(1)]).text).not.toMatch(/with key/);
});

describe('the check of an export', () => {
  it.each(EXPORT_FORMATS)('passes a %s of every kind of call', (format) => {
    expect(check(exportOf(format, [...MIXED, ...variedExchanges(72)]))).toEqual({ outcome: 'fine' });
  });

  const leaking = (text: string): Exchange => {
    const call = exchangeOf({ status: 401, responseBody: { errors: [], warnings: [] } });
    if (call.response.status === 'absent' || call.response.value.body.status === 'absent') return call;
    const body = { ...call.response.value.body.value, errors: [{ code: 'x', message: text }] };
    return { ...call, response: present({ ...call.response.value, body: present(body) }) };
  };

  it.each([
    ['the key of a call', `You sent ${FAKE_KEY}`],
    ['the key of a call in base64', `You sent ${btoa(`user:${FAKE_KEY}`)}`],
    ['another key of Infuzu', 'ifz_FAKEkey0000000000000000000009'],
    ['a token behind its scheme', 'Authorization: Bearer FAKEtoken00000000000001'],
    ['what stands behind a name that means a key', 'Got api_key=FAKEtoken00000000000009'],
    ['the same in JSON', '{"access_token": "FAKEtoken00000000000009"}'],
    ['a JSON Web Token', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJmYWtlIn0.FAKEsignature'],
  ])('finds %s and says where', (_, text) => {
    expect(check(exportOf('bundle', [leaking(text)]))).toEqual({
      outcome: 'key',
      place: 'exchanges[0].response.value.body.value.errors[0].message',
    });
    expect(check(exportOf('har', [leaking(text)]))).toEqual({
      outcome: 'key',
      place: 'log.entries[0].response.content.text',
    });
    expect(check(exportOf('ticket', [leaking(text)]))).toMatchObject({
      outcome: 'key',
      place: expect.stringMatching(/^\d+$/),
    });
  });

  it.each([
    ['Cookie', 'sid=1'],
    ['X-Session-Token', 'short'],
    ['Infuzu-API-Key', 'FAKEtoken00000000000009'],
    ['Authorization', 'Token FAKEtoken00000000000009'],
  ])('finds the value of %s that was written as it is', (name, value) => {
    const call = exchangeOf({ status: 200, headers: [['X-Other', 'a']] });
    if (call.request.headers.status === 'absent') throw new Error('there are headers');
    const headers = present([...call.request.headers.value, { name, value }]);
    const leaking = { ...call, request: { ...call.request, headers } };
    expect(check(exportOf('bundle', [leaking]))).toMatchObject({
      outcome: 'key',
      place: expect.stringMatching(/^exchanges\[0\]\.request\.headers\.value\[\d\]\.value$/),
    });
  });

  it('lets through what only looks alike', () => {
    const call = tabCall(1, {
      url: 'https://chat.infuzu.com/api/llm-response?id=0b57d0aa-1111-4222-8333-444455556666',
      headers: [
        ['Infuzu-API-Key', 'YOUR_API_KEY'],
        ['Idempotency-Key', '0b57d0aa11114222833344445555666'],
      ],
      status: 401,
      responseHeaders: [
        ['ETag', '"33a64df551425fcc55e4d42a148795d9f25f89d4"'],
        ['CF-Ray', '8a7b6c5d4e3f2a1b0c9d8e7f-FRA'],
        [
          'Report-To',
          '{"endpoints":[{"url":"https://a.nel.example.com/report?s=33a64df551425fcc55e4d42a"}]}',
        ],
      ],
    });
    for (const format of EXPORT_FORMATS) expect(check(exportOf(format, [call]))).toEqual({ outcome: 'fine' });
  });

  it.each(['bundle', 'har'] as const)('refuses a %s that cannot be read again', (format) => {
    const file = exportOf(format, MIXED);
    expect(check({ ...file, text: file.text.slice(0, -3) })).toEqual({ outcome: 'unreadable' });
    expect(check({ ...file, exchanges: file.exchanges + 1 })).toEqual({ outcome: 'unreadable' });
  });
});

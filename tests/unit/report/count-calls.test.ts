import { describe, expect, it } from 'vitest';
import { en } from '../../../lib/messages/en';
import { readInput } from '../../../lib/observe/read-input';
import { inspectionReport } from '../../../lib/report/inspection-report';
import { reportText } from '../../../lib/report/inspection-text';
import { CHAT, type EntryDescription, harOf, JSON_TYPE, refusal } from '../cases/case';
import { TEST_SALT } from '../support/exchange-of';
import { ticketOfFile } from '../support/ticket-of-file';

const LANGUAGE = { locale: 'en', ...en };

const ORIGIN = 'https://app.example.com';
const OTHER = `${CHAT}/`;

const preflight: EntryDescription = {
  method: 'OPTIONS',
  headers: [
    ['Origin', ORIGIN],
    ['Access-Control-Request-Method', 'POST'],
    ['Access-Control-Request-Headers', 'content-type,infuzu-api-key'],
  ],
  status: 204,
  responseHeaders: [
    ['Access-Control-Allow-Origin', ORIGIN],
    ['Access-Control-Allow-Headers', 'content-type, infuzu-api-key'],
  ],
};
const faulty: EntryDescription = {
  headers: [['Origin', ORIGIN], JSON_TYPE],
  status: 401,
  answer: refusal('missing_api_key'),
  start: 10,
};
const redirected: EntryDescription = {
  headers: [JSON_TYPE],
  status: 307,
  responseHeaders: [['Location', OTHER]],
  redirectURL: OTHER,
};
const afterRedirect: EntryDescription = { ...faulty, headers: [JSON_TYPE], url: OTHER, start: 90 };
const picture: EntryDescription = {
  method: 'GET',
  url: 'https://chat.infuzu.com/logo.png',
  headers: [],
  mimeType: 'image/png',
};

describe('the count of calls', () => {
  it.each([
    ['a preflight with its call', [preflight, faulty], '1 call: 1 error'],
    ['a preflight alone', [preflight], '1 call: 1 notice'],
    ['hops of a redirect', [redirected, afterRedirect], '1 call: 1 error'],
    ['hops that stand in the wrong order', [afterRedirect, redirected], '1 call: 1 error'],
    ['calls without a fault', [{}, { start: 500 }], '2 calls: 2 clean'],
    ['a part of a page beside a call', [picture, {}], '1 call: 1 clean'],
    ['parts of a page alone', [picture], undefined],
  ] as const)('is that of the ticket: %s', (_, entries, counted) => {
    const har = harOf(entries);
    const input = readInput(har, { ownHosts: [], salt: TEST_SALT });
    if ('key' in input) throw new Error(input.key);
    const [, second] = reportText(inspectionReport(input, LANGUAGE), 'a.har', LANGUAGE).split('\n');
    expect(second || undefined).toBe(counted);
    expect(ticketOfFile(har, 'a.har')).toContain(counted ?? 'No call was seen.');
  });
});

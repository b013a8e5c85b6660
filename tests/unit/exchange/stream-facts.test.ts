import { describe, expect, it } from 'vitest';
import { streamEndOf } from '../../../lib/diagnosis/stream-end';
import type { Exchange } from '../../../lib/exchange/exchange';
import { isExchange } from '../../../lib/exchange/is-exchange';
import { takeResponseBody } from '../../../lib/exchange/response-body';
import { readStream } from '../../../lib/exchange/stream-facts';
import { successEvents } from '../../mock-api/success';
import { FAKE_KEY } from '../support/exchange-of';
import { tabCall } from '../support/tab-calls';

const OPENAI = successEvents('openai', 'req_1').join('');
const INFUZU = successEvents('infuzu', 'req_1').join('');
const ERROR = `data: {"error":{"code":"not_enough_funds","message":"No funds, ${FAKE_KEY}"}}\n\n`;

const take = (text: string) =>
  takeResponseBody(text, 'text/event-stream', (part) => part.replaceAll(FAKE_KEY, '[redacted]'));

describe('a stream of events', () => {
  it.each([
    ['of OpenAI’s form', OPENAI, { events: 7, done: true, finish: 'stop' }],
    ['of Infuzu’s form', INFUZU, { events: 6, done: false }],
    ['with CRLF', OPENAI.replaceAll('\n', '\r\n'), { events: 7, done: true, finish: 'stop' }],
    ['with comments and names', ': hi\nevent: x\nid: 1\n\ndata: a\ndata: b\n\n', { events: 1, done: false }],
    ['that broke off', OPENAI.slice(0, OPENAI.indexOf('stand-in') + 4), { events: 5, done: false }],
    ['without an event', ': only a comment\n\n', { events: 0, done: false }],
  ])('%s', (_, text, facts) => {
    expect(take(text)).toMatchObject({ shape: 'event-stream', errors: [] });
    expect(readStream(text).facts).toEqual(facts);
  });

  it('is told from its beginning where no media type tells it', () => {
    expect(takeResponseBody(OPENAI, '', (text) => text).stream).toEqual({
      events: 7,
      done: true,
      finish: 'stop',
    });
  });

  it('reports the error of its last event, redacted', () => {
    const body = take(INFUZU + ERROR);
    expect(body).toMatchObject({
      shape: 'event-stream',
      errors: [{ code: 'not_enough_funds', message: 'No funds, [redacted]' }],
      stream: { events: 7, done: false },
    });
  });

  it('keeps nothing of what was said', () => {
    expect(JSON.stringify(take(OPENAI))).not.toContain('stand-in');
  });

  it('ends for long input', () => {
    expect(readStream('data: {"error":'.repeat(50_000)).facts.events).toBe(1);
    expect(readStream('\r'.repeat(500_000)).facts.events).toBe(0);
  });
});

describe('the end of a stream', () => {
  const answered = (text: string, over: Partial<Exchange> = {}) =>
    tabCall(1, { status: 200, responseBody: text, mimeType: 'text/event-stream' }, over);

  it.each([
    ['done', answered(OPENAI)],
    ['closed', answered(INFUZU)],
    ['reported', answered(INFUZU + ERROR)],
    ['aborted', answered(INFUZU, { state: 'failed', error: { text: 'net::ERR_ABORTED' } })],
    ['broken', answered(INFUZU, { state: 'failed', error: { text: 'net::ERR_CONNECTION_RESET' } })],
    ['running', answered(INFUZU, { state: 'pending' })],
    ['unknown', tabCall(1, { status: 200, responseHeaders: [['Content-Type', 'text/event-stream']] })],
    [undefined, tabCall(1, { status: 200, responseBody: { results: {} } })],
    [undefined, tabCall(1)],
  ])('%s', (end, exchange) => {
    expect(streamEndOf(exchange)).toBe(end);
    expect(isExchange(JSON.parse(JSON.stringify(exchange)))).toBe(true);
  });

  it('is no exchange with other facts', () => {
    const text = JSON.stringify(answered(OPENAI));
    expect(text).toContain('"events":7');
    expect(isExchange(JSON.parse(text.replace('"events":7', '"events":"many"')))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { judge } from '../../../lib/diagnosis/judge';
import type { Exchange } from '../../../lib/exchange/exchange';
import { absent } from '../../../lib/exchange/presence';
import { reduceExchange } from '../../../lib/exchange/reduce-exchange';
import { mergeEntry } from '../../../lib/join/merge';
import type { WebRequestDetails, WebRequestEvent } from '../../../lib/observe/from-web-request';
import { NO_NEIGHBOURS } from '../../../lib/rules/neighbours';
import { harOf, observationOf } from '../support/web-request-of';

const EVENTS = ['onBeforeRequest', 'onSendHeaders', 'onHeadersReceived', 'onCompleted'] as const;

/** A call without key, type and body, seen from this event on. */
function seenFrom(first: WebRequestEvent, more: Partial<WebRequestDetails> = {}): Exchange {
  const seen = EVENTS.slice(EVENTS.indexOf(first as (typeof EVENTS)[number]));
  let exchange: Exchange | undefined;
  for (const event of seen) {
    const bare = event === 'onSendHeaders' ? { requestHeaders: [] } : {};
    exchange = reduceExchange(exchange, observationOf(event, { ...bare, ...more }));
  }
  if (!exchange) throw new Error('no events');
  return exchange;
}

const rulesOf = (exchange: Exchange) =>
  judge(exchange, NO_NEIGHBOURS).diagnosis.findings.map(({ rule }) => rule);
const keyOf = (exchange: Exchange) => {
  const { state, headline } = judge(exchange, NO_NEIGHBOURS).diagnosis;
  return [state, headline.from === 'diagnosis' ? headline.key : headline.finding.rule];
};

describe('a record that starts in its middle', () => {
  it('is judged in full when it does not', () => {
    expect(rulesOf(seenFrom('onBeforeRequest'))).toEqual(
      expect.arrayContaining(['credentials-missing', 'body-missing-messages']),
    );
  });

  it('claims of the headers that were seen, and not of the body', () => {
    const rules = rulesOf(seenFrom('onSendHeaders'));
    expect(rules).toContain('credentials-missing');
    expect(rules.filter((rule) => /^(body|content)-/.test(rule))).toEqual([]);
  });

  it.each(['onHeadersReceived', 'onCompleted'] as const)('claims nothing of a request before %s', (first) => {
    expect(rulesOf(seenFrom(first))).toEqual([]);
    expect(keyOf(seenFrom(first))).toEqual(['notice', 'clean-partial']);
  });

  it('claims nothing while it still runs', () => {
    const running = reduceExchange(undefined, observationOf('onHeadersReceived'));
    expect(rulesOf(running)).toEqual([]);
  });

  it('claims nothing of a redirect that it did not see', () => {
    const answered = reduceExchange(undefined, observationOf('onSendHeaders', { requestHeaders: [] }));
    const hidden = [
      observationOf('onHeadersReceived', {
        responseHeaders: [{ name: 'Access-Control-Allow-Origin', value: 'null' }],
      }),
      observationOf('onErrorOccurred', { error: 'net::ERR_FAILED' }),
    ].reduce(reduceExchange, answered);
    expect(rulesOf(hidden)).not.toContain('response-hidden-by-cors');
    expect(rulesOf({ ...hidden, partial: false })).toContain('response-hidden-by-cors');
  });

  it.each([
    ['missing_api_key', 'key-not-recorded'],
    ['invalid_api_key', 'key-not-recorded'],
    ['multiple_api_keys', 'key-not-recorded'],
    ['invalid_authorization_header', 'key-not-recorded'],
    ['unsupported_media_type', 'type-not-recorded'],
  ])('does not speak of headers that it does not hold when the server says %s', (code, headline) => {
    const refused = seenFrom('onCompleted', { statusCode: 400 });
    const entry = harOf('1', {
      headers: null,
      body: null,
      status: 400,
      responseBody: { errors: [{ code, message: '' }] },
    });
    expect(keyOf(mergeEntry(refused, entry, 'rank'))).toEqual(['error', headline]);
  });

  it('is whole again when DevTools tell the rest of it', () => {
    const { exchange } = harOf('1', { status: 200 });
    const whole = mergeEntry(seenFrom('onCompleted'), harOf('1', { status: 200 }), 'rank');
    expect(whole.partial).toBe(false);
    expect(keyOf(whole)[1]).toBe('clean');
    const headless = { ...exchange, request: { ...exchange.request, headers: absent('not-recorded') } };
    const entry = { ...harOf('1'), exchange: headless };
    expect(mergeEntry(seenFrom('onCompleted'), entry, 'rank').partial).toBe(true);
  });
});

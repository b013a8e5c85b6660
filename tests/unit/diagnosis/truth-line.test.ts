import { describe, expect, test } from 'vitest';
import { truthLineOf } from '../../../lib/diagnosis/truth-line';
import { takeAnatomies } from '../../../lib/exchange/credential';
import type { Exchange, FetchOption } from '../../../lib/exchange/exchange';
import { loseEnd } from '../../../lib/exchange/lost-end';
import { absent, present, presentValue } from '../../../lib/exchange/presence';
import { neighboursOf } from '../../../lib/rules/neighbours';
import { exchangeOf, FAKE_KEY } from '../support/exchange-of';
import {
  bareToken,
  cleanCall,
  lostOnRedirect,
  pendingCall,
  refusedPreflight,
  tabCall,
  unreadRefusal,
} from '../support/tab-calls';

function keysOf(exchange: Exchange, all: readonly Exchange[] = [exchange]) {
  const { code, server, browser } = truthLineOf(exchange, neighboursOf(all)(exchange));
  const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);
  return { code: keys(code), server: keys(server), browser: keys(browser) };
}

const written = (value: string) =>
  present({
    api: 'fetch' as const,
    credentials: takeAnatomies([{ name: 'Infuzu-API-Key', value }]).anatomies,
  });

const writtenWith = (...options: readonly FetchOption[]) =>
  present({ api: 'fetch' as const, credentials: [], options });

const ABORTED = { state: 'failed', error: { text: 'net::ERR_ABORTED' } } as const;

describe('the three witnesses', () => {
  test('a refusal', () => {
    expect(keysOf(bareToken(1))).toEqual({ code: ['codeStatusNotOk'], server: [], browser: ['browserSent'] });
  });

  test('a success', () => {
    expect(keysOf(cleanCall(1)).code).toEqual(['codeStatusOk']);
  });

  test('an answer that the browser had stored and asked about', () => {
    expect(keysOf(tabCall(1, { method: 'GET', body: null, status: 304 })).code).toEqual(['codeStored']);
  });

  test('a body that the code left unread', () => {
    expect(keysOf(unreadRefusal(1)).code).toEqual(['codeStatusNotOk', 'codeBodyUnread']);
  });

  test('a call that the browser refused, or to a port that it does not call', () => {
    const refused = { state: 'never-sent', error: { text: 'blocked:origin' } } as const;
    expect(keysOf(tabCall(1, { status: 0 }, refused))).toEqual({
      code: ['codeNetworkError'],
      server: ['serverNotAsked'],
      browser: ['browserRefused'],
    });
    const url = 'http://localhost:6000/api/llm-response';
    expect(keysOf(exchangeOf({ url, status: 0 })).browser).toEqual(['browserRefused']);
  });

  test('a call that waits', () => {
    expect(keysOf(pendingCall(1))).toEqual({
      code: ['codeWaiting'],
      server: ['serverNothingYet'],
      browser: ['browserSent'],
    });
  });

  test('an answer that CORS hides: the code sees a network error, the server did answer', () => {
    const hidden = tabCall(1, { status: 401 }, { state: 'failed', error: { text: 'net::ERR_FAILED' } });
    expect(keysOf(hidden)).toEqual({
      code: ['codeNetworkError'],
      server: [],
      browser: ['browserSent', 'browserHidAnswer'],
    });
  });

  test('a refused preflight: nothing was sent', () => {
    const [preflight, call] = refusedPreflight(1);
    expect(keysOf(call, [preflight, call])).toEqual({
      code: ['codeNetworkError'],
      server: ['serverNotAsked'],
      browser: ['browserNotSent'],
    });
    expect(keysOf(preflight, [preflight, call]).code).toEqual(['codePreflight']);
  });

  test('a call that failed after its preflight was permitted reached the server', () => {
    const [refused, call] = refusedPreflight(1);
    const preflight = {
      ...refused,
      response: present({
        ...(refused.response.status === 'present' ? refused.response.value : ({} as never)),
        status: 204,
        headers: [
          { name: 'access-control-allow-origin', value: '*' },
          { name: 'access-control-allow-headers', value: '*, authorization' },
        ] as never,
      }),
    };
    for (const [error, code] of [
      ['net::ERR_CONNECTION_RESET', 'codeNetworkError'],
      ['net::ERR_ABORTED', 'codeGaveUp'],
    ] as const) {
      const failed = { ...call, error: { text: error } };
      expect(keysOf(failed, [preflight, failed])).toEqual({
        code: [code],
        server: ['serverNothing'],
        browser: ['browserBlocked'],
      });
    }
  });

  test.each([
    ['net::ERR_ABORTED', 'codeGaveUpBody'],
    ['net::ERR_INCOMPLETE_CHUNKED_ENCODING', 'codeBodyBroke'],
    ['NS_ERROR_NET_PARTIAL_TRANSFER', 'codeBodyBroke'],
  ])('a body that ended with %s: the code saw the status before', (error, code) => {
    const broken = tabCall(1, { status: 200 }, { state: 'failed', error: { text: error } });
    expect(keysOf(broken)).toEqual({
      code: ['codeStatusOk', code],
      server: [],
      browser: ['browserSent', 'browserBroke'],
    });
  });

  test('a call that the browser stopped', () => {
    const stopped = tabCall(1, { error: 'net::ERR_CONNECTION_REFUSED' });
    expect(keysOf(stopped)).toEqual({
      code: ['codeNetworkError'],
      server: ['serverNothing'],
      browser: ['browserBlocked'],
    });
  });

  test('a redirect to another origin drops Authorization', () => {
    const [first, second] = lostOnRedirect(1);
    expect(keysOf(first, [first, second])).toEqual({
      code: ['codeRedirect'],
      server: [],
      browser: ['browserSent', 'browserRedirected', 'browserDropped'],
    });
  });

  test('a redirect that was not followed, as Firefox ends it', () => {
    const { redirect: _, ...ended } = tabCall(1, {
      status: 308,
      responseHeaders: [['Location', 'https://eu.infuzu.com/api/llm-response']],
    });
    expect(keysOf({ ...ended, state: 'completed' })).toEqual({
      code: ['codeUnfollowed'],
      server: [],
      browser: ['browserSent', 'browserUnfollowed'],
    });
  });

  test('a beacon, whose code sees nothing and wrote no key', () => {
    const [call] = lostOnRedirect(1).slice(1);
    if (call === undefined) expect.fail();
    const written = present({ api: 'sendBeacon' as const, credentials: [] });
    expect(keysOf({ ...call, written })).toMatchObject({ code: ['codeBeacon'], browser: ['browserSent'] });
  });

  test('a redirect that was not followed', () => {
    const [first] = lostOnRedirect(1);
    expect(keysOf({ ...first, state: 'failed', error: { text: 'net::ERR_ABORTED' } })).toEqual({
      code: ['codeUnfollowed'],
      server: [],
      browser: ['browserSent', 'browserUnfollowed'],
    });
  });

  test('a key that the browser dropped for no-cors', () => {
    const headers = [['Sec-Fetch-Mode', 'no-cors']] as const;
    const opaque = { ...tabCall(1, { status: 401, headers }), written: written(`${FAKE_KEY} `) };
    expect(keysOf(opaque)).toEqual({
      code: ['codeOpaque'],
      server: [],
      browser: ['browserSent', 'browserDropped'],
    });
  });

  test('an answer for no-cors, where the probe alone knows of that', () => {
    const call = { ...tabCall(1, { status: 401 }), source: 'devtools' as const };
    expect(keysOf({ ...call, written: writtenWith('no-cors') }).code).toEqual(['codeOpaque']);
    expect(keysOf({ ...call, written: writtenWith() }).code).toEqual(['codeStatusNotOk']);
  });

  test.each([
    ['manual', 'codeOpaqueRedirect'],
    ['error', 'codeNetworkError'],
  ] as const)('a redirect that was not followed, as the probe tells: %s', (option, code) => {
    const [first] = lostOnRedirect(1);
    expect(keysOf({ ...first, ...ABORTED, written: writtenWith(option) }).code).toEqual([code]);
  });

  test('a beacon that no probe saw', () => {
    const beacon = tabCall(1, { status: 401, resourceType: 'beacon' });
    expect(keysOf(beacon).code).toEqual(['codeBeacon']);
    expect(keysOf({ ...beacon, ...ABORTED }).code).toEqual(['codeBeacon']);
  });

  describe('a call with `keepalive`', () => {
    const call = { ...cleanCall(1), time: 1_500, written: writtenWith('keepalive') };
    const answeredAfter = (wait: number): Exchange => {
      const response = presentValue(call.response) ?? expect.fail();
      const receivedDateTime = call.startedDateTime + wait;
      return { ...call, ...ABORTED, response: present({ ...response, receivedDateTime }) };
    };

    test('whose page was gone: Chromium aborts it in the moment of its answer', () => {
      expect(keysOf(answeredAfter(1_499)).code).toEqual(['codeGone']);
    });

    test('that its code gave up later', () => {
      expect(keysOf(answeredAfter(400)).code).toEqual(['codeStatusOk', 'codeGaveUpBody']);
    });

    test('that has its answer: whether its page was there is not known', () => {
      expect(keysOf(call).code).toEqual(['codeStatusOk', 'codeIfThere']);
    });
  });

  test('an upgrade by the browser sent nothing', () => {
    const [first] = lostOnRedirect(1);
    const upgraded = {
      ...first,
      redirect: first.redirect && { ...first.redirect, internal: true },
    } as Exchange;
    expect(keysOf(upgraded).browser).toEqual(['browserUpgraded']);
  });

  test('white space that the browser trimmed', () => {
    const trimmed = { ...cleanCall(1), written: written(`${FAKE_KEY} `) };
    const { browser } = truthLineOf(trimmed, {});
    expect(browser).toEqual([
      { key: 'browserSent' },
      { key: 'browserTrimmed', values: { header: '`Infuzu-API-Key`' } },
    ]);
  });

  test('a key that was sent as it was written', () => {
    expect(keysOf({ ...cleanCall(1), written: written(FAKE_KEY) }).browser).toEqual(['browserUnchanged']);
  });

  test('a call that threw before there was a request', () => {
    const thrown: Exchange = {
      ...pendingCall(1),
      source: 'probe',
      state: 'never-sent',
      response: absent('none'),
      written: present({ api: 'fetch', credentials: [], thrown: 'TypeError: no' }),
    };
    expect(keysOf(thrown)).toEqual({
      code: ['codeThrew'],
      server: ['serverNotAsked'],
      browser: ['browserRefused'],
    });
  });

  test('a call whose end went by unseen', () => {
    expect(keysOf(loseEnd(pendingCall(1), 'silent'))).toEqual({
      code: ['notRecorded'],
      server: ['notRecorded'],
      browser: ['browserSent', 'browserSilent'],
    });
    expect(keysOf(loseEnd(pendingCall(1), 'no-request')).browser).toEqual(['browserShowedNothing']);
  });

  test('a call that failed in a record that does not say why', () => {
    const call = { source: 'har-file', initiator: { page: true }, status: 0 } as const;
    expect(keysOf(exchangeOf(call)).browser).toEqual(['notRecorded']);
    expect(keysOf(exchangeOf({ ...call, error: 'net::ERR_FAILED' })).browser).toEqual(['browserBlocked']);
    expect(keysOf(exchangeOf({ ...call, status: 500 })).browser).toEqual(['browserSent']);
  });

  test('a curl line tells of nobody', () => {
    expect(keysOf(exchangeOf({ source: 'curl' }))).toEqual({
      code: ['notRecorded'],
      server: ['notRecorded'],
      browser: ['browserNone'],
    });
  });

  test('a program that recorded its own call', () => {
    const byProgram = { source: 'har-file', initiator: { page: false } } as const;
    const answered = exchangeOf({ ...byProgram, status: 401 });
    expect(keysOf(answered)).toEqual({ code: ['codeStatus'], server: [], browser: ['browserNone'] });
    const failed = { ...exchangeOf(byProgram), state: 'failed' as const };
    expect(keysOf(failed)).toMatchObject({ code: ['codeNetworkError'], browser: ['browserNone'] });
    const redirected = { ...exchangeOf({ ...byProgram, status: 307 }), state: 'redirected' as const };
    expect(keysOf(redirected)).toMatchObject({ code: ['notRecorded'], browser: ['browserNone'] });
    const ofExtension = { ...answered, source: 'devtools' as const };
    expect(keysOf(ofExtension)).toMatchObject({ code: ['codeStatusNotOk'], browser: ['browserSent'] });
    const untold = exchangeOf({ source: 'har-file', status: 401, initiator: {} });
    expect(keysOf(untold)).toMatchObject({ code: ['codeStatusNotOk'], browser: ['browserSent'] });
  });
});

import { describe, expect, test } from 'vitest';
import type { Exchange, WrittenFacts } from '../../../lib/exchange/exchange';
import { absent, present } from '../../../lib/exchange/presence';
import { createFold, partsOf, stateOf } from '../../../lib/store/calls';
import { createInspect } from '../../../lib/store/inspect';
import { exchangeOf, FAKE_KEY, OTHER_FAKE_KEY } from '../support/exchange-of';
import {
  bareToken,
  cleanCall,
  JSON_TYPE,
  lostOnRedirect,
  PAGE,
  pendingCall,
  refusedPreflight,
  tabCall,
} from '../support/tab-calls';

function fold(exchanges: readonly Exchange[]) {
  return createFold()(createInspect()(exchanges).exchanges);
}

describe('folding', () => {
  test('redirect hops are one call: asked of the first, answered by the last, judged by the cause', () => {
    const [first, second] = lostOnRedirect(1);
    const [call, ...others] = fold([first, second]);
    expect(others).toEqual([]);
    expect(call?.first.exchange).toBe(first);
    expect(call?.last.exchange).toBe(second);
    expect(call?.lead.diagnosis.findings.map(({ rule }) => rule)).toContain('credential-lost-on-redirect');
    expect(call?.keyNumber).toBe(1);
    expect(call?.time).toBe(80);
    expect(call && partsOf(call).map(({ relation, number }) => `${relation} ${number}`)).toEqual([
      'hop 1',
      'hop 2',
    ]);
  });

  test('a preflight is folded under the call that it asked for', () => {
    const [preflight, request] = refusedPreflight(1);
    const calls = fold([preflight, request]);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.first.exchange).toBe(request);
    expect(calls[0]?.preflights[0]?.exchange).toBe(preflight);
    expect(calls[0] && partsOf(calls[0]).map(({ relation }) => relation)).toEqual(['preflight']);
  });

  test('a preflight without its call is a row of its own', () => {
    const [preflight] = refusedPreflight(1);
    expect(fold([preflight]).map(({ id }) => id)).toEqual([preflight.id]);
  });

  test('page furniture is no call', () => {
    const image = tabCall(1, { method: 'GET', headers: [], resourceType: 'image', status: 200, body: null });
    expect(fold([image, cleanCall(2)])).toHaveLength(1);
  });

  test('a preflight that is allowed waits for its call without being clean, and is folded under it when it comes', () => {
    const allowed = {
      method: 'OPTIONS',
      body: null,
      headers: [
        ['Origin', PAGE],
        ['Access-Control-Request-Method', 'POST'],
      ],
      status: 204,
      responseHeaders: [['Access-Control-Allow-Origin', PAGE]],
    } as const;
    const preflight = tabCall(1, allowed, { source: 'devtools', resourceType: 'preflight' });
    const inspect = createInspect();
    const foldAgain = createFold();
    const [alone] = foldAgain(inspect([preflight]).exchanges);
    expect(alone && stateOf(alone)).toBe('notice');
    expect(alone?.lead.diagnosis.headline).toMatchObject({ key: 'preflight-alone' });
    const [call, ...others] = foldAgain(inspect([preflight, cleanCall(2)]).exchanges);
    expect(others).toEqual([]);
    expect(call?.preflights[0]?.diagnosis.headline).toMatchObject({ key: 'preflight-allowed' });
    expect(call && stateOf(call)).toBe('clean');
  });

  test('a single exchange has no parts', () => {
    const [call] = fold([bareToken(1)]);
    expect(call && partsOf(call)).toEqual([]);
  });

  test('a call stays the same object while its members do', () => {
    const inspect = createInspect();
    const foldAgain = createFold();
    const exchanges = [cleanCall(1), bareToken(2)];
    const before = foldAgain(inspect(exchanges).exchanges);
    const after = foldAgain(inspect([...exchanges, pendingCall(400)]).exchanges);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    expect(after).toHaveLength(3);
  });
});

describe('the state of a row', () => {
  test('a clean call of a page is clean, and worth a notice', () => {
    const [call] = fold([cleanCall(1)]);
    expect(call && stateOf(call)).toBe('clean');
    expect(call?.lead.diagnosis.findings.map(({ severity }) => severity)).toEqual(['notice']);
  });

  test('a refused call is an error, a waiting one is pending', () => {
    const [refused, waiting] = fold([bareToken(1), pendingCall(2)]);
    expect(refused && stateOf(refused)).toBe('error');
    expect(waiting && stateOf(waiting)).toBe('pending');
  });
});

describe('whether a call carries a key', () => {
  test.each([
    ['a key', cleanCall(1), false],
    ['none', tabCall(1, { headers: [], status: 401 }), true],
    ['a placeholder', tabCall(1, { headers: [['Infuzu-API-Key', 'undefined']], status: 401 }), true],
    ['headers that nobody saw', tabCall(1, { headers: null, error: 'net::ERR_FAILED' }), false],
  ])('%s', (_, exchange, isKeyless) => {
    expect(fold([exchange])[0]?.isKeyless).toBe(isKeyless);
  });
});

describe('the key of a row', () => {
  const known = exchangeOf({}).request.credentials;
  const [credential] = known.status === 'present' ? known.value : [];
  const tagOf = (...exchanges: Exchange[]) => {
    const call = fold(exchanges).at(-1);
    return call?.keyNumber ?? (call?.isKeyless ? 'no key' : 'untold');
  };
  const with_ = (exchange: Exchange, request: Partial<Exchange['request']>): Exchange => ({
    ...exchange,
    request: { ...exchange.request, ...request },
  });
  const [preflight, refused] = refusedPreflight(3);
  const unsent = with_(refused, { headers: absent('missed'), credentials: absent('missed') });
  const written = (credentials: WrittenFacts['credentials']) =>
    present({ api: 'fetch' as const, credentials });
  const before = tabCall(1, { headers: [['Infuzu-API-Key', OTHER_FAKE_KEY], JSON_TYPE], status: 200 });

  test('is that of the same key elsewhere, also where only the page’s code and no request had it', () => {
    expect(tagOf(before, cleanCall(2))).toBe(2);
    const told = credential ? [credential] : [];
    expect(tagOf(before, cleanCall(2), preflight, { ...unsent, written: written(told) })).toBe(2);
    expect(tagOf(before, preflight, { ...unsent, written: written(told) })).toBe(2);
  });

  test('is not told where a refused preflight leaves the headers unknown', () => {
    expect(tagOf(before, preflight, unsent)).toBe('untold');
    expect(tagOf(preflight)).toBe('untold');
    const { fingerprint: _, ...anatomy } = credential ?? expect.fail();
    expect(tagOf(before, { ...unsent, written: written([anatomy]) })).toBe('untold');
  });

  test('is not told where the record holds a mark or no digest of it', () => {
    const marked = tabCall(2, { headers: [['Infuzu-API-Key', '[redacted]'], JSON_TYPE], status: 200 });
    expect(tagOf(before, marked)).toBe('untold');
    const inUrl = tabCall(2, {
      url: `https://chat.infuzu.com/api/llm-response?api_key=${FAKE_KEY}`,
      headers: [JSON_TYPE],
    });
    expect(tagOf(before, inUrl)).toBe(2);
    const secrets = inUrl.request.url.secrets.map((secret) => ({ ...secret, fingerprint: '' }));
    expect(tagOf(before, with_(inUrl, { url: { ...inUrl.request.url, secrets } }))).toBe('untold');
  });

  test('is none where it is known that there was none', () => {
    expect(tagOf(before, tabCall(2, { headers: [JSON_TYPE], status: 401 }))).toBe('no key');
    expect(tagOf(before, { ...unsent, written: written([]) })).toBe('no key');
    expect(tagOf(tabCall(2, { headers: [['Infuzu-API-Key', 'your_api_key_here'], JSON_TYPE] }))).toBe(
      'no key',
    );
  });
});

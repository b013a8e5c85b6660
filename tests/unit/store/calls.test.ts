import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { createFold, partsOf, stateOf } from '../../../lib/store/calls';
import { createInspect } from '../../../lib/store/inspect';
import {
  bareToken,
  cleanCall,
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

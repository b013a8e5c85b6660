import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { createFold } from '../../../lib/store/calls';
import { createInspect } from '../../../lib/store/inspect';
import { sameKeyOf } from '../../../lib/store/same-key';
import { OTHER_FAKE_KEY } from '../support/exchange-of';
import {
  bareToken,
  cleanCall,
  JSON_TYPE,
  lostOnRedirect,
  pendingCall,
  refusal,
  tabCall,
} from '../support/tab-calls';

/** Of the first call. */
function sameKey(...exchanges: Exchange[]) {
  const calls = createFold()(createInspect()(exchanges).exchanges);
  return sameKeyOf(calls, calls[0] ?? expect.fail());
}
const otherKey = (index: number) =>
  tabCall(index, { headers: [['Infuzu-API-Key', OTHER_FAKE_KEY], JSON_TYPE], status: 200 });
const givenUp = (index: number) => tabCall(index, { error: 'net::ERR_ABORTED' });
/** The redirect dropped `Authorization`, and its target asks for none. */
const sentOn = (index: number): Exchange[] => {
  const [first, { response: _, ...second }] = lostOnRedirect(index);
  return [first, { ...second, response: cleanCall(index).response }];
};
const keyless = (index: number) => tabCall(index, { headers: [JSON_TYPE], status: 401 });

describe('the other calls with the key of one that failed', () => {
  test('are counted where they worked, whatever else failed', () => {
    const latest = tabCall(4, { url: 'https://eu.infuzu.com/api/llm-response', status: 200 });
    expect(sameKey(bareToken(1), cleanCall(2), bareToken(3), latest, otherKey(5))).toEqual({
      outcome: 'worked',
      key: 1,
      count: 2,
      host: 'https://eu.infuzu.com',
    });
  });

  test('are counted where every one failed, without an answer too', () => {
    const unanswered = tabCall(3, { error: 'net::ERR_CONNECTION_REFUSED' });
    expect(sameKey(bareToken(1), bareToken(2), unanswered, otherKey(4))).toEqual({
      outcome: 'failed',
      key: 1,
      count: 2,
    });
  });

  test('did not work where a page answered', () => {
    const page = tabCall(2, { status: 200, responseBody: '<html>', mimeType: 'text/html' });
    expect(sameKey(bareToken(1), page)).toBeUndefined();
  });

  test('did not work where the body of a success refuses it', () => {
    const refused = tabCall(2, { status: 200, responseBody: refusal('not_enough_funds') });
    expect(sameKey(bareToken(1), refused)).toEqual({ outcome: 'failed', key: 1, count: 1 });
  });

  test.each<[string, Exchange[]]>([
    ['there is no other', [bareToken(1), otherKey(2)]],
    ['one still waits, and none worked', [bareToken(1), bareToken(2), pendingCall(3)]],
    ['the call worked itself', [cleanCall(1), bareToken(2)]],
    ['the page gave the call up', [givenUp(1), cleanCall(2)]],
    ['the page gave the other up', [bareToken(1), givenUp(2)]],
    ['the other was sent on without it, and worked there', [bareToken(1), ...sentOn(2)]],
    ['the call has no key', [keyless(1), keyless(2), cleanCall(3)]],
  ])('say nothing where %s', (_, exchanges) => {
    expect(sameKey(...exchanges)).toBeUndefined();
  });
});

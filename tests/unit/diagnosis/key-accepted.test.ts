import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { en } from '../../../lib/messages/en';
import { sentenceText } from '../../../lib/report/words';
import { createInspect } from '../../../lib/store/inspect';
import { type CallDescription, FAKE_KEY, OTHER_FAKE_KEY } from '../support/exchange-of';
import { cleanCall, JSON_TYPE, pendingCall, refusal, tabCall } from '../support/tab-calls';

const ACCEPTED = 'Refused, though its key worked in another call';

const refusedKey = (index: number, call: CallDescription = {}) =>
  tabCall(index, { status: 401, responseBody: refusal('invalid_api_key'), ...call });
const withoutReason = (index: number) => refusedKey(index, { responseBody: {} });
const elsewhere = (index: number): Exchange =>
  tabCall(index, {
    url: 'https://eu.infuzu.com/api/llm-response',
    headers: [['Authorization', `Bearer ${FAKE_KEY}`], JSON_TYPE],
    status: 200,
    responseBody: { results: {}, errors: [], warnings: [] },
  });
const otherKey = (index: number) =>
  tabCall(index, { headers: [['Infuzu-API-Key', OTHER_FAKE_KEY], JSON_TYPE], status: 200 });

const firstHeadline = (exchanges: readonly Exchange[], form: 'short' | 'text' = 'short') => {
  const [first] = createInspect()(exchanges).exchanges;
  return sentenceText((first ?? expect.fail()).diagnosis.headline, form, { locale: 'en', ...en });
};

describe('a refused key that another call was answered with', () => {
  test.each<[string, Exchange[]]>([
    ['named by its code', [refusedKey(1), cleanCall(2)]],
    ['without a reason', [withoutReason(1), cleanCall(2)]],
    ['in the body of a success', [refusedKey(1, { status: 200 }), cleanCall(2)]],
    ['accepted in another header', [refusedKey(1), elsewhere(2)]],
  ])('is not called wrong or revoked: %s', (_, exchanges) => {
    expect(firstHeadline(exchanges)).toBe(ACCEPTED);
  });

  test('is told with the place that took it, the latest', () => {
    expect(firstHeadline([refusedKey(1), cleanCall(2), elsewhere(3)], 'text')).toBe(
      'The server refused the call with 401, yet another call with the same key worked, at `https://eu.infuzu.com`: the key may not have been valid at the time, or not for this host or endpoint.',
    );
  });

  test.each<[string, Exchange[]]>([
    ['no other call has it', [refusedKey(1), otherKey(2)]],
    ['the other was refused in a success', [refusedKey(1), refusedKey(2, { status: 200 })]],
    ['the other waits', [refusedKey(1), pendingCall(2)]],
  ])('may be wrong where %s', (_, exchanges) => {
    expect(firstHeadline(exchanges)).toBe('Well-formed, but the key is wrong or revoked');
  });

  test('is judged anew when that call comes later, and when it is dropped', () => {
    const inspect = createInspect();
    const [refused, worked] = [refusedKey(1), cleanCall(2)];
    const key = (list: readonly Exchange[]) => inspect(list).exchanges.at(0)?.diagnosis.headline;
    expect(key([refused])).toMatchObject({ key: 'code-invalid_api_key' });
    expect(key([refused, worked])).toMatchObject({ key: 'key-accepted' });
    expect(key([refused])).toMatchObject({ key: 'code-invalid_api_key' });
  });
});

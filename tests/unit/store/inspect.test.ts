import { expect, test, vi } from 'vitest';
import { judge } from '../../../lib/diagnosis/judge';
import { createInspect } from '../../../lib/store/inspect';
import { OTHER_FAKE_KEY } from '../support/exchange-of';
import { bareToken, cleanCall, JSON_TYPE, pendingCall, tabCall } from '../support/tab-calls';

test('an exchange is judged once, and is the same object while nothing of it changes', () => {
  const judgeOne = vi.fn(judge);
  const inspect = createInspect(judgeOne);
  const exchanges = [cleanCall(1), bareToken(2)];
  const before = inspect(exchanges);
  const after = inspect([...exchanges, pendingCall(400)]);
  expect(judgeOne).toHaveBeenCalledTimes(3);
  expect(after.exchanges[0]).toBe(before.exchanges[0]);
  expect(after.exchanges[1]).toBe(before.exchanges[1]);
});

test('the same list costs nothing', () => {
  const judgeOne = vi.fn(judge);
  const inspect = createInspect(judgeOne);
  const exchanges = [cleanCall(1)];
  expect(inspect(exchanges)).toBe(inspect(exchanges));
  expect(judgeOne).toHaveBeenCalledTimes(1);
});

test('a changed exchange is judged anew, the others are not', () => {
  const judgeOne = vi.fn(judge);
  const inspect = createInspect(judgeOne);
  const clean = cleanCall(1);
  const pending = pendingCall(2, { headers: [JSON_TYPE] });
  inspect([clean, pending]);
  const { exchanges } = inspect([clean, { ...pending, state: 'failed' }]);
  expect(judgeOne).toHaveBeenCalledTimes(3);
  expect(exchanges[1]?.exchange.state).toBe('failed');
});

test('keys are numbered by first appearance, and the same key keeps its number', () => {
  const other = tabCall(2, { headers: [['X-Infuzu-API-Key', OTHER_FAKE_KEY], JSON_TYPE], status: 200 });
  const none = tabCall(3, { headers: [JSON_TYPE], status: 401 });
  const { exchanges, keyNumbers } = createInspect()([bareToken(1), other, none, cleanCall(4)]);
  expect(exchanges.map(({ keyNumber }) => keyNumber)).toEqual([1, 2, undefined, 1]);
  expect([...keyNumbers.values()]).toEqual([1, 2]);
});

test('a key in the URL has a number, too', () => {
  const inUrl = tabCall(1, {
    url: `https://chat.infuzu.com/api/llm-response?api_key=${OTHER_FAKE_KEY}`,
    headers: [JSON_TYPE],
    status: 401,
  });
  expect(createInspect()([inUrl]).exchanges[0]?.keyNumber).toBe(1);
});

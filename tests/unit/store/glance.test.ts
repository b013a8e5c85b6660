import { expect, it } from 'vitest';
import { createFold } from '../../../lib/store/calls';
import { glanceAt } from '../../../lib/store/glance';
import { createInspect } from '../../../lib/store/inspect';
import { bareToken, cleanCall, tabCall } from '../support/tab-calls';

const callsOf = (...exchanges: Parameters<ReturnType<typeof createInspect>>[0]) =>
  createFold()(createInspect()(exchanges).exchanges);
const startsIn = (calls: ReturnType<typeof callsOf>) => {
  const inOrder = calls.map(({ start }) => start);
  return glanceAt(calls, 5).map(({ start }) => inOrder.indexOf(start));
};

it('shows the latest calls, the newest first', () => {
  expect(startsIn(callsOf(...[0, 1, 2, 3, 4, 5, 6].map(cleanCall)))).toEqual([6, 5, 4, 3, 2]);
  expect(startsIn(callsOf(cleanCall(0)))).toEqual([0]);
});

it('keeps the latest errors, however many clean calls came later', () => {
  const calls = callsOf(...[0, 1, 2, 3].map(bareToken), ...[4, 5, 6, 7, 8].map(cleanCall));
  expect(startsIn(calls)).toEqual([8, 7, 3, 2, 1]);
});

it('keeps the latest warnings where errors leave room, but no error goes for them', () => {
  const warned = (index: number) =>
    tabCall(index, {
      status: 200,
      responseBody: { results: {}, errors: [], warnings: [{ code: 'slow', message: 'Slow' }] },
    });
  const clean = [5, 6, 7, 8, 9].map(cleanCall);
  expect(startsIn(callsOf(bareToken(0), ...[1, 2, 3].map(warned), ...clean))).toEqual([8, 7, 3, 2, 0]);
  expect(startsIn(callsOf(...[0, 1, 2].map(bareToken), warned(3), ...clean))).toEqual([8, 7, 2, 1, 0]);
});

import { describe, expect, test } from 'vitest';
import { createFold } from '../../../lib/store/calls';
import { createInspect } from '../../../lib/store/inspect';
import { retriesOf } from '../../../lib/store/retries';
import { visibleRows } from '../../../lib/store/rows';
import { BY_START } from '../../../lib/store/view-state';
import { FAKE_KEY } from '../support/exchange-of';
import { JSON_TYPE, pendingCall, refusal, tabCall } from '../support/tab-calls';

const headers = (attempt: number | undefined) =>
  [
    ['Infuzu-API-Key', FAKE_KEY],
    JSON_TYPE,
    ...(attempt === undefined ? [] : [['X-Stainless-Retry-Count', String(attempt)] as const]),
  ] as const;
type Over = Parameters<typeof tabCall>[1];
const failing = (index: number, attempt: number | undefined, over: Over = {}) =>
  tabCall(index, { headers: headers(attempt), status: 503, ...over });
const working = (index: number, attempt: number | undefined) =>
  tabCall(index, { headers: headers(attempt), status: 200, responseBody: { results: {}, errors: [] } });

const callsOf = (exchanges: readonly ReturnType<typeof tabCall>[]) =>
  createFold()(createInspect()(exchanges).exchanges);
/** By index: the first attempt with its later ones. */
const folded = (...exchanges: ReturnType<typeof tabCall>[]) =>
  [...retriesOf(callsOf(exchanges))].map(([first, retries]) =>
    [first, ...retries].map(({ id }) => Number.parseInt(id, 10)),
  );

describe('the attempts of a client', () => {
  test('are one, in order, up to the one that works', () => {
    expect(folded(failing(1, 0), failing(2, 1), working(3, 2), working(4, 0))).toEqual([[1, 2, 3]]);
  });

  test('are told by their number alone: who asks again makes a call of their own', () => {
    expect(folded(failing(1, undefined), failing(2, undefined))).toEqual([]);
    expect(folded(failing(1, 0), failing(2, 0))).toEqual([]);
  });

  test('do not begin with a success, nor before the failure was known', () => {
    expect(folded(working(1, 0), failing(2, 1))).toEqual([]);
    expect(folded(failing(1, 0, { time: 5_000 }), failing(2, 1))).toEqual([]);
  });

  test('are of the same request', () => {
    const elsewhere = failing(2, 1, { url: 'https://chat.infuzu.com/api/v1/chat/completions' });
    expect(folded(failing(1, 0), elsewhere)).toEqual([]);
  });

  test('that fail for another reason stay rows of their own, with their own retries', () => {
    const refused = (index: number, attempt: number) =>
      failing(index, attempt, { status: 401, responseBody: refusal('invalid_api_key') });
    expect(folded(failing(1, 0), refused(2, 1), refused(3, 2))).toEqual([[2, 3]]);
  });

  test('that are under way are seen', () => {
    expect(folded(failing(1, 0), pendingCall(2, { headers: headers(1) }))).toEqual([]);
  });
});

describe('rows', () => {
  const everything = { filterText: '', groups: new Set<never>(), span: undefined, sort: BY_START };
  const calls = callsOf([failing(1, 0), working(2, 1), working(3, 0)]);
  const idsOf = (view: Partial<Parameters<typeof visibleRows>[1]>) =>
    visibleRows(calls, { ...everything, unfolded: new Set(), ...view }, () => '').rows.map(({ id }) => id);

  test('fold a retry under its first attempt; both are counted', () => {
    expect(idsOf({})).toEqual(['1.0', '3.0']);
    const visible = visibleRows(calls, { ...everything, unfolded: new Set() }, () => '');
    const { counts, shown, rows } = visible;
    expect([counts.error, counts.clean, shown]).toEqual([1, 2, 3]);
    expect(rows[0]).toMatchObject({ retries: 1, parts: 1 });
    expect(visible.calls).toEqual(calls);
  });

  test('show it when the first is unfolded', () => {
    expect(idsOf({ unfolded: new Set(['1.0']) })).toEqual(['1.0', '2.0', '3.0']);
  });

  test('show it by itself where its first attempt is hidden', () => {
    expect(idsOf({ groups: new Set(['clean']) })).toEqual(['2.0', '3.0']);
    expect(idsOf({ filterText: 'status:200' })).toEqual(['2.0', '3.0']);
  });
});

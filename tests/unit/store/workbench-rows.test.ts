import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { createFold } from '../../../lib/store/calls';
import { workingPartner } from '../../../lib/store/compare-partner';
import { entryCount } from '../../../lib/store/input-model';
import { createInspect } from '../../../lib/store/inspect';
import { judgeInput } from '../../../lib/store/judged-input';
import { visibleRows } from '../../../lib/store/rows';
import { createViewStore, type ViewState } from '../../../lib/store/view-state';
import { withUnreadable } from '../../../lib/store/workbench-rows';
import { FAKE_KEY, OTHER_FAKE_KEY, TEST_SALT } from '../support/exchange-of';
import { bareToken, cleanCall, tabCall } from '../support/tab-calls';

const callsOf = (exchanges: readonly Exchange[]) => createFold()(createInspect()(exchanges).exchanges);
const UNREADABLE = [1, 4].map((index) => ({ index, reason: { key: 'no-request' } as const }));
const WORDS = 'The entry has no request.';

function rowsWith(over: Partial<ViewState>) {
  const view = { ...createViewStore().getState(), ...over };
  const visible = visibleRows(callsOf([cleanCall(0), bareToken(2), cleanCall(3)]), view, () => '');
  return withUnreadable(
    visible,
    UNREADABLE,
    view,
    (id) => Number.parseInt(id, 10),
    () => WORDS,
  );
}

describe('unreadable entries among the rows', () => {
  test('stand where the input has them', () => {
    const { rows, shown, total, counts } = rowsWith({});
    expect(rows.map(({ id }) => id)).toEqual(['0.0', 'unreadable-1', '2.0', '3.0', 'unreadable-4']);
    expect({ shown, total, unreadable: counts.unreadable }).toEqual({ shown: 5, total: 5, unreadable: 2 });
  });

  test('stand at the end of any other order', () => {
    const { rows } = rowsWith({ sort: { column: 'status', direction: 'descending' } });
    expect(rows.slice(-2).map(({ type }) => type)).toEqual(['unreadable', 'unreadable']);
  });

  test.each([
    ['is:unreadable', 2],
    ['-is:unreadable', 0],
    ['no request', 2],
    ['status:4xx', 0],
    ['elsewhere', 0],
  ])('the filter %s leaves %i of them', (filterText, left) => {
    const { rows, counts } = rowsWith({ filterText });
    expect(rows.filter(({ type }) => type === 'unreadable')).toHaveLength(left);
    expect(counts.unreadable).toBe(left);
  });

  test('a chip shows or hides them', () => {
    expect(rowsWith({ groups: new Set(['unreadable']) }).rows.map(({ type }) => type)).toEqual([
      'unreadable',
      'unreadable',
    ]);
    const errors = rowsWith({ groups: new Set(['error']) });
    expect(errors.rows.map(({ id }) => id)).toEqual(['2.0']);
    expect(errors.counts.unreadable).toBe(2);
  });
});

describe('the working call to compare with', () => {
  const inspected = (exchanges: readonly Exchange[]) => createInspect()(exchanges).exchanges;
  const answer = { status: 200, responseBody: { results: {}, errors: [], warnings: [] } };
  const elsewhere = (index: number) =>
    tabCall(index, { ...answer, url: 'https://chat.infuzu.com/api/v1/chat/completions' });
  const otherKey = (index: number) =>
    tabCall(index, {
      ...answer,
      headers: [
        ['Infuzu-API-Key', OTHER_FAKE_KEY],
        ['Content-Type', 'application/json'],
      ],
    });

  test('has the same endpoint before the same key before the nearest start', () => {
    const all = inspected([elsewhere(4), otherKey(5), cleanCall(1), bareToken(6), cleanCall(2)]);
    const failing = all[3];
    if (failing === undefined) throw new Error('no failing call');
    const partners = (left: typeof all) => workingPartner(failing, left)?.exchange.id;
    expect(partners(all)).toBe('2.0');
    expect(partners(all.filter(({ exchange }) => exchange.id !== '2.0'))).toBe('1.0');
    expect(partners(all.slice(0, 2))).toBe('5.0');
    expect(partners(all.slice(0, 1))).toBe('4.0');
    expect(partners([failing])).toBeUndefined();
  });
});

describe('an input', () => {
  const har = JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'test', version: '1' },
      entries: [
        {
          startedDateTime: '2026-01-01T12:00:00.000Z',
          time: 80,
          request: {
            method: 'POST',
            url: 'https://chat.infuzu.com/api/llm-response',
            headers: [{ name: 'Authorization', value: FAKE_KEY }],
          },
          response: { status: 401, headers: [], content: { mimeType: 'application/json', text: '{}' } },
        },
        { request: { method: 'GET', url: 'https://other.example/' } },
        7,
      ],
    },
  });

  test('is judged, counted, and tells how far it is', () => {
    const told: number[] = [];
    const input = judgeInput(har, { ownHosts: [], salt: TEST_SALT }, (fraction) => told.push(fraction));
    if ('key' in input) throw new Error(input.key);
    expect(input.exchanges[0]?.judgement.diagnosis.findings[0]?.rule).toBe('bearer-prefix-missing');
    expect(input).toMatchObject({ ignored: 1, unreadable: [{ index: 2 }] });
    expect(entryCount(input)).toBe(3);
    expect(told.every((fraction, i) => fraction >= (told[i - 1] ?? 0) && fraction <= 1)).toBe(true);
    expect(JSON.stringify(input)).not.toContain(FAKE_KEY);
    expect(structuredClone(input)).toEqual(input);
  });

  test('that is none says why', () => {
    expect(judgeInput('hello', { ownHosts: [], salt: TEST_SALT })).toEqual({ key: 'neither' });
  });
});

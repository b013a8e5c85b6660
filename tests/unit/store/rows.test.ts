import { describe, expect, test } from 'vitest';
import { createFold, type InspectedCall } from '../../../lib/store/calls';
import { createInspect } from '../../../lib/store/inspect';
import { visibleRows } from '../../../lib/store/rows';
import { BY_START, createViewStore, hidingTerms } from '../../../lib/store/view-state';
import { bareToken, cleanCall, lostOnRedirect, pendingCall } from '../support/tab-calls';

const calls = createFold()(
  createInspect()([bareToken(1), cleanCall(2), ...lostOnRedirect(3), pendingCall(4)]).exchanges,
);
const words = (call: InspectedCall) => call.id;
const everything = {
  filterText: '',
  groups: new Set<never>(),
  span: undefined,
  sort: BY_START,
  unfolded: new Set<string>(),
};

test.each([
  ['  status:4xx ', [], false, 'status:4xx'],
  ['', ['error', 'warning'], false, 'is:error,warning'],
  ['key:#1', ['clean'], true, 'key:#1 is:clean the time span'],
  ['', [], false, ''],
] as const)(
  'what hides calls is told in terms of the filter: %j and %j',
  (filterText, chips, hasSpan, text) => {
    const view = createViewStore();
    view.getState().setFilter(filterText);
    for (const chip of chips) view.getState().toggleGroup(chip);
    if (hasSpan) view.getState().showSpan({ from: 0, to: 1 });
    expect(hidingTerms(view.getState(), 'the time span')).toBe(text);
  },
);

describe('visible rows', () => {
  test('counts add up: a call counts once, under its gravest state', () => {
    const { counts, shown, total } = visibleRows(calls, everything, words);
    expect(counts).toEqual({ error: 2, warning: 0, notice: 0, clean: 1, pending: 1, unreadable: 0 });
    expect([shown, total]).toEqual([4, 4]);
  });

  test('chips choose, and do not change what they count', () => {
    const { rows, counts, shown } = visibleRows(calls, { ...everything, groups: new Set(['error']) }, words);
    expect(rows.map(({ id }) => id)).toEqual(['1.0', '3.0']);
    expect(counts.clean).toBe(1);
    expect(shown).toBe(2);
  });

  test('what the filter hides is not counted by the chips', () => {
    expect(visibleRows(calls, { ...everything, filterText: 'is:pending' }, words).counts.error).toBe(0);
  });

  test('an unfolded call shows its parts, which have ids of their own', () => {
    const { rows, shown } = visibleRows(calls, { ...everything, unfolded: new Set(['3.0', '1.0']) }, words);
    expect(rows.map(({ id }) => id)).toEqual(['1.0', '2.0', '3.0', '3.0/hop/1', '3.0/hop/2', '4.0']);
    expect(shown).toBe(4);
  });

  test('a row is the same object until something of it changes', () => {
    const [before, ...others] = visibleRows(calls, everything, words).rows;
    expect(visibleRows(calls, everything, words).rows[0]).toBe(before);
    const unfolded = visibleRows(calls, { ...everything, unfolded: new Set(['3.0']) }, words).rows;
    expect(unfolded[0]).toBe(before);
    expect(unfolded[2]).not.toBe(others[1]);
    expect(unfolded[2]).toMatchObject({ id: '3.0', unfolded: true });
  });

  test('sorts by a column, and by start among equals', () => {
    const by = (column: 'status' | 'state' | 'time', direction: 'ascending' | 'descending') =>
      visibleRows(calls, { ...everything, sort: { column, direction } }, words).rows.map(({ id }) => id);
    expect(by('status', 'ascending')).toEqual(['2.0', '1.0', '3.0', '4.0']);
    expect(by('status', 'descending')).toEqual(['4.0', '1.0', '3.0', '2.0']);
    expect(by('state', 'ascending')).toEqual(['1.0', '3.0', '2.0', '4.0']);
    expect(by('time', 'ascending')).toEqual(['1.0', '2.0', '3.0', '4.0']);
  });
});

describe('view state', () => {
  test('a column sorts up, then down, then not at all', () => {
    const view = createViewStore();
    const click = () => {
      view.getState().sortBy('time');
      return view.getState().sort;
    };
    expect(click()).toEqual({ column: 'time', direction: 'ascending' });
    expect(click()).toEqual({ column: 'time', direction: 'descending' });
    expect(click()).toEqual(BY_START);
  });

  test('"show all" takes filter and chips away', () => {
    const view = createViewStore();
    view.getState().setFilter('x');
    view.getState().toggleGroup('error');
    view.getState().showAll();
    expect(view.getState().filterText).toBe('');
    expect(view.getState().groups.size).toBe(0);
  });

  test('a chip toggles', () => {
    const view = createViewStore();
    view.getState().toggleGroup('error');
    expect([...view.getState().groups]).toEqual(['error']);
    view.getState().toggleGroup('error');
    expect([...view.getState().groups]).toEqual([]);
  });
});

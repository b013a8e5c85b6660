import { describe, expect, test } from 'vitest';
import { createLayout, DEFAULT_LAYOUT, isBeside, parseLayout } from '../../../lib/store/layout';

describe('a stored layout', () => {
  test.each([
    undefined,
    null,
    7,
    'x',
    {},
    { hidden: 'key', widths: 3, timeline: 1, detail: 'left', code: 3 },
  ])('that is %j is the default', (stored) => expect(parseLayout(stored)).toEqual(DEFAULT_LAYOUT));

  test('is read as far as it fits', () => {
    const stored = {
      hidden: ['key', 'verdict', 'colour'],
      widths: { call: 200.44, time: 9_000, start: 'wide', state: 40, key: Number.NaN },
      timeline: false,
      detail: 'below',
      shares: { beside: 30.55, below: 99, above: 40 },
      code: 'python',
    };
    expect(parseLayout(stored)).toEqual({
      hidden: ['key'],
      widths: { call: 200.4, time: 600 },
      timeline: false,
      detail: 'below',
      shares: { beside: 30.6, below: 80 },
      code: 'python',
    });
  });

  test('survives being stored', () => {
    const store = createLayout();
    store.getState().toggleColumn('time');
    store.getState().setWidth('call', 10);
    store.getState().placeDetail('beside');
    store.getState().showTimeline(false);
    store.getState().setShare('beside', 5);
    store.getState().readCode('curl');
    const stored: unknown = JSON.parse(JSON.stringify(store.getState()));
    expect(parseLayout(stored)).toEqual({
      hidden: ['time'],
      widths: { call: 36 },
      timeline: false,
      detail: 'beside',
      shares: { beside: 20 },
      code: 'curl',
    });
    store.getState().toggleColumn('time');
    store.getState().setWidth('call', undefined);
    store.getState().setShare('beside', undefined);
    expect(parseLayout(store.getState())).toMatchObject({ hidden: [], widths: {}, shares: {} });
  });
});

test('the detail is beside the list where there is room, unless the user decides', () => {
  expect(isBeside(DEFAULT_LAYOUT, true)).toBe(true);
  expect(isBeside(DEFAULT_LAYOUT, false)).toBe(false);
  expect(isBeside({ ...DEFAULT_LAYOUT, detail: 'below' }, true)).toBe(false);
  expect(isBeside({ ...DEFAULT_LAYOUT, detail: 'beside' }, false)).toBe(true);
});

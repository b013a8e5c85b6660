import { describe, expect, test, vi } from 'vitest';
import { NO_ORIGIN } from '../../../lib/observe/file-origin';
import { NO_HOSTS } from '../../../lib/observe/ignored-hosts';
import type { JudgedInput } from '../../../lib/store/judged-input';
import { createWorkbench, type ReadingEvents, TAB_INPUT } from '../../../lib/store/workbench';

const EMPTY: JudgedInput = {
  exchanges: [],
  hops: [],
  unreadable: [],
  ignored: 3,
  ignoredHosts: NO_HOSTS,
  origin: NO_ORIGIN,
};

function open(hasTab = false) {
  const readings: { readonly name: string; readonly events: ReadingEvents; readonly cancel: () => void }[] =
    [];
  const store = createWorkbench(({ name }, events) => {
    const cancel = vi.fn();
    readings.push({ name, events, cancel });
    return cancel;
  }, hasTab);
  const source = (name: string) => ({ name, data: new Blob(['{}']) });
  return { store, readings, source, state: () => store.getState() };
}

describe('opening', () => {
  test('shows the input at once, its progress, and what was read', () => {
    const { store, readings, source, state } = open();
    store.getState().open([source('a.har')]);
    expect(state()).toMatchObject({
      current: 'input-1',
      inputs: [{ name: 'a.har', size: 2, state: { type: 'reading', progress: 0 } }],
    });
    readings[0]?.events.progress(0.5);
    expect(state().inputs[0]?.state).toEqual({ type: 'reading', progress: 0.5 });
    readings[0]?.events.done(EMPTY);
    expect(state().inputs[0]?.state).toEqual({ type: 'read', input: EMPTY });
  });

  test('takes several, and a failure of one is its own', () => {
    const { store, readings, source, state } = open();
    store.getState().open([source('a.har'), source('b.har')]);
    expect(state().current).toBe('input-2');
    readings[0]?.events.failed({ key: 'neither' });
    readings[1]?.events.done(EMPTY);
    expect(state().inputs.map((input) => input.state.type)).toEqual(['failed', 'read']);
  });
});

describe('closing', () => {
  test('cancels the reading and goes to a neighbour', () => {
    const { store, readings, source, state } = open();
    store.getState().open(['a', 'b', 'c'].map(source));
    store.getState().show('input-2');
    store.getState().close('input-2');
    expect(readings[1]?.cancel).toHaveBeenCalled();
    expect(state().current).toBe('input-3');
    store.getState().close('input-3');
    store.getState().close('input-1');
    expect(state()).toMatchObject({ inputs: [], current: undefined });
  });

  test('a word of a reading that was cancelled changes nothing', () => {
    const { store, readings, source, state } = open();
    store.getState().open([source('a')]);
    store.getState().close('input-1');
    readings[0]?.events.done(EMPTY);
    expect(state().inputs).toEqual([]);
  });

  test('goes back to the tab, and ends a comparison that the input took part in', () => {
    const { store, source, state } = open(true);
    expect(state().current).toBe(TAB_INPUT);
    store.getState().open([source('a')]);
    store
      .getState()
      .compare({ a: { input: TAB_INPUT, exchange: '1.0' }, b: { input: 'input-1', exchange: 'x' } });
    store.getState().close('input-1');
    expect(state()).toMatchObject({ current: TAB_INPUT, marks: undefined });
  });
});

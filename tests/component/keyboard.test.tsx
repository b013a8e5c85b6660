import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { bareToken, cleanCall, lostOnRedirect } from '../unit/support/tab-calls';
import { renderPanel } from './support';

const rows = () => screen.getAllByRole('row').slice(1);
const focused = () => document.activeElement?.getAttribute('data-row');
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const focusIs = (id: string) => waitFor(() => expect(focused()).toBe(id));

async function threeRows() {
  const twins = await renderPanel([bareToken(1), cleanCall(2), ...lostOnRedirect(3)]);
  await waitFor(() => expect(rows()).toHaveLength(3));
  rows()[0]?.focus();
  return twins;
}

describe('keys', () => {
  test('there is one tab stop, and it moves with the arrows', async () => {
    await threeRows();
    expect(rows().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    press('ArrowDown');
    press('ArrowDown');
    await focusIs('2.0');
    press('ArrowUp');
    await focusIs('1.0');
    await waitFor(() => expect(rows().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]));
    expect(rows()[0]?.getAttribute('aria-selected')).toBe('true');
  });

  test('End and Home go to the ends', async () => {
    await threeRows();
    press('End');
    await focusIs('3.0');
    press('Home');
    await focusIs('1.0');
  });

  test('Enter opens the detail, Escape closes it, and the focus stays with the row', async () => {
    await threeRows();
    press('ArrowDown');
    await focusIs('1.0');
    press('Enter');
    const detail = await screen.findByRole('region', { name: 'Details of POST /api/llm-response' });
    expect(detail.getAttribute('data-region')).toBe('detail');
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('region', { name: /Details/ })).toBeNull());
    expect(focused()).toBe('1.0');
  });

  test('Escape in the detail closes it and gives the focus back to the list', async () => {
    await threeRows();
    press('ArrowDown');
    await focusIs('1.0');
    press('Enter');
    const tab = await screen.findByRole('tab', { name: 'Diagnosis' });
    tab.focus();
    press('Escape');
    await focusIs('1.0');
  });

  test('Enter opens the row that has the focus, though none is selected', async () => {
    await threeRows();
    press('Enter');
    await screen.findByRole('region', { name: 'Details of POST /api/llm-response' });
    expect(rows()[0]?.getAttribute('aria-selected')).toBe('true');
  });

  test('right unfolds, right again goes in, left goes out and folds', async () => {
    await threeRows();
    press('End');
    await focusIs('3.0');
    press('ArrowRight');
    await waitFor(() => expect(rows()).toHaveLength(5));
    press('ArrowRight');
    await focusIs('3.0/hop/1');
    press('ArrowLeft');
    await focusIs('3.0');
    press('ArrowLeft');
    await waitFor(() => expect(rows()).toHaveLength(3));
  });

  test('/ goes to the filter, Escape empties it, then goes back to the list', async () => {
    await threeRows();
    press('/');
    const filter = screen.getByRole('combobox', { name: 'Filter' });
    expect(document.activeElement).toBe(filter);
    fireEvent.input(filter, { target: { value: 'x/y' } });
    press('Escape');
    await waitFor(() => expect((filter as HTMLInputElement).value).toBe(''));
    press('Escape');
    await focusIs('1.0');
  });

  test('F6 goes to the details and back to the list; without details it stays there', async () => {
    await threeRows();
    press('F6');
    expect(focused()).toBe('1.0');
    press('ArrowDown');
    press('Enter');
    await screen.findByRole('tab', { name: 'Diagnosis' });
    press('F6');
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Diagnosis' }));
    press('F6');
    expect(focused()).toBe('1.0');
  });

  test('Ctrl+E stops and goes on, Ctrl+L clears, but not from a field', async () => {
    const { commands } = await threeRows();
    const withControl = (key: string, target: Element = document.body) =>
      fireEvent.keyDown(target, { key, ctrlKey: true });
    withControl('l', screen.getByRole('combobox', { name: 'Filter' }));
    press('e');
    press('l');
    expect(withControl('e')).toBe(false);
    expect(commands.setPaused.mock.calls).toEqual([[true]]);
    await screen.findByRole('button', { name: 'Record' });
    withControl('e');
    expect(commands.setPaused.mock.calls).toEqual([[true], [false]]);
    expect(commands.clear).not.toHaveBeenCalled();
    expect(withControl('l')).toBe(false);
    expect(commands.clear).toHaveBeenCalledOnce();
  });

  test('arrows in the tabs choose a tab and do not move the list', async () => {
    await threeRows();
    press('ArrowDown');
    await focusIs('1.0');
    press('Enter');
    (await screen.findByRole('tab', { name: 'Diagnosis' })).focus();
    press('ArrowRight');
    await waitFor(() =>
      expect(screen.getByRole('tab', { name: 'Request' }).getAttribute('aria-selected')).toBe('true'),
    );
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Request' }));
    press('End');
    await waitFor(() =>
      expect(screen.getByRole('tab', { name: 'Timing' }).getAttribute('aria-selected')).toBe('true'),
    );
  });
});

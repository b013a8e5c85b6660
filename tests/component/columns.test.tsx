import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { bareToken, cleanCall } from '../unit/support/tab-calls';
import { renderPanel, layout as size } from './support';

const columns = () =>
  screen.getAllByRole('columnheader').map((head) => head.getAttribute('data-column') ?? '');
const grid = () => screen.getByRole('grid');
const tracks = () => grid().style.getPropertyValue('--columns');
const edge = (name: string) => screen.getByRole('separator', { name: `Width of the column ${name}` });
const menuButton = () => screen.getByRole('button', { name: 'Columns and timeline' });

describe('columns', () => {
  test('are hidden and shown by the menu, which Escape closes', async () => {
    const { layout } = await renderPanel([bareToken(1)]);
    fireEvent.click(menuButton());
    const key = screen.getByRole('checkbox', { name: 'Key' });
    fireEvent.click(key);
    await waitFor(() => expect(columns()).toEqual(['state', 'call', 'status', 'verdict', 'time', 'start']));
    expect(grid().getAttribute('aria-colcount')).toBe('6');
    expect(grid().dataset['hidden']).toBe('key');
    expect(layout.getState().hidden).toEqual(['key']);
    fireEvent.keyDown(key, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Key' })).toBeNull());
    expect(document.activeElement).toBe(menuButton());
  });

  test('are sized by the arrow keys on their edge; Escape puts them back', async () => {
    await renderPanel([bareToken(1)]);
    const before = tracks();
    Object.defineProperty(edge('Call').parentElement, 'offsetWidth', { value: 160 });
    fireEvent.keyDown(edge('Call'), { key: 'ArrowRight' });
    await waitFor(() => expect(edge('Call').getAttribute('aria-valuenow')).toBe('168'));
    expect(tracks()).toContain('minmax(36px, 168px)');
    fireEvent.keyDown(edge('Call'), { key: 'Escape' });
    await waitFor(() => expect(tracks()).toBe(before));
  });

  test('an edge on the other side of the verdict goes the other way', async () => {
    await renderPanel([bareToken(1)]);
    Object.defineProperty(edge('Time').parentElement, 'offsetWidth', { value: 60 });
    fireEvent.keyDown(edge('Time'), { key: 'ArrowLeft' });
    await waitFor(() => expect(edge('Time').getAttribute('aria-valuenow')).toBe('68'));
  });

  test('are sized by dragging their edge, and put back by a double click', async () => {
    await renderPanel([bareToken(1)]);
    const status = edge('Status');
    Object.defineProperty(status.parentElement, 'offsetWidth', { value: 48 });
    status.setPointerCapture = () => {};
    fireEvent.pointerDown(status, { clientX: 100, pointerId: 1 });
    fireEvent.pointerMove(status, { clientX: 130, pointerId: 1 });
    await waitFor(() => expect(edge('Status').getAttribute('aria-valuenow')).toBe('78'));
    fireEvent.lostPointerCapture(status);
    fireEvent.pointerMove(status, { clientX: 200, pointerId: 1 });
    fireEvent.dblClick(status);
    await waitFor(() => expect(edge('Status').getAttribute('aria-valuenow')).toBe('48'));
  });

  test('a third click on a head goes back to the order of start', async () => {
    await renderPanel([bareToken(1), cleanCall(2)]);
    const order = () =>
      [...document.querySelectorAll('[data-row]')].map((row) => row.getAttribute('data-row'));
    const click = () => fireEvent.click(screen.getByRole('button', { name: /^Status/ }));
    const sortOf = (column: string) =>
      document.querySelector(`[role=columnheader][data-column=${column}]`)?.getAttribute('aria-sort');
    await waitFor(() => expect(order()).toHaveLength(2));
    click();
    await waitFor(() => expect(order()).toEqual(['2.0', '1.0']));
    click();
    await waitFor(() => expect(sortOf('status')).toBe('descending'));
    click();
    await waitFor(() => expect(sortOf('status')).toBe('none'));
    expect(sortOf('start')).toBe('ascending');
    expect(order()).toEqual(['1.0', '2.0']);
  });

  test.each([
    [676, 'en', ['state', 'call', 'status', 'verdict', 'key', 'time', 'start']],
    // Beside the detail in a panel of 1200 pixels; the German word for a key is longer.
    [636, 'en', ['state', 'call', 'status', 'verdict', 'key', 'time']],
    [636, 'de', ['state', 'call', 'status', 'verdict', 'key', 'time']],
    [565, 'en', ['state', 'call', 'status', 'verdict', 'key']],
    // Two lines have room for all of them.
    [500, 'en', ['state', 'call', 'status', 'verdict', 'key', 'time', 'start']],
  ])('give way to the verdict where the list is %d pixels wide, in %s', async (width, locale, expected) => {
    size.width = width;
    await renderPanel([bareToken(1)], {}, locale);
    await waitFor(() => expect(columns()).toEqual(expected));
  });

  test('leave a cut verdict whole in its title', async () => {
    await renderPanel([bareToken(1)]);
    await waitFor(() => expect(document.querySelector('[title="Bearer prefix is missing"]')).not.toBeNull());
  });

  test('sort by the menu, too; once more turns it round', async () => {
    await renderPanel([bareToken(1), cleanCall(2)]);
    fireEvent.click(menuButton());
    const byStatus = () => screen.getByRole<HTMLInputElement>('radio', { name: 'Status' });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Start' }).checked).toBe(true);
    fireEvent.click(byStatus());
    await waitFor(() => expect(document.querySelector('[data-row]')?.getAttribute('data-row')).toBe('2.0'));
    expect(byStatus().checked).toBe(true);
    fireEvent.click(byStatus());
    await waitFor(() => expect(document.querySelector('[data-row]')?.getAttribute('data-row')).toBe('1.0'));
    expect(byStatus().parentElement?.textContent).toBe('Status ↓');
  });

  test('that the user sized stay, and what the user hid gives no way', async () => {
    size.width = 570;
    const { layout } = await renderPanel([bareToken(1)]);
    layout.getState().setWidth('start', 70);
    await waitFor(() => expect(columns()).toEqual(['state', 'call', 'status', 'verdict', 'key', 'start']));
    layout.getState().toggleColumn('call');
    await waitFor(() => expect(columns()).toEqual(['state', 'status', 'verdict', 'key', 'time', 'start']));
    expect(layout.getState().hidden).toEqual(['call']);
  });
});

test('the detail stands where the user wants it', async () => {
  await renderPanel([bareToken(1)]);
  const main = screen.getByRole('main');
  expect(main.dataset['beside']).toBe('true');
  fireEvent.click(menuButton());
  fireEvent.click(screen.getByRole('radio', { name: 'Below the list' }));
  await waitFor(() => expect(main.dataset['beside']).toBe('false'));
});

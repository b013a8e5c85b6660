import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { bareToken } from '../unit/support/tab-calls';
import { renderPanel } from './support';

const edge = () => screen.getByRole('separator', { name: 'Size of the details' });
const row = () => screen.getAllByRole('row').find(({ dataset }) => dataset['state'] !== undefined);

/** Gives an element a size, which there is none of without layout. */
const size = (element: Element | null, width: number, height: number) =>
  Object.defineProperties(element, { offsetWidth: { value: width }, offsetHeight: { value: height } });

async function withDetail() {
  const panel = await renderPanel([bareToken(1)]);
  expect(screen.queryByRole('separator', { name: 'Size of the details' })).toBeNull();
  fireEvent.click(row() ?? document.body);
  await waitFor(edge);
  size(edge().parentElement, 1000, 500);
  return panel;
}

describe('the edge between list and detail', () => {
  test('is moved by the arrow keys; Escape puts it back and leaves the detail open', async () => {
    const { layout } = await withDetail();
    size(edge().nextElementSibling, 470, 500);
    expect(edge().getAttribute('aria-orientation')).toBe('vertical');
    fireEvent.keyDown(edge(), { key: 'ArrowUp' });
    fireEvent.keyDown(edge(), { key: 'ArrowLeft' });
    await waitFor(() => expect(edge().getAttribute('aria-valuenow')).toBe('47.8'));
    expect(layout.getState().shares).toEqual({ beside: 47.8 });
    fireEvent.keyDown(edge(), { key: 'Escape' });
    await waitFor(() => expect(edge().getAttribute('aria-valuenow')).toBe('47'));
    expect(layout.getState().shares).toEqual({});
  });

  test('goes up and down where the detail stands below', async () => {
    const { layout } = await withDetail();
    layout.getState().placeDetail('below');
    await waitFor(() => expect(edge().getAttribute('aria-orientation')).toBe('horizontal'));
    size(edge().parentElement, 1000, 500);
    size(edge().nextElementSibling, 1000, 300);
    fireEvent.keyDown(edge(), { key: 'ArrowDown' });
    await waitFor(() => expect(layout.getState().shares).toEqual({ below: 58.4 }));
  });

  test('follows the pointer, no farther than both can be used', async () => {
    const { layout } = await withDetail();
    size(edge().nextElementSibling, 470, 500);
    edge().setPointerCapture = () => {};
    fireEvent.pointerDown(edge(), { clientX: 530, pointerId: 1 });
    fireEvent.pointerMove(edge(), { clientX: 400, pointerId: 1 });
    await waitFor(() => expect(layout.getState().shares).toEqual({ beside: 60 }));
    fireEvent.pointerMove(edge(), { clientX: 10, pointerId: 1 });
    await waitFor(() => expect(layout.getState().shares).toEqual({ beside: 80 }));
  });
});

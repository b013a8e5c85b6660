import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { cleanCall } from '../unit/support/tab-calls';
import { renderPanel } from './support';

const sheet = () => screen.queryByRole('dialog', { name: 'Keyboard commands' });
const pressOn = (target: Element, key: string) => fireEvent.keyDown(target, { key });

describe('the sheet of keys', () => {
  test('is opened by ? wherever the focus is, and closed by its button', async () => {
    await renderPanel([cleanCall(1)]);
    pressOn(document.body, '?');
    await waitFor(() => expect(sheet()).not.toBeNull());
    expect(sheet()?.textContent).toContain('go to the filter');
    expect(sheet()?.textContent).toContain('rule:key-*');
    expect(sheet()?.textContent).toContain('Ctrl+L');
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(sheet()).toBeNull());
  });

  test('is opened by its button in the status bar', async () => {
    await renderPanel([]);
    fireEvent.click(screen.getByRole('button', { name: 'Keyboard commands' }));
    await waitFor(() => expect(sheet()).not.toBeNull());
  });

  test('keeps Tab in it, and is closed by Escape wherever the focus is', async () => {
    await renderPanel([cleanCall(1)]);
    pressOn(document.body, '?');
    const close = await screen.findByRole('button', { name: 'Close' });
    close.focus();
    expect(pressOn(close, 'Tab')).toBe(false);
    expect(document.activeElement).toBe(close);
    close.blur();
    pressOn(document.body, 'Tab');
    expect(document.activeElement).toBe(close);
    close.blur();
    expect(pressOn(document.body, 'Escape')).toBe(false);
    await waitFor(() => expect(sheet()).toBeNull());
    expect(pressOn(document.body, 'Tab')).toBe(true);
  });

  test('is opened by ? from a box that is ticked, but not over another dialog', async () => {
    await renderPanel([cleanCall(1)]);
    fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    await screen.findByRole('dialog');
    pressOn(document.body, '?');
    expect(sheet()).toBeNull();
    pressOn(document.body, 'Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    pressOn(screen.getByRole('checkbox', { name: 'Preserve log' }), '?');
    await waitFor(() => expect(sheet()).not.toBeNull());
  });

  test('F6 works in the filter, too', async () => {
    await renderPanel([cleanCall(1)]);
    screen.getByLabelText('Filter').focus();
    pressOn(screen.getByLabelText('Filter'), 'F6');
    expect(document.activeElement?.getAttribute('role')).toBe('row');
  });

  test('a ? that is typed into the filter stays a letter', async () => {
    await renderPanel([cleanCall(1)]);
    pressOn(screen.getByLabelText('Filter'), '?');
    expect(sheet()).toBeNull();
  });
});

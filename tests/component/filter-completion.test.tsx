import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { bareToken, cleanCall, pendingCall } from '../unit/support/tab-calls';
import { renderPanel } from './support';

const field = () => screen.getByRole('combobox', { name: 'Filter' }) as HTMLInputElement;
const options = () => screen.queryAllByRole('option').map((option) => option.textContent);
const press = (key: string) => fireEvent.keyDown(field(), { key });
const rows = () => document.querySelectorAll('[data-row]').length;

async function typing(text: string) {
  await renderPanel([bareToken(1), cleanCall(2), pendingCall(3)]);
  field().focus();
  fireEvent.input(field(), { target: { value: text } });
}
const offers = (expected: string[]) => waitFor(() => expect(options()).toEqual(expected));

describe('the completion of the filter', () => {
  test('offers the terms when the filter is entered', async () => {
    await renderPanel([bareToken(1)]);
    expect(field().getAttribute('aria-expanded')).toBe('false');
    field().focus();
    await waitFor(() => expect(options()).toHaveLength(8));
    expect(options()[0]).toBe('status:401, 4xx');
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(field().getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
  });

  test('Tab takes a term, then a value of the list', async () => {
    await typing('sta');
    await offers(['status:200, 2xx, 401']);
    press('Tab');
    await waitFor(() => expect(field().value).toBe('status:'));
    await offers(['status:2001', 'status:2xx1', 'status:4011', 'status:4xx1', 'status:none1']);
    press('Tab');
    await waitFor(() => expect(field().value).toBe('status:200 '));
    await waitFor(() => expect(rows()).toBe(1));
    expect(options()).toEqual([]);
  });

  test('arrows choose, Enter takes what is chosen, and the field keeps the focus', async () => {
    await typing('-is:');
    await waitFor(() => expect(options().length).toBeGreaterThan(2));
    press('ArrowDown');
    press('ArrowDown');
    await waitFor(() => expect(screen.getAllByRole('option')[1]?.getAttribute('aria-selected')).toBe('true'));
    expect(field().getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]?.id);
    press('ArrowUp');
    const first = screen.getAllByRole('option')[0]?.querySelector('.code')?.textContent;
    await waitFor(() => expect(screen.getAllByRole('option')[0]?.getAttribute('aria-selected')).toBe('true'));
    press('Enter');
    await waitFor(() => expect(field().value).toBe(`${first} `));
    expect(document.activeElement).toBe(field());
  });

  test('Enter writes half a state to its end, and leaves what means something as it is', async () => {
    await typing('is:er');
    await offers(['is:error1']);
    press('Enter');
    await waitFor(() => expect(field().value).toBe('is:error '));
    fireEvent.input(field(), { target: { value: 'sta' } });
    await waitFor(() => expect(options()).toHaveLength(1));
    press('Enter');
    expect(field().value).toBe('sta');
  });

  test('says of half a status that it is none', async () => {
    await typing('status:22');
    expect(await screen.findByText(/is not a status\./)).toBeTruthy();
  });

  test('Escape closes the suggestions before it empties the filter', async () => {
    await typing('sta');
    await offers(['status:200, 2xx, 401']);
    press('Escape');
    await offers([]);
    expect(field().value).toBe('sta');
    press('Escape');
    await waitFor(() => expect(field().value).toBe(''));
  });

  test('Enter without a choice keeps what was typed and goes to the list', async () => {
    await typing('p');
    await offers(['path:/api/llm-response']);
    press('Enter');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('row'));
    expect(field().value).toBe('p');
  });

  test('a click takes a suggestion', async () => {
    await typing('meth');
    await offers(['method:post']);
    const option = screen.getByRole('option');
    expect(fireEvent.mouseDown(option)).toBe(false);
    fireEvent.click(option);
    await waitFor(() => expect(field().value).toBe('method:'));
  });

  test('says gently what it does not know, while it has the focus', async () => {
    await typing('colour:red');
    await screen.findByText(/is not a term of the filter/);
    fireEvent.input(field(), { target: { value: 'is:purple' } });
    await screen.findByText(/does not know/);
    field().blur();
    await waitFor(() => expect(screen.queryByText(/does not know/)).toBeNull());
  });
});

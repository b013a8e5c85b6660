import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bareToken, cleanCall } from '../unit/support/tab-calls';
import { focusIsOn, layout, press, renderPanel, type Twins } from './support';

const row = (id: string) => document.querySelector<HTMLElement>(`[data-row="${id}"]`);
const isThere = (id: string) => waitFor(() => expect(row(id)).not.toBeNull());
const button = () => screen.queryByRole('button', { name: 'New calls' });
const head = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));

async function comes({ feed }: Twins, index: number): Promise<void> {
  feed.setState(({ exchanges }) => ({ exchanges: [...exchanges, cleanCall(index)] }));
  await isThere(`${index}.0`);
}

async function list(): Promise<Twins> {
  const twins = await renderPanel([bareToken(1), cleanCall(2)]);
  await isThere('2.0');
  return twins;
}

const open = (id: string) => fireEvent.click(row(id) as HTMLElement);

const { height } = layout;
beforeEach(() => {
  // One row is in view.
  layout.height = 30;
});
afterEach(() => {
  layout.height = height;
});

describe('new calls', () => {
  test('are followed as long as the user looks at the newest', async () => {
    const twins = await list();
    open('2.0');
    await comes(twins, 3);
    expect(button()).toBeNull();
  });

  test('wait behind a button while the user looks at another row', async () => {
    const twins = await list();
    open('1.0');
    expect(button()).toBeNull();
    await comes(twins, 3);
    await waitFor(() => expect(button()).not.toBeNull());
    expect(button()?.dataset['at']).toBe('bottom');
    press(button() as HTMLElement);
    await waitFor(() => expect(button()).toBeNull());
    await focusIsOn('[data-row="1.0"]');
    await comes(twins, 4);
    expect(button()).toBeNull();
  });

  test('are followed again after a clear that took away what the user scrolled up to', async () => {
    const twins = await list();
    const scroller = document.querySelector('.list-body') ?? expect.fail();
    const scrollTo = (top: number) => {
      scroller.scrollTop = top;
      fireEvent.scroll(scroller);
    };
    scrollTo(18);
    scrollTo(0);
    await comes(twins, 3);
    await waitFor(() => expect(button()).not.toBeNull());
    // A call under way stays.
    twins.feed.setState({ exchanges: [cleanCall(3)] });
    await waitFor(() => expect(row('1.0')).toBeNull());
    await comes(twins, 4);
    expect(button()).toBeNull();
    await waitFor(() => expect(scroller.scrollTop).toBe(18));
  });

  test('are followed after a filter that left the newest call alone is taken away', async () => {
    await list();
    const scroller = document.querySelector('.list-body') ?? expect.fail();
    await waitFor(() => expect(scroller.scrollTop).toBe(18));
    const filter = screen.getByRole('combobox', { name: 'Filter' });
    fireEvent.input(filter, { target: { value: 'status:200' } });
    await waitFor(() => expect(row('1.0')).toBeNull());
    // A browser does so by itself with a list that became shorter.
    scroller.scrollTop = 0;
    fireEvent.scroll(scroller);
    fireEvent.input(filter, { target: { value: '' } });
    await isThere('1.0');
    await waitFor(() => expect(scroller.scrollTop).toBe(18));
  });

  test('leave what is in view where it is, though no row is selected', async () => {
    const twins = await renderPanel([cleanCall(1), cleanCall(2), cleanCall(3), cleanCall(4)]);
    await isThere('4.0');
    head(/^Start/);
    await waitFor(() => expect(document.querySelector('[data-row]')?.getAttribute('data-row')).toBe('4.0'));
    const scroller = document.querySelector('.list-body') ?? expect.fail();
    scroller.scrollTop = 24;
    fireEvent.scroll(scroller);
    await comes(twins, 5);
    await waitFor(() => expect(scroller.scrollTop).toBe(48));
  });

  test('need no button where the whole list is in view', async () => {
    const twins = await list();
    open('1.0');
    layout.height = 1_000;
    await comes(twins, 3);
    expect(button()).toBeNull();
    layout.height = 30;
    await comes(twins, 4);
    await waitFor(() => expect(button()).not.toBeNull());
  });

  test('are no rows that the user unfolds, nor a call that changes', async () => {
    const twins = await list();
    open('1.0');
    twins.feed.setState({ exchanges: [bareToken(1), bareToken(2)] });
    await waitFor(() => expect(row('2.0')?.dataset['state']).toBe('error'));
    expect(button()).toBeNull();
  });

  test('are at the top in the reverse order', async () => {
    const twins = await list();
    head(/^Start/);
    await waitFor(() => expect(document.querySelector('[data-row]')?.getAttribute('data-row')).toBe('2.0'));
    open('1.0');
    await comes(twins, 3);
    await waitFor(() => expect(button()?.dataset['at']).toBe('top'));
  });

  test('come where they belong in another order, and nothing is followed', async () => {
    const twins = await list();
    head(/^Status/);
    open('1.0');
    await comes(twins, 3);
    await waitFor(() => expect(document.querySelectorAll('[data-row]')).toHaveLength(3));
    expect(button()).toBeNull();
  });
});

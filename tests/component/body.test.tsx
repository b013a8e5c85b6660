import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import type { BodyAnswer } from '../../lib/store/feed-state';
import { bareToken, cleanCall } from '../unit/support/tab-calls';
import { focusIsOn, press, renderPanel } from './support';

async function openResponse(answer?: BodyAnswer | Promise<BodyAnswer>) {
  const readBody = vi.fn(async () => answer ?? { type: 'gone' as const });
  await renderPanel([cleanCall(1), bareToken(2)], {}, 'en-GB', answer ? { readBody } : {});
  const rows = await waitFor(() => {
    const all = screen.getAllByRole('row').slice(1);
    expect(all).toHaveLength(2);
    return all;
  });
  fireEvent.click(rows[0] ?? expect.fail());
  const inside = within(await screen.findByRole('region', { name: /^Details of / }));
  fireEvent.click(inside.getByRole('tab', { name: 'Response' }));
  await inside.findByRole('heading', { name: 'Body' });
  return { inside, rows, readBody };
}

const textOf = (text: string, length = text.length): BodyAnswer => ({ type: 'text', text, length });
const JSON_TEXT = JSON.stringify({
  results: { response: 'Hello' },
  errors: [],
  warnings: [{ code: 'slow' }],
});

describe('the body of an answer', () => {
  test('is asked for at a click, drawn as a tree, and gone with the call', async () => {
    const { inside, rows, readBody } = await openResponse(textOf(JSON_TEXT));
    expect(readBody).not.toHaveBeenCalled();
    press(inside.getByRole('button', { name: 'Show body' }));
    await focusIsOn('.body-view h3');
    const tree = await inside.findByRole('tree', { name: 'Body' });
    expect(tree.textContent).toContain('response: "Hello"');
    expect(readBody).toHaveBeenCalledTimes(1);
    fireEvent.click(rows[1] ?? expect.fail());
    await waitFor(() => expect(screen.queryByRole('tree')).toBeNull());
    fireEvent.click(rows[0] ?? expect.fail());
    await inside.findByRole('button', { name: 'Show body' });
    expect(document.body.textContent).not.toContain('Hello');
  });

  test('is walked with the keys of a tree', async () => {
    const { inside } = await openResponse(textOf(JSON_TEXT));
    fireEvent.click(inside.getByRole('button', { name: 'Show body' }));
    const tree = await inside.findByRole('tree');
    const current = () => within(tree).getByRole('treeitem', { selected: true });
    const press = (key: string) => fireEvent.keyDown(tree, { key });
    press('ArrowDown');
    await waitFor(() => expect(current().textContent).toContain('results'));
    press('ArrowLeft');
    await waitFor(() => expect(current().getAttribute('aria-expanded')).toBe('false'));
    expect(tree.textContent).not.toContain('Hello');
    press('ArrowRight');
    await waitFor(() => expect(tree.textContent).toContain('Hello'));
    press('End');
    await waitFor(() => expect(current().textContent).toContain('slow'));
    press('ArrowLeft');
    await waitFor(() => expect(current().textContent).toContain('0: '));
    press('ArrowLeft');
    press('ArrowLeft');
    await waitFor(() => expect(current().textContent).toContain('warnings'));
    press('Home');
    await waitFor(() => expect(current().getAttribute('aria-level')).toBe('1'));
  });

  test('is text where it is no JSON, and says what it cut', async () => {
    const { inside } = await openResponse(textOf('a'.repeat(120_000), 150_000));
    fireEvent.click(inside.getByRole('button', { name: 'Show body' }));
    const text = await inside.findByRole('region', { name: 'Body' });
    expect(text.textContent).toHaveLength(100_000);
    expect(inside.getByText('The first 100,000 of 150,000 characters')).toBeTruthy();
  });

  test.each([
    [{ type: 'late' }, /DevTools does not hand it out/],
    [{ type: 'gone' }, /does not have it any more/],
    [{ type: 'ambiguous' }, /their bodies differ/],
    [{ type: 'binary' }, /bytes that are not text/],
    [textOf(''), /It is empty/],
  ] as const)('says why there is none: %o', async (answer, reason) => {
    const { inside } = await openResponse(answer);
    fireEvent.click(inside.getByRole('button', { name: 'Show body' }));
    expect(await inside.findByText(reason)).toBeTruthy();
  });

  test('stands before the headers, which are often many', async () => {
    const { inside } = await openResponse(textOf(JSON_TEXT));
    const titles = inside.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(titles).toEqual(['Body', 'Headers']);
  });

  test('is not to be had outside of DevTools', async () => {
    const { inside } = await openResponse();
    expect(inside.getByText(/^Only the panel in DevTools can ask/)).toBeTruthy();
    expect(inside.queryByRole('button', { name: 'Show body' })).toBeNull();
  });
});

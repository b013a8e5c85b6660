import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { bareToken, cleanCall, tabCall } from '../unit/support/tab-calls';
import { focusIsOn, press, renderPanel } from './support';

const drawing = () => screen.queryByRole('img', { name: /calls? from/ });
const line = () => document.querySelector('.timeline') as HTMLElement;
const end = (name: 'Start' | 'End') => screen.getByRole('slider', { name: `${name} of the shown time` });
const shownRows = () =>
  [...document.querySelectorAll('[data-row]')].map((row) => row.getAttribute('data-row'));
const shows = (ids: string[]) => waitFor(() => expect(shownRows()).toEqual(ids));

async function twentySeconds() {
  const twins = await renderPanel([cleanCall(0), bareToken(10), cleanCall(20)]);
  await waitFor(() => expect(drawing()).not.toBeNull());
  await shows(['0.0', '10.0', '20.0']);
  line().setPointerCapture = () => {};
  return twins;
}

function drag(from: number, to: number): void {
  fireEvent.pointerDown(line(), { button: 0, clientX: from, pointerId: 1 });
  fireEvent.pointerMove(line(), { clientX: to, pointerId: 1 });
  fireEvent.pointerUp(line(), { clientX: to, pointerId: 1 });
}

describe('the timeline', () => {
  test('writes no time under the note in its corner', async () => {
    const times = () => [...document.querySelectorAll('.timeline-tick text')].length;
    await twentySeconds();
    const all = times();
    cleanup();
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(600);
    await twentySeconds();
    expect(times()).toBeGreaterThan(0);
    expect(times()).toBeLessThan(all);
    vi.restoreAllMocks();
  });

  test('says until when a refusal asks to wait, and what each key’s load is', async () => {
    const refused = tabCall(1, { status: 429, responseHeaders: [['Retry-After', '30']] });
    await renderPanel([cleanCall(0), refused]);
    await waitFor(() => expect(drawing()).not.toBeNull());
    const wait = document.querySelector('.timeline-wait-until')?.textContent;
    expect(wait).toMatch(/^Wait until \d\d:00:31$/);
    expect(drawing()?.getAttribute('aria-label')).toContain(wait);
    expect(document.querySelector('.timeline-band title')?.textContent).toBe(
      'key #1: below the default limits',
    );
  });

  test('is not there without a call', async () => {
    await renderPanel([]);
    expect(document.querySelector('.timeline')).toBeNull();
  });

  test('says in words what it shows', async () => {
    await twentySeconds();
    expect(drawing()?.getAttribute('aria-label')).toMatch(
      /^3 calls from \S+ to \S+: 1 error and 2 clean\. key #1, minute up to \S+: 3 of 100 calls/,
    );
  });

  test('a dragged span narrows the list, says so, and is taken away by a double click', async () => {
    await twentySeconds();
    drag(300, 900);
    await shows(['10.0']);
    expect(screen.getByText('1 of 3 calls · 2 hidden by the time span')).toBeTruthy();
    fireEvent.dblClick(line());
    await shows(['0.0', '10.0', '20.0']);
  });

  test('a span goes with the calls that were cleared', async () => {
    const { feed } = await twentySeconds();
    drag(300, 900);
    await shows(['10.0']);
    fireEvent.click(screen.getByRole('button', { name: 'Clear the list' }));
    await shows([]);
    feed.setState({ exchanges: [cleanCall(30)] });
    await shows(['30.0']);
  });

  test('a span up to the end of the line goes on with new calls', async () => {
    const { feed } = await twentySeconds();
    drag(300, 1_200);
    await shows(['10.0', '20.0']);
    feed.setState(({ exchanges }) => ({ exchanges: [...exchanges, cleanCall(30)] }));
    await shows(['10.0', '20.0', '30.0']);
  });

  test('an end that is only clicked stays where it is, as one whose drag the browser breaks off', async () => {
    await twentySeconds();
    drag(300, 900);
    await shows(['10.0']);
    fireEvent.pointerDown(end('Start'), { button: 0, clientX: 300, pointerId: 1 });
    fireEvent.pointerUp(line(), { clientX: 300, pointerId: 1 });
    expect(screen.getByText('1 of 3 calls · 2 hidden by the time span')).toBeTruthy();
    const start = end('Start').getAttribute('aria-valuenow');
    fireEvent.pointerDown(end('Start'), { button: 0, clientX: 300, pointerId: 1 });
    fireEvent.pointerMove(line(), { clientX: 500, pointerId: 1 });
    await waitFor(() => expect(end('Start').getAttribute('aria-valuenow')).not.toBe(start));
    fireEvent.pointerCancel(line(), { pointerId: 1 });
    await waitFor(() => expect(end('Start').getAttribute('aria-valuenow')).toBe(start));
  });

  test('a click brings the row of the call into view, with the detail open', async () => {
    await renderPanel(Array.from({ length: 100 }, (_, n) => cleanCall(n)));
    await waitFor(() => expect(drawing()).not.toBeNull());
    line().setPointerCapture = () => {};
    const row = (id: string) => document.querySelector<HTMLElement>(`[data-row="${id}"]`);
    await waitFor(() => expect(row('99.0')).not.toBeNull());
    fireEvent.click(row('99.0') as HTMLElement);
    await screen.findByRole('region', { name: /Details/ });
    drag(0, 1);
    const scroller = document.querySelector('.list-body') ?? expect.fail();
    await waitFor(() => expect(document.querySelector('[aria-selected=true]')).toBe(row('0.0')));
    expect(scroller.scrollTop).toBe(0);
  });

  test('a click shows the gravest call there', async () => {
    await twentySeconds();
    drag(600, 601);
    await screen.findByRole('region', { name: /Details/ });
    expect(document.querySelector('[aria-selected=true]')?.getAttribute('data-row')).toBe('10.0');
    expect(shownRows()).toHaveLength(3);
  });

  test('arrow keys move its ends; Escape shows all again', async () => {
    await twentySeconds();
    fireEvent.keyDown(end('Start'), { key: 'ArrowRight' });
    await shows(['10.0', '20.0']);
    fireEvent.keyDown(end('End'), { key: 'ArrowLeft' });
    await shows(['10.0']);
    fireEvent.keyDown(end('Start'), { key: 'Home' });
    await shows(['0.0', '10.0']);
    fireEvent.keyDown(end('End'), { key: 'Escape' });
    await shows(['0.0', '10.0', '20.0']);
  });

  test('its button and "Show all" take the span away', async () => {
    await twentySeconds();
    drag(300, 900);
    await shows(['10.0']);
    press(screen.getByTitle('Show calls of any time'));
    await shows(['0.0', '10.0', '20.0']);
    await focusIsOn('.timeline-end');
    drag(300, 900);
    await shows(['10.0']);
    press(screen.getByRole('button', { name: 'Show all' }));
    await shows(['0.0', '10.0', '20.0']);
    await focusIsOn('[data-row="0.0"]');
  });

  test('is hidden by the menu', async () => {
    const { layout } = await twentySeconds();
    fireEvent.click(screen.getByRole('button', { name: 'Columns and timeline' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Timeline' }));
    await waitFor(() => expect(document.querySelector('.timeline')).toBeNull());
    expect(layout.getState().timeline).toBe(false);
  });
});

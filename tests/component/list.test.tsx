import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { present, presentValue } from '../../lib/exchange/presence';
import { FAKE_KEY } from '../unit/support/exchange-of';
import {
  bareToken,
  cleanCall,
  JSON_TYPE,
  lostOnRedirect,
  pendingCall,
  refusedPreflight,
  tabCall,
} from '../unit/support/tab-calls';
import { layout, renderPanel } from './support';

// By selector, not by role: the tree of names costs seconds where there are many rows.
const rowNames = () =>
  [...document.querySelectorAll('[role=row][data-row]')].map((row) => row.getAttribute('aria-label'));
const listed = (count: number) => waitFor(() => expect(rowNames()).toHaveLength(count));

describe('the list', () => {
  test('is a grid whose rows say what they show', async () => {
    await renderPanel([bareToken(1), cleanCall(2), pendingCall(3)]);
    await listed(3);
    const grid = screen.getByRole('grid', { name: 'Calls to Infuzu' });
    expect(grid.getAttribute('aria-rowcount')).toBe('4');
    expect(
      within(grid)
        .getAllByRole('columnheader')
        .map((head) => head.getAttribute('data-column')),
    ).toEqual(['state', 'call', 'status', 'verdict', 'key', 'time', 'start']);
    expect(rowNames()).toEqual([
      'Error: POST /api/llm-response, 401, Bearer prefix is missing, key #1, 80 ms',
      'Clean: POST /api/llm-response, 200, Clean, key #1, 80 ms',
      'Pending: POST /api/llm-response, no status, Waiting for the answer, key #1',
    ]);
    const [first] = screen.getAllByRole('row').slice(1);
    expect(first?.getAttribute('aria-rowindex')).toBe('2');
    expect(first?.querySelector('[data-column=status]')?.textContent).toBe('401');
    expect(within(first as HTMLElement).getAllByRole('gridcell')).toHaveLength(7);
  });

  test('shows the mask of a key to whom points at it, of one that was never sent, too', async () => {
    const call = bareToken(1);
    const credentials = (presentValue(call.request.credentials) ?? []).map((one) => ({
      ...one,
      fingerprint: '',
    }));
    const request = { ...call.request, credentials: present(credentials) };
    await renderPanel([{ ...call, state: 'never-sent', source: 'probe', request }, cleanCall(2)]);
    await listed(2);
    const cells = [...document.querySelectorAll<HTMLElement>('[role=gridcell][data-column=key]')];
    expect(cells.map(({ title, textContent }) => [title, textContent])).toEqual([
      ['ifz_••••••0001', ''],
      ['ifz_••••••0001', 'key #1'],
    ]);
  });

  test('shows a call the moment the feed has it, and its change', async () => {
    const { feed } = await renderPanel([]);
    expect(screen.getByText('No call to Infuzu yet')).toBeTruthy();
    feed.setState({ exchanges: [pendingCall(1)] });
    await listed(1);
    feed.setState({ exchanges: [bareToken(1)] });
    await waitFor(() => expect(rowNames()[0]).toMatch(/^Error: /));
  });

  test('keeps row, focus and detail of a call that another stream tells, too', async () => {
    const { feed } = await renderPanel([{ ...bareToken(1), id: 'har-1', source: 'devtools' }]);
    await listed(1);
    const row = document.querySelector<HTMLElement>('[data-row]');
    fireEvent.click(row as HTMLElement);
    await waitFor(() => expect(screen.queryByRole('tab', { name: 'Diagnosis' })).toBeTruthy());
    const detail = document.querySelector('[data-region=detail]');
    row?.focus();
    feed.setState({ exchanges: [{ ...bareToken(1), joinedIds: ['har-1'] }, cleanCall(2)] });
    await listed(2);
    expect(document.querySelector('[aria-selected=true]')).toBe(row);
    expect(document.activeElement).toBe(row);
    expect(document.querySelector('[data-region=detail]')).toBe(detail);
  });

  test('keeps the selection where two rows turn out to be one call', async () => {
    const { feed } = await renderPanel([{ ...bareToken(1), id: 'har-1', source: 'devtools' }, bareToken(1)]);
    await listed(2);
    fireEvent.click(document.querySelector('[data-row="har-1"]') as HTMLElement);
    await waitFor(() => expect(screen.queryByRole('tab', { name: 'Diagnosis' })).toBeTruthy());
    feed.setState({ exchanges: [{ ...bareToken(1), joinedIds: ['har-1'] }] });
    await listed(1);
    expect(document.querySelector('[aria-selected=true]')).toBe(document.querySelector('[data-row]'));
    expect(screen.queryByRole('tab', { name: 'Diagnosis' })).toBeTruthy();
  });

  test('says nothing more of a failure that was cleared', async () => {
    const { feed } = await renderPanel([]);
    const spoken = () => document.querySelector('[role=status].sr-only')?.textContent;
    feed.setState({ exchanges: [{ ...bareToken(1), startedDateTime: Date.now() }] });
    await waitFor(() => expect(spoken()).toMatch(/Bearer prefix is missing/));
    feed.setState({ exchanges: [] });
    await waitFor(() => expect(spoken()).toBe(''));
  });

  test('marks a record that starts in its middle, and offers to see the page from its start', async () => {
    const reloadPage = vi.fn();
    const partial = { ...cleanCall(1), partial: true };
    await renderPanel([partial, cleanCall(2)], {}, 'en', { reloadPage });
    await listed(2);
    expect(rowNames()[0]).toMatch(/^Notice: .*200, beginning not seen/);
    expect(rowNames()[0]).toMatch(/, beginning not seen$/);
    expect(rowNames()[1]).not.toMatch(/beginning not seen/);
    expect(document.querySelectorAll('[role=row] [title="beginning not seen"]')).toHaveLength(1);
    fireEvent.click(document.querySelector('[role=row][data-row]') as HTMLElement);
    const detail = within(await screen.findByRole('region', { name: /llm-response/ }));
    fireEvent.click(
      detail.getByRole('button', { name: 'Reload the page to see its calls from their start' }),
    );
    expect(reloadPage).toHaveBeenCalledOnce();
  });

  test('keeps only a window of many rows in the document', async () => {
    await renderPanel(Array.from({ length: 1_000 }, (_, i) => cleanCall(i)));
    await waitFor(() => expect(rowNames().length).toBeGreaterThan(0));
    expect(rowNames().length).toBeLessThan(200);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('1001');
    expect(screen.getByText('1,000 calls')).toBeTruthy();
  });

  test('folds hops and preflights; arrows unfold them', async () => {
    await renderPanel([...lostOnRedirect(1), ...refusedPreflight(2)]);
    await listed(2);
    const [redirected] = screen.getAllByRole('row').slice(1);
    redirected?.focus();
    fireEvent.click(
      within(redirected as HTMLElement).getByRole('button', { name: 'Show the parts of this call' }),
    );
    await listed(4);
    expect(rowNames()[1]).toBe('Clean: hop 1, POST /api/llm-response, 308, To https://eu.infuzu.com, 30 ms');
    fireEvent.click(screen.getByRole('button', { name: 'Fold the parts of this call' }));
    await listed(2);
  });

  test('folds the retries of a client under the first attempt; arrows lead in and out', async () => {
    const attempt = (index: number, number: number, status: number) =>
      tabCall(index, {
        headers: [['Infuzu-API-Key', FAKE_KEY], JSON_TYPE, ['X-Stainless-Retry-Count', String(number)]],
        status,
      });
    await renderPanel([attempt(1, 0, 503), attempt(2, 1, 503)]);
    await listed(1);
    expect(rowNames()[0]).toMatch(/^Error: POST .*, 2 attempts$/);
    expect(screen.getByText('2 calls')).toBeTruthy();
    const first = document.querySelector<HTMLElement>('[data-row="1.0"]');
    first?.focus();
    fireEvent.click(first as HTMLElement);
    fireEvent.keyDown(first as HTMLElement, { key: 'ArrowRight' });
    await listed(2);
    expect(rowNames()[1]).toMatch(/^Error: retry, POST /);
    fireEvent.keyDown(first as HTMLElement, { key: 'ArrowRight' });
    await waitFor(() => expect(document.activeElement?.getAttribute('data-row')).toBe('2.0'));
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowLeft' });
    await waitFor(() => expect(document.activeElement?.getAttribute('data-row')).toBe('1.0'));
  });

  test('is sorted by a click on a column', async () => {
    await renderPanel([bareToken(1), cleanCall(2)]);
    await listed(2);
    fireEvent.click(screen.getByRole('button', { name: 'Status' }));
    await waitFor(() => expect(rowNames()[0]).toMatch(/^Clean/));
    expect(screen.getByRole('columnheader', { name: /Status/ }).getAttribute('aria-sort')).toBe('ascending');
  });

  test('takes two lines a row where it is narrow', async () => {
    layout.width = 360;
    await renderPanel([bareToken(1)]);
    await waitFor(() => expect(screen.getByRole('grid').getAttribute('data-narrow')).toBe('true'));
    expect(screen.getByRole('main').getAttribute('data-wide')).toBe('false');
  });

  test('marks the page ready once the feed is live', async () => {
    const { feed } = await renderPanel([], { connection: 'connecting' });
    expect(document.documentElement.dataset['ready']).toBeUndefined();
    feed.setState({ connection: 'live' });
    await waitFor(() => expect(document.documentElement.dataset['ready']).toBe('true'));
  });
});

describe('filter and chips', () => {
  test('the filter hides, says how many, and "Show all" brings them back', async () => {
    await renderPanel([bareToken(1), cleanCall(2), pendingCall(3)]);
    await listed(3);
    const field = screen.getByRole('combobox', { name: 'Filter' });
    fireEvent.focus(field);
    fireEvent.input(field, { target: { value: 'status:4xx' } });
    await listed(1);
    const hidden = screen.getByText('2 hidden');
    expect(hidden.getAttribute('role')).toBe('status');
    expect(hidden.getAttribute('aria-live')).toBe('polite');
    fireEvent.blur(field);
    await waitFor(() => expect(hidden.getAttribute('aria-live')).toBe('off'));
    expect(screen.getByText('1 of 3 calls · 2 hidden by the filter').closest('[role=status]')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    await listed(3);
  });

  test('free text looks at the words of the verdict', async () => {
    await renderPanel([bareToken(1), cleanCall(2)]);
    await listed(2);
    fireEvent.input(screen.getByRole('combobox', { name: 'Filter' }), { target: { value: 'prefix' } });
    await listed(1);
  });

  test('a chip narrows to its state', async () => {
    await renderPanel([bareToken(1), cleanCall(2), pendingCall(3)]);
    await listed(3);
    const chip = screen.getByRole('button', { name: '1 error' });
    fireEvent.click(chip);
    await listed(1);
    expect(chip.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText('1 of 3 calls · 2 hidden by the chip “Error”')).toBeTruthy();
  });

  test('pause and clear go up to the background', async () => {
    const { commands } = await renderPanel([bareToken(1)]);
    fireEvent.click(screen.getByRole('button', { name: 'Stop recording' }));
    expect(commands.setPaused).toHaveBeenCalledWith(true);
    await screen.findByRole('button', { name: 'Record' });
    fireEvent.click(screen.getByRole('button', { name: 'Clear the list' }));
    expect(commands.clear).toHaveBeenCalled();
  });
});

describe('the status bar', () => {
  test('says what was dropped and what can be seen', async () => {
    await renderPanel([cleanCall(1)], { dropped: 12 });
    expect(screen.getByText('12 older calls were dropped to save memory')).toBeTruthy();
    expect(screen.getByText('Sees every call to Infuzu in this tab')).toBeTruthy();
  });

  test('offers the cure where calls come late for want of a permission', async () => {
    const { actions } = await renderPanel([cleanCall(1)], {
      coverage: { site: { origin: 'https://app.example.com', access: 'not-granted' } },
    });
    expect(screen.getByText('Sees app.example.com through DevTools alone')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Watch app.example.com' }));
    expect(actions.requestSite).toHaveBeenCalledWith('https://app.example.com');
    expect(await screen.findByText('The browser did not allow it. Nothing has changed.')).toBeTruthy();
  });
});

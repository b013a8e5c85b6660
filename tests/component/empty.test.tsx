import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { bareToken, cleanCall } from '../unit/support/tab-calls';
import { type FeedDescription, renderPanel } from './support';

const NOT_GRANTED = { site: { origin: 'https://app.example.com', access: 'not-granted' } } as const;

describe('an empty panel says why', () => {
  test.each<[string, FeedDescription, string, string | undefined]>([
    ['nothing called', {}, 'No call to Infuzu yet', undefined],
    ['site not watched', { coverage: NOT_GRANTED }, 'No call to Infuzu yet', 'Watch app.example.com'],
    [
      'site not watched, and no DevTools',
      { coverage: { ...NOT_GRANTED, devtoolsOpen: false } },
      'No Infuzu calls seen here',
      'Watch app.example.com',
    ],
    [
      'access revoked',
      { coverage: { infuzuGranted: false } },
      'Access to Infuzu is switched off',
      'Allow Infuzu again',
    ],
    ['paused', { paused: true }, 'Recording is stopped', 'Record'],
    ['connection lost', { connection: 'lost' }, 'Connection lost', undefined],
    ['connecting', { connection: 'connecting' }, 'Connecting', undefined],
  ])('%s', async (_, over, title, cure) => {
    await renderPanel([], over);
    expect(screen.getByRole('heading', { level: 2, name: title })).toBeTruthy();
    if (cure !== undefined) expect(screen.getAllByRole('button', { name: cure }).length).toBeGreaterThan(0);
  });

  test('and why DevTools needs no permission', async () => {
    await renderPanel([]);
    expect(screen.getByText(/Only those to Infuzu are looked at/)).toBeTruthy();
  });

  test('when the filter hides everything', async () => {
    await renderPanel([bareToken(1)]);
    fireEvent.input(screen.getByRole('combobox', { name: 'Filter' }), { target: { value: 'nowhere' } });
    expect(await screen.findByRole('heading', { level: 2, name: 'The only call is hidden' })).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: 'Show all' })[0] ?? expect.fail());
    await waitFor(() => expect(screen.getByRole('grid')).toBeTruthy());
  });

  test('and names only what hides', async () => {
    await renderPanel([bareToken(1), bareToken(2)]);
    fireEvent.click(screen.getByRole('button', { name: '0 warnings' }));
    expect(await screen.findByText('Hidden by the chip “Warning”.')).toBeTruthy();
    expect(document.querySelector('.status-bar')?.textContent).toContain('2 hidden by the chip “Warning”');
    fireEvent.click(screen.getByRole('button', { name: '0 pending' }));
    fireEvent.input(screen.getByRole('combobox', { name: 'Filter' }), { target: { value: 'nowhere' } });
    expect(await screen.findByText('Hidden by the filter and the chips “Warning and Pending”.')).toBeTruthy();
  });

  test('a chip that outlives a clearing says that it hides what comes', async () => {
    const { feed } = await renderPanel([bareToken(1)]);
    fireEvent.click(screen.getByRole('button', { name: '1 error' }));
    fireEvent.click(screen.getByRole('button', { name: 'Clear the list' }));
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull());
    feed.setState({ exchanges: [cleanCall(2)] });
    expect(await screen.findByText('Hidden by the chip “Error”.')).toBeTruthy();
    expect(screen.getByRole('button', { name: '0 errors' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('the cure of a pause records again', async () => {
    const { commands } = await renderPanel([], { paused: true });
    fireEvent.click(screen.getAllByRole('button', { name: 'Record' }).at(-1) ?? expect.fail());
    expect(commands.setPaused).toHaveBeenCalledWith(false);
  });

  test('the bar below claims to see nothing while recording is stopped', async () => {
    await renderPanel([bareToken(1)], { paused: true });
    expect(document.querySelector('.status-bar')?.textContent).toContain('Recording is stopped');
    expect(screen.queryByText(/^Sees every call/)).toBeNull();
  });

  test('a page that cannot ask says where to', async () => {
    const { actions } = await renderPanel([], { coverage: NOT_GRANTED });
    actions.requestSite.mockResolvedValue('unavailable');
    fireEvent.click(screen.getAllByRole('button', { name: 'Watch app.example.com' })[0] ?? expect.fail());
    expect(await screen.findByText(/Click the toolbar button of the extension/)).toBeTruthy();
  });

  test('in German as well', async () => {
    await renderPanel([], {}, 'de');
    expect(screen.getByRole('heading', { level: 2, name: 'Noch kein Aufruf an Infuzu' })).toBeTruthy();
  });
});

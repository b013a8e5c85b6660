import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { FAKE_KEY, OTHER_FAKE_KEY } from '../unit/support/exchange-of';
import {
  bareToken,
  cleanCall,
  JSON_TYPE,
  partialCall,
  pendingCall,
  refusal,
  tabCall,
} from '../unit/support/tab-calls';
import { type FeedDescription, renderPopup } from './support';

const access = (value: 'always' | 'granted' | 'until-navigation' | 'not-granted'): FeedDescription => ({
  coverage: { site: { origin: 'https://app.example.com', access: value } },
});

const warnedCall = (index: number) =>
  tabCall(index, {
    status: 200,
    responseBody: { results: {}, errors: [], warnings: [{ code: 'slow', message: 'Slow' }] },
  });

describe('the popup', () => {
  test.each([
    ['an error among others', [bareToken(1), cleanCall(2)], '1 of 2 calls has an error'],
    ['errors among others', [bareToken(1), bareToken(2), cleanCall(3)], '2 of 3 calls have an error'],
    ['nothing but errors', [bareToken(1), bareToken(2)], 'All 2 calls have an error'],
    ['a warning among others', [warnedCall(1), cleanCall(2)], 'No error, 1 of 2 calls needs a look'],
    ['nothing but a warning', [warnedCall(1)], 'No error, the call needs a look'],
    ['clean', [cleanCall(1), cleanCall(2)], 'All 2 calls are clean'],
    ['neither an error nor all clean', [cleanCall(1), partialCall(2)], 'No error in 2 calls'],
    ['waiting', [pendingCall(1)], 'Waiting for an answer'],
    ['clean so far', [cleanCall(1), pendingCall(2)], 'Clean so far, 1 of 2 waiting'],
  ])('%s', async (_, exchanges, verdict) => {
    await renderPopup(exchanges);
    expect(screen.getByRole('heading', { level: 2, name: verdict })).toBeTruthy();
  });

  test.each([
    [[bareToken(1), cleanCall(2)], '1 von 2 Aufrufen mit Fehler'],
    [[bareToken(1), bareToken(2), cleanCall(3)], '2 von 3 Aufrufen mit Fehler'],
  ])('counts in German as well', async (exchanges, verdict) => {
    await renderPopup(exchanges, {}, 'de-DE');
    expect(screen.getByRole('heading', { level: 2, name: verdict })).toBeTruthy();
  });

  test('names a problem once, in its row', async () => {
    await renderPopup([warnedCall(1), bareToken(2), ...[3, 4, 5, 6, 7].map(cleanCall)]);
    expect(screen.getByText('1 warning')).toBeTruthy();
    expect(screen.getAllByText(/prefix is missing/)).toHaveLength(1);
    expect(screen.getAllByText(/1 warning/)).toHaveLength(1);
    expect(screen.getByRole('button', { name: /^Warning: POST/ })).toBeTruthy();
  });

  test('shows the site, the counts and the latest five calls, the newest first', async () => {
    await renderPopup([bareToken(1), ...[2, 3, 4, 5, 6].map(cleanCall), pendingCall(7)]);
    expect(screen.getByText('app.example.com')).toBeTruthy();
    for (const count of ['1 error', '0 warnings', '5 clean', '1 pending'])
      expect(screen.getByText(count)).toBeTruthy();
    const calls = within(screen.getByRole('region', { name: 'Latest calls' })).getAllByRole('button', {
      expanded: false,
    });
    expect(calls).toHaveLength(5);
    expect(calls[0]?.getAttribute('aria-label')).toMatch(/^Pending: /);
  });

  test('a count shows the latest of its calls alone, and once more all', async () => {
    await renderPopup([bareToken(1), ...[2, 3, 4, 5, 6, 7, 8].map(cleanCall)]);
    const names = () =>
      within(screen.getByRole('region', { name: 'Latest calls' }))
        .getAllByRole('button', { expanded: false })
        .map((row) => row.getAttribute('aria-label')?.split(':')[0]);
    const clean = screen.getByRole('button', { name: '7 clean', pressed: false });
    fireEvent.click(clean);
    expect(names()).toEqual(Array(5).fill('Clean'));
    expect(screen.getByRole('button', { name: 'and 2 more calls' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '1 error' }));
    expect(names()).toEqual(['Error']);
    expect(clean.getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(screen.getByRole('button', { name: '1 error', pressed: true }));
    expect(names()).toEqual(['Clean', 'Clean', 'Clean', 'Clean', 'Error']);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '0 warnings' }).disabled).toBe(true);
  });

  test('says how many calls are not kept any more', async () => {
    await renderPopup([cleanCall(4)], { dropped: 3 });
    expect(screen.getByText('3 older calls were dropped to save memory')).toBeTruthy();
  });

  test('opens those it does not show in the workbench', async () => {
    const { actions } = await renderPopup([1, 2, 3, 4, 5, 6, 7].map(cleanCall));
    fireEvent.click(screen.getByRole('button', { name: 'and 2 more calls' }));
    expect(actions.openWorkbench).toHaveBeenCalledExactlyOnceWith('calls');
  });

  test('a click on a call says the whole sentence and the remedy', async () => {
    await renderPopup([bareToken(1)]);
    const call = screen.getByRole('button', { name: /^Error: POST/ });
    fireEvent.click(call);
    await waitFor(() => expect(call.getAttribute('aria-expanded')).toBe('true'));
    expect(call.parentElement?.querySelectorAll('.popup-call-more p')).toHaveLength(2);
  });

  test.each([
    ['always', 'Sees every call to Infuzu of this site', undefined],
    ['granted', 'Watching app.example.com', undefined],
    ['until-navigation', 'Watching until you leave this site', 'Always watch'],
    ['not-granted', 'Not watching app.example.com', 'Watch app.example.com'],
  ] as const)('permission: %s', async (value, text, cure) => {
    const { actions } = await renderPopup([cleanCall(1)], access(value));
    expect(screen.getByText(text)).toBeTruthy();
    if (cure === undefined) return;
    fireEvent.click(screen.getByRole('button', { name: cure }));
    expect(actions.requestSite).toHaveBeenCalledWith('https://app.example.com');
  });

  test('says that recording is stopped, also beside calls', async () => {
    const { commands } = await renderPopup([cleanCall(1)], { paused: true });
    expect(screen.getByText('Recording is stopped')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Record' }));
    expect(commands.setPaused).toHaveBeenCalledExactlyOnceWith(false);
  });

  describe('the rate limit', () => {
    const refusedAgo = (age: number) =>
      tabCall(1, {
        status: 429,
        responseHeaders: [['Retry-After', '3000']],
        responseBody: refusal('rate_limit_exceeded'),
        startedDateTime: Date.now() - age,
      });
    const withOther = (index: number) =>
      tabCall(index, {
        headers: [['Infuzu-API-Key', OTHER_FAKE_KEY], JSON_TYPE],
        status: 200,
        startedDateTime: Date.now() + index,
      });
    const limits = () => within(screen.getByRole('region', { name: 'Rate limit, last minute' }));
    const refusalLine = () => limits().getByText(/^Rate limit reached: wait until \d\d:\d\d:\d\d\./);

    test('says until when Infuzu refuses a key, and what that key has used, whichever was used last', async () => {
      await renderPopup([refusedAgo(0), withOther(2), withOther(3)]);
      expect(refusalLine().textContent).toContain('key #1');
      expect(limits().getByText(/^Sent within the last minute with/).textContent).toContain('key #1');
      expect(limits().getByText('1 of 100')).toBeTruthy();
    });

    test('says what the latest key has used while nothing is refused', async () => {
      await renderPopup([withOther(1), withOther(2)]);
      expect(limits().getByText('2 of 100')).toBeTruthy();
      expect(limits().queryByText(/^Rate limit reached/)).toBeNull();
    });

    test('says only until when, once the minute is over', async () => {
      await renderPopup([refusedAgo(61_000)]);
      expect(refusalLine().textContent).toContain('key #1');
      expect(limits().queryByText(/^Sent within the last minute with/)).toBeNull();
    });
  });

  test('says nothing of a limit that is over', async () => {
    await renderPopup([tabCall(1, { status: 429, responseHeaders: [['Retry-After', '30']] })]);
    expect(screen.queryByRole('region', { name: 'Rate limit, last minute' })).toBeNull();
  });

  test.each([
    ['en-GB', ['1 error', '0 warnings', '2 notices', '1 clean', '0 pending']],
    ['de', ['1 Fehler', '0 Warnungen', '2 Hinweise', '1 fehlerfrei', '0 offen']],
  ])('tells notices from clean calls, and names what there is, %s', async (locale, counts) => {
    await renderPopup([bareToken(1), partialCall(2), cleanCall(3), partialCall(4)], {}, locale);
    const items = [...document.querySelectorAll('.popup-counts li')].map(({ textContent }) => textContent);
    expect(items).toEqual(counts);
  });

  test('copies a report without a key', async () => {
    const { actions } = await renderPopup([bareToken(1), cleanCall(2)]);
    fireEvent.click(screen.getByRole('button', { name: 'Copy report' }));
    await waitFor(() => expect(actions.copied).toHaveLength(1));
    expect(actions.copied[0]).toContain('bearer-prefix-missing');
    expect(actions.copied[0]).not.toContain(FAKE_KEY.slice(4, 20));
  });

  test('leads to the options and the workbench', async () => {
    const { actions } = await renderPopup([bareToken(1)]);
    fireEvent.click(screen.getByRole('button', { name: 'Options' }));
    fireEvent.click(screen.getByRole('button', { name: 'Open in the workbench' }));
    expect(actions.openOptions).toHaveBeenCalled();
    expect(actions.openWorkbench).toHaveBeenCalled();
  });
});

describe('a site that is watched', () => {
  test.each([
    ['with calls', [bareToken(1)]],
    ['without', []],
  ])('can be given back, %s', async (_, calls) => {
    const { actions } = await renderPopup(calls, access('granted'));
    expect(screen.getByText('Watching app.example.com')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Stop watching' }));
    expect(actions.stopWatching).toHaveBeenCalledWith('https://app.example.com');
  });
});

describe('an empty popup', () => {
  test('says what is invisible, offers the cure, and the way without it', async () => {
    const { actions } = await renderPopup([], access('not-granted'));
    expect(screen.getByRole('heading', { level: 2, name: 'No Infuzu calls seen here' })).toBeTruthy();
    expect(screen.getByText('The DevTools panel works without it')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Watch app.example.com' }));
    expect(actions.requestSite).toHaveBeenCalledWith('https://app.example.com');
    fireEvent.click(screen.getByRole('button', { name: 'Open a HAR' }));
    expect(actions.openWorkbench).toHaveBeenCalled();
  });

  test('offers the cure of a revoked access once, on a watched site too', async () => {
    await renderPopup([], { coverage: { ...access('granted').coverage, infuzuGranted: false } });
    expect(screen.getAllByRole('button', { name: 'Allow Infuzu again' })).toHaveLength(1);
  });

  test.each<[string, FeedDescription, string]>([
    ['watched', access('granted'), 'No call to Infuzu yet'],
    ['revoked', { coverage: { infuzuGranted: false } }, 'Access to Infuzu is switched off'],
    ['paused', { paused: true }, 'Recording is stopped'],
    ['lost', { connection: 'lost' }, 'Connection lost'],
  ])('%s', async (_, over, title) => {
    await renderPopup([], over);
    expect(screen.getByRole('heading', { level: 2, name: title })).toBeTruthy();
  });
});

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { Options } from '../../components/options/options';
import { Panel } from '../../components/panel/panel';
import { Popup } from '../../components/popup/popup';
import { LayoutProvider } from '../../components/ui/layout';
import { Page } from '../../components/ui/page';
import { Workbench } from '../../components/workbench/workbench';
import { loadLanguage } from '../../lib/messages/language';
import { memoryChannel } from '../../lib/messaging/channel';
import { optionsActions } from '../../lib/platform/options-page';
import { pageActions } from '../../lib/platform/page-actions';
import { createLayout } from '../../lib/store/layout';
import type { OptionsState } from '../../lib/store/options-state';
import { createPageLog } from '../../lib/store/page-log';
import { DEFAULT_SETTINGS } from '../../lib/store/settings';
import { createWorkbench } from '../../lib/store/workbench';
import { cleanCall } from '../unit/support/tab-calls';
import { type FeedDescription, feedOf } from './support';

const { request } = vi.hoisted(() => ({ request: vi.fn<(asked: unknown) => Promise<boolean>>() }));

vi.mock('wxt/browser', () => ({
  browser: { permissions: { request }, runtime: { getManifest: () => ({ version: '0.0.0' }) } },
}));

beforeEach(() => {
  request.mockReset().mockResolvedValue(false);
  window.location.hash = '';
});

const UNWATCHED: FeedDescription = {
  coverage: { site: { origin: 'https://app.example.com', access: 'not-granted' }, devtoolsOpen: false },
};
const REVOKED: FeedDescription = { coverage: { infuzuGranted: false } };
const commands = { clear: () => {}, setPaused: () => {} };

const popup = (over: FeedDescription, calls = [cleanCall(1)]) => (
  <Popup feed={feedOf(calls, over)} commands={commands} />
);
const panel = (over: FeedDescription, calls = [cleanCall(1)]) => (
  <Panel feed={feedOf(calls, over)} commands={commands} log={createPageLog()} onPreserve={() => {}} />
);

function options(over: Partial<OptionsState> = {}) {
  const store = createStore<OptionsState>(() => ({
    settings: { ...DEFAULT_SETTINGS, ownHosts: ['staging.example.com'] },
    infuzuGranted: true,
    granted: [],
    ...over,
  }));
  return <Options store={store} actions={optionsActions(() => memoryChannel().near)} />;
}

async function show(page: ComponentChild) {
  render(
    <Page language={await loadLanguage('en-GB')} actions={pageActions}>
      <LayoutProvider value={createLayout()}>{page}</LayoutProvider>
    </Page>,
  );
  // What an effect or a promise might ask has been asked by now.
  await new Promise((done) => setImmediate(done));
}

const SITE = { origins: ['https://app.example.com/*'] };
const INFUZU = { origins: ['*://*.infuzu.com/*'] };

describe('the browser is asked for a permission in a click, and not before', () => {
  test.each<[string, () => ComponentChild, string, { origins: string[] }]>([
    ['popup with calls', () => popup(UNWATCHED), 'Watch app.example.com', SITE],
    ['empty popup', () => popup(UNWATCHED, []), 'Watch app.example.com', SITE],
    ['popup, revoked', () => popup(REVOKED), 'Allow Infuzu again', INFUZU],
    ['empty popup, revoked', () => popup(REVOKED, []), 'Allow Infuzu again', INFUZU],
    ['panel with calls', () => panel(UNWATCHED), 'Watch app.example.com', SITE],
    ['empty panel', () => panel(UNWATCHED, []), 'Watch app.example.com', SITE],
    ['panel, revoked', () => panel(REVOKED), 'Allow Infuzu again', INFUZU],
    ['options, revoked', () => options({ infuzuGranted: false }), 'Allow Infuzu again', INFUZU],
    ['an own host', () => options(), 'Allow', { origins: ['*://staging.example.com/*'] }],
  ])('%s', async (_, page, cure, asked) => {
    await show(page());
    expect(request).not.toHaveBeenCalled();
    fireEvent.click(screen.getAllByRole('button', { name: cure })[0] ?? expect.fail());
    // In the click itself: after an await both browsers refuse.
    expect(request.mock.calls).toEqual([[asked]]);
  });

  test('a site that is typed into the options', async () => {
    await show(options());
    fireEvent.input(screen.getByRole('textbox', { name: 'Watch another site' }), {
      target: { value: 'app.example.com' },
    });
    expect(request).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Watch' }));
    expect(request.mock.calls).toEqual([[SITE]]);
  });

  test('nor does the welcome page or the workbench ask', async () => {
    window.location.hash = '#welcome';
    await show(options({ infuzuGranted: false }));
    cleanup();
    const page = { readClipboard: async () => undefined, watchLink: () => () => {}, setLink: () => {} };
    await show(<Workbench store={createWorkbench(() => () => {}, false)} page={page} />);
    expect(request).not.toHaveBeenCalled();
  });
});

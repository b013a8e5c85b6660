import { cleanup, configure, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { Panel } from '../../components/panel/panel';
import { Popup } from '../../components/popup/popup';
import { LayoutProvider } from '../../components/ui/layout';
import { Page } from '../../components/ui/page';
import type { Exchange } from '../../lib/exchange/exchange';
import { createRedactKnown } from '../../lib/exchange/redact-known';
import { loadLanguage } from '../../lib/messages/language';
import type { FeedCommands, FeedState, PageActions } from '../../lib/store/feed-state';
import { createLayout, type LayoutStore } from '../../lib/store/layout';
import { createPageLog, type PageLog } from '../../lib/store/page-log';
import { TEST_SALT } from '../unit/support/exchange-of';

// A busy machine is no failure.
configure({ asyncUtilTimeout: 4_000 });

/** What the layout of a browser would measure; happy-dom lays nothing out. */
export const layout = { width: 1200, height: 480 };

class MeasuredOnce implements ResizeObserver {
  constructor(private readonly callback: ResizeObserverCallback) {}
  observe(target: Element): void {
    const { width, height } = target.getBoundingClientRect();
    const entry = { target, contentRect: { width, height } } as ResizeObserverEntry;
    queueMicrotask(() => this.callback([entry], this));
  }
  unobserve(): void {}
  disconnect(): void {}
}
vi.stubGlobal('ResizeObserver', MeasuredOnce);

Object.defineProperties(HTMLElement.prototype, {
  clientWidth: { configurable: true, get: () => layout.width },
  clientHeight: { configurable: true, get: () => layout.height },
});
HTMLElement.prototype.getBoundingClientRect = () => new DOMRect(0, 0, layout.width, layout.height);

afterEach(() => {
  cleanup();
  layout.width = 1200;
  delete document.documentElement.dataset['ready'];
});

const WATCHED = { origin: 'https://app.example.com', access: 'granted' } as const;

export type FeedDescription = Partial<Omit<FeedState, 'coverage'>> & {
  readonly coverage?: Partial<FeedState['coverage']>;
};

/** An in-memory twin of the background. */
export function feedOf(exchanges: readonly Exchange[], over: FeedDescription = {}): StoreApi<FeedState> {
  return createStore<FeedState>(() => ({
    connection: 'live',
    dropped: 0,
    paused: false,
    exchanges,
    ...over,
    coverage: { infuzuGranted: true, devtoolsOpen: true, site: WATCHED, ...over.coverage },
  }));
}

export interface Twins {
  readonly feed: StoreApi<FeedState>;
  readonly log: PageLog;
  readonly layout: LayoutStore;
  readonly preserve: ReturnType<typeof vi.fn<(preserve: boolean) => void>>;
  readonly commands: { [Name in keyof FeedCommands]: ReturnType<typeof vi.fn<FeedCommands[Name]>> };
  readonly actions: PageActions & {
    readonly requestSite: ReturnType<typeof vi.fn<PageActions['requestSite']>>;
    readonly copied: string[];
  };
}

/** A click as of a keyboard or a mouse: what is clicked has the focus. */
export function press(button: HTMLElement): void {
  button.focus();
  fireEvent.click(button);
}

/** Waits until the focus is somewhere that fits. */
export const focusIsOn = (selector: string): Promise<void> =>
  waitFor(() => {
    if (!document.activeElement?.matches(selector)) throw new Error(`${document.activeElement?.outerHTML}`);
  });

/** What a page asks of the browser, in memory. */
export function actionTwins(): Twins['actions'] {
  const copied: string[] = [];
  return {
    copied,
    requestSite: vi.fn<PageActions['requestSite']>(async () => 'denied'),
    stopWatching: vi.fn(),
    requestInfuzu: async () => 'granted',
    openOptions: vi.fn(),
    explainPermissions: vi.fn(),
    openWorkbench: vi.fn(),
    version: '0.0.0',
    browser: 'Chrome 143',
    redactKnown: async (credentials) => createRedactKnown(credentials, TEST_SALT),
    copyText: async (text) => {
      copied.push(text);
    },
  };
}

function twins(feed: StoreApi<FeedState>): Twins {
  const log = createPageLog();
  return {
    feed,
    log,
    layout: createLayout(),
    preserve: vi.fn<(preserve: boolean) => void>((preserveLog) => log.setState({ preserveLog })),
    commands: {
      clear: vi.fn<FeedCommands['clear']>(() => feed.setState({ exchanges: [] })),
      setPaused: vi.fn<FeedCommands['setPaused']>((paused) => feed.setState({ paused })),
    },
    actions: actionTwins(),
  };
}

export async function renderPanel(
  exchanges: readonly Exchange[],
  over: FeedDescription = {},
  locale = 'en-GB',
  /** What only some browsers can do. */
  abilities: Partial<PageActions> = {},
): Promise<Twins> {
  const language = await loadLanguage(locale);
  const all = twins(feedOf(exchanges, over));
  render(
    <Page language={language} actions={{ ...all.actions, ...abilities }}>
      <LayoutProvider value={all.layout}>
        <Panel feed={all.feed} commands={all.commands} log={all.log} onPreserve={all.preserve} />
      </LayoutProvider>
    </Page>,
  );
  return all;
}

export async function renderPopup(
  exchanges: readonly Exchange[],
  over: FeedDescription = {},
  locale = 'en-GB',
): Promise<Twins> {
  const language = await loadLanguage(locale);
  const all = twins(feedOf(exchanges, { ...over, coverage: { devtoolsOpen: false, ...over.coverage } }));
  render(
    <Page language={language} actions={all.actions}>
      <Popup feed={all.feed} commands={all.commands} />
    </Page>,
  );
  return all;
}

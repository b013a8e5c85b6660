/**
 * A hidden document with the extension's origin, for looking into the extension from outside: it runs none of the
 * extension's code, is in no tab strip, and, unlike a debugger on the worker, neither wakes the worker nor keeps it alive.
 */

import { poll } from '../../harness/poll';
import type { Browser } from './browser';
import type { Session } from './session';

export interface ProbeApi {
  readonly storage: Record<
    'session' | 'local' | 'sync',
    { get(keys: null): Promise<Record<string, unknown>> }
  >;
  readonly action: { getBadgeText(details: { tabId: number }): Promise<string> };
  readonly tabs: { query(query: { active: true; windowId: number }): Promise<{ id?: number }[]> };
}

/** What the protocol tells of a worker; the extension has one version at a time. */
interface WorkerVersion {
  readonly versionId: string;
  readonly status: string;
  readonly runningStatus: string;
}

/** The name `chrome` as it is inside the probe; this file never runs it on the side of the tests. */
declare const chrome: ProbeApi;

export class Probe {
  readonly #versions = new Map<string, WorkerVersion>();

  private constructor(
    private readonly browser: Browser,
    private readonly origin: string,
    readonly session: Session,
  ) {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const version of versions as WorkerVersion[]) this.#versions.set(version.versionId, version);
    });
  }

  static async open(browser: Browser, origin: string): Promise<Probe> {
    // A file that every extension has and that is no page.
    const url = `${origin}/manifest.json`;
    const session = await browser.hiddenDocument(url);
    await session.waitFor(
      (wanted: string) =>
        location.href === wanted && typeof chrome !== 'undefined' && Boolean(chrome.storage),
      { what: `${url} to load with the extension's interfaces` },
      url,
    );
    const probe = new Probe(browser, origin, session);
    await session.send('ServiceWorker.enable'); // tells of the running worker, and then of every change
    return probe;
  }

  storage(area: 'session' | 'local' | 'sync'): Promise<Record<string, unknown>> {
    return this.session.evaluate(
      (name: 'session' | 'local' | 'sync') => chrome.storage[name].get(null),
      area,
    );
  }

  badgeText(tabId: number): Promise<string> {
    return this.session.evaluate((id: number) => chrome.action.getBadgeText({ tabId: id }), tabId);
  }

  /** The extension's number of the tab that is in front in the window of this target. */
  async activeTabId(targetId: string): Promise<number> {
    // The window's number is the same for the protocol and for extensions; that of tabs is not told by the protocol.
    const { windowId } = await this.browser.connection.send<{ windowId: number }>(
      'Browser.getWindowForTarget',
      {
        targetId,
      },
    );
    const id = await this.session.evaluate(
      async (window: number) => (await chrome.tabs.query({ active: true, windowId: window }))[0]?.id,
      windowId,
    );
    if (id === undefined) throw new Error(`Window ${windowId} has no active tab`);
    return id;
  }

  /** Starts the worker when it is stopped; does nothing when it runs. */
  async startWorker(): Promise<void> {
    await this.session.send('ServiceWorker.startWorker', { scopeURL: `${this.origin}/` });
  }

  /**
   * Waits until the worker has run its top level, where it registers its listeners. Its target exists earlier, and code
   * evaluated then finds a half-made global without even `setTimeout`.
   */
  async waitForWorker(): Promise<void> {
    await poll('the service worker to run', () =>
      [...this.#versions.values()].some(
        ({ status, runningStatus }) => status === 'activated' && runningStatus === 'running',
      ),
    );
  }
}

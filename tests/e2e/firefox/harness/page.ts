/** A tab: navigation, code in the page, calls from the page, real input. */
import { type CallInit, type CallResult, callFrom } from '../../harness/call';
import { DEFAULT_TIMEOUT_MS, type PollOptions, poll } from '../../harness/poll';
import type { WaitOptions } from '../../harness/test-document';
import { Document } from './document';
import type { Firefox } from './firefox';
import { Input } from './input';

export interface GotoOptions extends PollOptions {
  /** The state that ends the wait. `DOMContentLoaded` for pages whose own calls hang. */
  readonly until?: 'load' | 'DOMContentLoaded';
}

interface Shown {
  readonly window: number;
  readonly url: string;
}

export class Page {
  readonly document: Document;
  readonly input: Input;

  constructor(
    readonly firefox: Firefox,
    readonly browserId: number,
  ) {
    this.document = new Document(firefox, browserId);
    this.input = new Input(this.document);
  }

  /** Loads a URL and waits until exactly this document is loaded. */
  async goto(url: string, options: GotoOptions = {}): Promise<void> {
    await this.#navigate(options, url, () =>
      this.firefox.chrome(
        ({ gBrowser, Services }, id: number, address: string) => {
          const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.browserId === id);
          tab?.linkedBrowser.loadURI(Services.io.newURI(address), {
            triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
          });
        },
        this.browserId,
        url,
      ),
    );
  }

  async reload(options: GotoOptions = {}): Promise<void> {
    await this.#navigate(options, 'the reload', () =>
      this.firefox.chrome(({ gBrowser }, id: number) => {
        gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.browserId === id)?.linkedBrowser.reload();
      }, this.browserId),
    );
  }

  async #shown(): Promise<Shown | null> {
    return this.firefox.chrome(({ BrowsingContext }, id: number) => {
      const document = BrowsingContext.getCurrentTopByBrowserId(id)?.currentWindowGlobal;
      return document ? { window: document.innerWindowId, url: document.documentURI.spec } : null;
    }, this.browserId);
  }

  async #navigate(
    { until = 'load', timeout = DEFAULT_TIMEOUT_MS }: GotoOptions,
    what: string,
    start: () => Promise<void>,
  ): Promise<void> {
    const before = await this.#shown();
    await start();
    const isThere = async (): Promise<boolean> => {
      const now = await this.#shown();
      // A new tab gets its blank document twice; the second one is not where the navigation leads.
      if (!now || now.window === before?.window || now.url === 'about:blank') return false;
      const state = await this.document.evaluate(() => document.readyState);
      return state === 'complete' || (until === 'DOMContentLoaded' && state === 'interactive');
    };
    await poll(`${what} to reach ${until}`, isThere, { timeout });
    const now = await this.#shown();
    if (now?.url.startsWith('about:neterror') || now?.url.startsWith('about:certerror'))
      throw new Error(`${what}: ${now.url}`);
  }

  evaluate<Args extends readonly unknown[], T>(fn: (...args: Args) => T, ...args: Args): Promise<Awaited<T>> {
    return this.document.evaluate(fn, ...args);
  }

  evaluateWith<Args extends readonly unknown[], T>(
    options: PollOptions,
    fn: (...args: Args) => T,
    ...args: Args
  ): Promise<Awaited<T>> {
    return this.document.evaluateWith(options, fn, ...args);
  }

  waitFor<Args extends readonly unknown[], T>(
    fn: (...args: Args) => T,
    options: WaitOptions = {},
    ...args: Args
  ): Promise<NonNullable<Awaited<T>>> {
    return this.document.waitFor(fn, options, ...args);
  }

  /** Calls `fetch` in the page and returns what the page's code learns. */
  call(url: string, init?: CallInit): Promise<CallResult> {
    return callFrom(this.document, url, init);
  }

  screenshot(file?: string): Promise<Buffer> {
    return this.document.screenshot(file);
  }

  async bringToFront(): Promise<void> {
    await this.firefox.chrome(({ gBrowser }, id: number) => {
      const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.browserId === id);
      if (tab) gBrowser.selectedTab = tab;
    }, this.browserId);
  }

  async close(): Promise<void> {
    await this.firefox.chrome(({ gBrowser }, id: number) => {
      const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.browserId === id);
      if (tab) gBrowser.removeTab(tab);
    }, this.browserId);
  }
}

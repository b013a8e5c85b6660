/** A tab: navigation, code in the page, calls from the page, real input. */
import { type CallInit, type CallResult, callFrom } from '../../harness/call';
import { DEFAULT_TIMEOUT_MS, type PollOptions, TimeoutError } from '../../harness/poll';
import type { WaitOptions } from '../../harness/test-document';
import type { Browser } from './browser';
import { Input } from './input';
import type { EvaluateOptions, Session } from './session';

export interface GotoOptions extends PollOptions {
  /** The event that ends the wait. `DOMContentLoaded` for pages whose own calls hang. */
  readonly until?: 'load' | 'DOMContentLoaded';
}

export class Page {
  readonly input: Input;

  private constructor(
    readonly browser: Browser,
    readonly session: Session,
  ) {
    this.input = new Input(session);
  }

  /** Takes an attached page target. */
  static async of(browser: Browser, session: Session): Promise<Page> {
    await session.send('Page.enable');
    await session.send('Page.setLifecycleEventsEnabled', { enabled: true });
    return new Page(browser, session);
  }

  get targetId(): string {
    return this.session.targetId;
  }

  /** Loads a URL and waits for the event of exactly this navigation. */
  async goto(url: string, { until = 'load', timeout = DEFAULT_TIMEOUT_MS }: GotoOptions = {}): Promise<void> {
    await this.#navigate(until, timeout, url, async () => {
      const { loaderId, errorText } = await this.session.send<{ loaderId?: string; errorText?: string }>(
        'Page.navigate',
        { url },
        timeout,
      );
      if (errorText) throw new Error(`${url}: ${errorText}`);
      return loaderId;
    });
  }

  async reload({ until = 'load', timeout = DEFAULT_TIMEOUT_MS }: GotoOptions = {}): Promise<void> {
    const { frameTree } = await this.session.send<{ frameTree: { frame: { loaderId: string } } }>(
      'Page.getFrameTree',
    );
    await this.#navigate(until, timeout, 'the reload', async () => {
      await this.session.send('Page.reload');
      return { not: frameTree.frame.loaderId };
    });
  }

  /**
   * Listens before the navigation starts: a fast page is loaded before `Page.navigate` is answered.
   * Without a loader there was no new document (only the #fragment changed), and nothing to wait for.
   */
  async #navigate(
    until: string,
    timeout: number,
    what: string,
    start: () => Promise<string | { readonly not: string } | undefined>,
  ): Promise<void> {
    const seen: { loaderId: string; frameId: string }[] = [];
    let tell = (): void => {};
    const off = this.session.on('Page.lifecycleEvent', (params) => {
      if (params['name'] !== until || params['frameId'] !== this.targetId) return;
      seen.push({ loaderId: String(params['loaderId']), frameId: String(params['frameId']) });
      tell();
    });
    let timer: NodeJS.Timeout | undefined;
    try {
      const loader = await start();
      if (loader === undefined) return;
      await new Promise<void>((resolve, reject) => {
        const late = `${what} did not reach ${until} within ${timeout} ms`;
        timer = setTimeout(() => reject(new TimeoutError(late)), timeout);
        tell = () => {
          const isOurs = (loaderId: string): boolean =>
            typeof loader === 'string' ? loaderId === loader : loaderId !== loader.not;
          if (seen.some(({ loaderId }) => isOurs(loaderId))) resolve();
        };
        tell();
      });
    } finally {
      clearTimeout(timer);
      off();
    }
  }

  evaluate<Args extends readonly unknown[], T>(fn: (...args: Args) => T, ...args: Args): Promise<Awaited<T>> {
    return this.session.evaluate(fn, ...args);
  }

  evaluateWith<Args extends readonly unknown[], T>(
    options: EvaluateOptions,
    fn: (...args: Args) => T,
    ...args: Args
  ): Promise<Awaited<T>> {
    return this.session.evaluateWith(options, fn, ...args);
  }

  waitFor<Args extends readonly unknown[], T>(
    fn: (...args: Args) => T,
    options: WaitOptions = {},
    ...args: Args
  ): Promise<NonNullable<Awaited<T>>> {
    return this.session.waitFor(fn, options, ...args);
  }

  /** Calls `fetch` in the page and returns what the page's code learns. */
  call(url: string, init?: CallInit): Promise<CallResult> {
    return callFrom(this.session, url, init);
  }

  screenshot(file?: string): Promise<Buffer> {
    return this.session.screenshot(file);
  }

  async bringToFront(): Promise<void> {
    await this.session.send('Page.bringToFront');
  }

  close(): Promise<void> {
    return this.browser.closeTarget(this.targetId);
  }
}

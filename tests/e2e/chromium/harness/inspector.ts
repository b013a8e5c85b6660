/** A browser with the Request Inspector in it, and everything a test asks of the extension. */

import type { ExtensionDocument } from '../../harness/extension-document';
import { type PollOptions, poll } from '../../harness/poll';
import type { TemporaryFolder } from '../../harness/temporary-folder';
import { Browser, type LaunchOptions } from './browser';
import { type ConsoleMessage, consoleMessages } from './console-log';
import { Devtools } from './devtools';
import { copyWithGrants, type Manifest, readManifest } from './extension-copy';
import { extensionDocuments } from './extension-documents';
import type { DockSide } from './frontend';
import { Page } from './page';
import { Popup } from './popup';
import { Probe } from './probe';
import type { Session } from './session';
import type { TargetInfo } from './targets';
import { View } from './view';

export interface InstallOptions {
  /** The folder of the built extension. */
  readonly extensionDir: string;
  /** Match patterns that the extension is granted from the start, as `*://*.example.org/*`. */
  readonly grantedHosts?: readonly string[] | undefined;
}

/** Loads the extension into a browser that has none of it yet; resolves when its worker listens. */
export async function installInspector(
  browser: Browser,
  { extensionDir, grantedHosts = [] }: InstallOptions,
): Promise<Inspector> {
  const manifest = await readManifest(extensionDir);
  const copy = await copyWithGrants(extensionDir, manifest, grantedHosts);
  const id = await browser.loadUnpacked(copy.path);
  const probe = await Probe.open(browser, `chrome-extension://${id}`);
  await probe.waitForWorker();
  const inspector = new Inspector(browser, id, manifest, probe, copy);
  await inspector.closeWelcome();
  return inspector;
}

/** Starts a browser for the extension alone. */
export async function launchInspector(options: LaunchOptions & InstallOptions): Promise<Inspector> {
  const browser = await Browser.launch(options);
  try {
    return await installInspector(browser, options);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** A page of the extension in a tab. */
export interface ExtensionPage {
  readonly page: Page;
  readonly view: View;
}

export class Inspector {
  readonly #tabIds = new Map<string, number>();
  #lastDevtools: Devtools | undefined;

  constructor(
    readonly browser: Browser,
    readonly id: string,
    readonly manifest: Manifest,
    readonly probe: Probe,
    private readonly copy: TemporaryFolder,
  ) {}

  get origin(): string {
    return `chrome-extension://${this.id}`;
  }

  /** The DevTools that was opened last, for pictures of a failed test. */
  get lastDevtools(): Devtools | undefined {
    return this.#lastDevtools;
  }

  /** Waits for the page that opens after the installation and closes it: a test begins with no page of the extension. */
  async closeWelcome(): Promise<void> {
    const url = `${this.origin}/options.html#welcome`;
    const welcome = await this.browser.waitForTarget(
      'the welcome',
      (target) => target.type === 'page' && target.url === url,
    );
    await this.browser.closeTarget(welcome.targetId);
  }

  /** Opens a tab in front and loads the URL. */
  async openPage(url: string): Promise<Page> {
    const page = await this.browser.page();
    // Asked now, while it is surely the one in front.
    this.#tabIds.set(page.targetId, await this.probe.activeTabId(page.targetId));
    await page.goto(url);
    return page;
  }

  /** Takes a page that was opened by something else, as by `window.open` or by the extension. */
  async pageWhere(matches: (target: TargetInfo) => boolean, options: PollOptions = {}): Promise<Page> {
    const target = await this.browser.waitForTarget(
      'a page',
      (candidate) => candidate.type === 'page' && matches(candidate),
      options,
    );
    return Page.of(this.browser, await this.browser.attach(target.targetId));
  }

  /** Opens a page of the extension in a tab, as `options.html`. */
  async openExtensionPage(address: string): Promise<ExtensionPage> {
    return this.#readyPage(await this.openPage(`${this.origin}/${address}`));
  }

  /** Waits for a page of the extension that something else opened in a tab. */
  async openedExtensionPage(path: string): Promise<ExtensionPage> {
    return this.#readyPage(await this.pageWhere(({ url }) => url.startsWith(`${this.origin}/${path}`)));
  }

  async #readyPage(page: Page): Promise<ExtensionPage> {
    await page.session.waitUntilReady();
    return { page, view: new View(page.session) };
  }

  /** The number by which extensions know the page's tab. Brings pages to the front that `openPage` did not open. */
  async tabIdOf(page: Page): Promise<number> {
    const known = this.#tabIds.get(page.targetId);
    if (known !== undefined) return known;
    await page.bringToFront();
    const tabId = await this.probe.activeTabId(page.targetId);
    this.#tabIds.set(page.targetId, tabId);
    return tabId;
  }

  /** Opens the real DevTools for the page and shows our panel. `ready: false` does not wait for its first content. */
  async openDevtools(page: Page, options: { dock?: DockSide; ready?: boolean } = {}): Promise<Devtools> {
    const devtoolsPage = this.manifest.devtools_page;
    if (!devtoolsPage) throw new Error('The manifest has no devtools_page');
    this.#lastDevtools = await Devtools.open(
      this.browser,
      page,
      { origin: this.origin, devtoolsPage },
      options,
    );
    return this.#lastDevtools;
  }

  /** Opens the real popup for the page's tab. */
  async openPopup(page: Page): Promise<Popup> {
    const popupPage = this.manifest.action?.default_popup;
    if (!popupPage) throw new Error('The manifest has no action with a default_popup');
    return Popup.open(this.browser, page, this.id, popupPage);
  }

  /** The text of the badge in this tab. */
  badge(tabId: number): Promise<string> {
    return this.probe.badgeText(tabId);
  }

  /** Waits until the badge of this tab is this text (an empty one is none at all), or fits the pattern. */
  async waitForBadge(tabId: number, expected: string | RegExp, options: PollOptions = {}): Promise<string> {
    const fits = (text: string): boolean =>
      typeof expected === 'string' ? text === expected : expected.test(text);
    const described = async (): Promise<string> =>
      `badge ${expected} of tab ${tabId}; it is "${await this.badge(tabId)}"`;
    const probe = async (): Promise<{ text: string } | undefined> => {
      const text = await this.badge(tabId);
      return fits(text) ? { text } : undefined;
    };
    return (await poll(described, probe, options)).text;
  }

  storageSession(): Promise<Record<string, unknown>> {
    return this.probe.storage('session');
  }

  storageLocal(): Promise<Record<string, unknown>> {
    return this.probe.storage('local');
  }

  /** Whether the worker runs at this moment. */
  isServiceWorkerRunning(): boolean {
    return this.browser.targets.some((target) => this.#isWorker(target));
  }

  /** Attaches to the worker, starting it if need be. Detach soon: a debugger keeps the worker alive. */
  async serviceWorker(): Promise<Session> {
    if (!this.isServiceWorkerRunning()) await this.probe.startWorker();
    const { targetId } = await this.browser.waitForTarget('the service worker', (target) =>
      this.#isWorker(target),
    );
    const worker = await this.browser.attach(targetId);
    await this.probe.waitForWorker();
    return worker;
  }

  /** Does something with the worker and lets go of it. */
  async withServiceWorker<T>(work: (worker: Session) => Promise<T>): Promise<T> {
    const worker = await this.serviceWorker();
    try {
      return await work(worker);
    } finally {
      await worker.detach().catch(() => undefined); // it may have been stopped meanwhile
    }
  }

  /**
   * Stops the worker as the browser does after idling, and waits until that worker is gone (a new one may start at
   * once); tells whether there was one.
   */
  async stopBackground(): Promise<boolean> {
    const running = this.browser.targets.filter((target) => this.#isWorker(target));
    for (const { targetId } of running) await this.browser.closeTarget(targetId);
    return running.length > 0;
  }

  /** All open pages of the extension: panel, devtools page, popup, options and others. */
  domOfAllExtensionPages(): Promise<ExtensionDocument[]> {
    return extensionDocuments(this.browser, this.origin, this.probe.session.targetId);
  }

  /** What the extension's own scripts wrote to any console so far. */
  consoleMessages(): ConsoleMessage[] {
    return consoleMessages(this.browser.stderr()).filter(({ source }) =>
      source.startsWith(`${this.origin}/`),
    );
  }

  /** Exceptions that nothing in the extension caught. */
  uncaughtErrors(): ConsoleMessage[] {
    return this.consoleMessages().filter(({ text }) => text.startsWith('Uncaught'));
  }

  /** Takes the extension and the pages of the test out of the browser. */
  async uninstall(): Promise<void> {
    await Promise.all([this.browser.closePages(), this.browser.closeTarget(this.probe.session.targetId)]);
    await this.browser.uninstall(this.id);
    await this.copy.remove();
  }

  /** Closes the browser and removes what was written for it. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.copy.remove();
  }

  #isWorker({ type, url }: TargetInfo): boolean {
    return type === 'service_worker' && url.startsWith(`${this.origin}/`);
  }
}

/** The Request Inspector in a Firefox, and everything a test asks of the extension. */

import type { ExtensionDocument } from '../../harness/extension-document';
import { type PollOptions, poll } from '../../harness/poll';
import { Devtools } from './devtools';
import { Document } from './document';
import { errorsOf, keepErrors, type ScriptErrorMessage } from './errors';
import { Extension } from './extension';
import type { Firefox } from './firefox';
import { Page } from './page';
import { Popup } from './popup';
import { View } from './view';

export interface InspectorOptions {
  /** The folder of the built extension. */
  readonly extensionDir: string;
  /** Match patterns that the extension is granted from the start, as `*://*.example.org/*`. */
  readonly grantedHosts?: readonly string[] | undefined;
}

/** Installs the extension in a browser that has none yet; resolves when its background listens. */
export async function installInspector(
  firefox: Firefox,
  { extensionDir, grantedHosts = [] }: InspectorOptions,
): Promise<Inspector> {
  await keepErrors(firefox);
  const extension = new Extension(firefox, await firefox.install(extensionDir));
  await poll('the background to run', async () => (await extension.backgroundState()) === 'running');
  if (grantedHosts.length > 0) {
    await extension.setHostPermissions(grantedHosts, true);
    await poll('the probe on the granted sites', async () => {
      const patterns = await extension.contentScriptPatterns();
      return grantedHosts.every((pattern) => patterns.includes(pattern));
    });
  }
  const inspector = new Inspector(firefox, extension, await extension.origin());
  await inspector.closeWelcome();
  return inspector;
}

/** A page of the extension in a tab. */
export interface ExtensionPage {
  readonly page: Page;
  readonly view: View;
}

export class Inspector {
  #lastDevtools: Devtools | undefined;

  constructor(
    readonly firefox: Firefox,
    readonly extension: Extension,
    readonly origin: string,
  ) {}

  /** The toolbox that was opened last, for pictures of a failed test. */
  get lastDevtools(): Devtools | undefined {
    return this.#lastDevtools;
  }

  /** Waits for the page that opens after the installation and closes it: a test begins with no page of the extension. */
  async closeWelcome(): Promise<void> {
    const { page } = await this.openedExtensionPage('options.html#welcome');
    await page.close();
  }

  /** Opens a tab in front and loads the URL. */
  async openPage(url: string): Promise<Page> {
    const page = new Page(this.firefox, await this.firefox.openTab());
    await page.goto(url);
    return page;
  }

  tabIdOf(page: Page): Promise<number> {
    return this.extension.tabIdOf(page.browserId);
  }

  /** Opens the real toolbox for the page and shows our panel. `ready: false` does not wait for its first content. */
  async openDevtools(page: Page, options: { ready?: boolean } = {}): Promise<Devtools> {
    this.#lastDevtools = await Devtools.open(this.extension, page, options);
    return this.#lastDevtools;
  }

  /** Opens the real popup for the page's tab. */
  openPopup(page: Page): Promise<Popup> {
    return Popup.open(this.extension, page);
  }

  /** Opens a page of the extension in a tab, as `options.html`. */
  async openExtensionPage(address: string): Promise<ExtensionPage> {
    return this.#readyPage(await this.openPage(`${this.origin}/${address}`));
  }

  /** Waits for a page of the extension that something else opened in a tab. */
  async openedExtensionPage(path: string): Promise<ExtensionPage> {
    const { browserId } = await poll(`a tab with ${path}`, async () =>
      (await this.extension.views()).find(
        ({ viewType, url }) => viewType === 'tab' && url.startsWith(`${this.origin}/${path}`),
      ),
    );
    return this.#readyPage(new Page(this.firefox, browserId));
  }

  async #readyPage(page: Page): Promise<ExtensionPage> {
    await page.document.waitUntilReady();
    return { page, view: new View(page.document) };
  }

  /** The text of the badge in this tab. */
  badge(tabId: number): Promise<string> {
    return this.extension.badge(tabId);
  }

  /** Waits until the badge of this tab is this text (an empty one is none at all), or fits the pattern. */
  async waitForBadge(tabId: number, expected: string | RegExp, options: PollOptions = {}): Promise<string> {
    const fits = (text: string): boolean =>
      typeof expected === 'string' ? text === expected : expected.test(text);
    const described = async (): Promise<string> =>
      `badge ${expected} of tab ${tabId}; it is "${await this.badge(tabId)}"`;
    const look = async (): Promise<{ text: string } | undefined> => {
      const text = await this.badge(tabId);
      return fits(text) ? { text } : undefined;
    };
    return (await poll(described, look, options)).text;
  }

  storageSession(): Promise<Record<string, unknown>> {
    return this.extension.storageSession();
  }

  /** Stops the event page as the browser does after idling; tells whether it was stopped. */
  stopBackground(): Promise<boolean> {
    return this.extension.stopBackground();
  }

  /** Sets after how many milliseconds without an event the browser stops the event page by itself; 100 is the least. */
  async setIdleTimeout(timeout: number): Promise<void> {
    await this.firefox.setPref('extensions.background.idle.timeout', timeout);
    // The timer of the page that runs already keeps its old time.
    await poll('the event page to stop', () => this.stopBackground());
  }

  async isBackgroundRunning(): Promise<boolean> {
    return (await this.extension.backgroundState()) === 'running';
  }

  setHostPermission(pattern: string): Promise<void> {
    return this.extension.setHostPermissions([pattern], true);
  }

  revokeHostPermission(pattern: string): Promise<void> {
    return this.extension.setHostPermissions([pattern], false);
  }

  /** All open pages of the extension: background, panel, devtools page, popup, options and others. */
  async domOfAllExtensionPages(): Promise<ExtensionDocument[]> {
    const documents: ExtensionDocument[] = [];
    for (const { url, browserId } of await this.extension.views()) {
      const content = await new Document(this.firefox, browserId).evaluate(() => ({
        html: document.documentElement.outerHTML,
        fieldValues: [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(
          (field) => field.value,
        ),
      }));
      documents.push({ url, ...content });
    }
    return documents;
  }

  /** Exceptions that nothing in the extension caught, and errors that the browser reports of its scripts. */
  uncaughtErrors(): Promise<ScriptErrorMessage[]> {
    return errorsOf(this.firefox, this.origin);
  }

  /** Takes the extension and all else that the test left out of the browser. */
  async uninstall(): Promise<void> {
    await this.firefox.reset();
    await this.firefox.uninstall(this.extension.id);
  }
}

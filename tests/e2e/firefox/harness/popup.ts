/** The real popup of the toolbar button, opened as by a click on it. */
import { type PollOptions, poll, TimeoutError } from '../../harness/poll';
import type { Document } from './document';
import type { Extension } from './extension';
import type { Page } from './page';
import { View } from './view';

/** Longer each time: on a busy machine the next click would close the popup that is about to come. */
const CLICK_TIMEOUTS_MS = [3_000, 6_000, 12_000, 12_000];

export class Popup {
  readonly view: View;

  private constructor(
    private readonly extension: Extension,
    readonly document: Document,
  ) {
    this.view = new View(document);
  }

  static async open(extension: Extension, page: Page): Promise<Popup> {
    await page.bringToFront();
    const before = await extension.views();
    const click = () =>
      extension.firefox.chrome(async ({ ChromeUtils, Services, WebExtensionPolicy, window }, id: string) => {
        // Firefox opens no popup in a window that is not in front, and says so nowhere.
        Services.focus.activeWindow = window;
        const { ExtensionParent } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionParent.sys.mjs',
        );
        const own = WebExtensionPolicy.getByID(id)?.extension;
        if (own) await ExtensionParent.apiManager.global.browserActionFor(own).triggerAction(window);
      }, extension.id);
    // Where the button of an earlier installation stood, a click in fifteen opens nothing.
    let failure: unknown;
    for (const timeout of CLICK_TIMEOUTS_MS) {
      await extension.firefox.closePanels();
      await click();
      try {
        const document = await extension.waitForView('popup', before, { timeout });
        await document.waitUntilReady();
        return new Popup(extension, document);
      } catch (error) {
        if (!(error instanceof TimeoutError)) throw error;
        failure = error;
      }
    }
    throw failure;
  }

  text(): Promise<string> {
    return this.view.text();
  }

  waitForText(expected: string | RegExp, options: PollOptions = {}): Promise<string> {
    return this.view.waitForText(expected, options);
  }

  screenshot(file?: string): Promise<Buffer> {
    return this.document.screenshot(file);
  }

  async close(): Promise<void> {
    await this.document.evaluate(() => window.close()).catch(() => undefined); // it goes before it answers
    await poll('the popup to be gone', async () =>
      (await this.extension.views()).every(({ browserId }) => browserId !== this.document.browserId),
    );
  }
}

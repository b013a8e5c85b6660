/** The real popup of the toolbar button, opened as by a click on it. */

import type { PollOptions } from '../../harness/poll';
import type { Browser } from './browser';
import type { Page } from './page';
import type { Session } from './session';
import type { TargetInfo } from './targets';
import { View } from './view';

/** The `tab` target around a page: extension actions belong to tabs, pages do not tell theirs. */
async function tabTargetOf(browser: Browser, page: Page): Promise<string> {
  for (const tab of browser.targets.filter(({ type }) => type === 'tab')) {
    const session = await browser.attach(tab.targetId);
    const children: string[] = [];
    const off = session.on('Target.attachedToTarget', ({ targetInfo }) => {
      children.push((targetInfo as TargetInfo).targetId);
    });
    // Answered after the tab's pages were announced.
    await session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: true,
    });
    off();
    await session.detach();
    if (children.includes(page.targetId)) return tab.targetId;
  }
  throw new Error(`There is no tab of page ${page.targetId}`);
}

export class Popup {
  readonly view: View;

  private constructor(
    private readonly browser: Browser,
    readonly session: Session,
    /** When the button was clicked, in milliseconds since 1970. */
    readonly clickedAt: number,
  ) {
    this.view = new View(session);
  }

  /** Clicks the toolbar button for the page's tab (which grants `activeTab`, as a real click) and waits for the popup. */
  static async open(browser: Browser, page: Page, extensionId: string, popupPage: string): Promise<Popup> {
    await page.bringToFront();
    const url = `chrome-extension://${extensionId}/${popupPage}`;
    const isPopup = (target: TargetInfo): boolean => target.type === 'page' && target.url.startsWith(url);
    const before = new Set(browser.targets.filter(isPopup).map(({ targetId }) => targetId));
    const tab = await tabTargetOf(browser, page);
    const clickedAt = Date.now();
    await browser.connection.send('Extensions.triggerAction', { id: extensionId, targetId: tab });
    const target = await browser.waitForTarget(
      'the popup',
      (candidate) => isPopup(candidate) && !before.has(candidate.targetId),
    );
    const session = await browser.attach(target.targetId);
    await session.waitUntilReady();
    return new Popup(browser, session, clickedAt);
  }

  text(): Promise<string> {
    return this.view.text();
  }

  waitForText(expected: string | RegExp, options: PollOptions = {}): Promise<string> {
    return this.view.waitForText(expected, options);
  }

  /** Shows the popup as in a dark or a light system. */
  async theme(theme: 'dark' | 'light'): Promise<void> {
    await this.session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: theme }],
    });
  }

  screenshot(file?: string): Promise<Buffer> {
    return this.session.screenshot(file);
  }

  close(): Promise<void> {
    return this.browser.closeTarget(this.session.targetId);
  }
}

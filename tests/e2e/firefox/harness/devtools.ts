/** The real toolbox of a tab, with our panel selected in it. */
import { PanelView } from '../../harness/panel-view';
import { poll } from '../../harness/poll';
import type { Document } from './document';
import type { Extension } from './extension';
import type { Gecko } from './gecko';
import type { Page } from './page';
import { View } from './view';

export const PANEL_TITLE = 'Infuzu';
const OPEN_TIMEOUT_MS = 30_000;

export type Theme = 'dark' | 'light';

/** The name `browser` as it is inside our pages; it is never used on the side of the tests. */
declare const browser: {
  readonly devtools: {
    readonly inspectedWindow: { eval(expression: string): Promise<unknown> };
    readonly network: { getHAR(): Promise<unknown> };
  };
};

/** Runs inside the browser: opens the toolbox of the tab that is in front. */
async function openToolbox({ ChromeUtils, gBrowser }: Gecko): Promise<void> {
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  await gDevTools.showToolboxForTab(gBrowser.selectedTab, { toolId: 'webconsole' });
}

/** Runs inside the browser: selects the panel, as soon as the devtools page has made it. */
async function selectPanel({ ChromeUtils, gBrowser }: Gecko, title: string): Promise<boolean> {
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const toolbox = gDevTools.getToolboxForTab(gBrowser.selectedTab);
  const tool = toolbox?.getAdditionalTools().find(({ label }) => label === title);
  if (!toolbox || !tool) return false;
  await toolbox.selectTool(tool.id);
  return true;
}

export class Devtools extends PanelView<Document> {
  readonly view: View;

  private constructor(
    private readonly page: Page,
    private readonly extension: Extension,
    readonly devtoolsPage: Document,
    readonly panel: Document,
  ) {
    super();
    this.view = new View(panel);
  }

  /** Opens the toolbox for the page, shows our panel, and waits until it has drawn and its listeners are in force. */
  static async open(
    extension: Extension,
    page: Page,
    { ready = true }: { ready?: boolean } = {},
  ): Promise<Devtools> {
    const { firefox } = page;
    const before = await extension.views();
    await page.bringToFront();
    await firefox.chromeWithin(OPEN_TIMEOUT_MS, openToolbox);
    const options = { timeout: OPEN_TIMEOUT_MS };
    const devtoolsPage = await extension.waitForView('devtools_page', before, options);
    await poll(
      `the panel "${PANEL_TITLE}" in the toolbox`,
      () => firefox.chromeWithin(OPEN_TIMEOUT_MS, selectPanel, PANEL_TITLE),
      options,
    );
    const panel = await extension.waitForView('devtools_panel', before, options);
    if (ready) {
      await panel.waitUntilReady();
      // Answered behind the registration of the listeners.
      await devtoolsPage.evaluate(() => browser.devtools.inspectedWindow.eval('0').then(() => true));
      await devtoolsPage.evaluate(() => browser.devtools.network.getHAR().then(() => true));
    }
    return new Devtools(page, extension, devtoolsPage, panel);
  }

  /** Sets the theme in the settings of DevTools, as a user does, and waits until the panel follows. */
  async theme(theme: Theme): Promise<void> {
    await this.page.firefox.setPref('devtools.theme', theme);
    await this.waitForTheme(theme);
  }

  /** A picture of the panel. */
  screenshot(file?: string): Promise<Buffer> {
    return this.panel.screenshot(file);
  }

  /** Closes the toolbox and waits until our two pages are gone with it. */
  async close(): Promise<void> {
    await this.page.bringToFront();
    await this.page.firefox.chrome(async ({ ChromeUtils, gBrowser }) => {
      const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
      const { gDevTools } = require('devtools/client/framework/devtools');
      await gDevTools.closeToolboxForTab(gBrowser.selectedTab);
    });
    const ours = new Set([this.panel.browserId, this.devtoolsPage.browserId]);
    await poll('the panel to be gone', async () =>
      (await this.extension.views()).every(({ browserId }) => !ours.has(browserId)),
    );
  }
}

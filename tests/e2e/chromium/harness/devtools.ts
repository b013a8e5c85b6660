/** The real DevTools window of a tab, with our panel shown in it. */
import { PanelView } from '../../harness/panel-view';
import type { Browser } from './browser';
import type { WindowSize } from './flags';
import { type DockSide, nextFrame, roundTrip, setDock, setTheme, showPanel, type Theme } from './frontend';
import type { Page } from './page';
import type { Session } from './session';
import { View } from './view';

const OPEN_TIMEOUT_MS = 30_000;

export interface ExtensionAddress {
  /** `chrome-extension://…` without a slash at the end. */
  readonly origin: string;
  readonly devtoolsPage: string;
}

export class Devtools extends PanelView<Session> {
  readonly view: View;

  private constructor(
    private readonly browser: Browser,
    /** The frontend, a `devtools://` page. */
    readonly devtools: Session,
    readonly devtoolsPage: Session,
    readonly panel: Session,
  ) {
    super();
    this.view = new View(panel);
  }

  /**
   * Opens DevTools for the page, waits for our devtools page, shows our panel, and waits until it has drawn and the
   * listeners of both pages are in force. With `ready: false` it returns as soon as the panel exists.
   */
  static async open(
    browser: Browser,
    page: Page,
    extension: ExtensionAddress,
    { dock = 'undocked', ready = true }: { dock?: DockSide | undefined; ready?: boolean | undefined } = {},
  ): Promise<Devtools> {
    const { targetId } = await browser.connection.send<{ targetId: string }>('Target.openDevTools', {
      targetId: page.targetId,
    });
    const frontend = await browser.attach(targetId);
    await frontend.send('Page.enable');
    const devtoolsUrl = `${extension.origin}/${extension.devtoolsPage}`;
    const iframe = (what: string, matches: (url: string) => boolean) =>
      browser.waitForTarget(
        what,
        (target) => target.type === 'iframe' && target.parentId === targetId && matches(target.url),
        { timeout: OPEN_TIMEOUT_MS },
      );
    const devtoolsPage = await iframe('our devtools page', (url) => url.startsWith(devtoolsUrl));
    // Before the panel is shown: moving the frontend into its own window afterwards would resize it.
    await setDock(frontend, dock);
    await showPanel(frontend, extension.origin);
    const panel = await iframe(
      'our panel',
      (url) => url.startsWith(`${extension.origin}/`) && !url.startsWith(devtoolsUrl),
    );
    const panelSession = await browser.attach(panel.targetId);
    const devtoolsPageSession = await browser.attach(devtoolsPage.targetId);
    if (ready) {
      await panelSession.waitUntilReady();
      await Promise.all([devtoolsPageSession.evaluate(roundTrip), panelSession.evaluate(roundTrip)]);
    }
    return new Devtools(browser, frontend, devtoolsPageSession, panelSession);
  }

  /** Sets the theme in the settings of DevTools, as a user does, and waits until the panel follows. */
  async theme(theme: Theme): Promise<void> {
    await setTheme(this.devtools, theme);
    await this.waitForTheme(theme);
  }

  /** Gives the frontend (and with it the undocked panel) a size in CSS pixels; `scale` 2 makes crisp pictures. */
  async setSize({ width, height }: WindowSize, scale = 1): Promise<void> {
    await this.devtools.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: scale,
      mobile: false,
    });
    await this.devtools.waitFor(
      (w: number, h: number) => innerWidth === w && innerHeight === h,
      { what: `DevTools to be ${width} × ${height}` },
      width,
      height,
    );
    await this.panel.evaluate(nextFrame);
  }

  async dock(side: DockSide): Promise<void> {
    await setDock(this.devtools, side);
    await this.panel.evaluate(nextFrame);
  }

  /** A picture of DevTools with the panel in it (an iframe target cannot be photographed by itself). */
  async screenshot(file?: string): Promise<Buffer> {
    await this.panel.evaluate(nextFrame);
    return this.devtools.screenshot(file);
  }

  /** Closes DevTools and waits until our two pages are gone with it. */
  async close(): Promise<void> {
    await this.browser.closeTarget(this.devtools.targetId);
    const ours = new Set([this.panel.targetId, this.devtoolsPage.targetId]);
    await this.browser.waitForNoTarget('the panel', ({ targetId }) => ours.has(targetId));
  }
}

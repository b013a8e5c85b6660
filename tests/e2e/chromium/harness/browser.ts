/** A Chromium that this process started: targets, pages, extensions. */
import path from 'node:path';
import { findChromium, howToGetChromium } from '../../../../scripts/find-chromium';
import type { ApiAddress } from '../../harness/api-address';
import { type PollOptions, poll } from '../../harness/poll';
import { type TemporaryFolder, temporaryFolder } from '../../harness/temporary-folder';
import { type BrowserProcess, startProcess } from './browser-process';
import { Connection } from './connection';
import { chromiumFlags, type WindowSize } from './flags';
import { Page } from './page';
import { writeFirstPreferences } from './preferences';
import { Session } from './session';
import { type TargetInfo, Targets } from './targets';

export interface LaunchOptions {
  readonly api?: ApiAddress | undefined;
  readonly headless?: boolean | undefined;
  readonly windowSize?: WindowSize | undefined;
  readonly executable?: string | undefined;
  readonly flags?: readonly string[] | undefined;
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

const START_TIMEOUT_MS = 30_000;
const CLOSE_TIMEOUT_MS = 3_000;

export class Browser {
  private constructor(
    readonly connection: Connection,
    readonly version: string,
    private readonly followed: Targets,
    private readonly process: BrowserProcess,
    private readonly profile: TemporaryFolder,
  ) {}

  /** Starts Chromium with a fresh profile. Throws when there is no Chromium: a test must not pass without one. */
  static async launch({
    api,
    headless = true,
    windowSize = { width: 1280, height: 900 },
    executable = findChromium(),
    flags,
    environment,
  }: LaunchOptions = {}): Promise<Browser> {
    if (!executable) throw new Error(`No Chromium was found on this machine. ${howToGetChromium()}`);
    const profile = await temporaryFolder('profile');
    await writeFirstPreferences(profile.path);
    const args = chromiumFlags({ profile: profile.path, headless, windowSize, api, extra: flags });
    let started: BrowserProcess | undefined;
    try {
      started = await startProcess(executable, args, environment);
      const { toBrowser, fromBrowser, ended, stderr } = started;
      const connection = new Connection(toBrowser, fromBrowser);
      void ended.then((why) => connection.close(new Error(`${why}\n${stderr().slice(-2_000)}`)));
      const { product } = await connection.send<{ product: string }>(
        'Browser.getVersion',
        {},
        { timeout: START_TIMEOUT_MS },
      );
      return new Browser(connection, product, await Targets.follow(connection), started, profile);
    } catch (error) {
      await started?.end();
      await profile.remove();
      throw error;
    }
  }

  get pid(): number {
    return this.process.pid;
  }

  stderr(): string {
    return this.process.stderr();
  }

  /** Loads an unpacked extension and returns its id. Works in Chromium and in branded Chrome alike. */
  async loadUnpacked(folder: string): Promise<string> {
    const { id } = await this.connection.send<{ id: string }>('Extensions.loadUnpacked', {
      path: path.resolve(folder),
    });
    return id;
  }

  /** Every target there is, of all types. */
  get targets(): readonly TargetInfo[] {
    return this.followed.all();
  }

  /** Waits for a target. */
  waitForTarget(
    what: string,
    matches: (target: TargetInfo) => boolean,
    options: PollOptions = {},
  ): Promise<TargetInfo> {
    const described = () =>
      `${what}. Targets: ${this.targets.map(({ type, url }) => `${type} ${url}`).join(', ')}`;
    return poll(described, () => this.targets.find(matches), options);
  }

  /** Waits until no target matches. */
  async waitForNoTarget(
    what: string,
    matches: (target: TargetInfo) => boolean,
    options: PollOptions = {},
  ): Promise<void> {
    await poll(`${what} to be gone`, () => !this.targets.some(matches), options);
  }

  async attach(targetId: string): Promise<Session> {
    const { sessionId } = await this.connection.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    return new Session(this.connection, sessionId, targetId);
  }

  /** Opens a tab in front and, when a URL is given, loads it. */
  async page(url?: string): Promise<Page> {
    const { targetId } = await this.connection.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
    });
    const page = await Page.of(this, await this.attach(targetId));
    if (url) await page.goto(url);
    return page;
  }

  /** Opens a document that is in no tab strip. */
  async hiddenDocument(url: string): Promise<Session> {
    const { targetId } = await this.connection.send<{ targetId: string }>('Target.createTarget', {
      url,
      hidden: true,
    });
    return this.attach(targetId);
  }

  /** Closes all tabs but a new empty one. Their DevTools and the popup go with them. */
  async closePages(): Promise<void> {
    const before = this.targets.filter(({ type }) => type === 'page');
    await this.page();
    await Promise.all(
      before.map(({ targetId }) =>
        this.connection.send('Target.closeTarget', { targetId }).catch(() => undefined),
      ),
    );
    const ids = new Set(before.map(({ targetId }) => targetId));
    await this.waitForNoTarget('the pages of the last test', ({ targetId }) => ids.has(targetId));
  }

  async closeTarget(targetId: string): Promise<void> {
    await this.connection.send('Target.closeTarget', { targetId });
    await this.waitForNoTarget('the closed target', (target) => target.targetId === targetId);
  }

  async uninstall(id: string): Promise<void> {
    await this.connection.send('Extensions.uninstall', { id });
  }

  /** Closes the browser, ends the process that was started here, and removes its profile. */
  async close(): Promise<void> {
    // The browser may end before it answers; end() sees to it in every case.
    await this.connection.send('Browser.close', {}, { timeout: CLOSE_TIMEOUT_MS }).catch(() => undefined);
    await this.process.end();
    await this.profile.remove();
  }
}

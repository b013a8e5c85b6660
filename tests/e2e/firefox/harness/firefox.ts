/** A Firefox that this process started: code in the browser itself, tabs, add-ons. */
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import type { ApiAddress } from '../../harness/api-address';
import { poll } from '../../harness/poll';
import { asExpression } from '../../harness/source';
import { type TemporaryFolder, temporaryFolder } from '../../harness/temporary-folder';
import { type FirefoxProcess, findFirefox, startFirefox } from './firefox-process';
import type { Gecko } from './gecko';
import { COMMAND_TIMEOUT_MS, Marionette } from './marionette';
import { type Preference, type Preferences, userJs } from './preferences';

export interface FirefoxOptions {
  readonly api?: (ApiAddress & { readonly certificate: string }) | undefined;
  readonly headless?: boolean | undefined;
  readonly prefs?: Preferences | undefined;
  readonly executable?: string | undefined;
}

const START_TIMEOUT_MS = 40_000;
const LONGEST_SCRIPT_MS = 300_000;
const QUIT_TIMEOUT_MS = 5_000;

/** The names that functions of `chrome` get in one object. */
const GECKO = '{ gBrowser, window, BrowsingContext, ChromeUtils, WebExtensionPolicy, Services, Cc, Ci }';

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export class Firefox {
  /** What the preferences were before tests changed them; null where there was none. */
  readonly #prefsBefore = new Map<string, Preference | null>();

  private constructor(
    readonly marionette: Marionette,
    readonly version: string,
    private readonly process: FirefoxProcess,
    private readonly profile: TemporaryFolder,
  ) {}

  /** Starts Firefox with a fresh profile. Throws when there is none: a test must not pass without one. */
  static async launch({
    api,
    headless = true,
    prefs,
    executable = findFirefox(),
  }: FirefoxOptions = {}): Promise<Firefox> {
    if (!executable) throw new Error('No Firefox was found on this machine: "apt-get install firefox-esr".');
    const profile = await temporaryFolder('firefox');
    let process: FirefoxProcess | undefined;
    let marionette: Marionette | undefined;
    try {
      const port = await freePort();
      await writeFile(path.join(profile.path, 'user.js'), userJs(port, api, prefs));
      process = await startFirefox(executable, profile.path, headless);
      const { ended, output } = process;
      const died = ended.then((why) => {
        const error = new Error(`${why}\n${output().slice(-2_000)}`);
        marionette?.close(error);
        throw error;
      });
      died.catch(() => undefined); // whoever waits for it is told
      marionette = await Promise.race([Marionette.connect(port, START_TIMEOUT_MS), died]);
      const { capabilities } = await marionette.send<{ capabilities: { browserVersion: string } }>(
        'WebDriver:NewSession',
        {},
        START_TIMEOUT_MS,
      );
      // A command's own `scriptTimeout` is not heeded (measured); its sender keeps the time.
      await marionette.send('WebDriver:SetTimeouts', { script: LONGEST_SCRIPT_MS });
      // All work is done from the browser's own side: no command depends on a "current" tab.
      await marionette.send('Marionette:SetContext', { value: 'chrome' });
      const firefox = new Firefox(marionette, capabilities.browserVersion, process, profile);
      if (api) await firefox.#trust(api.certificate);
      return firefox;
    } catch (error) {
      await process?.end();
      await profile.remove();
      throw error;
    }
  }

  get pid(): number {
    return this.process.pid;
  }

  /** What the browser wrote to its standard output and error. */
  output(): string {
    return this.process.output();
  }

  /**
   * Runs a function inside the browser, with its rights, and returns its result, awaited, as JSON. It must not use
   * anything from outside itself.
   */
  chrome<Args extends readonly unknown[], T>(
    fn: (gecko: Gecko, ...args: Args) => T,
    ...args: Args
  ): Promise<Awaited<T>> {
    return this.chromeWithin(COMMAND_TIMEOUT_MS, fn, ...args);
  }

  /** As `chrome`, with a time-out in milliseconds. */
  async chromeWithin<Args extends readonly unknown[], T>(
    timeout: number,
    fn: (gecko: Gecko, ...args: Args) => T,
    ...args: Args
  ): Promise<Awaited<T>> {
    const script = `const done = arguments[0];
      (async () => ${asExpression(fn, args, [GECKO])})().then(
        (value) => done({ json: JSON.stringify(value) }),
        (error) => done({ error: error?.message || String(error) }),
      );`;
    const parameters = { script, args: [], sandbox: 'system', newSandbox: true };
    const { value } = await this.marionette.send<{ value: { json?: string; error?: string } }>(
      'WebDriver:ExecuteAsyncScript',
      parameters,
      timeout + 2_000, // the document's own time-out says more
    );
    if (value.error !== undefined) throw new Error(value.error);
    return (value.json === undefined ? undefined : JSON.parse(value.json)) as Awaited<T>;
  }

  /** Installs an unpacked extension until the browser ends and returns its id. */
  async install(folder: string): Promise<string> {
    const { value } = await this.marionette.send<{ value: string }>('Addon:Install', {
      path: path.resolve(folder),
      temporary: true,
    });
    return value;
  }

  /** Takes an extension out again, with all that the browser keeps for it. */
  async uninstall(id: string): Promise<void> {
    await this.chrome(async ({ ChromeUtils }, addon: string) => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await (await AddonManager.getAddonByID(addon))?.uninstall();
    }, id);
  }

  async setPref(name: string, value: Preference): Promise<void> {
    const before = await this.chrome(
      ({ Services: { prefs } }, key: string, wanted: Preference) => {
        const has = prefs.prefHasUserValue(key);
        if (typeof wanted === 'string') {
          const old = has ? prefs.getStringPref(key) : null;
          prefs.setStringPref(key, wanted);
          return old;
        }
        if (typeof wanted === 'number') {
          const old = has ? prefs.getIntPref(key) : null;
          prefs.setIntPref(key, wanted);
          return old;
        }
        const old = has ? prefs.getBoolPref(key) : null;
        prefs.setBoolPref(key, wanted);
        return old;
      },
      name,
      value,
    );
    if (!this.#prefsBefore.has(name)) this.#prefsBefore.set(name, before);
  }

  /** Closes what hangs from the toolbar: the panel that held a popup can outlive it, and a click would only close it. */
  async closePanels(): Promise<void> {
    await poll('all panels to be closed', () =>
      this.chrome(({ window }) => {
        const open = [...window.document.querySelectorAll('panel')].filter(({ state }) => state !== 'closed');
        for (const panel of open) panel.hidePopup();
        return open.length === 0;
      }),
    );
  }

  /** Makes the browser as it was when it started: no tab, nothing that a site or a test left in it. */
  async reset(): Promise<void> {
    for (const [name, value] of this.#prefsBefore) {
      if (value !== null) await this.setPref(name, value);
      else await this.chrome(({ Services: { prefs } }, key: string) => prefs.clearUserPref(key), name);
    }
    this.#prefsBefore.clear();
    await this.openTab();
    await this.chrome(async ({ gBrowser, Services, Ci }) => {
      for (const tab of [...gBrowser.tabs]) if (tab !== gBrowser.selectedTab) gBrowser.removeTab(tab);
      const { CLEAR_ALL_CACHES, CLEAR_COOKIES_AND_SITE_DATA, CLEAR_HSTS } = Ci.nsIClearDataService;
      const what = CLEAR_ALL_CACHES | CLEAR_COOKIES_AND_SITE_DATA | CLEAR_HSTS;
      await new Promise<void>((resolve) => {
        Services.clearData.deleteData(what, { onDataDeleted: () => resolve() });
      });
    });
  }

  /** Opens a tab in front and returns the number by which its `<browser>` is known, whatever process it is in. */
  async openTab(): Promise<number> {
    const id = await this.chrome(({ gBrowser, Services }) => {
      const tab = gBrowser.addTab('about:blank', {
        triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
      });
      gBrowser.selectedTab = tab;
      return tab.linkedBrowser.browserId;
    });
    return poll('the new tab to have a document', async () => (await this.hasDocument(id)) && id);
  }

  /** Whether this browser element has a document at this moment. */
  hasDocument(browserId: number): Promise<boolean> {
    return this.chrome(
      ({ BrowsingContext }, id: number) =>
        Boolean(BrowsingContext.getCurrentTopByBrowserId(id)?.currentWindowGlobal),
      browserId,
    );
  }

  /** Closes the browser, ends the process that was started here, and removes its profile. */
  async close(): Promise<void> {
    await this.marionette
      .send('Marionette:Quit', { flags: ['eForceQuit'] }, QUIT_TIMEOUT_MS)
      .catch(() => undefined); // it may end before it answers; end() sees to it in every case
    await this.process.end();
    this.marionette.close(new Error('the browser was closed'));
    await this.profile.remove();
  }

  /** Trusts the mock API's certificate, so that TLS is as it is with the real one: with HSTS, without exceptions. */
  async #trust(pem: string): Promise<void> {
    const base64 = pem.replace(/-----[^-]+-----|\s/g, '');
    await this.chrome(
      ({ Cc, Ci }, certificate: string) =>
        Cc['@mozilla.org/security/x509certdb;1']
          ?.getService(Ci.nsIX509CertDB)
          .addCertFromBase64(certificate, 'CT,,'),
      base64,
    );
  }
}

/** The installed extension as the browser sees it: its views, permissions, badge, storage, the life of its background. */
import { type PollOptions, poll } from '../../harness/poll';
import { Document } from './document';
import type { Firefox } from './firefox';
import type { OriginPermissions } from './gecko';

export type ViewType = 'background' | 'popup' | 'tab' | 'devtools_page' | 'devtools_panel';

export interface ViewInfo {
  readonly viewType: string;
  readonly url: string;
  readonly browserId: number;
}

const origins = (patterns: readonly string[]): OriginPermissions => ({ permissions: [], origins: patterns });

export class Extension {
  constructor(
    readonly firefox: Firefox,
    readonly id: string,
  ) {}

  /** `moz-extension://…` without a slash at the end; other in every profile. */
  async origin(): Promise<string> {
    const host = await this.firefox.chrome(
      ({ WebExtensionPolicy }, id: string) => WebExtensionPolicy.getByID(id)?.mozExtensionHostname,
      this.id,
    );
    return `moz-extension://${host}`;
  }

  /** Every document of the extension that is open, also those in no tab strip. */
  views(): Promise<ViewInfo[]> {
    return this.firefox.chrome(({ WebExtensionPolicy }, id: string) => {
      const views = [...(WebExtensionPolicy.getByID(id)?.extension.views ?? [])];
      return views.flatMap(({ viewType, uri, xulBrowser }) =>
        xulBrowser?.browsingContext?.currentWindowGlobal
          ? [{ viewType, url: uri?.spec ?? '', browserId: xulBrowser.browserId }]
          : [],
      );
    }, this.id);
  }

  /** Waits for a view that was not there before. */
  async waitForView(
    type: ViewType,
    before: readonly ViewInfo[] = [],
    options: PollOptions = {},
  ): Promise<Document> {
    const known = new Set(before.map(({ browserId }) => browserId));
    const described = async (): Promise<string> =>
      `a view of type ${type}. Views: ${(await this.views()).map(({ viewType }) => viewType).join(', ')}`;
    const isNew = ({ viewType, browserId }: ViewInfo): boolean => viewType === type && !known.has(browserId);
    const view = await poll(described, async () => (await this.views()).find(isNew), options);
    return new Document(this.firefox, view.browserId);
  }

  /** Gives or takes away host permissions, as the user does in the add-on manager; resolves when it is told to all. */
  async setHostPermissions(patterns: readonly string[], granted: boolean): Promise<void> {
    await this.firefox.chrome(
      async ({ ChromeUtils, WebExtensionPolicy }, id: string, what: OriginPermissions, add: boolean) => {
        const { ExtensionPermissions } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionPermissions.sys.mjs',
        );
        const extension = WebExtensionPolicy.getByID(id)?.extension;
        if (!extension) throw new Error('the extension is not installed');
        if (add) await ExtensionPermissions.add(id, what, extension);
        else await ExtensionPermissions.remove(id, what, extension);
      },
      this.id,
      origins(patterns),
      granted,
    );
    await poll(`the host permissions to be ${granted ? 'there' : 'gone'}`, async () => {
      const now = await this.hostPermissions();
      return patterns.every((pattern) => now.includes(pattern) === granted);
    });
  }

  hostPermissions(): Promise<string[]> {
    return this.firefox.chrome(
      ({ WebExtensionPolicy }, id: string) =>
        (WebExtensionPolicy.getByID(id)?.allowedOrigins.patterns ?? []).map(({ pattern }) => pattern),
      this.id,
    );
  }

  /** The patterns of all content scripts in force, of the manifest and registered ones. */
  contentScriptPatterns(): Promise<string[]> {
    return this.firefox.chrome(
      ({ WebExtensionPolicy }, id: string) =>
        (WebExtensionPolicy.getByID(id)?.contentScripts ?? []).flatMap(({ matches }) =>
          matches.patterns.map(({ pattern }) => pattern),
        ),
      this.id,
    );
  }

  backgroundState(): Promise<string> {
    return this.firefox.chrome(
      ({ WebExtensionPolicy }, id: string) =>
        WebExtensionPolicy.getByID(id)?.extension.backgroundState ?? 'not installed',
      this.id,
    );
  }

  /**
   * Asks the event page to end, as the idle time-out does: an event that comes meanwhile keeps it, and so do listeners
   * that still run. Tells whether it ended (a new one may start at once).
   */
  async stopBackground(): Promise<boolean> {
    return this.firefox.chrome(async ({ WebExtensionPolicy }, id: string) => {
      const extension = WebExtensionPolicy.getByID(id)?.extension;
      const isIn = (state: string): boolean => extension?.backgroundState === state;
      if (!isIn('running')) return false;
      await extension?.terminateBackground({ ignoreDevToolsAttached: true });
      return isIn('stopped');
    }, this.id);
  }

  storageSession(): Promise<Record<string, unknown>> {
    return this.firefox.chrome(({ ChromeUtils, WebExtensionPolicy }, id: string) => {
      const { extensionStorageSession } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionStorage.sys.mjs',
      );
      const extension = WebExtensionPolicy.getByID(id)?.extension;
      const stored = Object.entries(extension ? extensionStorageSession.get(extension, null) : {});
      // `true` keeps what is read: without it the extension finds an empty shell.
      return Object.fromEntries(stored.map(([key, value]) => [key, value?.deserialize(globalThis, true)]));
    }, this.id);
  }

  /** The number by which extensions know the tab with this `<browser>`. */
  tabIdOf(browserId: number): Promise<number> {
    return this.firefox.chrome(
      ({ gBrowser, WebExtensionPolicy }, id: string, browser: number) => {
        const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.browserId === browser);
        const tabManager = WebExtensionPolicy.getByID(id)?.extension.tabManager;
        if (!tab || !tabManager) throw new Error(`browser ${browser} is in no tab`);
        return tabManager.getWrapper(tab).id;
      },
      this.id,
      browserId,
    );
  }

  /** The text of the badge in the tab with this number. */
  badge(tabId: number): Promise<string> {
    return this.firefox.chrome(
      ({ gBrowser, ChromeUtils, WebExtensionPolicy }, id: string, number: number) => {
        const { ExtensionParent } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionParent.sys.mjs',
        );
        const extension = WebExtensionPolicy.getByID(id)?.extension;
        const tab = gBrowser.tabs.find(
          (candidate) => extension?.tabManager.getWrapper(candidate).id === number,
        );
        if (!extension || !tab) throw new Error(`there is no tab ${number}`);
        const { browserActionFor } = ExtensionParent.apiManager.global;
        return browserActionFor(extension).action.getProperty(tab, 'badgeText') ?? '';
      },
      this.id,
      tabId,
    );
  }
}

/**
 * Firefox's own objects, as far as functions that run inside the browser (`Firefox.chrome`) use them. The names exist
 * only there; on the side of the tests they are nothing but types.
 */

/** A `<browser>` element: a tab's, or the one that holds a view of an extension. */
export interface GeckoBrowser {
  readonly browserId: number;
  readonly currentURI: { readonly spec: string };
  readonly ownerGlobal: GeckoWindow;
  reload(): void;
  loadURI(uri: unknown, options: { readonly triggeringPrincipal: unknown }): void;
}

export interface GeckoTab {
  readonly linkedBrowser: GeckoBrowser;
  readonly ownerGlobal: GeckoWindow;
}

export interface GeckoWindow {
  readonly document: {
    querySelectorAll(selector: 'panel'): Iterable<{ readonly state: string; hidePopup(): void }>;
  };
  readonly gBrowser: GeckoTabs;
}

export interface GeckoTabs {
  selectedTab: GeckoTab;
  readonly tabs: readonly GeckoTab[];
  addTab(url: string, options: { readonly triggeringPrincipal: unknown }): GeckoTab;
  removeTab(tab: GeckoTab): void;
}

interface Actor {
  executeScript(script: string, args: readonly unknown[], options: object): Promise<unknown>;
  dispatchEvent(name: string, details: object): Promise<void>;
  findElements(strategy: string, selector: string, options: object): Promise<unknown[]>;
  getComputedLabel(element: unknown): Promise<string>;
  getComputedRole(element: unknown): Promise<string>;
}

interface WindowGlobal {
  readonly innerWindowId: number;
  readonly documentURI: { readonly spec: string };
  getActor(name: 'MarionetteCommands'): Actor;
  drawSnapshot(rectangle: null, scale: number, background: string): Promise<ImageBitmap>;
}

export interface GeckoView {
  /** `background`, `popup`, `tab`, `devtools_page`, `devtools_panel`. */
  readonly viewType: string;
  readonly uri?: { readonly spec: string };
  readonly xulBrowser?: GeckoBrowser & {
    readonly browsingContext?: { readonly currentWindowGlobal: unknown };
  };
  readonly devToolsToolbox?: Toolbox;
}

export interface GeckoExtension {
  /** As Firefox understood it, with its own defaults. */
  readonly manifest: unknown;
  /** What Firefox did not understand in it. */
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
  /** False for an event page. */
  readonly persistentBackground: boolean;
  readonly backgroundState: 'stopped' | 'starting' | 'running' | 'suspending';
  readonly views: ReadonlySet<GeckoView>;
  readonly tabManager: { getWrapper(tab: GeckoTab): { readonly id: number } };
  terminateBackground(options: { readonly ignoreDevToolsAttached: boolean }): Promise<void>;
}

export interface Toolbox {
  readonly currentToolId: string;
  getAdditionalTools(): { readonly id: string; readonly label: string }[];
  selectTool(id: string): Promise<unknown>;
}

interface GDevTools {
  showToolboxForTab(tab: GeckoTab, options: { readonly toolId: string }): Promise<Toolbox>;
  getToolboxForTab(tab: GeckoTab): Toolbox | undefined;
  closeToolboxForTab(tab: GeckoTab): Promise<void>;
}

export interface OriginPermissions {
  readonly permissions: readonly string[];
  readonly origins: readonly string[];
}

interface Modules {
  'resource://devtools/shared/loader/Loader.sys.mjs': {
    require(module: 'devtools/client/framework/devtools'): { readonly gDevTools: GDevTools };
  };
  'resource://gre/modules/AddonManager.sys.mjs': {
    readonly AddonManager: {
      getAddonByID(id: string): Promise<{ uninstall(): Promise<void> } | null>;
    };
  };
  'resource://gre/modules/ExtensionParent.sys.mjs': {
    readonly ExtensionParent: {
      readonly apiManager: {
        readonly global: {
          browserActionFor(extension: GeckoExtension): {
            triggerAction(window: GeckoWindow): Promise<void>;
            readonly action: { getProperty(tab: GeckoTab, name: 'badgeText'): string };
          };
        };
      };
    };
  };
  'resource://gre/modules/ExtensionPermissions.sys.mjs': {
    readonly ExtensionPermissions: {
      add(id: string, permissions: OriginPermissions, extension: GeckoExtension): Promise<void>;
      remove(id: string, permissions: OriginPermissions, extension: GeckoExtension): Promise<void>;
    };
  };
  'resource://gre/modules/ExtensionStorage.sys.mjs': {
    readonly extensionStorageSession: {
      get(
        extension: GeckoExtension,
        keys: null,
      ): Record<string, { deserialize(global: unknown, keepData: true): unknown } | undefined>;
    };
  };
}

interface ScriptError {
  readonly errorMessage: string;
  readonly sourceName: string;
  readonly lineNumber: number;
  readonly flags: number;
}

export interface Gecko {
  readonly gBrowser: GeckoTabs;
  readonly window: GeckoWindow & { inspectorErrors?: { text: string; source: string; line: number }[] };
  readonly BrowsingContext: {
    getCurrentTopByBrowserId(
      id: number,
    ): { readonly currentWindowGlobal: WindowGlobal | null; readonly isReplaced: boolean } | null;
  };
  readonly ChromeUtils: { importESModule<K extends keyof Modules>(url: K): Modules[K] };
  readonly WebExtensionPolicy: {
    getByID(id: string): {
      readonly extension: GeckoExtension;
      readonly mozExtensionHostname: string;
      readonly allowedOrigins: { readonly patterns: readonly { readonly pattern: string }[] };
      readonly contentScripts: readonly {
        readonly matches: { readonly patterns: readonly { readonly pattern: string }[] };
      }[];
    } | null;
  };
  readonly Services: {
    readonly io: { newURI(url: string): unknown };
    readonly focus: { activeWindow: GeckoWindow | null };
    readonly prefs: {
      setStringPref(name: string, value: string): void;
      setBoolPref(name: string, value: boolean): void;
      setIntPref(name: string, value: number): void;
      getStringPref(name: string): string;
      getBoolPref(name: string): boolean;
      getIntPref(name: string): number;
      prefHasUserValue(name: string): boolean;
      clearUserPref(name: string): void;
    };
    readonly clearData: { deleteData(what: number, callback: { onDataDeleted(): void }): void };
    readonly scriptSecurityManager: { getSystemPrincipal(): unknown };
    readonly console: { registerListener(listener: { observe(message: unknown): void }): void };
  };
  readonly Cc: Readonly<Record<string, { getService<T>(type: GeckoInterface<T>): T } | undefined>>;
  readonly Ci: {
    readonly nsIClearDataService: {
      readonly CLEAR_ALL_CACHES: number;
      readonly CLEAR_COOKIES_AND_SITE_DATA: number;
      readonly CLEAR_HSTS: number;
    };
    readonly nsIX509CertDB: GeckoInterface<{ addCertFromBase64(base64: string, trust: string): void }>;
    readonly nsIScriptError: GeckoInterface<ScriptError> & { readonly warningFlag: number };
  };
}

type GeckoInterface<T> = new () => T;

/** The command line that makes a browser fit for tests: quiet, isolated, and with every host on the mock API. */
import type { ApiAddress } from '../../harness/api-address';

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** Only this host speaks HTTP/2 in the mock API; all the others get HTTP/1.1. */
const HTTP2_HOST = 'h2.infuzu.com';

/** The browser calls its maker in spite of all flags; the API must receive only what the tests cause. The first rule wins. */
const BROWSERS_OWN_HOSTS = ['*.google.com', '*.googleapis.com', '*.gstatic.com'];

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
  '--disable-dev-shm-usage', // containers give /dev/shm 64 MB, and tabs crash when it is full
  '--disable-gpu',
  '--password-store=basic',
  '--use-mock-keychain',
  '--enable-logging=stderr', // see console-log.ts
  '--lang=en-US',
  '--force-color-profile=srgb',
];

const DISABLED_FEATURES = [
  'Translate',
  'OptimizationHints',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
  'MediaRouter',
  'DialMediaRouteProvider',
  // Calls over plain http must go out as written: they are a fault that the inspector finds.
  'HttpsUpgrades',
  'HttpsFirstBalancedMode',
  'HttpsFirstBalancedModeAutoEnable',
];

function networkFlags({ ports, spki }: ApiAddress): string[] {
  const rules = [
    ...BROWSERS_OWN_HOSTS.map((host) => `MAP ${host} ~NOTFOUND`),
    `MAP ${HTTP2_HOST}:443 127.0.0.1:${ports.h2}`,
    `MAP *:443 127.0.0.1:${ports.https}`,
    `MAP *:80 127.0.0.1:${ports.http}`,
    'EXCLUDE 127.0.0.1',
    'EXCLUDE localhost',
  ];
  return [
    `--host-resolver-rules=${rules.join(', ')}`,
    // Not --ignore-certificate-errors: with that Chromium does not honour HSTS.
    `--ignore-certificate-errors-spki-list=${spki}`,
    '--no-proxy-server', // a proxy of the machine would resolve the hosts itself
  ];
}

export interface FlagOptions {
  readonly profile: string;
  readonly headless: boolean;
  readonly windowSize: WindowSize;
  readonly api?: ApiAddress | undefined;
  readonly extra?: readonly string[] | undefined;
}

/** All arguments for the browser. */
export function chromiumFlags({ profile, headless, windowSize, api, extra = [] }: FlagOptions): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    ...QUIET,
    `--disable-features=${DISABLED_FEATURES.join(',')}`,
    ...(headless ? ['--headless=new'] : []),
    ...(isRoot ? ['--no-sandbox'] : []), // Chromium refuses to start as root otherwise
    ...(api ? networkFlags(api) : []),
    `--window-size=${windowSize.width},${windowSize.height}`,
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    '--enable-unsafe-extension-debugging', // allows Extensions.loadUnpacked, over the pipe only
    ...extra,
    'about:blank',
  ];
}

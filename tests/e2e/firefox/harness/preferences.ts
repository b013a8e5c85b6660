/** The preferences that make a Firefox fit for tests: quiet, isolated, and with the known hosts on the mock API. */
import type { ApiAddress } from '../../harness/api-address';

export type Preference = string | number | boolean;
export type Preferences = Readonly<Record<string, Preference>>;

/**
 * The names that lead to the mock API. Firefox maps names and ports apart, so HTTP/2 has no name of its own here as in
 * Chromium: it is reached by its port, `https://h2.infuzu.com:PORT`.
 */
export const LOCAL_HOSTS = [
  'infuzu.com',
  'chat.infuzu.com',
  'api.infuzu.com',
  'admin.infuzu.com',
  'docs.infuzu.com',
  'h2.infuzu.com',
  'app.example.com',
  'shop.example.com',
  'example.com',
  'app.example.org',
  'other.example.org',
  'example.org',
  'app.other.net',
];

const QUIET: Preferences = {
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.contentblocking.introCount': 20,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'browser.topsites.contile.enabled': false,
  'browser.uitour.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'devtools.toolbox.host': 'bottom',
  'devtools.toolbox.footer.height': 420,
  'extensions.update.enabled': false,
  'intl.locale.requested': 'en-US',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.proxy.type': 0, // a proxy of the machine would resolve the hosts itself
  'network.trr.mode': 5,
  'security.OCSP.enabled': 0,
  'services.settings.server': 'data:,#none',
  'startup.homepage_welcome_url': '',
  'toolkit.telemetry.enabled': false,
  // A test cannot press the buttons of the permission prompt; without it `permissions.request` grants what is asked for.
  'extensions.webextOptionalPermissionPrompts': false,
  // Calls over plain http must go out as written: they are a fault that the inspector finds.
  'dom.security.https_first': false,
  'dom.security.https_first_pbm': false,
  'dom.security.https_only_mode': false,
};

function networkPreferences({ ports }: ApiAddress): Preferences {
  return {
    'network.dns.localDomains': LOCAL_HOSTS.join(','),
    'network.socket.forcePort': `80=${ports.http};443=${ports.https}`,
  };
}

/** The text of a profile's `user.js`. Later preferences win over earlier ones of the same name. */
export function userJs(marionettePort: number, api: ApiAddress | undefined, more: Preferences = {}): string {
  const all: Preferences = {
    ...QUIET,
    'marionette.port': marionettePort,
    ...(api && networkPreferences(api)),
    ...more,
  };
  return Object.entries(all)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

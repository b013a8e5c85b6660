import { browser } from 'wxt/browser';
import { INFUZU_MATCH_PATTERN } from '../api/hosts';
import { createRedactKnown } from '../exchange/redact-known';
import type { FeedScope } from '../messaging/messages';
import type { PageActions } from '../store/feed-state';
import { grantedSites, sitePattern } from '../store/sites';
import { browserName } from './browser-name';
import { loadSalt } from './session-records';
import { loadSettings } from './settings';
import { grantedOrigins, requestOrigins, siteCoverageOf } from './site-access';

/** Opens a page of the extension in a tab. */
function openTab(path: string): void {
  const tabs = browser.tabs as typeof browser.tabs | undefined;
  const url = new URL(path, location.origin).href;
  // In a devtools panel of Firefox `tabs` is missing.
  if (tabs) void tabs.create({ url });
  else window.open(url);
}

/** Opens the workbench with the calls of a tab; see `askedTab`. */
export function openWorkbenchOf({ tabId, origin }: Pick<FeedScope, 'tabId' | 'origin'>): void {
  const parameters = new URLSearchParams({
    tab: String(tabId),
    ...(origin !== undefined && { site: origin }),
  });
  openTab(`/workbench.html?${parameters}`);
}

async function stopWatching(origin: string): Promise<void> {
  const pattern = sitePattern(origin) ?? '';
  const own = new Set([pattern, pattern.replace(/^https?:/, '*:')]);
  // The permission of an own host stays with its entry in the options.
  const sites = grantedSites(await grantedOrigins(), await loadSettings());
  const origins = sites.filter((granted) => own.has(granted));
  if (origins.length > 0) await browser.permissions.remove({ origins });
}

/** Pages inside DevTools have no clipboard permission; this older way still works after a click. */
function copyBySelection(text: string): void {
  const { activeElement } = document;
  const area = document.createElement('textarea');
  area.value = text;
  // All that is outside of a modal dialog is inert, and cannot be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
  if (!isCopied) throw new Error('The browser copied nothing');
}

/** What the pages of the extension ask of the browser. */
export const pageActions: PageActions = {
  async requestSite(origin) {
    const pattern = sitePattern(origin);
    return pattern === undefined ? 'unavailable' : requestOrigins([pattern]);
  },
  async stopWatching(origin) {
    await stopWatching(origin).catch(() => {});
    // A grant for more than this site is given back where all of them are listed.
    if ((await siteCoverageOf(origin))?.access === 'granted') openTab('/options.html');
  },
  requestInfuzu: () => requestOrigins([INFUZU_MATCH_PATTERN]),
  openOptions: () => openTab('/options.html'),
  explainPermissions: () => openTab('/options.html#welcome'),
  openWorkbench: () => openTab('/workbench.html'),
  version: browser.runtime.getManifest().version,
  browser: browserName(navigator.userAgent),
  redactKnown: async (credentials) => createRedactKnown(credentials, await loadSalt()),
  async copyText(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      copyBySelection(text);
    }
  },
};

import { browser } from 'wxt/browser';
import { INFUZU_MATCH_PATTERN, isInfuzuHostname } from '../api/hosts';
import type { SiteCoverage } from '../store/feed-state';
import { isSeenByManifest, sitePattern } from '../store/sites';

export function isInfuzuGranted(): Promise<boolean> {
  return browser.permissions.contains({ origins: [INFUZU_MATCH_PATTERN] });
}

/**
 * Whether webRequest shows the calls of a site: both browsers ask for host permission of the initiator, too.
 * @returns `undefined` for what is no site: a browser page, a new tab
 */
export async function siteCoverageOf(origin: string): Promise<SiteCoverage | undefined> {
  const pattern = sitePattern(origin);
  if (pattern === undefined) {
    return origin === 'null' || origin.startsWith('file:') ? { origin, access: 'always' } : undefined;
  }
  // What is told of Infuzu's own permission stands for its pages.
  if (isInfuzuHostname(new URL(origin).hostname)) return { origin, access: 'always' };
  // The user may have taken one of the manifest away, too.
  const isGranted = await browser.permissions.contains({ origins: [pattern] });
  return { origin, access: !isGranted ? 'not-granted' : isSeenByManifest(origin) ? 'always' : 'granted' };
}

/** Whether webRequest shows the calls of a site. Firefox has no `permissions` in the devtools page: there the manifest's own are. */
export async function isSeen(origin: string): Promise<boolean> {
  const coverage = await siteCoverageOf(origin).catch(() => undefined);
  return coverage ? coverage.access !== 'not-granted' : URL.canParse(origin) && isSeenByManifest(origin);
}

/** Hosts of the manifest. */
const BY_MANIFEST = new Set([INFUZU_MATCH_PATTERN, 'http://localhost/*', 'http://127.0.0.1/*']);

/** The match patterns that the user granted beyond the manifest's own. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => !BY_MANIFEST.has(origin));
}

/** Asks for one site. Needs a user gesture; in a devtools panel of Firefox `permissions` is missing. */
export async function requestOrigins(origins: string[]): Promise<'granted' | 'denied' | 'unavailable'> {
  const permissions = browser.permissions as typeof browser.permissions | undefined;
  if (!permissions) return 'unavailable';
  try {
    return (await permissions.request({ origins })) ? 'granted' : 'denied';
  } catch {
    return 'unavailable';
  }
}

import { browser } from 'wxt/browser';
import { INFUZU_MATCH_PATTERN, isInfuzuHostname } from '../api/hosts';
import type { SiteCoverage } from '../store/feed-state';

/** The match pattern that covers one site; permissions know no ports. */
export function sitePattern(origin: string): string | undefined {
  try {
    const { protocol, hostname } = new URL(origin);
    return protocol === 'http:' || protocol === 'https:' ? `${protocol}//${hostname}/*` : undefined;
  } catch {
    return undefined;
  }
}

export function isInfuzuGranted(): Promise<boolean> {
  return browser.permissions.contains({ origins: [INFUZU_MATCH_PATTERN] });
}

/** Sites whose calls are visible without a grant of the user, by the manifest or by the browsers' rules. */
function needsNoGrant(origin: string): boolean {
  if (origin === 'null' || origin.startsWith('file:')) return true;
  const { protocol, hostname } = new URL(origin);
  return (
    isInfuzuHostname(hostname) ||
    (protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1'))
  );
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
  if (needsNoGrant(origin)) return { origin, access: 'always' };
  return {
    origin,
    access: (await browser.permissions.contains({ origins: [pattern] })) ? 'granted' : 'not-granted',
  };
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

import { isInfuzuHostname } from '../api/hosts';
import { matchPatternOf, ownHostPatterns, type Settings } from './settings';

/** The match pattern that covers one site; permissions know no ports. `undefined` for what is no website. */
export function sitePattern(origin: string): string | undefined {
  try {
    const { protocol, hostname } = new URL(origin);
    return protocol === 'http:' || protocol === 'https:' ? `${protocol}//${hostname}/*` : undefined;
  } catch {
    return undefined;
  }
}

/** True for an origin whose calls are visible by the manifest alone. */
export function isSeenByManifest(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return (
    isInfuzuHostname(hostname) ||
    (protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1'))
  );
}

/** What the user granted to be watched: without what belongs to a host of their own. */
export function grantedSites(granted: readonly string[], settings: Settings): string[] {
  const ofHosts = new Set(ownHostPatterns(settings).map(matchPatternOf));
  return granted.filter((pattern) => !ofHosts.has(pattern));
}

/** A match pattern as a person would write it: `app.example.com`, `http://app.example.com`, `*` for every site. */
export function siteText(pattern: string): string {
  if (pattern === '<all_urls>') return '*';
  return pattern.replace(/^(?:https|\*):\/\//, '').replace(/\/\*$/, '');
}

/** Whether a match pattern of a permission covers another one. */
export function covers(pattern: string, site: string): boolean {
  if (pattern === '<all_urls>') return true;
  const [scheme = '', host = ''] = pattern.replace(/\/\*$/, '').split('://');
  const [siteScheme = '', siteHost = ''] = site.replace(/\/\*$/, '').split('://');
  if (scheme !== '*' && scheme !== siteScheme) return false;
  if (host === '*' || host === siteHost) return true;
  return host.startsWith('*.') && (siteHost === host.slice(2) || siteHost.endsWith(host.slice(1)));
}

const HOSTNAME = /^(?:\*\.)?(?:[a-z0-9_-]+\.)*[a-z0-9_-]+$/;
const IPV6 = /^\[[0-9a-f:.]+\]$/;

/** A host name as match patterns take it; `URL` lets more through. */
export function isHostname(text: string): boolean {
  return HOSTNAME.test(text) || IPV6.test(text);
}

/** `URL` reads a bare number as an IPv4 address; nobody means one by it. */
export function isBareNumber(text: string): boolean {
  return /^\d+(?::\d+)?$/.test(text);
}

export type SiteEntry =
  | { readonly pattern: string }
  | { readonly problem: 'nothing' | 'no-site' | 'always' | 'known' };

/** Reads the address of a site to be watched; one without a scheme is taken for https. */
export function readSite(text: string, granted: readonly string[]): SiteEntry {
  const trimmed = text.trim();
  if (trimmed === '') return { problem: 'nothing' };
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  const pattern = sitePattern(address);
  if (pattern === undefined || !isHostname(new URL(address).hostname) || isBareNumber(trimmed)) {
    return { problem: 'no-site' };
  }
  if (isSeenByManifest(address)) return { problem: 'always' };
  return granted.some((known) => covers(known, pattern)) ? { problem: 'known' } : { pattern };
}

/**
 * Which requests the inspector observes. Hosts are compared as parsed names, never as substrings:
 * `infuzu.com.evil.example` and `notinfuzu.com` are not Infuzu.
 */

/** The registrable domain that every Infuzu service lives under. Source: the documentation site and the Python client. */
export const INFUZU_DOMAIN = 'infuzu.com';

/** The dashboard. It logs in by cookie, so its own calls carry no key. */
export const DASHBOARD_HOST = 'admin.infuzu.com';

/** Sites for people: their own pages call them without a key. Source: docs, clients. */
export const SITE_HOSTS: ReadonlySet<string> = new Set([
  INFUZU_DOMAIN,
  `www.${INFUZU_DOMAIN}`,
  `docs.${INFUZU_DOMAIN}`,
]);

/** The host of the public API. Source: Python client, https://docs.infuzu.com/making-requests.html */
export const API_HOST = `chat.${INFUZU_DOMAIN}`;

/** The webRequest match pattern that covers every Infuzu host on both schemes and every port. */
export const INFUZU_MATCH_PATTERN = '*://*.infuzu.com/*';

/**
 * A host that the user adds: a staging host, a gateway, `localhost:PORT`.
 * `hostname` may begin with `*.` (that domain and every sub-domain); without `port` every port matches.
 */
export interface HostPattern {
  readonly hostname: string;
  readonly port?: number;
}

/** Lower case, and without the trailing dot of a fully qualified name. */
export function normalizeHostname(hostname: string): string {
  return hostname.toLowerCase().replace(/\.$/, '');
}

/** True for `infuzu.com` and every sub-domain of it. */
export function isInfuzuHostname(hostname: string): boolean {
  const name = normalizeHostname(hostname);
  return name === INFUZU_DOMAIN || name.endsWith(`.${INFUZU_DOMAIN}`);
}

/**
 * Reads what a user types for a host of their own: `staging.example.com`, `*.example.com`, `localhost:8080`.
 * A scheme or a path in front or behind is tolerated. Answers `undefined` when there is no host name in it.
 */
export function parseHostPattern(text: string): HostPattern | undefined {
  const bare = text.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  const wildcard = bare.startsWith('*.');
  try {
    const url = new URL(`http://${wildcard ? bare.slice(2) : bare}`);
    if (url.hostname === '' || url.username !== '' || url.hostname.includes('*')) return undefined;
    const hostname = `${wildcard ? '*.' : ''}${normalizeHostname(url.hostname)}`;
    // `URL` drops the default port of http, so a written `:80` has to be looked for in the text.
    const port = /^[^/?#]*:(\d+)(?:[/?#]|$)/.exec(bare)?.[1];
    return port === undefined ? { hostname } : { hostname, port: Number(port) };
  } catch {
    return undefined;
  }
}

function effectivePort(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

function matchesPattern(url: URL, pattern: HostPattern): boolean {
  if (pattern.port !== undefined && pattern.port !== effectivePort(url)) return false;
  const hostname = normalizeHostname(url.hostname);
  if (!pattern.hostname.startsWith('*.')) return hostname === pattern.hostname;
  const domain = pattern.hostname.slice(2);
  return hostname === domain || hostname.endsWith(`.${domain}`);
}

/** True when the inspector observes this URL: http or https, to Infuzu or to a host that the user added. */
export function isObservedUrl(url: URL, ownHosts: readonly HostPattern[] = []): boolean {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  return isInfuzuHostname(url.hostname) || ownHosts.some((pattern) => matchesPattern(url, pattern));
}

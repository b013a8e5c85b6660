import { type HostPattern, isInfuzuHostname, parseHostPattern } from '../api/hosts';
import { MAX_OWN_HOSTS, matchPatternOf, ownHostPatterns, type Settings } from './settings';
import { isBareNumber, isHostname } from './sites';

/** A host of the user's own, as it is kept and shown: `staging.example.com`, `*.example.com`, `localhost:8080`. */
export interface OwnHost {
  readonly host: string;
  readonly pattern: HostPattern;
}

export type OwnHostEntry =
  | OwnHost
  | { readonly problem: 'nothing' | 'no-host' | 'infuzu' | 'too-wide' | 'known' | 'too-many' };

/** Reads what the user types, and says what is wrong with it. */
export function readOwnHost(text: string, settings: Settings): OwnHostEntry {
  const trimmed = text.trim();
  if (trimmed === '') return { problem: 'nothing' };
  const pattern = parseHostPattern(trimmed);
  if (pattern === undefined || isBareNumber(trimmed)) return { problem: 'no-host' };
  const { hostname, port } = pattern;
  if (!isHostname(hostname)) return { problem: 'no-host' };
  if (isInfuzuHostname(hostname.replace(/^\*\./, ''))) return { problem: 'infuzu' };
  // `*.com` would ask for half of the web.
  if (hostname.startsWith('*.') && !hostname.slice(2).includes('.')) return { problem: 'too-wide' };
  const host = port === undefined ? hostname : `${hostname}:${port}`;
  if (settings.ownHosts.includes(host)) return { problem: 'known' };
  if (settings.ownHosts.length >= MAX_OWN_HOSTS) return { problem: 'too-many' };
  return { host, pattern };
}

/** Hosts that the manifest lets the extension see. */
function needsNoGrant({ hostname }: HostPattern): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1';
}

/** The permission that a host needs; `undefined` when it needs none. */
export function grantFor(pattern: HostPattern): string | undefined {
  return needsNoGrant(pattern) ? undefined : matchPatternOf(pattern);
}

/** Permissions that only these hosts needed, once the settings no longer hold them. */
export function grantsWithout(before: Settings, after: Settings): string[] {
  const still = new Set(ownHostPatterns(after).map(grantFor));
  const gone = ownHostPatterns(before).flatMap((pattern) => grantFor(pattern) ?? []);
  return [...new Set(gone)].filter((pattern) => !still.has(pattern));
}

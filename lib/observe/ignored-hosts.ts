import { REDACTED } from '../exchange/redact';
import { looksLikeKey } from '../exchange/secret-shape';

/** Where entries go that are not looked at. */
export interface IgnoredHosts {
  /** The most frequent, with their ports, each with its number of entries. */
  readonly top: readonly (readonly [host: string, entries: number])[];
  /** How many there are beside those. */
  readonly others: number;
}

export const NO_HOSTS: IgnoredHosts = { top: [], others: 0 };

const MAX_TOP = 5;

/** Longer names without a dot are none of a network's own: a key that stands where curl expects a URL becomes a host. */
const LONGEST_LABEL = 15;

const isKey = ({ hostname }: URL) =>
  (hostname.length > LONGEST_LABEL && !/[.:]/.test(hostname)) ||
  hostname.split('.').some((label) => label.includes('ifz_') || looksLikeKey(label));

export function ignoredHosts(urls: readonly URL[]): IgnoredHosts {
  const counts = new Map<string, number>();
  for (const url of urls) {
    const host = isKey(url) ? REDACTED : url.host;
    counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  const top = [...counts].sort(([, one], [, other]) => other - one).slice(0, MAX_TOP);
  return { top, others: counts.size - top.length };
}

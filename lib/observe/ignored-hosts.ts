/** Where entries go that are not looked at. */
export interface IgnoredHosts {
  /** The most frequent, with their ports, each with its number of entries. */
  readonly top: readonly (readonly [host: string, entries: number])[];
  /** How many there are beside those. */
  readonly others: number;
}

export const NO_HOSTS: IgnoredHosts = { top: [], others: 0 };

const MAX_TOP = 5;

export function ignoredHosts(urls: readonly URL[]): IgnoredHosts {
  const counts = new Map<string, number>();
  for (const { host } of urls) counts.set(host, (counts.get(host) ?? 0) + 1);
  const top = [...counts].sort(([, one], [, other]) => other - one).slice(0, MAX_TOP);
  return { top, others: counts.size - top.length };
}

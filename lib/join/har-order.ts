import type { HarObservation } from '../exchange/observation';

/** What tells the entries of one browser apart, as far as both of its ways to hand them out have it. */
export interface ListedEntry {
  readonly startedDateTime?: string | Date;
  readonly time?: number;
  readonly connection?: string;
  readonly request?: { readonly url?: string; readonly method?: string };
  readonly response?: { readonly status?: number; readonly _fetchedViaServiceWorker?: boolean };
}

/** Entries of equal method and URL (HAR loses the fragment) are ranked among each other. */
export function rankKeyOf({ request }: ListedEntry): string {
  return `${request?.method} ${request?.url?.replace(/#.*$/s, '')}`;
}

/**
 * The same text for one entry, however it was handed out. Chromium's `time` counts microseconds. Firefox' counts
 * milliseconds, and so do its starts: there the connection helps, and two entries can still be alike.
 */
export function identityOf(entry: ListedEntry): string {
  const { startedDateTime, time, connection, response } = entry;
  return [rankKeyOf(entry), String(startedDateTime), time, connection, response?.status].join(' ');
}

/** The two ways in which DevTools hands out an entry. */
type Source = 'listener' | 'list';

/** Knows which entries came already the other way. Counts, since two entries can be alike. */
export class SeenEntries {
  #counts = new Map<string, Record<Source, number>>();

  /** True for an entry that did not come the other way. */
  add(entry: ListedEntry, source: Source): boolean {
    const identity = identityOf(entry);
    const counts = this.#counts.get(identity) ?? { listener: 0, list: 0 };
    this.#counts.set(identity, counts);
    return ++counts[source] > counts[source === 'list' ? 'listener' : 'list'];
  }

  clear(): void {
    this.#counts.clear();
  }
}

/**
 * The place of each entry among those of equal method and URL, by its identity. Entries that are alike have none;
 * they count for the places of the others.
 * @param entries all of `getHAR()`, in its order
 */
export function ordersOf(
  entries: readonly ListedEntry[],
): ReadonlyMap<string, NonNullable<HarObservation['order']>> {
  const groups = new Map<string, string[]>();
  for (const entry of entries) {
    // The same call once more, as the page got it from its service worker: webRequest has it once.
    if (entry.response?._fetchedViaServiceWorker) continue;
    const key = rankKeyOf(entry);
    const group = groups.get(key);
    if (group) group.push(identityOf(entry));
    else groups.set(key, [identityOf(entry)]);
  }
  const orders = new Map<string, { index: number; count: number }>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const times = new Map<string, number>();
    for (const identity of group) times.set(identity, (times.get(identity) ?? 0) + 1);
    for (const [index, identity] of group.entries()) {
      if (times.get(identity) === 1) orders.set(identity, { index, count: group.length });
    }
  }
  return orders;
}

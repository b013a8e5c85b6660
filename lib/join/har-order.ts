/** What tells the entries of one browser apart, as far as both of its ways to hand them out have it. */
export interface ListedEntry {
  readonly startedDateTime?: string | Date;
  readonly time?: number;
  readonly connection?: string;
  readonly request?: { readonly url?: string; readonly method?: string };
  readonly response?: {
    readonly status?: number;
    readonly headers?: readonly { readonly name: string; readonly value: string }[];
    readonly _fetchedViaServiceWorker?: boolean;
  };
}

/** Entries of equal method and URL (HAR loses the fragment) are ranked among each other. */
export function rankKeyOf({ request }: ListedEntry): string {
  return `${request?.method} ${request?.url?.replace(/#.*$/s, '')}`;
}

/**
 * The same text for one entry, however it was handed out. Chromium's `time` counts microseconds. Firefox' counts
 * milliseconds, and so do its starts: there the connection and the answer's headers help, and two entries can still be
 * alike. The headers are what entries are joined by: entries that differ in them must not change bodies.
 */
export function identityOf(entry: ListedEntry): string {
  const { startedDateTime, time, connection, response } = entry;
  const headers = (response?.headers ?? []).map(({ name, value }) => `${name}: ${value}`);
  return [rankKeyOf(entry), String(startedDateTime), time, connection, response?.status, ...headers].join(
    '\n',
  );
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

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

/** Other ones in each page: without them nobody can test a guess. */
const [SEED_A = 0, SEED_B = 0] = crypto.getRandomValues(new Uint32Array(2));

/**
 * 64 bits that stand for a text: addresses and headers can hold a key, and these are kept. Two lanes in the manner of
 * FNV-1a (https://www.rfc-editor.org/rfc/rfc9923), the second one stirred: all of `getHAR()` goes through it each time,
 * 10,000 entries in 40 ms, and SHA-256 takes five times as long (measured).
 */
function standInFor(text: string): string {
  let a = SEED_A;
  let b = SEED_B;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995);
    b ^= b >>> 15;
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`;
}

/** Entries of equal method and URL (HAR loses the fragment) are ranked among each other. Holds neither. */
export function rankKeyOf({ request }: ListedEntry): string {
  return standInFor(`${request?.method} ${request?.url?.replace(/#.*$/s, '')}`);
}

/**
 * The same text for one entry, however it was handed out. Chromium's `time` counts microseconds. Firefox' counts
 * milliseconds, and so do its starts: there the connection and the answer's headers help, and two entries can still be
 * alike. The headers are what entries are joined by: entries that differ in them must not change bodies. Holds none.
 */
export function identityOf(entry: ListedEntry): string {
  const { startedDateTime, time, connection, response } = entry;
  const headers = (response?.headers ?? []).map(({ name, value }) => `${name}: ${value}`);
  const parts = [rankKeyOf(entry), String(startedDateTime), time, connection, response?.status, ...headers];
  return standInFor(parts.join('\n'));
}

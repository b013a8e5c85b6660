import type { HostPattern } from '../api/hosts';
import { type FileOrigin, originOfHar } from './file-origin';
import type { FileEntry } from './from-file-entry';
import { type AddressedEntry, addressEntry, readEntry } from './har/entry';
import { isOfClient } from './har/initiator';
import { isObject, type JsonObject, listAt, numberAt, objectAt, textAt } from './har/json-shape';
import { isOwnHar, ofOwnHar } from './har/own-har';
import { readResponse } from './har/response';
import { holdsSensitiveField, markLeftOut } from './har/sanitized';
import { type IgnoredHosts, ignoredHosts } from './ignored-hosts';
import type { InputProblem, UnreadableEntry } from './input-problem';
import { markMasked } from './masked-keys';

/** What a HAR file holds. */
export interface HarFile {
  /** Entries to observed hosts, in the order of the file. */
  readonly entries: readonly FileEntry[];
  /** Hops on other hosts that redirect to an observed one: rules look at them, nobody judges them. */
  readonly hops: readonly FileEntry[];
  readonly unreadable: readonly UnreadableEntry[];
  /** How many entries go to other hosts, hops among them. */
  readonly ignored: number;
  readonly ignoredHosts: IgnoredHosts;
  readonly origin: FileOrigin;
}

function pageUrls(log: JsonObject): Map<string, string> {
  const urls = new Map<string, string>();
  for (const page of listAt(log, 'pages')) {
    if (!isObject(page)) continue;
    const id = textAt(page, 'id');
    // Chrome writes the page's URL into its title.
    const url = textAt(page, '_url') ?? textAt(page, 'title');
    if (id !== undefined && url !== undefined && /^https?:\/\//i.test(url)) urls.set(id, url);
  }
  return urls;
}

function resolve(target: string, base: URL): string | undefined {
  try {
    const url = new URL(target, base);
    url.hash = '';
    return url.href;
  } catch {
    return undefined;
  }
}

/** Where a redirect leads, without its fragment; `undefined` for what is no redirect. */
function targetOf({ entry, url }: AddressedEntry): string | undefined {
  const status = numberAt(objectAt(entry, 'response'), 'status') ?? 0;
  if (status < 300 || status >= 400) return undefined;
  const target = readResponse(entry)?.redirectUrl;
  return target && resolve(target, url);
}

/** Entries of other hosts that redirect to an observed one: there a credential can have been lost. */
function hopsBefore(addressed: readonly AddressedEntry[]): AddressedEntry[] {
  const observed = addressed.filter(({ isObserved }) => isObserved);
  const starts = new Set(observed.map(({ url }) => resolve(url.href, url)));
  return addressed.filter((entry) => {
    if (entry.isObserved) return false;
    const target = targetOf(entry);
    return target !== undefined && starts.has(target);
  });
}

/**
 * Reads a HAR file of whatever tool (versions 1.1 and 1.2; fields that begin with `_` are used where they are there,
 * and never needed). One bad entry never stops the rest.
 * @param file the parsed JSON
 */
export function readHarFile(file: unknown, ownHosts: readonly HostPattern[]): HarFile | InputProblem {
  if (!isObject(file) || !isObject(file['log'])) return { key: 'json-but-no-har' };
  const log = file['log'];
  if (!Array.isArray(log['entries'])) return { key: 'no-entries' };
  const pages = pageUrls(log);
  const unreadable: UnreadableEntry[] = [];
  const addressed: AddressedEntry[] = [];
  for (const [index, item] of (log['entries'] as readonly unknown[]).entries()) {
    const result = addressEntry(item, index, ownHosts);
    if ('key' in result) unreadable.push({ index, reason: result });
    else addressed.push(result);
  }
  const isOwn = isOwnHar(log);
  const isClient = isOfClient(log);
  const read = (list: readonly AddressedEntry[]): FileEntry[] =>
    list.flatMap((entry) => {
      try {
        const pageUrl = pages.get(textAt(entry.entry, 'pageref') ?? '');
        const read = readEntry(entry, { pageUrl, isOfClient: isClient });
        if (isOwn) return [ofOwnHar(read, entry.request)];
        const { headers } = read;
        return [headers === undefined ? read : { ...read, headers: markMasked(headers) }];
      } catch {
        unreadable.push({ index: entry.index, reason: { key: 'unexpected' } });
        return [];
      }
    });
  const entries = read(addressed.filter(({ isObserved }) => isObserved));
  const ignored = addressed.filter(({ isObserved }) => !isObserved);
  const isOfChrome = textAt(objectAt(log, 'creator'), 'name') === 'WebInspector';
  const isSanitized = isOfChrome && !addressed.some(({ entry }) => holdsSensitiveField(entry));
  return {
    entries: isSanitized ? markLeftOut(entries) : entries,
    hops: read(hopsBefore(addressed)),
    unreadable: unreadable.sort((a, b) => a.index - b.index),
    ignored: ignored.length,
    ignoredHosts: ignoredHosts(ignored.map(({ url }) => url)),
    origin: originOfHar(log),
  };
}

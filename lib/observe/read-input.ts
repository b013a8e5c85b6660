import type { HostPattern } from '../api/hosts';
import type { Exchange } from '../exchange/exchange';
import type { Salt } from '../exchange/fingerprint';
import { findJsonError } from '../exchange/json-error';
import { wholePartOf } from './cut-off-har';
import { type FileOrigin, NO_ORIGIN } from './file-origin';
import { isBundle, type ReadBundle, readBundle } from './from-bundle';
import { exchangeOfFileEntry, type FileEntry } from './from-file-entry';
import { readHarFile } from './from-har-file';
import { readPasted } from './from-pasted';
import { isObject, listAt, objectAt } from './har/json-shape';
import { type IgnoredHosts, NO_HOSTS } from './ignored-hosts';
import type { InputProblem, UnreadableEntry } from './input-problem';

/** What an input holds, taken apart at the door. */
export interface Input {
  readonly exchanges: readonly {
    /** Position in the input. */
    readonly index: number;
    readonly exchange: Exchange;
  }[];
  /** Hops on other hosts that redirect to an exchange: neighbours for the rules, not to be judged. */
  readonly hops: readonly Exchange[];
  readonly unreadable: readonly UnreadableEntry[];
  /** Entries to other hosts. */
  readonly ignored: number;
  readonly ignoredHosts: IgnoredHosts;
  /** What a file says of itself. */
  readonly origin: FileOrigin;
}

export interface InputOptions {
  readonly ownHosts: readonly HostPattern[];
  readonly salt: Salt;
  /** Told after each entry that was taken apart. */
  readonly onProgress?: (taken: number, total: number) => void;
}

interface Entries {
  readonly entries: readonly FileEntry[];
  readonly hops?: readonly FileEntry[];
  readonly unreadable: readonly UnreadableEntry[];
  readonly ignored: number;
  readonly ignoredHosts: IgnoredHosts;
  readonly origin?: FileOrigin;
}

/** Reads what is whole of a file that was cut off, and says where it ends. */
function readCutOff(text: string, ownHosts: readonly HostPattern[]): Entries | InputProblem {
  const reason = { key: 'cut-off' } as const;
  try {
    const json: unknown = JSON.parse(wholePartOf(text) ?? '');
    const read = readHarFile(json, ownHosts);
    if ('key' in read || !isObject(json)) return reason;
    const index = listAt(objectAt(json, 'log'), 'entries').length;
    return { ...read, unreadable: [...read.unreadable, { index, reason }] };
  } catch {
    return reason;
  }
}

/** So far into a text a prompt may be taken for JSON. */
const MOST_OF_PROMPT = 20;

function entriesOf(text: string, ownHosts: readonly HostPattern[]): Entries | ReadBundle | InputProblem {
  const bare = text.replace(/^\ufeff/, '');
  const start = bare.trimStart().charAt(0);
  if (start === '') return { key: 'nothing' };
  if (start !== '{' && start !== '[') return readPasted(bare, ownHosts);
  let json: unknown;
  try {
    json = JSON.parse(bare);
  } catch {
    const error = findJsonError(bare);
    // A prompt, `[root@host ~]# curl …`, or a ticket that begins with an error.
    const isText = error?.mistake === 'text-after-end' || (error?.offset ?? 0) < MOST_OF_PROMPT;
    const told = isText ? readPasted(bare, ownHosts) : undefined;
    if (told && !('key' in told)) return told;
    if (error?.mistake === 'end-of-text') return readCutOff(bare, ownHosts);
    return { key: 'broken-json', values: { line: error?.line ?? 1, column: error?.column ?? 1 } };
  }
  if (isBundle(json)) return readBundle(json);
  return readHarFile(json, ownHosts);
}

/**
 * Reads a HAR file, a support bundle or a curl line, told apart by content. An entry that cannot be taken becomes
 * unreadable and never stops the rest.
 * @returns the exchanges, or why the input as a whole cannot be read
 */
export function readInput(text: string, options: InputOptions): Input | InputProblem {
  const { ownHosts, salt, onProgress } = options;
  const read = entriesOf(text, ownHosts);
  if ('key' in read) return read;
  if ('exchanges' in read) return { ...read, hops: [], ignored: 0, ignoredHosts: NO_HOSTS };
  const unreadable = [...read.unreadable];
  const total = read.entries.length + (read.hops?.length ?? 0);
  let taken = 0;
  const take = (entries: readonly FileEntry[]) =>
    entries.flatMap((entry) => {
      onProgress?.(taken++, total);
      try {
        return [{ index: entry.index, exchange: exchangeOfFileEntry(entry, salt) }];
      } catch {
        unreadable.push({ index: entry.index, reason: { key: 'unexpected' } });
        return [];
      }
    });
  const exchanges = take(read.entries);
  const hops = take(read.hops ?? []).map(({ exchange }) => exchange);
  return {
    exchanges,
    hops,
    unreadable: unreadable.sort((a, b) => a.index - b.index),
    ignored: read.ignored,
    ignoredHosts: read.ignoredHosts,
    origin: read.origin ?? NO_ORIGIN,
  };
}

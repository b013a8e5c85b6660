import type { Redact } from '../exchange/redact';
import { fieldHoldsKey, holdsKey } from '../exchange/secret-shape';
import { isBundle, readBundle } from '../observe/from-bundle';
import { readHarFile } from '../observe/from-har-file';
import type { ExportFile } from './export-file';

/** What became of looking at a file once more before it is saved. */
export type ExportCheck =
  | { readonly outcome: 'fine' }
  /** Something in it looks like a key; `place` as `log.entries[3].comment` or `12` for a line. */
  | { readonly outcome: 'key'; readonly place: string }
  | { readonly outcome: 'unreadable' };

interface Piece {
  readonly place: string;
  readonly text: string;
  /** The field that it is the value of. */
  readonly field?: string;
}

/** Every text in a JSON value, names of fields included, with its path. */
function* textsIn(value: unknown, place: string, field?: string): Generator<Piece> {
  if (typeof value === 'string') yield { place, text: value, ...(field !== undefined && { field }) };
  if (typeof value !== 'object' || value === null) return;
  const own = 'name' in value && typeof value.name === 'string' ? value.name : undefined;
  for (const [name, inner] of Object.entries(value)) {
    const path = Array.isArray(value) ? `${place}[${name}]` : `${place}${place && '.'}${name}`;
    yield { place: path, text: name };
    yield* textsIn(inner, path, name === 'value' ? own : undefined);
  }
}

/** The lines of a text for people. */
function* linesOf(text: string): Generator<Piece> {
  for (const [index, line] of text.split('\n').entries()) {
    // The words as well: among them are URLs.
    for (const piece of [line, ...line.split(/[\s`"<>()]+/)]) yield { place: String(index + 1), text: piece };
  }
}

/** How many exchanges the file's own reader finds; `undefined` where it finds fault with it. */
function readAgain(json: unknown): number | undefined {
  const read = isBundle(json) ? readBundle(json) : readHarFile(json, []);
  if ('key' in read || read.unreadable.length > 0) return undefined;
  return 'exchanges' in read ? read.exchanges.length : read.entries.length + read.ignored;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Proves a file that was written: it is read again, and every text in it is searched for the known keys and for
 * whatever else no door would have let through.
 * @param redactKnown removes the keys of the file's calls from a text; see `createRedactKnown`
 */
export function checkExport(
  { text, exchanges, format }: Pick<ExportFile, 'text' | 'exchanges' | 'format'>,
  redactKnown: Redact,
): ExportCheck {
  const isText = format === 'ticket';
  const json = isText ? undefined : parsed(text);
  if (!isText && readAgain(json) !== exchanges) return { outcome: 'unreadable' };
  for (const piece of isText ? linesOf(text) : textsIn(json, '')) {
    const { place, text: found, field } = piece;
    const isSecret = holdsKey(found) || (field !== undefined && fieldHoldsKey(field, found));
    if (isSecret || redactKnown(found) !== found) return { outcome: 'key', place };
  }
  return { outcome: 'fine' };
}

import type { Redact } from '../exchange/redact';
import { isBundle, readBundle } from '../observe/from-bundle';
import { readHarFile } from '../observe/from-har-file';
import type { ExportFile } from './export-file';

/** What became of looking at a file once more before it is saved. */
export type ExportCheck =
  | { readonly outcome: 'fine' }
  /** Something in it looks like a key; `place` as `log.entries[3].comment` or `12` for a line. */
  | { readonly outcome: 'key'; readonly place: string }
  | { readonly outcome: 'unreadable' };

/** What a key looks like wherever it stands: Infuzu's, those of other APIs, JSON Web Tokens, what follows a scheme. */
const KEY =
  /\bifz_[\w-]{12}|\bsk-[\w-]{20}|\beyJ[\w-]{8,}\.[\w-]{8,}\.|\b(?:bearer|basic)\s+(?=[\w.~+/=-]*\d)[\w.~+/=-]{16}/i;

interface Piece {
  readonly place: string;
  readonly text: string;
}

/** Every text in a JSON value, names of fields included, with its path. */
function* textsIn(value: unknown, place: string): Generator<Piece> {
  if (typeof value === 'string') yield { place, text: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const path = Array.isArray(value) ? `${place}[${name}]` : `${place}${place && '.'}${name}`;
    yield { place: path, text: name };
    yield* textsIn(inner, path);
  }
}

function* linesOf(text: string): Generator<Piece> {
  for (const [index, line] of text.split('\n').entries()) yield { place: String(index + 1), text: line };
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
 * whatever else looks like one.
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
    if (KEY.test(piece.text) || redactKnown(piece.text) !== piece.text) {
      return { outcome: 'key', place: piece.place };
    }
  }
  return { outcome: 'fine' };
}

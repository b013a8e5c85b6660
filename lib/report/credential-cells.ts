import { codePointNotation, describeCharacter } from '../exchange/characters';
import type { CredentialAnatomy } from '../exchange/credential';

/**
 * One cell of a drawn credential. `shown`: a character that may be read. `hidden`: a run of characters that the
 * mask covers. `lawful-space`: the one space after `Bearer`. `unexpected`: should not be there, told by name.
 * `wrong`: readable, and wrong (a quote, another scheme, a placeholder). `absent`: should be there, and is not.
 * `redacted`: the recording holds a mark in the place of it.
 */
export type CredentialCell =
  | { readonly type: 'scheme' | 'shown' | 'wrong'; readonly text: string }
  | { readonly type: 'hidden' | 'absent'; readonly count: number }
  | { readonly type: 'lawful-space' | 'redacted' }
  | { readonly type: 'unexpected'; readonly label: string; readonly name: string };

const SHORT_NAMES: Readonly<Record<number, string>> = {
  9: 'TAB',
  10: 'LF',
  13: 'CR',
  32: 'SP',
  160: 'NBSP',
  173: 'SHY',
  8203: 'ZWSP',
  8204: 'ZWNJ',
  8205: 'ZWJ',
  8209: 'NBHY',
  8211: 'EN DASH',
  8212: 'EM DASH',
  8239: 'NNBSP',
  8288: 'WJ',
  65279: 'BOM',
};

export function shortNameOf(codePoint: number): string {
  return SHORT_NAMES[codePoint] ?? codePointNotation(codePoint);
}

const unexpected = (codePoint: number): CredentialCell => ({
  type: 'unexpected',
  label: shortNameOf(codePoint),
  name: describeCharacter(codePoint),
});

const BEARER_LENGTH = 'Bearer '.length;

function schemeCells({ form, field, redacted }: CredentialAnatomy): CredentialCell[] {
  if (form.type === 'other-scheme') {
    if (form.scheme === undefined) return [];
    return [{ type: 'wrong', text: form.scheme }, { type: 'lawful-space' }];
  }
  if (form.type === 'key') {
    return field === 'Authorization' && !redacted ? [{ type: 'absent', count: BEARER_LENGTH }] : [];
  }
  if (form.type !== 'bearer') return [];
  const scheme = field === 'Authorization' ? 'scheme' : 'wrong';
  const cells: CredentialCell[] = [{ type: scheme, text: form.scheme }];
  for (let extra = 1; extra < form.schemes; extra++) {
    cells.push({ type: 'lawful-space' }, { type: 'wrong', text: form.scheme });
  }
  switch (form.separator) {
    case 'space':
      if (form.tokens > 0 || form.schemes > 1) cells.push({ type: 'lawful-space' });
      break;
    case 'none':
      if (form.tokens > 0) cells.push({ type: 'absent', count: 1 });
      break;
    case 'tab':
      cells.push(unexpected(9));
      break;
    case 'several':
      cells.push({ type: 'lawful-space' }, { type: 'unexpected', label: '+ SP', name: 'white space' });
      break;
    case 'punctuation':
      cells.push({ type: 'unexpected', label: ': =', name: ': / =' });
      break;
    case 'other-space':
      cells.push({ type: 'unexpected', label: 'SPACE', name: 'Unicode white space' });
      break;
    default:
      return form.separator satisfies never;
  }
  return cells;
}

const SHOWN_AT_ENDS = 4;

/** The masked key, one cell a character, with what should not be there in its place. */
function keyCells({ length, mask, whiteSpace, oddCharacters }: CredentialAnatomy): CredentialCell[] {
  const readable = mask.length > SHOWN_AT_ENDS * 2 ? [...mask] : undefined;
  const marks = new Map<number, number>();
  for (const { where, position, codePoint } of whiteSpace)
    if (where === 'inside') marks.set(position, codePoint);
  for (const { position, codePoint } of oddCharacters) marks.set(position, codePoint);
  const cells: CredentialCell[] = [];
  let hidden = 0;
  const flush = () => {
    if (hidden > 0) cells.push({ type: 'hidden', count: hidden });
    hidden = 0;
  };
  const ends = [0, 1, 2, 3, length - 4, length - 3, length - 2, length - 1];
  // Between the readable ends only marked positions matter, so a long key costs no more than a short one.
  const stops = new Set([...(readable ? ends : []), ...marks.keys()].filter((i) => i >= 0 && i < length));
  let at = 0;
  for (const stop of [...stops].sort((a, b) => a - b)) {
    hidden += stop - at;
    at = stop + 1;
    const mark = marks.get(stop);
    const text = readable?.at(stop < SHOWN_AT_ENDS ? stop : stop - length);
    flush();
    if (mark !== undefined) cells.push(unexpected(mark));
    else if (text !== undefined) cells.push({ type: 'shown', text });
  }
  hidden += length - at;
  flush();
  return cells;
}

/** Draws one credential from its facts; knows no more than they do. */
export function credentialCells(anatomy: CredentialAnatomy): CredentialCell[] {
  const { whiteSpace, quotes, placeholder, form } = anatomy;
  const around = (side: 'before' | 'after') =>
    whiteSpace.filter(({ where }) => where === side).map(({ codePoint }) => unexpected(codePoint));
  const quote = (text: string | undefined): CredentialCell[] => (text ? [{ type: 'wrong', text }] : []);
  const outer = quotes?.aroundScheme === true;
  const key: CredentialCell[] = anatomy.redacted
    ? [{ type: 'redacted' }]
    : form.type === 'empty'
      ? [{ type: 'absent', count: 1 }]
      : placeholder
        ? [{ type: 'wrong', text: placeholder.text }]
        : keyCells(anatomy);
  return [
    ...around('before'),
    ...(outer ? quote(quotes.open) : []),
    ...schemeCells(anatomy),
    ...(quotes && !outer ? quote(quotes.open) : []),
    ...key,
    ...(quotes && !outer ? quote(quotes.close) : []),
    ...(outer ? quote(quotes.close) : []),
    ...around('after'),
  ];
}

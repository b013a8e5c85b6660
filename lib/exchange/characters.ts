/**
 * Which characters a key may hold, and the names of those that slip in unseen.
 * A b64token is visible ASCII (RFC 6750 §2.1); white space is Unicode's White_Space property.
 */
const WHITE_SPACE = /^\p{White_Space}$/u;
/** What copying brings along and no editor shows: soft hyphen, zero-width characters, marks of direction, BOM. */
const INVISIBLE = /^[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]$/;

/** Names from the Unicode Character Database, for the characters that copy and paste brings along. */
const NAMES: Readonly<Record<number, string>> = {
  0: 'NULL',
  9: 'TAB',
  10: 'LINE FEED',
  11: 'LINE TABULATION',
  12: 'FORM FEED',
  13: 'CARRIAGE RETURN',
  32: 'SPACE',
  96: 'GRAVE ACCENT',
  127: 'DELETE',
  133: 'NEXT LINE',
  160: 'NO-BREAK SPACE',
  173: 'SOFT HYPHEN',
  5760: 'OGHAM SPACE MARK',
  6158: 'MONGOLIAN VOWEL SEPARATOR',
  8192: 'EN QUAD',
  8193: 'EM QUAD',
  8194: 'EN SPACE',
  8195: 'EM SPACE',
  8196: 'THREE-PER-EM SPACE',
  8197: 'FOUR-PER-EM SPACE',
  8198: 'SIX-PER-EM SPACE',
  8199: 'FIGURE SPACE',
  8200: 'PUNCTUATION SPACE',
  8201: 'THIN SPACE',
  8202: 'HAIR SPACE',
  8203: 'ZERO WIDTH SPACE',
  8204: 'ZERO WIDTH NON-JOINER',
  8205: 'ZERO WIDTH JOINER',
  8206: 'LEFT-TO-RIGHT MARK',
  8207: 'RIGHT-TO-LEFT MARK',
  8208: 'HYPHEN',
  8209: 'NON-BREAKING HYPHEN',
  8210: 'FIGURE DASH',
  8211: 'EN DASH',
  8212: 'EM DASH',
  8216: 'LEFT SINGLE QUOTATION MARK',
  8217: 'RIGHT SINGLE QUOTATION MARK',
  8218: 'SINGLE LOW-9 QUOTATION MARK',
  8220: 'LEFT DOUBLE QUOTATION MARK',
  8221: 'RIGHT DOUBLE QUOTATION MARK',
  8222: 'DOUBLE LOW-9 QUOTATION MARK',
  8213: 'HORIZONTAL BAR',
  8226: 'BULLET',
  8230: 'HORIZONTAL ELLIPSIS',
  8232: 'LINE SEPARATOR',
  8233: 'PARAGRAPH SEPARATOR',
  8234: 'LEFT-TO-RIGHT EMBEDDING',
  8235: 'RIGHT-TO-LEFT EMBEDDING',
  8236: 'POP DIRECTIONAL FORMATTING',
  8237: 'LEFT-TO-RIGHT OVERRIDE',
  8238: 'RIGHT-TO-LEFT OVERRIDE',
  8239: 'NARROW NO-BREAK SPACE',
  8287: 'MEDIUM MATHEMATICAL SPACE',
  8288: 'WORD JOINER',
  8722: 'MINUS SIGN',
  10240: 'BRAILLE PATTERN BLANK',
  12288: 'IDEOGRAPHIC SPACE',
  12644: 'HANGUL FILLER',
  65279: 'BYTE ORDER MARK',
  65533: 'REPLACEMENT CHARACTER',
};

/** Space, tab, CR, LF, NBSP and the other Unicode spaces; a byte order mark or a zero-width space is none. */
export function isWhiteSpace(character: string): boolean {
  return character === ' ' || (!isVisibleAscii(character) && WHITE_SPACE.test(character));
}

/** Has no width, and is no white space by Unicode's word. */
export function isInvisible(character: string): boolean {
  return INVISIBLE.test(character);
}

/** Visible ASCII, `!` to `~`. */
export function isVisibleAscii(character: string): boolean {
  return character >= '!' && character <= '~' && character.length === 1;
}

/** `U+00A0`, the notation of the Unicode standard. */
export function codePointNotation(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** `NO-BREAK SPACE (U+00A0)`; characters without a name in the table are told by code point alone. */
export function describeCharacter(codePoint: number): string {
  const name = NAMES[codePoint] ?? (codePoint < 32 ? 'CONTROL CHARACTER' : undefined);
  return name === undefined ? codePointNotation(codePoint) : `${name} (${codePointNotation(codePoint)})`;
}

/** Where a run of text starts and ends once the white space around it (any of Unicode's) is left out. */
export function trimWhiteSpace(characters: readonly string[]): { start: number; end: number } {
  let start = 0;
  let end = characters.length;
  while (start < end && isWhiteSpace(characters[start] ?? '')) start++;
  while (end > start && isWhiteSpace(characters[end - 1] ?? '')) end--;
  return { start, end };
}

/** The quotes or brackets around a key; one of the two is empty when only one stands there. */
export interface Quotes {
  readonly open: string;
  readonly close: string;
}

/** Longer ones first: `\"KEY\"` is an escaped quote, `b'KEY'` the text of Python's bytes, `{{KEY}}` a filled template. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['\\"', '\\"'],
  ["\\'", "\\'"],
  ["b'", "'"],
  ['b"', '"'],
  ['{{', '}}'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['”', '“'],
  ['“', '“'],
  ['”', '”'],
  ['‘', '’'],
  ['’', '‘'],
  ['‘', '‘'],
  ['’', '’'],
  ['„', '“'],
  ['„', '”'],
  ['‚', '‘'],
  ['‚', '’'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['<', '>'],
  ['[', ']'],
  ['{', '}'],
];
const LONE = new Set(['"', "'", '`', '“', '”', '‘', '’', '„']);

/** Answers what a text is wrapped in; a quote at one end alone counts, a lone bracket does not. */
export function quotesOf(text: string): Quotes | undefined {
  for (const [open, close] of PAIRS) {
    if (text.length >= open.length + close.length && text.startsWith(open) && text.endsWith(close)) {
      return { open, close };
    }
  }
  const first = text.charAt(0);
  if (LONE.has(first)) return { open: first, close: '' };
  const last = text.charAt(text.length - 1);
  return LONE.has(last) ? { open: '', close: last } : undefined;
}

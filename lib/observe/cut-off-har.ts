/** Where the closing quote of a string is, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}

/** `{"log": {"entries": [`. */
const DEPTH_OF_ENTRIES = 3;

/**
 * What is whole of a HAR file that was cut off, as an upload or a mail does it: everything before the entry in which
 * it ends, as JSON of its own. `undefined` where no entry, nor anything else as deep, is whole.
 */
export function wholePartOf(text: string): string | undefined {
  const closers: string[] = [];
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') at = endOfString(text, at);
    else if (char === '{') closers.push('}');
    else if (char === '[') closers.push(']');
    else if (char === '}' || char === ']') {
      closers.pop();
      if (closers.length === DEPTH_OF_ENTRIES) end = at + 1;
    }
  }
  return end > 0 ? `${text.slice(0, end)}]}}` : undefined;
}

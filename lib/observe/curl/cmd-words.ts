import type { Command, Word } from './posix-words';

/**
 * The first pass of the Windows command processor: carets escape outside quotes, a caret at the end of a line joins it
 * to the next, `&` and `|` end a command. Answers the command lines that programs get.
 */
function splitLines(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const c = text[at] ?? '';
    if (c === '"') quoted = !quoted;
    if (c === '^' && !quoted) {
      // Spaces behind the caret of a continuation are a slip of copy and paste.
      const end = /[ \t]*\r?\n/y;
      end.lastIndex = at + 1;
      if (end.test(text)) {
        at = end.lastIndex;
        if (text[at] === '\r' && text[at + 1] === '\n') at++;
        line += text[at] ?? '';
        if (text[at] === '"') quoted = !quoted;
      } else {
        at++;
        line += text[at] ?? '';
      }
    } else if ((c === '\n' || c === '&' || c === '|') && !quoted) {
      lines.push(line);
      line = '';
    } else if (c !== '\r' || quoted) line += c;
  }
  return [...lines, line];
}

/**
 * How a Windows program cuts its command line: at spaces and tabs, not at an escaped line break
 * (https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments).
 */
function commandOf(line: string): Command {
  const words: Word[] = [];
  let word: { text: string; quoted: boolean } | undefined;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const c = line[at] ?? '';
    if (c === '\\') {
      let count = 1;
      while (line[at + count] === '\\') count++;
      const beforeQuote = line[at + count] === '"';
      const kept = beforeQuote ? Math.floor(count / 2) : count;
      const escapes = beforeQuote && count % 2 === 1;
      word = {
        text: (word?.text ?? '') + '\\'.repeat(kept) + (escapes ? '"' : ''),
        quoted: word?.quoted ?? quoted,
      };
      at += count - 1 + (escapes ? 1 : 0);
    } else if (c === '"') {
      const doubled = quoted && line[at + 1] === '"';
      word = { text: (word?.text ?? '') + (doubled ? '"' : ''), quoted: true };
      if (doubled) at++;
      else quoted = !quoted;
    } else if (/[ \t]/.test(c) && !quoted) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = { text: (word?.text ?? '') + c, quoted: word?.quoted ?? false };
  }
  if (word !== undefined) words.push(word);
  return {
    words: words.map((found) => ({ ...found, untold: /%\w+%/.test(found.text) })),
    ...(quoted && { unclosed: '"' }),
  };
}

/** Cuts a text for the Windows command processor into commands and words. */
export function splitCmd(text: string): Command[] {
  return splitLines(text)
    .map(commandOf)
    .filter(({ words }) => words.length > 0);
}

import { isCommandLine } from './dialect';

/** Where curl stands behind prose on its line, if an apostrophe of it would count as a quote. */
function behindApostrophes(line: string): number {
  const at = line.search(/(?<![^\s(])curl(?:\.exe)?[ \t]+["'“]?(?:-|https?:)/i);
  const before = line.slice(0, Math.max(0, at));
  return /[A-Za-z]'[A-Za-z]/.test(before) && !/[=;|&]|curl/i.test(before) ? at : 0;
}

/**
 * Where the next code is, from the beginning of a line on: what people write between commands is none, and a quotation
 * mark or an apostrophe in it opens nothing.
 * @param assignment lines that set a variable
 * @returns the end of the line where it holds none, and the same place where no line begins
 */
export function codeAt(text: string, at: number, assignment: RegExp): number {
  if (at > 0 && text[at - 1] !== '\n') return at;
  const found = text.indexOf('\n', at);
  const end = found < 0 ? text.length : found;
  const line = text.slice(at, end).replace(/\r$/, '');
  if (isCommandLine(line)) return at + behindApostrophes(line);
  return assignment.test(line) ? at : end;
}

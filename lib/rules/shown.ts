/**
 * A text from outside as a message may hold it between backticks: none of its own ends the code, no line break
 * breaks the sentence, and it is short.
 */
export function shown(text: string, cap = 120): string {
  const line = text
    .slice(0, cap * 2)
    .replaceAll('`', '′')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > cap ? `${line.slice(0, cap - 1)}…` : line;
}

/** A header's name with what would not be seen of it: blanks, and characters without a width. */
export function shownName(name: string): string {
  return shown(name.replace(/[^!-~]/g, '␣'), 64);
}

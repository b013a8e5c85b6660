/** Makes characters visible that would act on a terminal or turn its text around. */
export function visibleText(text: string): string {
  return text.replace(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    '\u25a1',
  );
}

/** Wraps a text into lines of at most `width` characters, at spaces; a longer word keeps a line of its own. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of visibleText(text).split(/[ \n]+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A label, and a text beside it that is wrapped in a column of its own. */
export function labelled(label: string, text: string, indent: number, column: number, width: number): string {
  const [first = '', ...rest] = wrapText(text, width - column);
  const head = `${' '.repeat(indent)}${label}`.padEnd(column);
  return [head + first, ...rest.map((line) => ' '.repeat(column) + line)].join('\n').trimEnd();
}

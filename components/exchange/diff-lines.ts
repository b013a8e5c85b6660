/** One line of a correction; `part` is what differs from the line that it stands for. */
export interface DiffLine {
  readonly kind: 'wrong' | 'right' | 'context';
  readonly before: string;
  readonly part: string;
  readonly after: string;
}

/** Without its indentation, which nobody has to strike out. */
function whole(kind: DiffLine['kind'], text: string): DiffLine {
  const start = kind === 'context' ? text.length : text.search(/\S|$/);
  return { kind, before: text.slice(0, start), part: text.slice(start), after: '' };
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

const isNameAt = (text: string, at: number) => /\w/.test(text[at] ?? '');

const reversed = (text: string) => [...text].reverse().join('');

/** Marks what differs between a wrong line and the right one for it; whole lines where little is common. */
function pair(wrong: string, right: string): [DiffLine, DiffLine] {
  let start = commonLength(wrong, right);
  let end = commonLength(reversed(wrong.slice(start)), reversed(right.slice(start)));
  // A name is marked as a whole, also when only a part of it differs.
  const startsInName = () => isNameAt(wrong, start) || isNameAt(right, start);
  while (start > 0 && isNameAt(wrong, start - 1) && startsInName()) start--;
  const endsInName = () => isNameAt(wrong, wrong.length - end - 1) || isNameAt(right, right.length - end - 1);
  while (end > 0 && isNameAt(wrong, wrong.length - end) && endsInName()) end--;
  const isAlike = start + end >= Math.max(wrong.length, right.length) / 3;
  if (!isAlike) return [whole('wrong', wrong), whole('right', right)];
  const cut = (kind: 'wrong' | 'right', text: string): DiffLine => ({
    kind,
    before: text.slice(0, start),
    part: text.slice(start, text.length - end),
    after: text.slice(text.length - end),
  });
  return [cut('wrong', wrong), cut('right', right)];
}

/** Reads a correction, in which lines begin with `- `, `+ ` or two spaces. */
export function diffLines(correction: string): DiffLine[] {
  const lines = correction.split('\n');
  const result: DiffLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const wrong: string[] = [];
    const right: string[] = [];
    while (lines[at]?.startsWith('-')) wrong.push((lines[at++] ?? '').slice(2));
    while (lines[at]?.startsWith('+')) right.push((lines[at++] ?? '').slice(2));
    if (wrong.length === 0 && right.length === 0) {
      result.push(whole('context', (lines[at++] ?? '').slice(2)));
      continue;
    }
    if (wrong.length === right.length) {
      const pairs = wrong.map((text, i) => pair(text, right[i] ?? ''));
      result.push(...pairs.map(([minus]) => minus), ...pairs.map(([, plus]) => plus));
    } else {
      result.push(...wrong.map((text) => whole('wrong', text)), ...right.map((text) => whole('right', text)));
    }
  }
  return result;
}

/** The corrected code alone. */
export function correctedText(correction: string): string {
  return correction
    .split('\n')
    .filter((line) => !line.startsWith('-'))
    .map((line) => line.slice(2))
    .join('\n');
}

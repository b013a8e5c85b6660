import { isCommandLine } from './dialect';
import { isHead } from './terminal-lines';

/** How deep a quotation is taken apart. */
const MOST_LEVELS = 3;

/** How an e-mail or a ticket sets off what it quotes: each line is marked, or indented. */
const SETTINGS = [
  { marked: /^[ \t]*>/, mark: /^[ \t]*> ?/ },
  { marked: /^(?: {2,}|\t)|^[ \t]*$/, mark: /^(?: {1,4}|\t)/ },
] as const;

/**
 * The lines without what sets off a copy from a terminal. `curl -v` marks the head of a request as a quotation is marked:
 * what shows such a head as it is, is none.
 */
export function withoutSetting(lines: readonly string[]): readonly string[] {
  let left = lines;
  for (let level = 0; level < MOST_LEVELS; level++) {
    const before = left;
    for (const setting of SETTINGS) left = withoutOne(left, setting);
    if (left === before) break;
  }
  return left;
}

function withoutOne(
  lines: readonly string[],
  { marked, mark }: (typeof SETTINGS)[number],
): readonly string[] {
  const result = [...lines];
  let isChanged = false;
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (marked.test(lines[to] ?? 'x')) to++;
    const run = lines.slice(from, to);
    const inner = run.map((line) => line.replace(mark, ''));
    const isCopy = inner.some((line, i) => line !== run[i] && (isHead(line) || isCommandLine(line)));
    if (isCopy && !run.some(isHead)) {
      result.splice(from, run.length, ...inner);
      isChanged = true;
    }
    from = to;
  }
  return isChanged ? result : lines;
}

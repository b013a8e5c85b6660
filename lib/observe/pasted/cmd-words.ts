import { type Command, losesQuotes, type Word } from './posix-words';
import { codeAt } from './prose';

interface CommandLine {
  readonly line: string;
  /** Where each of its characters stands in the text. */
  readonly places: readonly number[];
  /** True where a line of the text ends with it. */
  readonly isLast?: boolean;
}

/**
 * The first pass of the Windows command processor: carets escape outside quotes, a caret at the end of a line joins it
 * to the next, `&` and `|` end a command. Answers the command lines that programs get.
 */
function splitLines(text: string): CommandLine[] {
  const lines: CommandLine[] = [];
  let line = '';
  let places: number[] = [];
  let quoted = false;
  const take = (at: number) => {
    line += text[at] ?? '';
    places.push(at);
  };
  for (let at = 0; at < text.length; at++) {
    if (line === '' && !quoted) at = codeAt(text, at, SET);
    const c = text[at] ?? '';
    if (c === '"') quoted = !quoted;
    if (c === '^' && !quoted) {
      // Spaces behind the caret of a continuation are a slip of copy and paste.
      const end = /[ \t]*\r?\n/y;
      end.lastIndex = at + 1;
      if (end.test(text)) {
        at = end.lastIndex;
        if (text[at] === '\r' && text[at + 1] === '\n') at++;
        take(at);
        if (text[at] === '"') quoted = !quoted;
      } else take(++at);
    } else if ((c === '\n' || c === '&' || c === '|') && !quoted) {
      lines.push({ line, places, isLast: c === '\n' });
      line = '';
      places = [];
    } else if (c !== '\r' || quoted) take(at);
  }
  return [...lines, { line, places }];
}

/** What stands in front of the value in its word: nothing, or the option that it is glued to. */
const VALUE_BEGINS = /^(?:|-[A-Za-z]+|--[\w-]+=)$/;

/**
 * How a Windows program cuts its command line: at spaces and tabs, not at an escaped line break
 * (https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments).
 */
function commandOf({ line, places }: CommandLine): Command {
  const words: Word[] = [];
  let word: { text: string; quoted: boolean; plainQuote?: boolean; lostQuotes?: boolean } | undefined;
  let quoted = false;
  let open = 0;
  for (let at = 0; at < line.length; at++) {
    const c = line[at] ?? '';
    if (c === '\\') {
      let count = 1;
      while (line[at + count] === '\\') count++;
      const beforeQuote = line[at + count] === '"';
      const kept = beforeQuote ? Math.floor(count / 2) : count;
      const escapes = beforeQuote && count % 2 === 1;
      word = {
        ...word,
        text: (word?.text ?? '') + '\\'.repeat(kept) + (escapes ? '"' : ''),
        quoted: word?.quoted ?? quoted,
      };
      at += count - 1 + (escapes ? 1 : 0);
    } else if (c === '"') {
      const doubled = quoted && line[at + 1] === '"';
      const lost = quoted && losesQuotes(word?.text ?? '', line[at + 1]);
      word = {
        ...word,
        text: (word?.text ?? '') + (doubled ? '"' : ''),
        quoted: true,
        ...(lost && { lostQuotes: true }),
      };
      if (doubled) at++;
      else {
        quoted = !quoted;
        open = at;
      }
    } else if (/[ \t]/.test(c) && !quoted) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      const text = word?.text ?? '';
      const begins = c === "'" && !quoted && VALUE_BEGINS.test(text);
      word = { ...word, text: text + c, quoted: word?.quoted ?? false, ...(begins && { plainQuote: true }) };
    }
  }
  if (word !== undefined) words.push(word);
  return {
    at: places[0] ?? 0,
    words: words.map((found) => ({ ...found, untold: /%\w+%/.test(found.text) })),
    ...(quoted && { unclosed: { quote: '"', at: places[open] ?? 0 } }),
  };
}

const SET = /^[ \t]*set[ \t]+("?)([^="]+)=(.*)$/i;

/** The line with the variables filled in that the text itself sets. */
function filledIn({ line, places }: CommandLine, variables: ReadonlyMap<string, string>): CommandLine {
  let filled = '';
  let origins: number[] = [];
  let at = 0;
  const take = (end: number) => {
    filled += line.slice(at, end);
    origins = origins.concat(places.slice(at, end));
  };
  for (const { 0: written, 1: name = '', index } of line.matchAll(/%(\w+)%/g)) {
    const value = variables.get(name.toLowerCase());
    if (value === undefined) continue;
    take(index);
    filled += value;
    origins = origins.concat(Array<number>(value.length).fill(places[index] ?? 0));
    at = index + written.length;
  }
  take(line.length);
  return { line: filled, places: origins };
}

/**
 * Cuts a text for the Windows command processor into commands and words. Variables that the text itself sets are filled
 * in; all others stay as they are written.
 */
export function splitCmd(text: string): Command[] {
  const variables = new Map<string, string>();
  return splitLines(text)
    .map((written) => {
      const line = filledIn(written, variables);
      const [, quote, name = '', value = ''] = SET.exec(line.line) ?? [];
      // cmd fills a line in before it runs any of it: what stands behind `set … &&` does not get the value.
      if (written.isLast && name !== '')
        variables.set(name.toLowerCase(), quote ? value.replace(/"[^"]*$/, '') : value);
      return commandOf(line);
    })
    .filter(({ words }) => words.length > 0);
}

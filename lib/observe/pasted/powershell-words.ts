import { REDACTED } from '../../exchange/redact';
import type { Command, UnclosedQuote, Word } from './posix-words';
import { codeAt } from './prose';

/** A word of PowerShell: text, or the pairs of a hash table. */
export interface PowerShellWord extends Word {
  readonly table?: ReadonlyMap<string, string>;
  /** The tables within that table. */
  readonly nested?: ReadonlyMap<string, PowerShellWord>;
  /** `$name =` or `$name["key"] =`: what follows is given to it. */
  readonly assigns?: { readonly name: string; readonly key?: string };
}

export interface PowerShellCommand extends Command {
  readonly words: readonly PowerShellWord[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  0: '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  v: '\v',
};
/** Stands for a `$` in single quotes, which is no variable. */
export const LITERAL_DOLLAR = '\ue000';
/** A line that is more than words. */
const CODE = /^[ \t]*[^A-Za-z \t]|[=|{($]/;
const OPENING = /["“”„]/;
const SINGLE = /['‘’‚]/;
/** A variable of the environment. */
const ENVIRONMENT = /\$(?:env:(\w+)|\{env:(\w+)\})/iy;

/** Reads PowerShell's quoting (about_Quoting_Rules): typographic quotes count as quotes, too. */
export function splitPowerShell(text: string): PowerShellCommand[] {
  let at = 0;
  let unclosed: UnclosedQuote | undefined;

  const readHereString = (close: string): string => {
    const start = text.indexOf('\n', at) + 1;
    const end = start === 0 ? -1 : text.indexOf(`\n${close}`, start - 1);
    const value =
      start === 0 ? '' : text.slice(start, end < 0 ? text.length : Math.max(start, end)).replace(/\r$/, '');
    at = start === 0 || end < 0 ? text.length : end + 1 + close.length;
    return value;
  };
  const environment = new Map<string, string>();
  /** Its value where the script itself sets it as plain text, else the mark of one that no script tells. */
  const readEnvironment = (): string | undefined => {
    ENVIRONMENT.lastIndex = at;
    const match = ENVIRONMENT.exec(text);
    if (match === null) return undefined;
    at = ENVIRONMENT.lastIndex;
    return environment.get((match[1] ?? match[2] ?? '').toLowerCase()) ?? REDACTED;
  };
  const readDouble = (): string => {
    let value = '';
    const open = at++;
    while (at < text.length) {
      const c = text[at] ?? '';
      const variable = readEnvironment();
      if (variable !== undefined) value += variable;
      else if (c === '`') {
        const code = /`u\{([0-9a-fA-F]{1,6})\}/y;
        code.lastIndex = at;
        const match = code.exec(text);
        const point = match === null ? Number.NaN : Number.parseInt(match[1] ?? '', 16);
        if (point <= 0x10ffff) value += String.fromCodePoint(point);
        else value += ESCAPES[text[at + 1] ?? ''] ?? text[at + 1] ?? '';
        at = match === null ? at + 2 : code.lastIndex;
      } else if (OPENING.test(c)) {
        if (!OPENING.test(text[at + 1] ?? '')) break;
        value += c;
        at += 2;
      } else {
        // Chrome writes characters outside ASCII as `$([char]8217)`.
        const character = /\$\(\[char\](\d{1,5})\)/y;
        character.lastIndex = at;
        const match = character.exec(text);
        value += match === null ? c : String.fromCharCode(Number(match[1]));
        at = match === null ? at + 1 : character.lastIndex;
      }
    }
    if (at >= text.length) unclosed = { quote: '"', at: open };
    at++;
    return value;
  };
  const readSingle = (): string => {
    let value = '';
    const open = at++;
    while (at < text.length) {
      const c = text[at] ?? '';
      if (SINGLE.test(c)) {
        if (!SINGLE.test(text[at + 1] ?? '')) break;
        at++;
      }
      value += c === '$' ? LITERAL_DOLLAR : c;
      at++;
    }
    if (at >= text.length) unclosed = { quote: "'", at: open };
    at++;
    return value;
  };
  const skipSpace = (withLines: boolean) => {
    const pattern = withLines ? /(?:[\s;]|`\r?\n|#[^\n]*)*/y : /(?:[ \t\r]|`[ \t]*\r?\n)*/y;
    pattern.lastIndex = at;
    pattern.test(text);
    at = Math.max(at, pattern.lastIndex);
  };
  const readWord = (stops: RegExp): PowerShellWord => {
    let value = '';
    let quoted = false;
    while (at < text.length) {
      const c = text[at] ?? '';
      const next = text[at + 1] ?? '';
      if (c === '@' && (next === '"' || next === "'")) {
        value += readHereString(`${next}@`);
        quoted = true;
      } else if (OPENING.test(c)) {
        value += readDouble();
        quoted = true;
      } else if (SINGLE.test(c)) {
        value += readSingle();
        quoted = true;
      } else if (c === '`' && next !== '\n' && next !== '\r') {
        value += next;
        at += 2;
      } else if (c === '`' || stops.test(c)) break;
      else {
        value += readEnvironment() ?? text[at++];
      }
    }
    return { text: value, quoted };
  };
  /** A value of a table: words that `+` joins. What any other operator makes of them the text does not tell. */
  const readValue = (): string => {
    let value = readWord(/[\s;}+]/).text;
    for (skipSpace(false); at < text.length && !/[\n;}]/.test(text[at] ?? ''); skipSpace(false)) {
      const isJoined = text[at] === '+';
      at++;
      skipSpace(false);
      const next = readWord(/[\s;}+]/).text;
      value = isJoined ? value + next : REDACTED;
    }
    return value;
  };
  const readTable = (): PowerShellWord => {
    const table = new Map<string, string>();
    const nested = new Map<string, PowerShellWord>();
    at += 2;
    for (;;) {
      skipSpace(true);
      if (at >= text.length || text[at] === '}') break;
      const before = at;
      const name = readWord(/[\s=;}]/).text;
      skipSpace(false);
      if (text[at] === '=') {
        at++;
        skipSpace(false);
        if (text.startsWith('@{', at)) nested.set(name, readTable());
        else table.set(name, readValue());
      }
      if (at === before) at++;
    }
    at++;
    return { text: '', quoted: false, table, nested };
  };

  const commands: PowerShellCommand[] = [];
  let words: PowerShellWord[] = [];
  let from = 0;
  const endCommand = () => {
    if (words.length > 0) commands.push({ at: from, words, ...(unclosed && { unclosed }) });
    const [assignment, value, ...more] = words;
    const name = /^env:(\w+)$/i.exec(assignment?.assigns?.name ?? '')?.[1]?.toLowerCase();
    if (name !== undefined) {
      const isTold = value?.quoted && more.length === 0 && !value.text.includes('$');
      environment.set(name, isTold ? value.text : REDACTED);
    }
    words = [];
    from = at;
  };
  let depth = 0;
  const readAssignment = (): PowerShellWord | undefined => {
    const pattern = /\$([\w:.]{1,80})(?:\[\s?["']([^"'\n]{1,80})["']\s?\])?[ \t]*=(?!=)/y;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return undefined;
    at = pattern.lastIndex;
    const [, name = '', key] = match;
    return { text: '', quoted: false, assigns: { name, ...(key !== undefined && { key }) } };
  };
  while (at < text.length) {
    if (words.length === 0 && depth === 0) at = codeAt(text, at, CODE);
    skipSpace(false);
    const c = text[at] ?? '';
    if (c === '') break;
    const assignment = words.length === 0 ? readAssignment() : undefined;
    if (assignment !== undefined) {
      words.push(assignment);
      continue;
    }
    if (c === '\n' || c === ';' || c === '|') {
      at++;
      if (depth === 0) endCommand();
    } else if (c === '#') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (c === '@' && text[at + 1] === '{') words.push(readTable());
    else if (c === '(' || c === ')') {
      // What stands in brackets is read as words: Chrome wraps bodies in `([…]::UTF8.GetBytes("…"))`.
      depth = Math.max(0, depth + (c === '(' ? 1 : -1));
      at++;
    } else {
      const before = at;
      const word = readWord(/[\s;|()]/);
      if (at === before) at++;
      else words.push(word);
    }
  }
  endCommand();
  return commands;
}

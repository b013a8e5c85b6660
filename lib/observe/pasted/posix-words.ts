import { codeAt } from './prose';

/** One word of a command, as the program gets it. */
export interface Word {
  readonly text: string;
  /** True when some of it stood in quotes. */
  readonly quoted: boolean;
  /** True when the shell fills in some of it with what the text does not tell: a variable, the output of a command. */
  readonly untold?: boolean;
  /** True when its value begins with a single quote that the shell takes for a plain character, as cmd does. */
  readonly plainQuote?: boolean;
  /** True when the quotes of a JSON text ended those of the shell, so that the program gets none of them. */
  readonly lostQuotes?: boolean;
}

/** What stands in front of a quote that JSON begins a name or a text with, and that the shell takes for its own. */
const JSON_BEGINS = /^(?:-[A-Za-z]+|--[\w-]+=)?\s*[{[][\s{[]*$/;

/** Whether a double quote that closes here was meant as one of JSON. */
export function losesQuotes(before: string, next: string | undefined): boolean {
  return next !== undefined && /\w/.test(next) && JSON_BEGINS.test(before);
}

/** A quote that opens and is not closed: it swallows whatever follows. */
export interface UnclosedQuote {
  readonly quote: string;
  /** Where it stands in the text. */
  readonly at: number;
}

/** The words of one command, and what it reads from a here-document. */
export interface Command {
  /** Where it begins in the text; white space may stand in front of it. */
  readonly at: number;
  readonly words: readonly Word[];
  readonly input?: string;
  readonly unclosed?: UnclosedQuote;
}

const ANSI_C: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};
const CODE = /(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([0-7]{1,3}))/y;

/** Reads `$'…'` from behind its opening quote (Bash manual, "ANSI-C Quoting"). Bytes of `\xHH` count as UTF-8. */
function readAnsiC(text: string, from: number): { value: string; end: number; isClosed: boolean } {
  let value = '';
  let bytes: number[] = [];
  const flush = () => {
    if (bytes.length > 0) value += new TextDecoder().decode(new Uint8Array(bytes));
    bytes = [];
  };
  let at = from;
  while (at < text.length && text[at] !== "'") {
    if (text[at] !== '\\') {
      flush();
      value += text[at++];
      continue;
    }
    at++;
    CODE.lastIndex = at;
    const code = CODE.exec(text);
    if (code !== null) {
      at = CODE.lastIndex;
      const byte = code[1] ?? code[4];
      if (byte !== undefined) bytes.push(Number.parseInt(byte, code[1] === undefined ? 8 : 16) & 255);
      else {
        flush();
        const point = Number.parseInt(code[2] ?? code[3] ?? '0', 16);
        value += point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
      }
      continue;
    }
    flush();
    const c = text[at++] ?? '';
    value += ANSI_C[c] ?? `\\${c}`;
  }
  flush();
  return { value, end: at + 1, isClosed: at < text.length };
}

/** Skips `$(…)` and `${…}`, which stay in the text as they are: only the shell knows what they stand for. */
/** Where `$(…)` or `${…}` ends. */
export function endOfSubstitution(text: string, from: number): number {
  const open = text[from + 1];
  const close = open === '(' ? ')' : '}';
  let depth = 0;
  for (let at = from + 1; at < text.length; at++) {
    const c = text[at];
    if (c === '\\') at++;
    else if (c === open) depth++;
    else if (c === close && --depth === 0) return at + 1;
  }
  return text.length;
}

interface HereDocument {
  readonly end: string;
  readonly stripTabs: boolean;
}

const ASSIGNMENT_LINE = /^[ \t]*(?:export[ \t]+)?[A-Za-z_]\w*=/;
const ASSIGNMENT = /^([A-Za-z_]\w*)=([\s\S]*)$/;
const VARIABLE = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/y;

/**
 * Cuts a text for a POSIX shell into commands and words (POSIX.1-2017, "Shell Command Language" 2.2, 2.3 and 2.7.4).
 * Variables that the text itself sets are filled in; all others stay as they are written.
 */
export function splitPosix(text: string): Command[] {
  const commands: Command[] = [];
  let words: Word[] = [];
  let word: { text: string; quoted: boolean; untold?: boolean; lostQuotes?: boolean } | undefined;
  let awaited: HereDocument | undefined;
  /** The operator whose word comes next. */
  let redirect: string | undefined;
  let input: string | undefined;
  let unclosed: UnclosedQuote | undefined;
  let at = 0;
  let from = 0;
  const variables = new Map<string, { readonly text: string; readonly untold: boolean }>();
  const add = (piece: string, quoted = false) => {
    word = { ...word, text: (word?.text ?? '') + piece, quoted: quoted || (word?.quoted ?? false) };
  };
  /** Takes what the shell fills in as it is written. */
  const addUntold = (end: number, quoted = false) => {
    add(text.slice(at, end), quoted);
    if (word !== undefined) word.untold = true;
    at = end;
  };
  const endWord = () => {
    if (word === undefined) return;
    if (redirect === undefined) words.push(word);
    else if (redirect === '<<<') input = word.text;
    word = undefined;
    redirect = undefined;
  };
  const endCommand = () => {
    endWord();
    redirect = undefined;
    const assignments = words[0]?.text === 'export' ? words.slice(1) : words;
    const pairs = assignments.map(({ text: pair }) => ASSIGNMENT.exec(pair));
    if (pairs.length > 0 && pairs.every((pair) => pair !== null)) {
      for (const [i, [, name = '', value = '']] of pairs.entries())
        variables.set(name, { text: value, untold: assignments[i]?.untold ?? false });
    } else if (words.length > 0)
      commands.push({
        at: from,
        words,
        ...(input !== undefined && { input }),
        ...(unclosed && { unclosed }),
      });
    words = [];
    input = undefined;
    from = at;
  };
  /** Takes a variable at this place, if the text has set it. */
  const takeVariable = (quoted: boolean): boolean => {
    VARIABLE.lastIndex = at;
    const match = VARIABLE.exec(text);
    const value = match && variables.get(match[1] ?? match[2] ?? '');
    if (!value) return false;
    add(value.text, quoted);
    if (word !== undefined && value.untold) word.untold = true;
    at = VARIABLE.lastIndex;
    return true;
  };
  const readHereDocument = ({ end, stripTabs }: HereDocument) => {
    const lines: string[] = [];
    while (at < text.length) {
      const lineEnd = text.indexOf('\n', at);
      const raw = text.slice(at, lineEnd < 0 ? text.length : lineEnd).replace(/\r$/, '');
      at = lineEnd < 0 ? text.length : lineEnd + 1;
      const line = stripTabs ? raw.replace(/^\t+/, '') : raw;
      if (line.trim() === end) break;
      lines.push(line);
    }
    input = lines.map((line) => `${line}\n`).join('');
  };
  const readDoubleQuoted = () => {
    const open = at - 1;
    add('', true);
    while (at < text.length && text[at] !== '"') {
      const c = text[at] ?? '';
      const next = text[at + 1] ?? '';
      if (c === '\\' && next === '\r' && text[at + 2] === '\n') at += 3;
      else if (c === '\\' && next === '\n') at += 2;
      else if (c === '\\' && /["\\$`]/.test(next)) {
        add(next, true);
        at += 2;
      } else if (c === '$' && takeVariable(true)) {
        // Taken.
      } else if (c === '$' && (next === '(' || next === '{')) {
        addUntold(endOfSubstitution(text, at), true);
      } else if (c === '`' || (c === '$' && /\w/.test(next))) {
        addUntold(at + 1, true);
      } else {
        add(c, true);
        at++;
      }
    }
    if (at >= text.length) unclosed = { quote: '"', at: open };
    at++;
    if (word !== undefined && losesQuotes(word.text, text[at])) word.lostQuotes = true;
  };
  while (at < text.length) {
    if (words.length === 0 && word === undefined) at = codeAt(text, at, ASSIGNMENT_LINE);
    const c = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (c === '\\') {
      const isLineEnd = next === '\n' || (next === '\r' && text[at + 2] === '\n');
      // A space behind the continuation is a slip of copy and paste that nobody sees.
      const spaces = isLineEnd ? null : /\\[ \t]+\r?\n(?=[ \t]*-)/y;
      if (spaces !== null) spaces.lastIndex = at;
      if (isLineEnd) at += next === '\r' ? 3 : 2;
      else if (spaces?.test(text)) at = spaces.lastIndex;
      else {
        if (next !== '') add(next, true);
        at += 2;
      }
    } else if (c === "'") {
      const end = text.indexOf("'", at + 1);
      add(text.slice(at + 1, end < 0 ? text.length : end), true);
      if (end < 0) unclosed = { quote: c, at };
      at = end < 0 ? text.length : end + 1;
    } else if (c === '$' && next === "'") {
      const { value, end, isClosed } = readAnsiC(text, at + 2);
      if (!isClosed) unclosed = { quote: next, at: at + 1 };
      add(value, true);
      at = end;
    } else if (c === '"' || (c === '$' && next === '"')) {
      at += c === '$' ? 2 : 1;
      readDoubleQuoted();
    } else if (c === '$' && takeVariable(false)) {
      // Taken.
    } else if (c === '$' && (next === '(' || next === '{')) {
      addUntold(endOfSubstitution(text, at));
    } else if (c === '$' && /\w/.test(next)) {
      addUntold(at + 1);
    } else if (c === '\n') {
      at++;
      if (awaited !== undefined) readHereDocument(awaited);
      awaited = undefined;
      endCommand();
    } else if (c === ' ' || c === '\t' || c === '\r') {
      endWord();
      at++;
    } else if (c === '#' && word === undefined) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (c === ';' || c === '&' || c === '|' || c === '(' || c === ')') {
      // A pipe or a sign behind a here-document's word still belongs to its line.
      if (awaited === undefined) endCommand();
      else endWord();
      at++;
    } else if (c === '<' && next === '<' && text[at + 2] !== '<') {
      endWord();
      const here = /<<(-?)[ \t]*(["'\\]?)([\w.-]+)["']?/y;
      here.lastIndex = at;
      const match = here.exec(text);
      if (match !== null) awaited = { end: match[3] ?? '', stripTabs: match[1] === '-' };
      at = match === null ? at + 2 : here.lastIndex;
    } else if (c === '>' && word === undefined && words.length === 0) {
      // The prompt of an interactive shell.
      at++;
    } else if (c === '>' || c === '<') {
      if (word !== undefined && /^[0-9]$/.test(word.text) && !word.quoted) word = undefined;
      endWord();
      const operator = /[<>]{1,3}&?/y;
      operator.lastIndex = at;
      redirect = operator.exec(text)?.[0];
      at = Math.max(at + 1, operator.lastIndex);
    } else {
      add(c);
      at++;
    }
  }
  endCommand();
  return commands;
}

/** What stands at the place where a text stops being JSON. */
export type JsonMistake =
  | 'end-of-text'
  /** Not found in the text itself: a shell took its quotes away. */
  | 'lost-quotes'
  | 'trailing-comma'
  | 'single-quote'
  | 'unquoted-name'
  | 'python-literal'
  | 'comment'
  | 'raw-line-break'
  | 'text-after-end'
  | 'unexpected-character';

export interface JsonErrorFact {
  readonly mistake: JsonMistake;
  /** Where, in UTF-16 units from the start. */
  readonly offset: number;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;
/** What is left of an escape or a word where the text ends in it. */
const CUT_ESCAPE = /^\\(?:u[0-9a-fA-F]{0,3})?$/;
const CUT_WORD = /^(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|-)$/;

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * Finds where a text breaks the grammar of JSON (RFC 8259), without quoting from it: the messages of
 * `JSON.parse` quote the text, and not every engine tells the place. Answers `undefined` for valid JSON.
 * One pass, no recursion.
 */
export function findJsonError(text: string): JsonErrorFact | undefined {
  const stack: ('{' | '[')[] = [];
  let at = 0;
  let expect: 'value' | 'first-name' | 'name' | 'first-item' | 'after' = 'value';
  const fail = (mistake: JsonMistake, offset = at): JsonErrorFact => {
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    return { mistake, offset, line, column: offset - before.lastIndexOf('\n') };
  };
  const takeString = (): JsonErrorFact | undefined => {
    const end = match(STRING, text, at);
    if (text[end] === '"') {
      at = end + 1;
      return undefined;
    }
    if (end >= text.length || CUT_ESCAPE.test(text.slice(end))) return fail('end-of-text', text.length);
    return fail(/[\r\n]/.test(text[end] ?? '') ? 'raw-line-break' : 'unexpected-character', end);
  };
  const unexpected = (): JsonErrorFact => {
    const c = text[at];
    if (c === undefined) return fail('end-of-text');
    if (c === "'") return fail('single-quote');
    if (c === '/' || c === '#') return fail('comment');
    if (CUT_WORD.test(text.slice(at, at + 6))) return fail('end-of-text', text.length);
    if (/^(?:None|True|False)\b/.test(text.slice(at, at + 6))) return fail('python-literal');
    return fail('unexpected-character');
  };
  for (;;) {
    at = match(SPACE, text, at);
    const c = text[at];
    if (expect === 'after') {
      const open = stack[stack.length - 1];
      if (open === undefined) return c === undefined ? undefined : fail('text-after-end');
      if (c === ',') {
        at++;
        expect = open === '{' ? 'name' : 'value';
        const next = match(SPACE, text, at);
        if (text[next] === (open === '{' ? '}' : ']')) return fail('trailing-comma', at - 1);
      } else if (c === (open === '{' ? '}' : ']')) {
        at++;
        stack.pop();
      } else return unexpected();
    } else if (expect === 'name' || expect === 'first-name') {
      if (c === '}' && expect === 'first-name') {
        at++;
        stack.pop();
        expect = 'after';
        continue;
      }
      if (c !== '"') return c !== undefined && /[\w$]/.test(c) ? fail('unquoted-name') : unexpected();
      const error = takeString();
      if (error) return error;
      at = match(SPACE, text, at);
      if (text[at] !== ':') return unexpected();
      at++;
      expect = 'value';
    } else {
      if (c === ']' && expect === 'first-item') {
        at++;
        stack.pop();
        expect = 'after';
      } else if (c === '{' || c === '[') {
        at++;
        stack.push(c);
        expect = c === '{' ? 'first-name' : 'first-item';
      } else if (c === '"') {
        const error = takeString();
        if (error) return error;
        expect = 'after';
      } else {
        const end = Math.max(match(NUMBER, text, at), match(LITERAL, text, at));
        if (end < 0) return unexpected();
        at = end;
        expect = 'after';
      }
    }
  }
}

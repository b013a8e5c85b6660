import { codeAsTextOf } from './code-as-text';
import { isInstruction, isVariableName, namesAKey } from './placeholder-words';

/**
 * Values that were never filled in. The whole value has to be one: a real key that contains such a word is fine.
 * - `documentation`: the text of an example, `your_api_key_here`, `xxxx`, `sk-...`
 * - `template`: a placeholder that was to be replaced, `${KEY}`, `{{key}}`, `%KEY%`
 * - `variable-name`: the name instead of the value, `INFUZU_API_KEY`, `process.env.KEY`
 * - `stringified`: what a program writes for a value that is no text, `undefined`, `[object Object]`
 */
export type PlaceholderKind = 'documentation' | 'template' | 'variable-name' | 'stringified';

export interface Placeholder {
  readonly kind: PlaceholderKind;
  /** What may be shown of it, at most 60 characters. It holds no key: code is shown by its names alone. */
  readonly text: string;
}

const MAX_LENGTH = 4_096;

/** A run of filling characters, and such a run behind a short prefix (`sk-...`, `ifz_xxxx`, `eyJ…`). */
const FILLER = /^(?:[xX._…*•●?#-]{3,}|…+)$/;
const ELIDED = /^(?:(?:[A-Za-z]{2,8}[-_]){1,3}(?:[xX*•●]{3,}|\.{2,}|…)|[A-Za-z]{2,6}(?:\.{3}|…))$/;

/** What people leave around a placeholder. In the brackets a name is enough to make it one. */
const WRAPPERS: Readonly<Record<string, string>> = {
  '<': '>',
  '[': ']',
  '{': '}',
  '(': ')',
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '„': '“',
  '‘': '’',
  '«': '»',
};
const BRACKETS = '<[{(';
const MAX_WRAPPERS = 3;
const MAX_SHOWN = 60;

function shorten(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 1)}…` : text;
}

function plainPlaceholderOf(text: string): Placeholder | undefined {
  const code = codeAsTextOf(text);
  if (code !== undefined) return { kind: code.kind, text: code.shown };
  if (isVariableName(text)) return { kind: 'variable-name', text };
  if (FILLER.test(text) || ELIDED.test(text) || isInstruction(text)) return { kind: 'documentation', text };
  return undefined;
}

/** Answers what a whole value stands for when it is a placeholder; `undefined` for anything that could be a key. */
export function placeholderOf(value: string): Placeholder | undefined {
  let text = value.trim();
  if (text === '' || text.length > MAX_LENGTH) return undefined;
  let before = '';
  let after = '';
  for (let depth = 0; depth <= MAX_WRAPPERS && text !== ''; depth++) {
    const plain = plainPlaceholderOf(text);
    if (plain !== undefined) return { ...plain, text: shorten(`${before}${plain.text}${after}`) };
    const open = text.charAt(0);
    const close = WRAPPERS[open];
    if (close === undefined || text.length < 2 || !text.endsWith(close)) return undefined;
    text = text.slice(1, -1).trim();
    before += open;
    after = close + after;
    if (BRACKETS.includes(open) && namesAKey(text)) {
      return { kind: open === '{' ? 'template' : 'documentation', text: shorten(`${before}${text}${after}`) };
    }
  }
  return undefined;
}

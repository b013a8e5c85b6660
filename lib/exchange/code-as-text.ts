import { isNameLike, namesAKey } from './placeholder-words';

/** Code or a value of a program that arrived as text where a key should be. */
export interface CodeAsText {
  readonly kind: 'template' | 'variable-name' | 'stringified';
  /** What may be shown of it. Code can hold a key (`getenv("NAME") or "KEY"`), so only names are. */
  readonly shown: string;
}

/** Every pattern here is anchored, and each unbounded run is followed by what it cannot hold: linear. */
const STRINGIFIED =
  /^(?:undefined|null|nan|none|true|false|-?Infinity|<nil>|\[object \w{1,40}\]|\[(?:native code|Function[^\]]{0,40})\]|Promise ?\{ ?<pending> ?\}|Symbol\(\w{0,40}\)|<(?:function|bound method|built-in function|built-in method|coroutine object|class|module)\b[^>]{0,200}>{1,2}|<[\w.]{1,80} object at 0x[0-9a-fA-F]{1,16}>)$/i;
const FUNCTION_SOURCE = [
  /^(?:async )?function\b[^{]{0,200}\{/,
  /^(?:async )?\([\w$, ={}.]{0,200}\) ?=>/,
  /^(?:async )?[A-Za-z_$][\w$]{0,60} ?=> ?/,
  /^class\b[^{]{0,200}\{/,
] as const;

/** How templates are written: what opens, what closes. Longer openings come first. */
const TEMPLATES = [
  ['${{', '}}'],
  ['{{', '}}'],
  ['${', '}'],
  ['#{', '}'],
  ['$(', ')'],
  ['%(', ')s'],
  ['%{', '}'],
  ['{%', '%}'],
  ['<%', '%>'],
  ['[[', ']]'],
] as const;
const FORMAT_DIRECTIVE = /^(?:%[sdvq@]|%\[1\]s|\{\d?\})$/;
const SIGIL_NAME = /^(?:\$env:|\$|%)([A-Za-z_]\w{0,79})(%?)$/;
const ENVIRONMENT_READ =
  /^((?:process\.env|import\.meta\.env|Deno\.env|Bun\.env|os\.environ|(?:os\.|System\.)?getenv|ENV)(?:\.get)?[.[(]["']?)([A-Za-z_]\w{0,79})/;
/** Prefixes that a real key could have, too: behind them the whole has to be the name of a key. */
const MEMBER_READ =
  /^(?:env|config|settings|self|this|secrets)(?:\.get)?[.[(]["']?([A-Za-z_]\w{0,79})["']?[\])]{0,2}$/;

/** Insides of a template as they may be shown: names and the punctuation between them, else an ellipsis. */
function shownInside(inside: string): string {
  const isCalm = /^[\w\s.$:|-]{1,48}$/.test(inside) && isNameLike(inside);
  return isCalm ? inside : '…';
}

/** `<function get_key at 0x7f3a>` without its address; of names that read like no name only the kind is shown. */
function shownValue(text: string): string {
  const value = text.replace(/ at 0x[0-9a-f]{1,16}/gi, '');
  if (isNameLike(value)) return value;
  const kind = /^(?:\[object|<[a-z]{1,12}|Symbol)\b/.exec(value)?.[0] ?? '';
  return `${isNameLike(kind) ? kind : ''}…`;
}

function templateOf(text: string): string | undefined {
  for (const [open, close] of TEMPLATES) {
    if (text.length < open.length + close.length || !text.startsWith(open) || !text.endsWith(close)) continue;
    const inside = text.slice(open.length, text.length - close.length);
    // `{{a}}, {{b}}` is two values, and `{{KEY}}` is a key between braces.
    if (inside.includes(close) && inside.includes(',')) return undefined;
    if (open.startsWith('{') && holdsKey(inside)) return undefined;
    if (open === '[[' && !isNameLike(inside)) return undefined;
    return `${open}${shownInside(inside)}${close}`;
  }
  return undefined;
}

/** One run of a b64token's characters that reads like no name: somebody filled it in and left the braces. */
function holdsKey(inside: string): boolean {
  const text = inside.trim();
  return text.length >= 12 && /^[\w.~+/=-]+$/.test(text) && !isNameLike(text);
}

function isNameOfKey(name: string | undefined): boolean {
  return name !== undefined && namesAKey(name);
}

/** Tells code from a key; `undefined` for anything that could be a key. Only the whole text counts. */
export function codeAsTextOf(text: string): CodeAsText | undefined {
  if (STRINGIFIED.test(text)) return { kind: 'stringified', shown: shownValue(text) };
  const head = FUNCTION_SOURCE.map((pattern) => pattern.exec(text)?.[0]).find((match) => match !== undefined);
  if (head !== undefined) {
    const word = /^(?:async )?(?:function|class)\b/.exec(head)?.[0];
    return { kind: 'stringified', shown: word === undefined ? '… => …' : `${word} …` };
  }
  const template = templateOf(text);
  if (template !== undefined) return { kind: 'template', shown: template };
  if (FORMAT_DIRECTIVE.test(text)) return { kind: 'template', shown: text };
  const sigil = SIGIL_NAME.exec(text);
  if (sigil && text.startsWith('%') === (sigil[2] === '%') && isNameLike(sigil[1] ?? '')) {
    return { kind: 'template', shown: text };
  }
  if (isNameOfKey(MEMBER_READ.exec(text)?.[1])) return { kind: 'variable-name', shown: text };
  const read = ENVIRONMENT_READ.exec(text);
  if (read && isNameLike(read[2] ?? '')) {
    const isWhole = /^["']?[\])]{0,2}$/.test(text.slice(read[0].length));
    return { kind: 'variable-name', shown: isWhole ? text : `${read[0]}…` };
  }
  return undefined;
}

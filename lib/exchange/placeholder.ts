/**
 * Values that were never filled in. The whole value has to be one: a real key that contains such a word is fine.
 * A placeholder is no secret, so its text may be shown.
 */
export type PlaceholderKind = 'documentation' | 'template' | 'variable-name' | 'stringified';

export interface Placeholder {
  readonly kind: PlaceholderKind;
  /** The text itself, at most 60 characters. */
  readonly text: string;
}

const MAX_SHOWN = 60;
const MAX_LENGTH = 4_096;

/** What JavaScript and Python write when the variable held no string. */
const STRINGIFIED =
  /^(?:undefined|null|NaN|None|nil|true|false|True|False|Infinity|\[object \w+\]|<[\w.]+ object at 0x[0-9a-f]+>|<function \w+ at 0x[0-9a-f]+>|Promise ?\{[^}]*\})$/;
const FUNCTION_SOURCE = /^(?:async )?(?:function\b[\s\S]*\}|class\b[\s\S]*\}|\(?[\w$, ]*\)? ?=>[\s\S]+)$/;

/** A variable or template that was left as text. Each alternative is anchored and has one unbounded run: linear. */
const TEMPLATE =
  /^(?:\$[A-Za-z_]\w*|\$\{[^}]*\}|\$\([^)]*\)|\$\{\{[^}]*\}\}|\{\{[^}]*\}\}|\{%[^%]*%\}|<%[^%]*%>|%[A-Za-z_]\w*%|#\{[^}]*\}|@[A-Z][A-Z0-9_]*@|\{[A-Za-z_][\w.\- ]*\}|\$env:\w+)$/;
const VARIABLE_READ =
  /^(?:process\.env|import\.meta\.env|os\.environ|os\.getenv|Deno\.env|Bun\.env|env|ENV|System\.getenv|getenv|config|settings)(?:[.[(].*)$/;
const BARE_VARIABLE =
  /^(?:(?:(?:NEXT_PUBLIC|VITE|REACT_APP|NUXT|NUXT_PUBLIC|EXPO_PUBLIC|GATSBY|PUBLIC|MY)_)?(?:X_)?(?:INFUZU|OPENAI)(?:_API)?(?:_SECRET)?_(?:KEY|TOKEN)|API_?KEY|API_TOKEN|SECRET_KEY|api_?key|apiKey|infuzu_?api_?key|infuzuApiKey|infuzu_?key|infuzuKey|api_token|apiToken|ACCESS_TOKEN|access_token|accessToken|TOKEN|token|KEY|key)$/;

/** Words of placeholders, compared without case and with every separator read as `_`. */
const DOCUMENTATION =
  /^(?:(?:your|my|the|insert|enter|put|paste|add|set|replace|replace_with|replace_me_with|an|some|example|test|dummy|fake|sample)_)+(?:(?:your|my|own|real|actual|infuzu|openai|secret|private|valid|new|x)_)*(?:api_?key|apikey|key|token|api_?token|secret_key|secret|bearer_token|access_token)(?:_(?:here|goes_here|value|placeholder|please|\d))*$/;
const DOCUMENTATION_WORDS = new Set([
  'changeme',
  'change_me',
  'replaceme',
  'replace_me',
  'replace_this',
  'insert_here',
  'placeholder',
  'todo',
  'tbd',
  'fixme',
  'redacted',
  'removed',
  'hidden',
  'secret',
  'none',
  'undefined',
  'null',
  'empty',
  'n_a',
  'api_key_here',
  'key_here',
  'token_here',
  'api_key_goes_here',
  'key_goes_here',
  'infuzu_api_key_here',
  'api_key_placeholder',
  'your_key',
  'sk',
  'dummy',
  'example',
  'foo',
  'bar',
  'foobar',
  'abc',
  'test',
  'infuzu_api_key',
  'api_key',
  'apikey',
  'your_api',
]);
/** Only these stand for themselves without their being an example of anything. */
const NOT_SHOUTED = new Set([
  'secret',
  'sk',
  'dummy',
  'example',
  'foo',
  'bar',
  'foobar',
  'abc',
  'test',
  'your_api',
  'none',
  'empty',
  'hidden',
]);
const FILLER = /^(?:x{3,}|X{3,}|\*{3,}|\.{3,}|…+|_{3,}|-{3,}|•{3,}|\?{3,}|0{8,})$/;
const ELIDED = /^(?:sk|ifz|infuzu|key|pk)[-_](?:\.{2,}|…|x{3,}|X{3,}|\*{3,})$/;

/** The brackets and quotes that people leave around a placeholder. */
const WRAPPED = /^(?:<(.*)>|\[(.*)\]|"(.*)"|'(.*)'|`(.*)`|\{(.*)\}|“(.*)”|‘(.*)’)$/s;

function kindOf(value: string, wrapped: boolean): PlaceholderKind | undefined {
  if (STRINGIFIED.test(value) || FUNCTION_SOURCE.test(value)) return 'stringified';
  if (TEMPLATE.test(value)) return 'template';
  if (VARIABLE_READ.test(value)) return 'variable-name';
  if (BARE_VARIABLE.test(value)) return 'variable-name';
  if (FILLER.test(value) || ELIDED.test(value)) return 'documentation';
  if (value.length > 80) return undefined;
  const words = value
    .toLowerCase()
    .replace(/[\s._-]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (DOCUMENTATION.test(words)) return 'documentation';
  if (DOCUMENTATION_WORDS.has(words) && (wrapped || !NOT_SHOUTED.has(words))) return 'documentation';
  return undefined;
}

/** Answers what a whole value stands for when it is a placeholder; `undefined` for anything that could be a key. */
export function placeholderOf(value: string): Placeholder | undefined {
  const text = value.trim();
  if (text === '' || text.length > MAX_LENGTH) return undefined;
  let kind = kindOf(text, false);
  if (kind === undefined) {
    const match = WRAPPED.exec(text);
    const inner = match
      ?.slice(1)
      .find((group) => group !== undefined)
      ?.trim();
    if (inner !== undefined && inner !== '') kind = kindOf(inner, true);
  }
  if (kind === undefined) return undefined;
  return { kind, text: text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 1)}…` : text };
}

import { AUTH_HEADERS, authHeaderOf } from '../api/auth-headers';
import type { MessageFact } from '../exchange/body-facts';
import type { Exchange } from '../exchange/exchange';
import { presentValue } from '../exchange/presence';
import { REDACTED } from '../exchange/redact';
import { credentialValue } from './credential-value';

export const CODE_LANGUAGES = ['curl', 'fetch', 'python'] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

/** Stands for the key while the code is put together; no header can hold it. */
const KEY = '\u0000';
const VARIABLE = 'INFUZU_API_KEY';
/** Stands for what is not kept. */
const LEFT_OUT = '…';
const MOST_MESSAGES = 100;

const MOST_NAMES = 20;

/** What browsers and tools send on their own account. */
const OWN =
  /^(?::|sec-|proxy-|access-control-request-|(?:accept-encoding|accept-language|cache-control|connection|content-length|cookie|dnt|host|origin|pragma|priority|referer|te|user-agent)$)/i;

type Json = string | boolean | null | readonly Json[] | { readonly [name: string]: Json };

interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** A text is sent as it is; everything else as JSON. */
  readonly body?: Json;
  /** The parts of a form; their boundary and their type are for the client to write. */
  readonly isMultipart: boolean;
}

const CONTENTS = {
  text: LEFT_OUT,
  empty: '',
  parts: [{ type: 'text', text: LEFT_OUT }],
  missing: undefined,
  invalid: null,
} as const;

function messageOf({ role, content }: MessageFact): Json {
  const text = typeof role === 'object' ? role.other : role;
  const contents = CONTENTS[content];
  return {
    ...(text !== 'missing' && { role: text === 'not-a-string' ? null : text }),
    ...(contents !== undefined && { content: contents }),
  };
}

/** A body with the same roles and without what was said; `undefined` for a call without one. */
function bodyOf({ request: { body } }: Exchange): Json | undefined {
  if (body.status === 'absent') return body.reason === 'none' ? undefined : LEFT_OUT;
  const { chat, kind } = body.value;
  if (kind.type === 'empty') return undefined;
  if (chat === undefined) return LEFT_OUT;
  const { messages, stream, llms, excludeLlms } = chat;
  const has = (name: string) => body.value.fields.includes(name);
  const names = (count: number) => Array.from({ length: Math.min(count, MOST_NAMES) }, () => LEFT_OUT);
  return {
    ...(has('model') && { model: LEFT_OUT }),
    ...(has('llms') && { llms: names(llms) }),
    ...(has('exclude_llms') && { exclude_llms: names(excludeLlms) }),
    ...(messages.type === 'list' && {
      messages: messages.items
        .slice(0, MOST_MESSAGES)
        .map((item, i) => (i === messages.notAnObject ? LEFT_OUT : messageOf(item))),
    }),
    ...(messages.type === 'not-an-array' && { messages: LEFT_OUT }),
    ...(stream && { stream }),
  };
}

function isMultipart(name: string, value: string): boolean {
  return /^content-type$/i.test(name) && /^\s*multipart\//i.test(value);
}

/** True where nobody knows what a call of the API carried: a file left its auth header out. */
export function isKeyLeftOut({ request: { credentials, endpoint } }: Exchange): boolean {
  return endpoint !== undefined && credentials.status === 'absent';
}

function callOf(exchange: Exchange): Call {
  const { request } = exchange;
  const credentials = presentValue(request.credentials) ?? [];
  const body = bodyOf(exchange);
  const others = (presentValue(request.headers) ?? []).filter(
    ({ name, value }) => !OWN.test(name) && !authHeaderOf(name) && !isMultipart(name, value),
  );
  const names = [...new Set(credentials.map(({ header }) => header))];
  return {
    method: request.method,
    url: request.url.href.replaceAll(REDACTED, 'REDACTED'),
    headers: [
      ...(isKeyLeftOut(exchange) ? [[AUTH_HEADERS[0], KEY] as const] : []),
      ...names.map((name) => {
        const own = credentials.filter(({ header }) => header === name);
        return [name, own.map((one) => credentialValue(one, KEY)).join(', ')] as const;
      }),
      ...others.map(({ name, value, meant }) => [name, meant ? KEY : value] as const),
    ],
    ...(body !== undefined && { body }),
    isMultipart: (presentValue(request.headers) ?? []).some(({ name, value }) => isMultipart(name, value)),
  };
}

const hasType = (headers: Call['headers']) => headers.some(([name]) => /^content-type$/i.test(name));

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** A word of a POSIX shell in which the key is a variable. */
function shellWord(text: string): string {
  return text
    .split(KEY)
    .map((piece) => (piece === '' ? '' : quoted(piece)))
    .join(`"$${VARIABLE}"`);
}

function curlOf({ method, url, headers, body, isMultipart: hasParts }: Call): string {
  const data = typeof body === 'string' ? body : JSON.stringify(body);
  const implied = body === undefined ? 'GET' : 'POST';
  return [
    // Brackets in an address are a pattern for curl, unless it is told that they are none.
    `curl ${/[[\]{}]/.test(url) ? '-g ' : ''}${method === implied ? '' : `-X ${quoted(method)} `}${quoted(url)}`,
    // An empty value is sent only when a semicolon stands for the colon.
    ...headers.map(([name, value]) => `-H ${shellWord(value === '' ? `${name};` : `${name}: ${value}`)}`),
    // curl has a type of its own for a body, other clients have none.
    ...(data === undefined || hasParts || hasType(headers) ? [] : ["-H 'Content-Type:'"]),
    ...(data === undefined ? [] : [hasParts ? `--form '${LEFT_OUT}=${LEFT_OUT}'` : `--data ${quoted(data)}`]),
  ].join(' \\\n  ');
}

function scriptText(text: string): string {
  if (text === KEY) return 'key';
  if (!text.includes(KEY)) return JSON.stringify(text);
  const pieces = text.split(KEY).map((piece) => piece.replace(/[\\`]|\$(?=\{)/g, '\\$&'));
  return `\`${pieces.join(`\${key}`)}\``;
}

function fetchOf({ method, url, headers, body, isMultipart: hasParts }: Call): string {
  const text = typeof body === 'string' ? JSON.stringify(body) : `JSON.stringify(${JSON.stringify(body)})`;
  return [
    ...(headers.some(([, value]) => value.includes(KEY)) ? [`const key = process.env.${VARIABLE};`] : []),
    `await fetch(${JSON.stringify(url)}, {`,
    `  method: ${JSON.stringify(method)},`,
    '  headers: {',
    ...headers.map(([name, value]) => `    ${JSON.stringify(name)}: ${scriptText(value)},`),
    '  },',
    ...(body === undefined ? [] : [`  body: ${hasParts ? 'new FormData()' : text},`]),
    '});',
  ].join('\n');
}

function pythonText(text: string): string {
  const pieces = text.split(KEY).map((piece) => (piece === '' ? [] : [JSON.stringify(piece)]));
  return pieces.flatMap((piece, i) => (i === 0 ? piece : ['key', ...piece])).join(' + ') || '""';
}

function pythonValue(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(pythonValue).join(', ')}]`;
  const members = Object.entries(value).map(
    ([name, inner]) => `${JSON.stringify(name)}: ${pythonValue(inner)}`,
  );
  return `{${members.join(', ')}}`;
}

function pythonOf({ method, url, headers, body, isMultipart: hasParts }: Call): string {
  const usesKey = headers.some(([, value]) => value.includes(KEY));
  // With `json` the client sets a type of its own.
  const isJson = typeof body !== 'string' && hasType(headers);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const data = isJson ? `json=${pythonValue(body ?? null)}` : `data=${JSON.stringify(text)}.encode()`;
  return [
    ...(usesKey ? ['import os', ''] : []),
    'import requests',
    '',
    ...(usesKey ? [`key = os.environ["${VARIABLE}"]`] : []),
    'response = requests.request(',
    `    ${JSON.stringify(method)},`,
    `    ${JSON.stringify(url)},`,
    '    headers={',
    ...headers.map(([name, value]) => `        ${JSON.stringify(name)}: ${pythonText(value)},`),
    '    },',
    ...(body === undefined ? [] : [`    ${hasParts ? `files={"${LEFT_OUT}": ""}` : data},`]),
    ')',
  ].join('\n');
}

const WRITERS: Readonly<Record<CodeLanguage, (call: Call) => string>> = {
  curl: curlOf,
  fetch: fetchOf,
  python: pythonOf,
};

/** False where a line only names where parts of the call are: code without them would be another call. */
export const isWhole = ({ request: { unseen } }: Exchange) => unseen === undefined;

/**
 * The same call as code, with its faults, and with a variable in the place of the key. What was said is not kept: the
 * messages have their roles, and `…` stands for the rest. Where its auth header is not known, it has a documented one.
 */
export function callCode(exchange: Exchange, language: CodeLanguage): string {
  return WRITERS[language](callOf(exchange));
}

import type { Bytes } from '../api/units';
import { findJsonError, type JsonErrorFact } from './json-error';

/** What a request body is, before anything of its contents. */
export type BodyKind =
  | { readonly type: 'empty' }
  | { readonly type: 'json-object' }
  /** JSON, but no object. */
  | { readonly type: 'json-other'; readonly is: 'array' | 'string' | 'number' | 'boolean' | 'null' }
  /** A JSON string that holds JSON: it was encoded twice. */
  | { readonly type: 'json-in-string' }
  /** `[object Object]`: an object that was never encoded. */
  | { readonly type: 'object-text' }
  | { readonly type: 'form' }
  | { readonly type: 'not-json'; readonly error: JsonErrorFact };

export const ROLES = ['system', 'user', 'assistant'] as const;
export type Role = (typeof ROLES)[number];

export interface MessageFact {
  /** A documented role; `other` with the text when it is a short word; or why there is none. */
  readonly role: Role | { readonly other: string } | 'missing' | 'not-a-string';
  readonly content: 'text' | 'empty' | 'parts' | 'missing' | 'invalid';
}

/** `messages` of a chat call: roles in order and lengths, never what was said. */
export type MessagesFact =
  | { readonly type: 'missing' }
  | { readonly type: 'not-an-array'; readonly is: string }
  | {
      readonly type: 'list';
      readonly count: number;
      /** The first ones, up to a cap. */
      readonly items: readonly MessageFact[];
      /** Index of the first item that is no object, if any. */
      readonly notAnObject?: number;
    };

/** The documented fields of a chat call, as facts. */
export interface ChatFacts {
  readonly messages: MessagesFact;
  /** Items in `llms`; a single string counts as one; absent, null and empty are 0. */
  readonly llms: number;
  readonly excludeLlms: number;
  readonly stream: boolean;
  /** Characters of all message texts: what the documented limit counts. */
  readonly inputCharacters: number;
}

export interface BodyFacts {
  /** Of the text as UTF-8. */
  readonly size: Bytes;
  readonly kind: BodyKind;
  /** Names of the documented fields that are there. */
  readonly fields: readonly string[];
  readonly chat?: ChatFacts;
}

const DOCUMENTED_FIELDS = [
  'messages',
  'llms',
  'exclude_llms',
  'stream',
  'model',
  'temperature',
  'max_tokens',
  'top_p',
  'user',
];
const MAX_MESSAGES = 2_000;
const MAX_PARSED: Bytes = 20_000_000;

const typeName = (value: unknown) =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

function contentOf(content: unknown): { fact: MessageFact['content']; characters: number } {
  if (content === undefined || content === null) return { fact: 'missing', characters: 0 };
  if (typeof content === 'string')
    return { fact: content === '' ? 'empty' : 'text', characters: [...content].length };
  if (!Array.isArray(content)) return { fact: 'invalid', characters: 0 };
  let characters = 0;
  for (const part of content) {
    if (typeof part === 'object' && part !== null && 'text' in part && typeof part.text === 'string') {
      characters += [...part.text].length;
    }
  }
  return { fact: content.length === 0 ? 'empty' : 'parts', characters };
}

function roleOf(role: unknown): MessageFact['role'] {
  if (role === undefined || role === null || role === '') return 'missing';
  if (typeof role !== 'string') return 'not-a-string';
  const known = ROLES.find((name) => name === role);
  return known ?? { other: /^[\w -]{1,20}$/.test(role) ? role : '…' };
}

function messagesOf(value: unknown): { fact: MessagesFact; characters: number } {
  if (value === undefined) return { fact: { type: 'missing' }, characters: 0 };
  if (!Array.isArray(value)) return { fact: { type: 'not-an-array', is: typeName(value) }, characters: 0 };
  const items: MessageFact[] = [];
  let characters = 0;
  let notAnObject: number | undefined;
  for (const [index, item] of value.entries()) {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) {
      notAnObject ??= index;
      if (items.length < MAX_MESSAGES) items.push({ role: 'missing', content: 'missing' });
      continue;
    }
    const message = item as Record<string, unknown>;
    const content = contentOf(message['content']);
    characters += content.characters;
    if (items.length < MAX_MESSAGES) items.push({ role: roleOf(message['role']), content: content.fact });
  }
  const fact: MessagesFact = {
    type: 'list',
    count: value.length,
    items,
    ...(notAnObject !== undefined && { notAnObject }),
  };
  return { fact, characters };
}

function listLength(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'string' && value !== '' ? 1 : 0;
}

function chatOf(body: Record<string, unknown>): ChatFacts {
  const messages = messagesOf(body['messages']);
  return {
    messages: messages.fact,
    llms: listLength(body['llms']),
    excludeLlms: listLength(body['exclude_llms']),
    stream: body['stream'] === true,
    inputCharacters: messages.characters,
  };
}

/** Whether a text is a JSON object or array. */
export function isJsonStructure(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/**
 * The door for request bodies that are text: facts, and nothing that was said.
 * @param lostQuotes whether a shell took the quotes of its JSON for its own
 */
export function takeRequestBody(text: string, lostQuotes = false): BodyFacts {
  const size = new TextEncoder().encode(text).length;
  const none = { size, fields: [] };
  if (text.trim() === '') return { ...none, kind: { type: 'empty' } };
  if (/^\s*\[object \w+\]\s*$/.test(text)) return { ...none, kind: { type: 'object-text' } };
  if (size > MAX_PARSED) return { ...none, kind: { type: 'json-object' } };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const error = findJsonError(text) ?? { mistake: 'unexpected-character', offset: 0, line: 1, column: 1 };
    return {
      ...none,
      kind: { type: 'not-json', error: lostQuotes ? { ...error, mistake: 'lost-quotes' } : error },
    };
  }
  if (typeof value === 'string' && isJsonStructure(value))
    return { ...none, kind: { type: 'json-in-string' } };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      ...none,
      kind: { type: 'json-other', is: typeName(value) as 'array' | 'string' | 'number' | 'boolean' | 'null' },
    };
  }
  const body = value as Record<string, unknown>;
  return {
    size,
    kind: { type: 'json-object' },
    fields: DOCUMENTED_FIELDS.filter((name) => Object.hasOwn(body, name)),
    chat: chatOf(body),
  };
}

/** A body that the browser hands out as form fields. */
export function formBody(size: Bytes): BodyFacts {
  return { size, kind: { type: 'form' }, fields: [] };
}

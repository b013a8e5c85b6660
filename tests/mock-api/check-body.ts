import { type ApiError, documentedError } from './errors';
import type { Endpoint } from './success';

/** Either what the endpoint needs to know of a good body, or the documented error of a bad one. */
export type BodyCheck = { readonly stream: boolean } | { readonly error: ApiError };

type Fields = Readonly<Record<string, unknown>>;

const ROLES = ['system', 'user', 'assistant'];

/** Judges media type, then JSON, then fields: the order in which a server comes to know them. */
export function checkBody(endpoint: Endpoint, contentType: string | undefined, text: string): BodyCheck {
  if (contentType?.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    return { error: documentedError('unsupported_media_type') };
  }
  const body = parseJson(text);
  if (!isObject(body)) {
    return { error: documentedError('invalid_request_body', 'The request body is not a JSON object.') };
  }
  const error = messagesError(body['messages'], endpoint) ?? optionsError(body, endpoint);
  return error === undefined ? { stream: body['stream'] === true } : { error };
}

function messagesError(messages: unknown, endpoint: Endpoint): ApiError | undefined {
  if (isAbsent(messages)) return missing('messages');
  if (!Array.isArray(messages)) return invalid('messages', 'must be an array');
  let previous: unknown;
  for (const [i, message] of messages.entries()) {
    const error = messageError(message, `messages[${i}]`, endpoint) ?? orderError(message.role, previous, i);
    if (error !== undefined) return error;
    previous = message.role;
  }
  return undefined;
}

function messageError(message: unknown, where: string, endpoint: Endpoint): ApiError | undefined {
  if (!isObject(message)) return invalid(where, 'must be an object');
  const { role, content } = message as { role?: unknown; content?: unknown };
  if (isAbsent(role)) return missing(`${where}.role`);
  if (!ROLES.includes(role as string)) return invalid(`${where}.role`, `must be one of ${ROLES.join(', ')}`);
  if (isAbsent(content)) return missing(`${where}.content`);
  if (typeof content === 'string') return undefined;
  if (endpoint === 'openai' && Array.isArray(content) && content.every(isPart)) return undefined;
  return invalid(`${where}.content`, 'must be a string');
}

function orderError(role: unknown, previous: unknown, index: number): ApiError | undefined {
  const where = `messages[${index}].role`;
  if (role === 'system' && index > 0) return invalid(where, 'must not be system except in the first message');
  if (role === 'assistant' && previous !== 'user')
    return invalid(where, 'must not be assistant except after user');
  return undefined;
}

function optionsError(body: Fields, endpoint: Endpoint): ApiError | undefined {
  const { stream, llms, exclude_llms, model } = body as Record<
    'stream' | 'llms' | 'exclude_llms' | 'model',
    unknown
  >;
  if (stream !== undefined && typeof stream !== 'boolean') return invalid('stream', 'must be a boolean');
  for (const [name, references] of Object.entries({ llms, exclude_llms })) {
    if (!isAbsent(references) && !isListOfReferences(references))
      return invalid(name, 'must be an array of LLM references');
  }
  if (!isAbsent(llms) && !isAbsent(exclude_llms))
    return invalid('exclude_llms', 'must not be used together with llms');
  if (endpoint === 'openai' && !isAbsent(model) && typeof model !== 'string' && !isObject(model)) {
    return invalid('model', 'must be a string or an object');
  }
  return undefined;
}

const missing = (field: string) =>
  documentedError('missing_required_field', `The required field ${field} is missing or empty.`);
const invalid = (field: string, why: string) =>
  documentedError('invalid_field', `The field ${field} ${why}.`);

/** The documentation treats an empty value as a missing one. */
function isAbsent(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function isListOfReferences(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string' && entry !== '');
}

function isPart(part: unknown): boolean {
  return (
    isObject(part) &&
    typeof part['type'] === 'string' &&
    (part['type'] !== 'text' || typeof part['text'] === 'string')
  );
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

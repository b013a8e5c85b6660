import type { Bytes } from '../api/units';
import { findJsonError } from './json-error';
import { REDACTED, type Redact } from './redact';
import { withoutRuns } from './secret-shape';
import { readStream, type StreamFacts } from './stream-facts';

/** One entry of an error envelope or of `warnings[]`, redacted and capped. */
export interface ApiMessage {
  readonly code: string;
  readonly message: string;
}

/** What a response body is. */
export type ResponseBodyShape =
  /** `{"errors": […], "warnings": […]}`. */
  | 'errors-envelope'
  /** `{"error": {"code", "message"}}`. */
  | 'error-envelope'
  | 'json'
  | 'html'
  | 'event-stream'
  | 'text'
  | 'binary'
  | 'empty'
  /** Starts like JSON and ends in the middle. */
  | 'cut-off';

export interface ResponseBodyFacts {
  readonly size: Bytes;
  readonly shape: ResponseBodyShape;
  readonly errors: readonly ApiMessage[];
  readonly warnings: readonly ApiMessage[];
  /** Entries over the cap. */
  readonly omitted: number;
  /** The title of an HTML page, redacted and capped. */
  readonly title?: string;
  /** Of an event stream. */
  readonly stream?: StreamFacts;
}

const MAX_ENTRIES = 20;
const MAX_CODE = 120;
const MAX_MESSAGE = 600;
/** JSON over this size is not parsed for an envelope: no envelope is that large. */
const MAX_PARSED: Bytes = 4_000_000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** Keeps text as text: control characters (bidirectional ones too) become visible boxes, so that none of them acts. */
function plainText(value: string, cap: number, redact: Redact): string {
  const text = withoutRuns(redact(value.length > cap * 4 ? value.slice(0, cap * 4) : value), REDACTED);
  const visible = text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    '\u25a1',
  );
  return visible.length > cap ? `${visible.slice(0, cap - 1)}…` : visible;
}

function messageOf(entry: unknown, redact: Redact): ApiMessage | undefined {
  if (typeof entry === 'string') return { code: '', message: plainText(entry, MAX_MESSAGE, redact) };
  if (!isObject(entry)) return undefined;
  const code = entry['code'] ?? entry['type'];
  const message = entry['message'] ?? entry['detail'];
  if (!isScalar(code) && !isScalar(message)) return undefined;
  return {
    code: isScalar(code) ? plainText(String(code), MAX_CODE, redact) : '',
    message: isScalar(message) ? plainText(String(message), MAX_MESSAGE, redact) : '',
  };
}

function listOf(value: unknown, redact: Redact): { entries: ApiMessage[]; omitted: number } {
  const raw = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  const entries: ApiMessage[] = [];
  for (const entry of raw.slice(0, MAX_ENTRIES)) {
    const message = messageOf(entry, redact);
    if (message !== undefined) entries.push(message);
  }
  return { entries, omitted: Math.max(0, raw.length - MAX_ENTRIES) };
}

/** One text of a form that is not documented; FastAPI adds the place of the field (`loc`) to it. */
function wordsOf(entry: unknown): string[] {
  if (typeof entry === 'string') return [entry];
  if (!isObject(entry)) return [];
  const { msg, message, detail, loc } = entry;
  const text = [msg, message, detail].find((it) => typeof it === 'string');
  const place = Array.isArray(loc) && loc.filter(isScalar).join('.');
  return text === undefined ? [] : [[place, text].filter(Boolean).join(': ')];
}

/**
 * What a server says of an error in another form: `{"errors": ["…"]}`, FastAPI's `detail`, RFC 9457's `title` and `detail`,
 * `message` and `error` of others. In a success most of these are its content.
 */
function otherWords({ errors, title, detail, message, error }: Record<string, unknown>, isError: boolean) {
  const [first, ...others] = [errors, ...(isError ? [detail, message, error] : [])].flat().flatMap(wordsOf);
  const whole = [isError && typeof title === 'string' && title, first].filter(Boolean).join(': ');
  return whole === '' ? others : [whole, ...others];
}

function shapeOfText(text: string, mimeType: string): ResponseBodyShape {
  const start = text.trimStart().slice(0, 200).toLowerCase();
  if (/^text\/event-stream/i.test(mimeType)) return 'event-stream';
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'html';
  if (/^(?:data|event|id|retry):/.test(start)) return 'event-stream';
  if (/^[{[]/.test(start) && findJsonError(text)?.mistake === 'end-of-text') return 'cut-off';
  return /^text\/html/i.test(mimeType) ? 'html' : 'text';
}

/** Either documented envelope, or JSON that has neither form: of that the server's words, without a code. */
function envelopeOf(
  value: Record<string, unknown>,
  redact: Redact,
  isError = false,
): Omit<ResponseBodyFacts, 'size'> {
  const { errors } = value;
  const warnings = listOf(value['warnings'], redact);
  const several = listOf(errors, redact);
  const isEmpty = several.entries.length === 0;
  if (Array.isArray(errors) && (isEmpty ? errors.length === 0 : errors.some(isObject))) {
    return {
      shape: 'errors-envelope',
      errors: several.entries,
      warnings: warnings.entries,
      omitted: several.omitted + warnings.omitted,
    };
  }
  const single = isObject(value['error']) ? messageOf(value['error'], redact) : undefined;
  const words = listOf(single ? [] : otherWords(value, isError), redact);
  return {
    shape: single === undefined ? 'json' : 'error-envelope',
    errors: single ? [single] : words.entries,
    warnings: warnings.entries,
    omitted: words.omitted + warnings.omitted,
  };
}

/**
 * The door for response bodies. Both documented envelopes are read; anything else is told by its shape, and of a refusal
 * in other JSON the server's words are kept.
 * @param text decoded text; a byte order mark in front is tolerated
 * @param mimeType the `Content-Type` of the response, may be empty
 * @param status of the response, where it may be a refusal
 */
export function takeResponseBody(
  text: string,
  mimeType: string,
  redact: Redact,
  status = 0,
): ResponseBodyFacts {
  const size = new TextEncoder().encode(text).length;
  const none = { size, errors: [], warnings: [], omitted: 0 };
  const body = text.replace(/^\ufeff/, '');
  if (body.trim() === '') return { ...none, shape: 'empty' };
  if (size > MAX_PARSED)
    return { ...none, shape: /json/i.test(mimeType) ? 'json' : shapeOfText(body.slice(0, 1_000), mimeType) };
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    const shape = shapeOfText(body, mimeType);
    if (shape === 'event-stream') {
      const { facts, report } = readStream(body);
      return { ...none, ...(report && envelopeOf(report, redact)), shape, stream: facts };
    }
    const title =
      shape === 'html'
        ? /<title[^>]{0,200}>([^<]{1,300})/i.exec(body.slice(0, 20_000))?.[1]?.trim()
        : undefined;
    return { ...none, shape, ...(title && { title: plainText(title, 120, redact) }) };
  }
  if (!isObject(value)) return { ...none, shape: 'json' };
  return { size, ...envelopeOf(value, redact, status >= 400) };
}

/** A body of bytes that are no text. */
export function binaryBody(size: Bytes): ResponseBodyFacts {
  return { size, shape: 'binary', errors: [], warnings: [], omitted: 0 };
}

import { withoutKeys } from './secret-shape';

/**
 * Redaction by value: a secret that was seen in a header is removed wherever else it turns up, raw,
 * percent-encoded, JSON-escaped and in base64 at any alignment; and what has the shape of a key is, wherever it stands.
 */
export const REDACTED = '[redacted]';

/** Removes what must not be kept from a text. */
export type Redact = (text: string) => string;

/** Shorter secrets are removed only where they stand as a word: else every `a` of a text would go. */
const ANYWHERE_LENGTH = 8;
const WORD_LENGTH = 3;
/** Bounds against hostile input: every text is searched for every form of every secret. */
const MAX_SECRETS = 256;
const MAX_PIECES = 32;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The part of the base64 of a longer text that is the same whatever stands around the secret, per alignment. */
function base64Cores(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const cores: string[] = [];
  for (let lead = 0; lead < 3; lead++) {
    const padded = new Uint8Array(lead + bytes.length);
    padded.set(bytes, lead);
    const text = toBase64(padded).replace(/=+$/, '');
    const from = lead === 0 ? 0 : lead + 1;
    const wholeBits = Math.floor((padded.length * 8) / 6);
    const core = text.slice(from, wholeBits);
    if (core.length >= ANYWHERE_LENGTH) {
      cores.push(core, core.replaceAll('+', '-').replaceAll('/', '_'));
    }
  }
  return cores;
}

function percentEncodeAll(secret: string): string {
  return [...new TextEncoder().encode(secret)]
    .map((b) => `%${b.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

function encodingsOf(secret: string): string[] {
  const forms = [secret];
  try {
    const encoded = encodeURIComponent(secret);
    forms.push(encoded, encoded.replaceAll('%20', '+'), encodeURI(secret), percentEncodeAll(secret));
    // `encodeURIComponent` leaves !'()* alone; form encoding does not.
    forms.push(encoded.replace(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`));
  } catch {
    // A lone surrogate cannot be percent-encoded; then it stands nowhere in that form.
  }
  const json = JSON.stringify(secret).slice(1, -1);
  forms.push(json, json.replaceAll('/', '\\/'));
  forms.push(
    [...secret]
      .map((c) => (c > '~' || c < ' ' ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}` : c))
      .join(''),
  );
  return [...forms, ...base64Cores(secret)];
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Hexadecimal digits of percent-encoding are written in upper case or in lower case. */
function bothCases(form: string): string[] {
  const lower = form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  return lower === form ? [form] : [form, lower];
}

/**
 * Makes the redactor of one exchange. The returned function holds the secrets in its closure and is to be
 * dropped with it. Long secrets are looked for as plain text: a pattern of them would be as long as they are, and
 * engines refuse to compile one that is too long.
 */
export function createRedact(secrets: readonly string[]): Redact {
  const anywhere = new Set<string>();
  const asWord = new Set<string>();
  const addForms = (text: string) => {
    for (const form of encodingsOf(text).flatMap(bothCases)) anywhere.add(form);
  };
  for (const secret of new Set(secrets.slice(0, MAX_SECRETS))) {
    const text = secret.trim();
    if (text.length >= ANYWHERE_LENGTH) addForms(text);
    else if (text.length >= WORD_LENGTH) asWord.add(text);
    // A key that white space or an odd character cuts is still a key in each of its longer pieces.
    for (const piece of text.split(/[^!-~]+/, MAX_PIECES)) {
      if (piece !== text && piece.length >= ANYWHERE_LENGTH) addForms(piece);
    }
  }
  const longestFirst = (a: string, b: string) => b.length - a.length;
  const forms = [...anywhere].sort(longestFirst);
  const words = [...asWord].sort(longestFirst).map(escapeForRegExp);
  const wordPattern = words.length > 0 && new RegExp(`(?<![\\w-])(?:${words.join('|')})(?![\\w-])`, 'gu');
  return (text) => {
    let rest = text;
    for (const form of forms) if (rest.includes(form)) rest = rest.replaceAll(form, REDACTED);
    if (wordPattern) rest = rest.replace(wordPattern, REDACTED);
    return withoutKeys(rest, REDACTED);
  };
}

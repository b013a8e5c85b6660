import { authHeaderOf } from '../api/auth-headers';
import { nearMissOf } from '../api/near-miss';
import { placeholderOf } from './placeholder';
import { isRedactionMark } from './redaction-mark';

/** Parameter names that mean a key, without separators and in lower case. */
const KEY_PARAMETERS = new Set([
  'apikey',
  'infuzuapikey',
  'xinfuzuapikey',
  'infuzukey',
  'infuzutoken',
  'key',
  'token',
  'accesstoken',
  'authtoken',
  'apitoken',
  'auth',
  'authorization',
  'bearer',
  'bearertoken',
  'secret',
  'secretkey',
  'apisecret',
  'xapikey',
  'accesskey',
  'authkey',
  'clientsecret',
  'privatekey',
]);
const SECRET_FIELD =
  /token|secret|api[-_]?key|auth|passw|cookie|session|signature|credential|jwt|bearer|(?:^|[-_])key$/i;
const NO_SECRET_FIELD = new Set([
  'www-authenticate',
  'proxy-authenticate',
  ':authority',
  'access-control-allow-credentials',
  'idempotency-key',
  'surrogate-key',
  'x-cache-key',
  'authority',
  'access-control-allow-headers',
]);

/** What a key looks like wherever it stands: Infuzu's, those of other APIs, JSON Web Tokens, what follows a scheme. */
const KEYS =
  /(?<![a-z_-])(?:ifz_[\w-]{12,}|sk-[\w-]{20,}|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)|(?<=\b(?:bearer|basic)\s{1,4})(?=[\w.~+/=-]*\d)[\w.~+/=-]{16,}/gi;
/** `api_key=…`, `"token": "…"`. */
const ASSIGNMENT = /([\w-]{3,40})[\\"']{0,2}\s{0,4}[=:]\s{0,4}[\\"']{0,2}([\w.~+/=-]{20,4096})/g;
const WHOLE_URL = /^https?:\/\/[^/?#\s]+([/?#]\S*)$/i;

const isAuthField = (name: string): boolean =>
  authHeaderOf(name.toLowerCase()) !== undefined || nearMissOf(name) !== undefined;

/** True for a text that has the shape of a random key: long, letters and digits mixed, and no UUID. */
export function looksLikeKey(text: string): boolean {
  if (text.length < 20 || text.length > 4_096 || !/^[\w.~+/=-]+$/.test(text)) return false;
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return false;
  return /\d/.test(text) && /[a-z]/i.test(text);
}

/** Names of fields can be long and hold a number; those of keys are full of them. */
export function looksLikeKeyName(name: string): boolean {
  return looksLikeKey(name) && (name.match(/\d+/g) ?? []).length >= 3;
}

/** True for a text that has the shape of Infuzu's own keys, and of nothing else. */
export function isInfuzuKey(text: string): boolean {
  return /^ifz_[\w-]{12,}$/i.test(text) && placeholderOf(text) === undefined;
}

/** True for a parameter whose value is taken for a key, whatever it is. */
export function isKeyParameter(name: string): boolean {
  return KEY_PARAMETERS.has(name.toLowerCase().replace(/[^a-z0-9]/g, ''));
}

/** True when a header field's value is never kept, whatever it is. */
export function isSecretField(name: string): boolean {
  const lower = name.toLowerCase();
  return !NO_SECRET_FIELD.has(lower) && (isAuthField(name) || SECRET_FIELD.test(lower));
}

/** A percent-encoded text decoded, or as it is where that is not possible. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** A text without what has the shape of a key, whoever put it there: a header's name, a method, a host. */
export function withoutKeys(text: string, mark: string): string {
  return text.replace(KEYS, mark);
}

/** A request's id may look the same, and support asks for it. */
const RUN = /(?<![A-Za-z0-9])(?<!req[_-])[A-Za-z0-9]{20,}/g;

/**
 * A text without long runs of mixed letters and digits: a server may answer with a key that stood where no key is looked
 * for, in a body, a cookie or a message.
 */
export function withoutRuns(text: string, mark: string): string {
  return text.replace(RUN, (run) => (/[a-z]/i.test(run) && /\d\D+\d/.test(run) ? mark : run));
}

const isBareKey = (text: string): boolean => looksLikeKey(text) && placeholderOf(text) === undefined;

/** True when a text holds what no door lets through: for texts that are written, as a proof. */
export function holdsKey(text: string): boolean {
  if (text.search(KEYS) >= 0) return true;
  for (const [, name = '', value = ''] of text.matchAll(ASSIGNMENT)) {
    if (isKeyParameter(name) && isBareKey(value)) return true;
  }
  // Other texts hold marks of contents and of requests that look the same and are no secrets.
  const rest = WHOLE_URL.exec(text)?.[1];
  return rest?.split(/[/?&#=]/).some((part) => isBareKey(decoded(part))) ?? false;
}

/** The same for the value of a named field, which by its name may be a secret of any shape. */
export function fieldHoldsKey(name: string, value: string): boolean {
  if (!isSecretField(name) && !isKeyParameter(name)) return false;
  if (isAuthField(name)) return value.split(/[\s,"']+/).some(isBareKey);
  return value !== '' && !isRedactionMark(value);
}

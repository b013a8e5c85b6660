import { authHeaderOf } from '../../api/auth-headers';
import { nearMissOf } from '../../api/near-miss';
import { takeResponseBody } from '../../exchange/response-body';
import type { FileEntry } from '../from-file-entry';
import { fieldValue, readHeaderList } from './header-list';
import { isObject, type JsonObject } from './json-shape';

/**
 * Chrome's "Export HAR (sanitized)", its default, leaves `Authorization`, `Cookie` and `Set-Cookie` out
 * (https://developer.chrome.com/docs/devtools/network/reference#save-as-har). No field of the file says so.
 */
const LEFT_OUT = new Set(['authorization', 'cookie', 'set-cookie']);

/** True when an entry holds a field that a sanitized file leaves out: then the file is a full one. */
export function holdsSensitiveField(entry: JsonObject): boolean {
  const fields = [entry['request'], entry['response']].flatMap((part) =>
    isObject(part) ? (readHeaderList(part) ?? []) : [],
  );
  return fields.some(({ name }) => LEFT_OUT.has(name.toLowerCase()));
}

const withoutFragment = (url: string) => url.replace(/#.*$/s, '');

/** For each URL with a preflight, whether one asked for leave to send `Authorization`. */
function askedFor(entries: readonly FileEntry[]): Map<string, boolean> {
  const urls = new Map<string, boolean>();
  for (const { method, url, headers } of entries) {
    if (method !== 'OPTIONS' || headers === undefined) continue;
    const asked = fieldValue(headers, 'access-control-request-headers') ?? '';
    const names = asked.split(',').map((name) => name.trim().toLowerCase());
    const key = withoutFragment(url);
    urls.set(key, urls.get(key) === true || names.includes('authorization'));
  }
  return urls;
}

/** The answer of a server that saw no credential. */
function saysMissing({ response }: FileEntry): boolean {
  const body = response?.body;
  if (body === undefined || typeof body === 'string' || 'bytes' in body) return false;
  // Only documented codes are compared; nothing of the text is kept.
  const { errors } = takeResponseBody(body.text, body.mimeType, (text) => text);
  return errors.some(({ code }) => code === 'missing_api_key');
}

function carriesCredential({ headers }: FileEntry): boolean {
  return (headers ?? []).some(
    ({ name }) => authHeaderOf(name) !== undefined || nearMissOf(name) !== undefined,
  );
}

/**
 * Marks the calls of a sanitized file whose auth header may have been left out: those without a credential, unless the
 * server says that there was none, or the preflight did not ask for leave to send `Authorization`.
 */
export function markLeftOut(entries: readonly FileEntry[]): readonly FileEntry[] {
  const asked = askedFor(entries);
  return entries.map((entry) => {
    if (entry.method === 'OPTIONS' || entry.headers === undefined || carriesCredential(entry)) return entry;
    const isProvenAbsent = asked.get(withoutFragment(entry.url)) === false || saysMissing(entry);
    return isProvenAbsent ? entry : { ...entry, credentialsLeftOut: true };
  });
}

import { authHeaderOf } from '../../api/auth-headers';
import { chatEndpointOf } from '../../api/endpoints';
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

/** URLs whose preflight asked for leave to send `Authorization`. */
function urlsAskedFor(entries: readonly FileEntry[]): Set<string> {
  const urls = new Set<string>();
  for (const { method, url, headers } of entries) {
    if (method !== 'OPTIONS' || headers === undefined) continue;
    const asked = fieldValue(headers, 'access-control-request-headers') ?? '';
    const names = asked.split(',').map((name) => name.trim().toLowerCase());
    if (names.includes('authorization')) urls.add(withoutFragment(url));
  }
  return urls;
}

/** Answers that the server gives only after it has seen a credential. */
const PROOFS = new Set([
  'invalid_api_key',
  'invalid_authorization_header',
  'multiple_api_keys',
  'not_enough_funds',
  'rate_limit_exceeded',
]);

function answerProves({ url, response }: FileEntry): boolean {
  if (response === undefined) return false;
  const { status, body } = response;
  if (status >= 200 && status < 300) {
    return URL.canParse(url) && chatEndpointOf(new URL(url).pathname) !== undefined;
  }
  if (typeof body === 'string' || 'bytes' in body) return false;
  // Only documented codes are compared; nothing of the text is kept.
  const { errors } = takeResponseBody(body.text, body.mimeType, (text) => text);
  return errors.some(({ code }) => PROOFS.has(code));
}

function carriesCredential({ headers }: FileEntry): boolean {
  return (headers ?? []).some(
    ({ name }) => authHeaderOf(name) !== undefined || nearMissOf(name) !== undefined,
  );
}

/**
 * Marks the calls of a sanitized file whose auth header was left out: those without a credential whose preflight
 * asked for `Authorization`, or whose answer proves that there was one.
 */
export function markLeftOut(entries: readonly FileEntry[]): readonly FileEntry[] {
  const askedFor = urlsAskedFor(entries);
  return entries.map((entry) => {
    if (entry.method === 'OPTIONS' || entry.headers === undefined || carriesCredential(entry)) return entry;
    const wasThere = askedFor.has(withoutFragment(entry.url)) || answerProves(entry);
    return wasThere ? { ...entry, credentialsLeftOut: true } : entry;
  });
}

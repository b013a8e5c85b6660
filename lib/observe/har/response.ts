import type { Milliseconds } from '../../api/units';
import type { RawField } from '../../exchange/credential';
import type { FileEntry } from '../from-file-entry';
import { decodeBase64, decodeUnflagged, textOfBytes } from './base64-text';
import { fieldValue, readHeaderList } from './header-list';
import { isObject, type JsonObject, numberAt, objectAt, textAt } from './json-shape';

type FileResponse = NonNullable<FileEntry['response']>;

function bodyOf(response: JsonObject, fields: readonly RawField[]): FileResponse['body'] {
  const content = objectAt(response, 'content');
  const mimeType = textAt(content, 'mimeType') || (fieldValue(fields, 'content-type') ?? '');
  const text = textAt(content, 'text');
  const size = numberAt(content, 'size');
  if (text === undefined || text === '') {
    // Browsers leave the text out, or empty, where they did not read the body: then only a length proves it empty.
    const isEmpty =
      fieldValue(fields, 'content-length')?.trim() === '0' || (text === '' && !((size ?? 0) > 0));
    return isEmpty ? { text: '', mimeType } : 'not-recorded';
  }
  if ((textAt(content, 'encoding') ?? '').toLowerCase() === 'base64') {
    const bytes = decodeBase64(text);
    if (bytes === undefined) return { text, mimeType };
    const decoded = textOfBytes(bytes);
    return decoded === undefined ? { bytes: bytes.length } : { text: decoded, mimeType };
  }
  return { text: decodeUnflagged(text) ?? text, mimeType };
}

/**
 * What `weak` stands for in Firefox' `_securityState`, which names no version: the connection's TLS is older than 1.2
 * (https://searchfox.org/mozilla-central/source/security/manager/ssl/nsNSSCallbacks.cpp, `deprecatedTlsVer`).
 */
const WEAK = 'TLSv1/TLSv1.1';

/** `TLS 1.0` → `TLSv1`, `TLS 1.2` → `TLSv1.2`: the names that Firefox' `SecurityInfo.protocolVersion` uses. */
function tlsVersionOf(entry: JsonObject, response: JsonObject): string | undefined {
  const named =
    textAt(objectAt(entry, '_securityDetails'), 'protocol') ??
    textAt(objectAt(response, '_securityDetails'), 'protocol') ??
    textAt(objectAt(entry, '_securityInfo'), 'protocolVersion') ??
    textAt(entry, '_tls_version') ??
    textAt(entry, '_tlsVersion');
  if (named === undefined || named === '')
    return textAt(entry, '_securityState') === 'weak' ? WEAK : undefined;
  const version = /^(TLS|SSL)[ v_]*(\d)(?:[._](\d))?$/i.exec(named.trim());
  if (version === null) return named;
  const [, family = '', major = '', minor = '0'] = version;
  return `${family.toUpperCase()}v${major}${minor === '0' ? '' : `.${minor}`}`;
}

/** The browser's own error text, wherever the exporting tool put it. */
export function readError(entry: JsonObject): string | undefined {
  const response = objectAt(entry, 'response');
  const text = textAt(response, '_error') ?? textAt(entry, '_error') ?? textAt(response, '_blockedReason');
  return text === undefined || text.trim() === '' ? undefined : text;
}

const UNTIL_ANSWER = ['blocked', 'dns', 'connect', 'send', 'wait'];

/** How long the first byte took; only where the parts of the time add up, else they are not to be relied on. */
function waitOf(entry: JsonObject): Milliseconds | undefined {
  const timings = objectAt(entry, 'timings');
  const partOf = (name: string) => Math.max(0, numberAt(timings, name) ?? 0);
  const wait = UNTIL_ANSWER.reduce((sum, name) => sum + partOf(name), 0);
  const total = wait + partOf('receive');
  return total > 0 && Math.abs(total - (numberAt(entry, 'time') ?? 0)) <= 1 ? wait : undefined;
}

/** Reads `response`; `undefined` when the entry holds none. Status 0 is kept: the call failed. */
export function readResponse(entry: JsonObject): FileEntry['response'] {
  const { response } = entry;
  if (!isObject(response)) return undefined;
  const status = numberAt(response, 'status');
  if (status === undefined) return undefined;
  const fields = readHeaderList(response) ?? [];
  const redirectUrl = textAt(response, 'redirectURL') || fieldValue(fields, 'location');
  const tlsVersion = tlsVersionOf(entry, response);
  const wait = waitOf(entry);
  return {
    status: Math.trunc(status),
    statusText: textAt(response, 'statusText') ?? '',
    headers: fields,
    fromCache: (textAt(entry, '_fromCache') ?? '') !== '' || entry['_fromDiskCache'] === true,
    body: bodyOf(response, fields),
    ...(redirectUrl && { redirectUrl }),
    ...(tlsVersion && { tlsVersion }),
    ...(wait !== undefined && { wait }),
  };
}

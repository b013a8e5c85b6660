import { type HostPattern, isObservedUrl } from '../../api/hosts';
import { normalizeMethod } from '../../api/method';
import type { RawField } from '../../exchange/credential';
import type { FileEntry } from '../from-file-entry';
import type { InputProblem } from '../input-problem';
import { fieldValue, hasPseudoHeaders, readHeaderList } from './header-list';
import { type EntryFrame, initiatorOf } from './initiator';
import { isObject, type JsonObject, numberAt, objectAt, textAt } from './json-shape';
import { readRequestBody } from './request-body';
import { resourceTypeOf } from './resource-type';
import { readError, readResponse } from './response';

/** An entry whose URL is known, before anything else of it is read. */
export interface AddressedEntry {
  readonly index: number;
  readonly entry: JsonObject;
  readonly request: JsonObject;
  readonly url: URL;
  readonly isObserved: boolean;
}

/** Finds the URL of an entry, or why there is none. */
export function addressEntry(
  item: unknown,
  index: number,
  ownHosts: readonly HostPattern[],
): AddressedEntry | InputProblem {
  if (!isObject(item)) return { key: 'not-an-object' };
  const { request } = item;
  if (!isObject(request)) return { key: 'no-request' };
  const text = textAt(request, 'url')?.trim();
  if (!text) return { key: 'no-url' };
  try {
    const url = new URL(text);
    return { index, entry: item, request, url, isObserved: isObservedUrl(url, ownHosts) };
  } catch {
    return { key: 'bad-url' };
  }
}

/** `h2`, `h3` and `HTTP/1.1`, whatever the tool writes for them; empty when it does not tell. */
function httpVersionOf(request: JsonObject, response: JsonObject): string {
  const text = (textAt(request, 'httpVersion') || textAt(response, 'httpVersion') || '').trim().toLowerCase();
  if (/^(?:h2c?|http\/2(?:\.0)?|http2|spdy.*)$/.test(text)) return 'h2';
  if (/^(?:h3.*|http\/3(?:\.0)?|http3|quic.*)$/.test(text)) return 'h3';
  if (hasPseudoHeaders(request)) return 'h2';
  const version = /^http\/(?:1\.[01]|0\.9)$/.exec(text)?.[0];
  return version?.toUpperCase() ?? '';
}

/** Milliseconds since 1970; `undefined` when the entry does not tell. */
function startOf(entry: JsonObject): number | undefined {
  const text = textAt(entry, 'startedDateTime')?.trim() ?? '';
  const number = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  const start = number === undefined ? Date.parse(text) : number > 100_000_000_000 ? number : number * 1_000;
  // A number may be none that a date can hold.
  return Number.isNaN(new Date(start).getTime()) ? undefined : start;
}

/** Of a redirect's next hop that it does not make or stops at once Chromium lists these two at most (measured). */
const isBare = (fields: readonly RawField[]) =>
  fields.every(({ name }) => /^(?:user-agent|referer)$/i.test(name));

/** A redirect's next hop that Chromium lists and never began: the code said not to follow. */
export function isUnfollowed(entry: unknown): boolean {
  if (!isObject(entry)) return false;
  const isAborted = readError(entry) === 'net::ERR_ABORTED' && readResponse(entry)?.status === 0;
  const fields = readHeaderList(objectAt(entry, 'request')) ?? [];
  // A call of its own that was given up at once has an empty list.
  return isAborted && fields.length > 0 && isBare(fields);
}

/** An answer that has no body: Chromium calls its rest aborted when nobody reads it. */
const isWhole = (response: FileEntry['response']) => response?.status === 204 || response?.status === 205;

/** A browser records at least its own fields; a call that it stopped before them has an empty list. */
function wasRecorded(response: FileEntry['response'], error: string | undefined): boolean {
  return error === undefined && response?.status !== 0;
}

/** Reads one entry. */
export function readEntry(addressed: AddressedEntry, frame: EntryFrame): FileEntry {
  const { index, entry, request, url } = addressed;
  const method = normalizeMethod(textAt(request, 'method') || 'GET');
  const listed = readHeaderList(request);
  const fields = listed ?? [];
  const response = readResponse(entry);
  const told = readError(entry);
  const error = told === 'net::ERR_ABORTED' && isWhole(response) ? undefined : told;
  const time = numberAt(entry, 'time');
  return {
    source: 'har-file',
    index,
    startedDateTime: startOf(entry) ?? 0,
    ...(time !== undefined && time >= 0 && { time }),
    method,
    url: textAt(request, 'url')?.trim() ?? '',
    httpVersion: httpVersionOf(request, objectAt(entry, 'response')),
    headers: !isBare(fields) || wasRecorded(response, error) ? listed : undefined,
    body: readRequestBody(request, method, fields, response !== undefined && response.status > 0),
    resourceType: resourceTypeOf({
      method,
      url,
      named: textAt(entry, '_resourceType'),
      fields,
      mimeType:
        textAt(objectAt(objectAt(entry, 'response'), 'content'), 'mimeType') ??
        fieldValue(response?.headers ?? [], 'content-type'),
    }),
    initiator: initiatorOf(entry, fields, frame),
    response,
    ...(error !== undefined && { error }),
  };
}

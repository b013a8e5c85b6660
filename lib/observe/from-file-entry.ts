import { chatEndpointOf } from '../api/endpoints';
import type { Bytes, EpochMilliseconds, Milliseconds } from '../api/units';
import { takePlace } from '../exchange/code-place';
import type { RawField } from '../exchange/credential';
import type { Exchange, ExchangeSource, Initiator, ResourceType, ResponseFacts } from '../exchange/exchange';
import type { Salt } from '../exchange/fingerprint';
import { headerValue } from '../exchange/header-facts';
import { type AbsenceReason, absent, type Presence, present } from '../exchange/presence';
import { REDACTED, type Redact } from '../exchange/redact';
import { binaryBody, type ResponseBodyFacts, takeResponseBody } from '../exchange/response-body';
import { withoutKeys } from '../exchange/secret-shape';
import {
  type RawBody,
  type RawResponse,
  takeBody,
  takeRequest,
  takeResponse,
} from '../exchange/take-exchange';
import { takeUrl } from '../exchange/url-facts';

/** One request with its response as a file tells it, already read but not yet taken apart. */
export interface FileEntry {
  readonly source: Extract<ExchangeSource, 'har-file' | 'curl'>;
  /** Position in the file. */
  readonly index: number;
  /** 0 when the file does not tell. */
  readonly startedDateTime: EpochMilliseconds;
  readonly time?: Milliseconds;
  readonly method: string;
  readonly url: string;
  readonly httpVersion: string;
  /** `undefined`: the file did not record them. */
  readonly headers: readonly RawField[] | undefined;
  /** Names of auth headers that are written and not sent. */
  readonly leftOut?: readonly string[];
  /** What the call takes headers or its body from that the file only names. */
  readonly unseen?: readonly string[];
  /** True when the file may lack an auth header that the call had. */
  readonly credentialsLeftOut?: boolean;
  readonly body: RawBody | undefined;
  readonly resourceType: ResourceType;
  readonly initiator: Initiator;
  readonly response:
    | (RawResponse & {
        /** Decoded text, the size of what is no text, or why there is none. */
        readonly body:
          | { readonly text: string; readonly mimeType: string }
          | { readonly bytes: Bytes }
          | AbsenceReason;
        readonly redirectUrl?: string;
        readonly tlsVersion?: string;
        /** From the start to the first byte. */
        readonly wait?: Milliseconds;
      })
    | undefined;
  /** The browser's own error text. */
  readonly error?: string;
}

function bodyOf(
  { body, status }: NonNullable<FileEntry['response']>,
  redact: Redact,
): Presence<ResponseBodyFacts> {
  if (typeof body === 'string') return absent(body);
  return present(
    'bytes' in body ? binaryBody(body.bytes) : takeResponseBody(body.text, body.mimeType, redact, status),
  );
}

/** Where a `Location` leads, seen from the request; `undefined` when it is no reference to a URL. */
function resolve(target: string, base: string): string | undefined {
  try {
    return new URL(target, base).href;
  } catch {
    return undefined;
  }
}

function responseOf(entry: FileEntry, salt: Salt, redact: Redact): Presence<ResponseFacts> {
  const { response } = entry;
  if (response === undefined || response.status === 0) {
    return absent(
      entry.error !== undefined
        ? 'failed'
        : entry.source === 'curl'
          ? 'not-recorded'
          : response
            ? 'failed'
            : 'not-recorded',
    );
  }
  const body = bodyOf(response, redact);
  return present({
    ...takeResponse(response, salt, redact),
    body,
    ...(body.status === 'present' && { bodyJoin: 'same-entry' as const }),
    ...(response.tlsVersion && { tlsVersion: response.tlsVersion }),
    ...(response.wait !== undefined && { receivedDateTime: entry.startedDateTime + response.wait }),
  });
}

/** Chrome writes its own upgrade to https (HSTS, upgrade-insecure-requests) down as if a server had sent it. */
function isInternal({ statusText, headers }: ResponseFacts): boolean {
  return statusText === 'Internal Redirect' || headerValue(headers, 'non-authoritative-reason') !== undefined;
}

/** Takes one entry of a file apart; the same door as for the browser's own events. */
export function exchangeOfFileEntry(entry: FileEntry, salt: Salt): Exchange {
  const taken = takeRequest({ url: entry.url, headers: entry.headers }, salt);
  const endpoint = chatEndpointOf(taken.url.path);
  const id = `${entry.source}-${entry.index}`;
  const response = responseOf(entry, salt, taken.redact);
  const isRedirect =
    response.status === 'present' && response.value.status >= 300 && response.value.status < 400;
  const target = entry.response?.redirectUrl && resolve(entry.response.redirectUrl, entry.url);
  const redirect =
    isRedirect && target
      ? {
          url: takeUrl(target, [], salt, taken.redact),
          internal: isInternal(response.value),
        }
      : undefined;
  const { place: told, ...initiator } = entry.initiator;
  const place = takePlace([told, told?.caller], taken.redact);
  return {
    id,
    callId: id,
    hop: 0,
    source: entry.source,
    tabId: -1,
    frameId: 0,
    initiator: { ...initiator, ...(place && { place }) },
    resourceType: entry.resourceType,
    startedDateTime: entry.startedDateTime,
    ...(entry.time !== undefined && { time: entry.time }),
    state: redirect
      ? 'redirected'
      : response.status === 'present'
        ? 'completed'
        : entry.error !== undefined || entry.response?.status === 0
          ? 'failed'
          : 'unknown-end',
    request: {
      method: withoutKeys(entry.method, REDACTED),
      url: taken.url,
      ...(endpoint && { endpoint }),
      httpVersion: entry.httpVersion,
      headers: taken.headers,
      ...(entry.leftOut && { leftOut: entry.leftOut }),
      ...(entry.unseen && { unseen: entry.unseen.map((name) => taken.redact(name).slice(0, 64)) }),
      credentials: entry.credentialsLeftOut ? absent('not-recorded') : taken.credentials,
      body: takeBody(entry.body),
    },
    response,
    ...(entry.error !== undefined && { error: { text: taken.redact(entry.error).slice(0, 200) } }),
    ...(redirect && { redirect }),
    written: absent('not-recorded'),
    partial: false,
  };
}

import type { EpochMilliseconds } from '../api/units';
import type { BodyFacts } from '../exchange/body-facts';
import type { Credential, RawField } from '../exchange/credential';
import type { Exchange, Initiator, ResourceType, ResponseFacts } from '../exchange/exchange';
import type { Salt } from '../exchange/fingerprint';
import type { ObservationBase, WebRequestObservation } from '../exchange/observation';
import { absent, type Presence, presentValue } from '../exchange/presence';
import { REDACTED } from '../exchange/redact';
import { createRedactKnown } from '../exchange/redact-known';
import { withoutKeys } from '../exchange/secret-shape';
import { takeBody, takeRequest, takeResponse } from '../exchange/take-exchange';
import { takeUrl } from '../exchange/url-facts';

/** The events of webRequest that are listened to. */
export type WebRequestEvent =
  | 'onBeforeRequest'
  | 'onSendHeaders'
  | 'onHeadersReceived'
  | 'onBeforeRedirect'
  | 'onCompleted'
  | 'onErrorOccurred';

/** The `details` of both browsers, as far as they are read here; optional is whatever one of them leaves out. */
export interface WebRequestDetails {
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly type: string;
  /** Fractional in Chromium, whole in Firefox. */
  readonly timeStamp: EpochMilliseconds;
  /** Chromium: an origin, or `null` as text for an opaque one. */
  readonly initiator?: string | undefined;
  /** Firefox. */
  readonly originUrl?: string | undefined;
  readonly requestHeaders?: readonly WebRequestHeader[] | undefined;
  readonly responseHeaders?: readonly WebRequestHeader[] | undefined;
  readonly requestBody?: WebRequestBody | null | undefined;
  readonly statusCode?: number | undefined;
  readonly statusLine?: string | undefined;
  readonly redirectUrl?: string | undefined;
  readonly fromCache?: boolean | undefined;
  readonly error?: string | undefined;
}

export interface WebRequestHeader {
  readonly name: string;
  readonly value?: string | undefined;
  /** Chromium, instead of `value`, when a byte is over 0x7F. */
  readonly binaryValue?: readonly number[] | ArrayBuffer | undefined;
}

export interface WebRequestBody {
  readonly error?: string | undefined;
  readonly formData?: Readonly<Record<string, readonly unknown[]>> | undefined;
  readonly raw?:
    | readonly { readonly bytes?: ArrayBuffer | undefined; readonly file?: string | undefined }[]
    | undefined;
}

const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  xmlhttprequest: 'fetch',
  main_frame: 'document',
  sub_frame: 'document',
  stylesheet: 'stylesheet',
  script: 'script',
  image: 'image',
  imageset: 'image',
  font: 'font',
  media: 'media',
  ping: 'beacon',
  beacon: 'beacon',
};

/** A body over this is not taken apart in the background. */
const MAX_BODY_BYTES = 4_000_000;

/** Header values are bytes; a page can write only Latin-1 (Fetch, "byte sequence"), a server also UTF-8. */
function decodeBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
}

function fieldsOf(headers: readonly WebRequestHeader[] | undefined): RawField[] {
  return (headers ?? []).map(({ name, value, binaryValue }) => ({
    name,
    value: value ?? (binaryValue ? decodeBytes(new Uint8Array(binaryValue as ArrayLike<number>)) : ''),
  }));
}

function originOf(text: string | undefined): string | undefined {
  if (text === undefined || text === 'null') return text;
  try {
    const { origin, protocol, host } = new URL(text);
    // Engines differ over the origin of an extension's page.
    return origin === 'null' && protocol !== 'file:' ? `${protocol}//${host}` : origin;
  } catch {
    return undefined;
  }
}

function initiatorOf(details: WebRequestDetails, resourceType: ResourceType): Initiator {
  const origin = originOf(details.initiator ?? details.originUrl);
  if (origin === undefined) return {};
  const isPage =
    /^(?:https?:|file:|null$)/.test(origin) && (resourceType === 'fetch' || resourceType === 'beacon');
  return { origin, page: isPage };
}

function bodyOf(body: WebRequestBody | null | undefined): Presence<BodyFacts> {
  if (body === null || body === undefined) return absent('none');
  if (body.formData !== undefined) {
    const size = Object.entries(body.formData).reduce(
      (sum, [name, values]) =>
        sum + values.reduce((s: number, value) => s + name.length + String(value).length + 2, 0),
      0,
    );
    return takeBody({ type: 'form', size });
  }
  const raw = body.raw ?? [];
  if (body.error !== undefined || raw.length === 0 || raw.some(({ bytes }) => bytes === undefined))
    return absent('stream');
  const size = raw.reduce((sum, { bytes }) => sum + (bytes?.byteLength ?? 0), 0);
  if (size > MAX_BODY_BYTES) return absent('too-large');
  const decoder = new TextDecoder();
  const text = raw.map(({ bytes }) => decoder.decode(bytes, { stream: true })).join('') + decoder.decode();
  return takeBody({ type: 'text', text });
}

/** `HTTP/2` from `HTTP/2 200 OK`. Chromium writes HTTP/1.1 here for HTTP/2 as well, so that says nothing. */
function httpVersionOf(statusLine: string | undefined): string {
  const version = /^(HTTP\/[\d.]+)/i.exec(statusLine ?? '')?.[1] ?? '';
  return version === 'HTTP/1.1' ? '' : version;
}

function responseOf(
  details: WebRequestDetails,
  credentials: readonly Credential[],
  salt: Salt,
): ResponseFacts {
  return takeResponse(
    {
      status: details.statusCode ?? 0,
      statusText: /^HTTP\/[\d.]+ \d+ (.*)$/i.exec(details.statusLine ?? '')?.[1] ?? '',
      headers: fieldsOf(details.responseHeaders),
      fromCache: details.fromCache ?? false,
    },
    salt,
    createRedactKnown(credentials, salt),
  );
}

/** The browser's own redirects (HSTS, upgrade-insecure-requests) send nothing: measured in both browsers. */
function isInternalRedirect(details: WebRequestDetails): boolean {
  if (!details.statusCode || /internal redirect/i.test(details.statusLine ?? '')) return true;
  return (
    details.responseHeaders?.some(({ name }) => name.toLowerCase() === 'non-authoritative-reason') ?? false
  );
}

/** What every event tells of its request; what an earlier one told of it is not worked out again. */
function baseOf(details: WebRequestDetails, known: Exchange | undefined, salt: Salt): ObservationBase {
  const { requestId, tabId, frameId, timeStamp: at } = details;
  const events = { requestId, tabId, frameId, at };
  // After a redirect the next hop begins, with a URL of its own.
  if (known && known.state !== 'redirected') {
    const { request, resourceType, initiator } = known;
    return { ...events, method: request.method, url: request.url, resourceType, initiator };
  }
  const resourceType = RESOURCE_TYPES[details.type] ?? 'other';
  return {
    ...events,
    method: withoutKeys(details.method, REDACTED),
    url: takeRequest({ url: details.url, headers: undefined }, salt).url,
    resourceType,
    initiator: initiatorOf(details, resourceType),
  };
}

/**
 * Takes one webRequest event apart. The event object is not kept.
 * @param known what is already known of the same request; its credentials find an echoed key in later texts
 */
export function observeWebRequest(
  event: WebRequestEvent,
  details: WebRequestDetails,
  known: Exchange | undefined,
  salt: Salt,
): WebRequestObservation {
  const base = baseOf(details, known, salt);
  const credentials = (known && presentValue(known.request.credentials)) ?? [];
  switch (event) {
    case 'onBeforeRequest':
      return { ...base, type: 'started', body: bodyOf(details.requestBody) };
    case 'onSendHeaders': {
      // The URL anew: a key of the headers may stand in it.
      const taken = takeRequest({ url: details.url, headers: fieldsOf(details.requestHeaders) }, salt);
      return {
        ...base,
        type: 'request-headers',
        url: taken.url,
        headers: presentValue(taken.headers) ?? [],
        credentials: presentValue(taken.credentials) ?? [],
      };
    }
    case 'onHeadersReceived':
      return {
        ...base,
        type: 'response-headers',
        response: responseOf(details, credentials, salt),
        httpVersion: httpVersionOf(details.statusLine),
      };
    case 'onBeforeRedirect':
      return {
        ...base,
        type: 'redirected',
        redirect: {
          url: takeUrl(details.redirectUrl ?? '', [], salt, createRedactKnown(credentials, salt)),
          internal: isInternalRedirect(details),
        },
        ...(details.statusCode ? { response: responseOf(details, credentials, salt) } : {}),
      };
    case 'onCompleted':
      return {
        ...base,
        type: 'completed',
        response: responseOf(details, credentials, salt),
        httpVersion: httpVersionOf(details.statusLine),
      };
    case 'onErrorOccurred':
      return {
        ...base,
        type: 'failed',
        error: { text: createRedactKnown(credentials, salt)(details.error ?? '').slice(0, 200) },
      };
  }
}

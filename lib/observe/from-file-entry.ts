import { chatEndpointOf } from '../api/endpoints';
import type { EpochMilliseconds, Milliseconds } from '../api/units';
import type { RawField } from '../exchange/credential';
import type { Exchange, ExchangeSource, Initiator, ResourceType, ResponseFacts } from '../exchange/exchange';
import type { Salt } from '../exchange/fingerprint';
import { type AbsenceReason, absent, type Presence, present } from '../exchange/presence';
import type { Redact } from '../exchange/redact';
import { takeResponseBody } from '../exchange/response-body';
import {
  type RawBody,
  type RawResponse,
  takeBody,
  takeRequest,
  takeResponse,
} from '../exchange/take-exchange';
import { redactUrl, takeUrl } from '../exchange/url-facts';

/** One request with its response as a file tells it, already read but not yet taken apart. */
export interface FileEntry {
  readonly source: Extract<ExchangeSource, 'har-file' | 'curl'>;
  /** Position in the file. */
  readonly index: number;
  readonly startedDateTime: EpochMilliseconds;
  readonly time?: Milliseconds;
  readonly method: string;
  readonly url: string;
  readonly httpVersion: string;
  /** `undefined`: the file did not record them. */
  readonly headers: readonly RawField[] | undefined;
  readonly body: RawBody | undefined;
  readonly resourceType: ResourceType;
  readonly initiator: Initiator;
  readonly response:
    | (RawResponse & {
        /** Decoded text, or why there is none. */
        readonly body: { readonly text: string; readonly mimeType: string } | AbsenceReason;
        readonly redirectUrl?: string;
        readonly tlsVersion?: string;
      })
    | undefined;
  /** The browser's own error text. */
  readonly error?: string;
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
  const body =
    typeof response.body === 'string'
      ? absent(response.body)
      : present(takeResponseBody(response.body.text, response.body.mimeType, redact));
  return present({
    ...takeResponse(response, salt, redact),
    body,
    ...(body.status === 'present' && { bodyJoin: 'same-entry' as const }),
    ...(response.tlsVersion && { tlsVersion: response.tlsVersion }),
  });
}

/** Takes one entry of a file apart; the same door as for the browser's own events. */
export function exchangeOfFileEntry(entry: FileEntry, salt: Salt): Exchange {
  const taken = takeRequest({ url: entry.url, headers: entry.headers }, salt);
  const endpoint = chatEndpointOf(taken.url.path);
  const id = `${entry.source}-${entry.index}`;
  const response = responseOf(entry, salt, taken.redact);
  const isRedirect =
    response.status === 'present' && response.value.status >= 300 && response.value.status < 400;
  const target = entry.response?.redirectUrl;
  const redirect =
    isRedirect && target
      ? {
          url: takeUrl(new URL(target, entry.url).href, [], salt, taken.redact),
          internal: response.value.statusText === 'Internal Redirect',
        }
      : undefined;
  const place = entry.initiator.place;
  return {
    id,
    callId: id,
    hop: 0,
    source: entry.source,
    tabId: -1,
    frameId: 0,
    initiator: {
      ...entry.initiator,
      ...(place && { place: { ...place, url: redactUrl(place.url, salt, taken.redact) } }),
    },
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
      method: entry.method.toUpperCase(),
      url: taken.url,
      ...(endpoint && { endpoint }),
      httpVersion: entry.httpVersion,
      headers: taken.headers,
      credentials: taken.credentials,
      body: takeBody(entry.body),
    },
    response,
    ...(entry.error !== undefined && { error: { text: taken.redact(entry.error).slice(0, 200) } }),
    ...(redirect && { redirect }),
    written: absent('not-recorded'),
    partial: false,
  };
}

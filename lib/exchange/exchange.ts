import type { ChatEndpoint } from '../api/endpoints';
import type { EpochMilliseconds, Milliseconds } from '../api/units';
import type { BodyFacts } from './body-facts';
import type { Credential, WrittenCredential } from './credential';
import type { HeaderFact } from './header-facts';
import type { Presence } from './presence';
import type { ResponseBodyFacts } from './response-body';
import type { UrlFacts } from './url-facts';

/**
 * One request with its response: HTTP's word for one redirect hop. Holds facts, never a secret; everything in
 * it survives structured clone and JSON. Words are those of HAR and webRequest.
 */
export interface Exchange {
  readonly id: ExchangeId;
  /** The ids that it has where DevTools or the probe alone tell of it: those of their records. */
  readonly joinedIds?: readonly ExchangeId[];
  /** Hops of one redirect chain share it: webRequest's requestId, or one made for the file. */
  readonly callId: string;
  /** 0 for the first request of a call. */
  readonly hop: number;
  readonly source: ExchangeSource;
  /** The tab; −1 for workers and whatever else has none. */
  readonly tabId: number;
  readonly frameId: number;
  /** Who made the call. */
  readonly initiator: Initiator;
  readonly resourceType: ResourceType;
  readonly startedDateTime: EpochMilliseconds;
  /** From start to end, when it has ended. */
  readonly time?: Milliseconds;
  readonly state: ExchangeState;
  /** Why its end is not known; records of files and of older bundles do not say. */
  readonly lostEnd?: LostEnd;
  readonly request: RequestFacts;
  readonly response: Presence<ResponseFacts>;
  /** The browser's own error text, when it gave up. */
  readonly error?: BrowserError;
  /** Where a redirect leads, redacted. */
  readonly redirect?: RedirectFact;
  /** What the page's own code wrote, when the page probe saw it. */
  readonly written: Presence<WrittenFacts>;
  /** Where the record is incomplete because the listener came late. */
  readonly partial: boolean;
}

export type ExchangeId = string;

/** `probe`: only the page probe knows of it, the call threw before there was a request. */
export type ExchangeSource = 'web-request' | 'devtools' | 'probe' | 'har-file' | 'curl' | 'bundle';

export type ExchangeState =
  | 'pending'
  | 'completed'
  /** Answered by a redirect; the next hop is an exchange of its own. */
  | 'redirected'
  /** The browser gave up or refused. */
  | 'failed'
  /** Its end went by unseen. */
  | 'unknown-end'
  /** The code's call threw, no request was ever made. */
  | 'never-sent';

export type LostEnd =
  /** The browser told nothing more of it for a long time. */
  | 'silent'
  /** The page's code made the call where DevTools alone see it, and they told nothing of its end. */
  | 'no-request'
  /** DevTools alone saw it, and kept no answer. */
  | 'devtools-lost'
  /** It still waited when it was saved to a file. */
  | 'saved';

/** webRequest's types that matter here; HAR's `_resourceType` is mapped to them. */
export type ResourceType =
  | 'fetch'
  | 'document'
  | 'stylesheet'
  | 'script'
  | 'image'
  | 'font'
  | 'media'
  | 'beacon'
  | 'preflight'
  | 'other'
  | 'unknown';

export interface Initiator {
  /** Origin of the page or worker, `null` for an opaque one; absent when nothing tells. */
  readonly origin?: string;
  /** True when page code made the call, false when a server or tool did, absent when nothing tells. */
  readonly page?: boolean;
  /** Where in the user's code, when a stack was to be had. */
  readonly place?: CodePlace;
}

export interface CodeFrame {
  /** File name with query and fragment cut off. */
  readonly url: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column?: number;
}

/** With the code that called it, where a stack tells: a helper that every call goes through says little alone. */
export interface CodePlace extends CodeFrame {
  readonly caller?: CodeFrame;
}

export interface RequestFacts {
  readonly method: string;
  readonly url: UrlFacts;
  readonly endpoint?: ChatEndpoint;
  /** `HTTP/1.1`, `h2`, `h3`; empty when nothing tells. */
  readonly httpVersion: string;
  readonly headers: Presence<readonly HeaderFact[]>;
  /** Names of auth headers that a curl line writes without a colon, and that curl therefore does not send. */
  readonly leftOut?: readonly string[];
  /** What a curl line takes headers or its body from, and only names: files, variables of a shell. */
  readonly unseen?: readonly string[];
  readonly credentials: Presence<readonly Credential[]>;
  readonly body: Presence<BodyFacts>;
}

export interface ResponseFacts {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly HeaderFact[];
  /** See `headersDigest`. */
  readonly digest: string;
  readonly fromCache: boolean;
  /** When its headers came. */
  readonly receivedDateTime?: EpochMilliseconds;
  /** `TLSv1.2` and the like, where the browser tells. */
  readonly tlsVersion?: string;
  readonly body: Presence<ResponseBodyFacts>;
  /** Why this body is known to be this call's. */
  readonly bodyJoin?: JoinReason;
}

export type JoinReason =
  /** The entry is the exchange (files). */
  | 'same-entry'
  /** Its response headers are equal to those of this exchange and of no other. */
  | 'response-headers'
  /** It began with this exchange, and no other near it has its request body. */
  | 'request-body'
  /** Nothing else could be meant. */
  | 'only-candidate'
  /** The same rank in both streams, with equal counts. */
  | 'rank'
  /** The nearest start (Firefox). */
  | 'nearest-start'
  /** The page's own call read it. */
  | 'page-probe';

export interface BrowserError {
  /** `net::ERR_FAILED`, `NS_ERROR_DOM_BAD_URI`; redacted. */
  readonly text: string;
}

export interface RedirectFact {
  readonly url: UrlFacts;
  /** True when the browser itself redirected (HSTS, upgrade-insecure-requests): nothing was sent. */
  readonly internal: boolean;
}

/** What the code asked for that decides what it sees of the answer, or for which the browser may refuse the call. */
export type FetchOption =
  /** Of `mode`. */
  | 'no-cors'
  | 'same-origin'
  /** Of `redirect`. */
  | 'manual'
  | 'error'
  | 'keepalive'
  /** With a larger body than may outlive its page. */
  | 'large-keepalive'
  /** `credentials: 'include'`, or XMLHttpRequest's `withCredentials`. */
  | 'credentials'
  /** A hash that the body of the answer must have. */
  | 'integrity';

/** What the code wrote before the browser trimmed it. */
export interface WrittenFacts {
  readonly api: 'fetch' | 'Request' | 'XMLHttpRequest' | 'sendBeacon';
  readonly credentials: readonly WrittenCredential[];
  readonly options?: readonly FetchOption[];
  /** The name, redacted, that no header may have: for it the call threw. */
  readonly oddHeader?: string;
  /** Name and message of what the call threw, redacted; for a call that never became a request. */
  readonly thrown?: string;
  readonly place?: CodePlace;
}

import type { EpochMilliseconds, Milliseconds } from '../api/units';
import type { BodyFacts } from './body-facts';
import type { Credential } from './credential';
import type {
  BrowserError,
  Initiator,
  RedirectFact,
  ResourceType,
  ResponseFacts,
  WrittenFacts,
} from './exchange';
import type { HeaderFact } from './header-facts';
import type { Presence } from './presence';
import type { UrlFacts } from './url-facts';

/**
 * What the outside tells of one exchange, already without secrets. Observations of one `requestId` may come in
 * any order and may begin in the middle; every one carries enough to start a record.
 */
export interface ObservationBase {
  readonly requestId: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly method: string;
  readonly url: UrlFacts;
  readonly resourceType: ResourceType;
  readonly initiator: Initiator;
  readonly at: EpochMilliseconds;
}

export type WebRequestObservation =
  | (ObservationBase & { readonly type: 'started'; readonly body: Presence<BodyFacts> })
  | (ObservationBase & {
      readonly type: 'request-headers';
      readonly headers: readonly HeaderFact[];
      readonly credentials: readonly Credential[];
    })
  | (ObservationBase & {
      readonly type: 'response-headers';
      readonly response: ResponseFacts;
      readonly httpVersion: string;
    })
  | (ObservationBase & {
      readonly type: 'redirected';
      readonly redirect: RedirectFact;
      readonly response?: ResponseFacts;
    })
  | (ObservationBase & {
      readonly type: 'completed';
      readonly response: ResponseFacts;
      readonly httpVersion: string;
    })
  | (ObservationBase & { readonly type: 'failed'; readonly error: BrowserError });

/** One HAR entry that DevTools handed out, taken apart at the door. */
export interface HarObservation {
  readonly type: 'har-entry';
  /** Made by the collector: unique among the entries of one DevTools session. */
  readonly entryId: string;
  readonly tabId: number;
  readonly startedDateTime: EpochMilliseconds;
  readonly time: Milliseconds;
  readonly method: string;
  readonly url: UrlFacts;
  readonly httpVersion: string;
  readonly resourceType: ResourceType;
  readonly initiator: Initiator;
  readonly headers: Presence<readonly HeaderFact[]>;
  readonly credentials: Presence<readonly Credential[]>;
  readonly body: Presence<BodyFacts>;
  readonly response: Presence<ResponseFacts>;
  readonly error?: BrowserError;
  /** Redirect target of the response, if any. */
  readonly redirect?: RedirectFact;
  /** True when the request went through the page's service worker: the same call has a second entry. */
  readonly viaServiceWorker: boolean;
}

/** What the page probe saw of one call. */
export interface ProbeObservation {
  readonly type: 'probe-call';
  /** Unique in its document. */
  readonly probeId: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly method: string;
  readonly url: UrlFacts;
  readonly initiator: Initiator;
  readonly at: EpochMilliseconds;
  readonly written: WrittenFacts;
}

export type Observation = WebRequestObservation | HarObservation | ProbeObservation;

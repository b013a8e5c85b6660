import type { EpochMilliseconds } from '../api/units';
import type { BodyFacts } from './body-facts';
import type { Credential } from './credential';
import type {
  BrowserError,
  Exchange,
  Initiator,
  RedirectFact,
  ResourceType,
  ResponseFacts,
  WrittenFacts,
} from './exchange';
import type { HeaderFact } from './header-facts';
import type { Presence } from './presence';
import type { ResponseBodyFacts } from './response-body';
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

/** One HAR entry that DevTools handed out: an exchange in itself, until it finds the one that webRequest saw. */
export interface HarObservation {
  readonly type: 'har-entry';
  /** Made by the collector: unique among the entries of one browser session. */
  readonly entryId: string;
  /** Its source is `devtools`, its tab the inspected one. */
  readonly exchange: Exchange;
  /** True for the page's half of a request that passed its service worker: the same call has a second entry. */
  readonly viaServiceWorker: boolean;
  /** Once it was asked for. */
  readonly order?: EntryOrder | undefined;
}

/** The place of an entry among those of the same method and URL in `getHAR()`, which begins anew with each document. */
export interface EntryOrder {
  /** When the list began: entries of one list have the same. */
  readonly since: EpochMilliseconds;
  /** When the list was asked for: what began later may not be in it. */
  readonly asked: EpochMilliseconds;
  readonly index: number;
  readonly count: number;
  /** How many of them started in the same millisecond, where the list does not order those. */
  readonly tied?: number;
}

/** The place of an entry that was told before; without one it lost the place that it had. */
export interface HarPlace {
  readonly type: 'har-place';
  readonly entryId: string;
  /** See `groupOf`. */
  readonly group: string;
  readonly order?: EntryOrder;
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
  /** Who brought it: the content script of a granted site, where webRequest sees the call as well, or DevTools. */
  readonly via: 'relay' | 'devtools';
  /** The page's Content-Security-Policy stopped the call. */
  readonly blocked?: true;
  /** What the call was answered; its body when the answer was not ok and it could be read from a clone. */
  readonly answer?: { readonly status: number; readonly body?: ResponseBodyFacts };
  /** It came to no answer that its code may read: given up by the code itself, or failed under way. */
  readonly ended?: 'aborted' | 'failed';
}

export type Observation = WebRequestObservation | HarObservation | HarPlace | ProbeObservation;

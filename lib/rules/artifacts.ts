import type { ChatEndpoint } from '../api/endpoints';
import type { EpochMilliseconds, Milliseconds } from '../api/units';
import type { BodyFacts } from '../exchange/body-facts';
import type { Credential } from '../exchange/credential';
import type {
  BrowserError,
  Exchange,
  ExchangeSource,
  ExchangeState,
  Initiator,
  RedirectFact,
  ResourceType,
  ResponseFacts,
  WrittenFacts,
} from '../exchange/exchange';
import type { HeaderFact } from '../exchange/header-facts';
import { type ExchangeKind, isDashboardCall, kindOf } from '../exchange/kind';
import { isBlockedMixedContent } from '../exchange/mixed-content';
import { pageOriginOf, requestOriginOf } from '../exchange/page-origin';
import { type Presence, present, presentValue } from '../exchange/presence';
import type { ResponseBodyFacts } from '../exchange/response-body';
import type { UrlFacts } from '../exchange/url-facts';
import type { CredentialHistory, Neighbours } from './neighbours';

/**
 * Everything that a rule can ask for. What may be `undefined` here is asked for by rules that have something to
 * say without it, too; of everything else the engine answers for the rule while it is not there.
 */
export interface Artifacts {
  readonly kind: ExchangeKind;
  readonly isDashboardCall: boolean;
  readonly source: ExchangeSource;
  readonly state: ExchangeState;
  readonly resourceType: ResourceType;
  readonly startedDateTime: EpochMilliseconds;
  /** `undefined` while it runs, or when its end went by unseen. */
  readonly time: Milliseconds | undefined;
  readonly initiator: Initiator;
  /** See `pageOriginOf`. */
  readonly pageOrigin: string | undefined;
  /** See `requestOriginOf`. */
  readonly requestOrigin: string | undefined;
  /** See `isBlockedMixedContent`. */
  readonly blockedAsMixedContent: boolean;
  readonly method: string;
  readonly url: UrlFacts;
  /** `undefined` for whatever is no chat endpoint. */
  readonly endpoint: ChatEndpoint | undefined;
  /** Lower case; empty when nothing tells. */
  readonly httpVersion: string;
  readonly requestHeaders: readonly HeaderFact[];
  readonly credentials: readonly Credential[];
  /** The same two, empty where they are not known. */
  readonly knownHeaders: readonly HeaderFact[];
  readonly knownCredentials: readonly Credential[];
  readonly requestBody: BodyFacts;
  /** The same, or that the call has none, or that it has one that cannot be read. */
  readonly sentBody: BodyFacts | 'none' | 'unread';
  /** `undefined` where no page probe saw the call. */
  readonly written: WrittenFacts | undefined;
  readonly response: ResponseFacts;
  /** The same, `undefined` where there is none, or none yet. */
  readonly knownResponse: ResponseFacts | undefined;
  readonly responseBody: ResponseBodyFacts;
  /** `undefined` when the browser reported none. */
  readonly browserError: BrowserError | undefined;
  readonly redirect: RedirectFact | undefined;
  readonly nextHop: Exchange | undefined;
  readonly previousHop: Exchange | undefined;
  /** The preflight that asked for this call. */
  readonly preflight: Exchange | undefined;
  /** The call that this preflight asked for. */
  readonly callOfPreflight: Exchange | undefined;
  /** Calls with the same key, this one included; `undefined` for a call without a key. */
  readonly history: CredentialHistory | undefined;
  /** The exchange itself, for helpers that compare exchanges. */
  readonly exchange: Exchange;
}

export type ArtifactName = keyof Artifacts;

function sentBodyOf({ request: { body } }: Exchange): Presence<Artifacts['sentBody']> {
  if (body.status === 'present') return body;
  if (body.reason === 'none') return present('none');
  const isThere = body.reason === 'stream' || body.reason === 'too-large' || body.reason === 'not-recorded';
  return isThere ? present('unread') : body;
}

type Gatherers = {
  readonly [Name in ArtifactName]: (exchange: Exchange, neighbours: Neighbours) => Presence<Artifacts[Name]>;
};

const GATHERERS: Gatherers = {
  kind: (exchange) => present(kindOf(exchange)),
  isDashboardCall: (exchange) => present(isDashboardCall(exchange)),
  source: (exchange) => present(exchange.source),
  state: (exchange) => present(exchange.state),
  resourceType: (exchange) => present(exchange.resourceType),
  startedDateTime: (exchange) => present(exchange.startedDateTime),
  time: (exchange) => present(exchange.time),
  initiator: (exchange) => present(exchange.initiator),
  pageOrigin: (exchange) => present(pageOriginOf(exchange)),
  requestOrigin: (exchange) => present(requestOriginOf(exchange)),
  blockedAsMixedContent: (exchange) => present(isBlockedMixedContent(exchange)),
  method: (exchange) => present(exchange.request.method),
  url: (exchange) => present(exchange.request.url),
  endpoint: (exchange) => present(exchange.request.endpoint),
  httpVersion: (exchange) => present(exchange.request.httpVersion.toLowerCase()),
  requestHeaders: (exchange) => exchange.request.headers,
  credentials: (exchange) => exchange.request.credentials,
  knownHeaders: (exchange) => present(presentValue(exchange.request.headers) ?? []),
  knownCredentials: (exchange) => present(presentValue(exchange.request.credentials) ?? []),
  requestBody: (exchange) => exchange.request.body,
  sentBody: sentBodyOf,
  written: (exchange) => present(presentValue(exchange.written)),
  response: (exchange) => exchange.response,
  knownResponse: (exchange) => present(presentValue(exchange.response)),
  responseBody: (exchange) =>
    exchange.response.status === 'present' ? exchange.response.value.body : exchange.response,
  browserError: (exchange) => present(exchange.error),
  redirect: (exchange) => present(exchange.redirect),
  nextHop: (_, neighbours) => present(neighbours.nextHop),
  previousHop: (_, neighbours) => present(neighbours.previousHop),
  preflight: (_, neighbours) => present(neighbours.preflight),
  callOfPreflight: (_, neighbours) => present(neighbours.callOfPreflight),
  history: (_, neighbours) => present(neighbours.history),
  exchange: (exchange) => present(exchange),
};

/** Fetches one artifact of one exchange. */
export function gather<Name extends ArtifactName>(
  name: Name,
  exchange: Exchange,
  neighbours: Neighbours,
): Presence<Artifacts[Name]> {
  return GATHERERS[name](exchange, neighbours);
}

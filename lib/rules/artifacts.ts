import type { ChatEndpoint } from '../api/endpoints';
import type { EpochMilliseconds } from '../api/units';
import type { BodyFacts } from '../exchange/body-facts';
import type { Credential } from '../exchange/credential';
import type {
  BrowserError,
  Exchange,
  ExchangeSource,
  ExchangeState,
  Initiator,
  RedirectFact,
  ResponseFacts,
  WrittenFacts,
} from '../exchange/exchange';
import type { HeaderFact } from '../exchange/header-facts';
import { type ExchangeKind, isDashboardCall, kindOf } from '../exchange/kind';
import { absent, type Presence, present } from '../exchange/presence';
import type { ResponseBodyFacts } from '../exchange/response-body';
import type { UrlFacts } from '../exchange/url-facts';
import type { CredentialHistory, Neighbours } from './neighbours';

/** Everything that a rule can ask for. */
export interface Artifacts {
  readonly kind: ExchangeKind;
  readonly isDashboardCall: boolean;
  readonly source: ExchangeSource;
  readonly state: ExchangeState;
  readonly startedDateTime: EpochMilliseconds;
  readonly initiator: Initiator;
  readonly method: string;
  readonly url: UrlFacts;
  readonly endpoint: ChatEndpoint;
  /** Lower case; empty when nothing tells. */
  readonly httpVersion: string;
  readonly requestHeaders: readonly HeaderFact[];
  readonly credentials: readonly Credential[];
  readonly requestBody: BodyFacts;
  /** `undefined` where no page probe saw the call. */
  readonly written: WrittenFacts | undefined;
  readonly response: ResponseFacts;
  readonly responseBody: ResponseBodyFacts;
  /** `undefined` when the browser reported none. */
  readonly browserError: BrowserError | undefined;
  readonly redirect: RedirectFact;
  readonly nextHop: Exchange;
  readonly previousHop: Exchange;
  /** The preflight that asked for this call. */
  readonly preflight: Exchange;
  /** Calls with the same key, this one included. */
  readonly history: CredentialHistory;
}

export type ArtifactName = keyof Artifacts;

/** Missing is `none`: the exchange has no such thing, and none will come. */
function optional<T>(value: T | undefined): Presence<T> {
  return value === undefined ? absent('none') : present(value);
}

type Gatherers = {
  readonly [Name in ArtifactName]: (exchange: Exchange, neighbours: Neighbours) => Presence<Artifacts[Name]>;
};

const GATHERERS: Gatherers = {
  kind: (exchange) => present(kindOf(exchange)),
  isDashboardCall: (exchange) => present(isDashboardCall(exchange)),
  source: (exchange) => present(exchange.source),
  state: (exchange) => present(exchange.state),
  startedDateTime: (exchange) => present(exchange.startedDateTime),
  initiator: (exchange) => present(exchange.initiator),
  method: (exchange) => present(exchange.request.method),
  url: (exchange) => present(exchange.request.url),
  endpoint: (exchange) => optional(exchange.request.endpoint),
  httpVersion: (exchange) => present(exchange.request.httpVersion.toLowerCase()),
  requestHeaders: (exchange) => exchange.request.headers,
  credentials: (exchange) => exchange.request.credentials,
  requestBody: (exchange) => exchange.request.body,
  written: (exchange) => present(exchange.written.status === 'present' ? exchange.written.value : undefined),
  response: (exchange) => exchange.response,
  responseBody: (exchange) =>
    exchange.response.status === 'present' ? exchange.response.value.body : exchange.response,
  browserError: (exchange) => present(exchange.error),
  redirect: (exchange) => optional(exchange.redirect),
  nextHop: (_, neighbours) => optional(neighbours.nextHop),
  previousHop: (_, neighbours) => optional(neighbours.previousHop),
  preflight: (_, neighbours) => optional(neighbours.preflight),
  history: (_, neighbours) => optional(neighbours.history),
};

/** Fetches one artifact of one exchange. */
export function gather<Name extends ArtifactName>(
  name: Name,
  exchange: Exchange,
  neighbours: Neighbours,
): Presence<Artifacts[Name]> {
  return GATHERERS[name](exchange, neighbours);
}

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
import { type ExchangeKind, isSiteCall, kindOf } from '../exchange/kind';
import { isBlockedMixedContent } from '../exchange/mixed-content';
import { type AbsenceReason, type Presence, present, presentValue } from '../exchange/presence';
import type { ResponseBodyFacts } from '../exchange/response-body';
import type { UrlFacts } from '../exchange/url-facts';
import type { CredentialHistory, Neighbours } from './neighbours';

/**
 * Everything that a rule can ask for. What may be `undefined` here is asked for by rules that have something to
 * say without it, too; of everything else the engine answers for the rule while it is not there.
 */
export interface Artifacts {
  readonly kind: ExchangeKind;
  readonly isSiteCall: boolean;
  readonly source: ExchangeSource;
  readonly state: ExchangeState;
  readonly resourceType: ResourceType;
  readonly startedDateTime: EpochMilliseconds;
  /** `undefined` while it runs, or when its end went by unseen. */
  readonly time: Milliseconds | undefined;
  readonly initiator: Initiator;
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
  /** Names of auth headers that are written and not sent. */
  readonly leftOut: readonly string[];
  /** What a curl line takes headers or its body from, and only names. */
  readonly unseen: readonly string[];
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
  /** The exchange itself, for facts that few calls need and that are derived only then. */
  readonly exchange: Exchange;
}

export type ArtifactName = keyof Artifacts;

const NOTHING: readonly never[] = [];

function sentBodyOf({ request: { body } }: Exchange): Presence<Artifacts['sentBody']> {
  if (body.status === 'present') return body;
  if (body.reason === 'none') return present('none');
  const isThere = body.reason === 'stream' || body.reason === 'too-large' || body.reason === 'not-recorded';
  return isThere ? present('unread') : body;
}

/** The facts that the engine waits for; all others are always told, if only as `undefined`. */
export const MAY_BE_ABSENT: ReadonlySet<ArtifactName> = new Set([
  'requestHeaders',
  'credentials',
  'requestBody',
  'sentBody',
  'response',
  'responseBody',
]);

/** What was gathered of one exchange, once for all rules. */
export interface Gathered {
  /** A fact that is not there is `undefined` here and has its reason beside. */
  readonly facts: { readonly [Name in ArtifactName]: Artifacts[Name] | undefined };
  readonly absences: { readonly [Name in ArtifactName]?: AbsenceReason | undefined };
}

const reasonOf = (presence: Presence<unknown>) =>
  presence.status === 'absent' ? presence.reason : undefined;

/** Fetches every artifact of one exchange. Always the same shape, which keeps ten thousand of them quick. */
export function gather(exchange: Exchange, neighbours: Neighbours): Gathered {
  const { request, response, initiator, redirect, error } = exchange;
  const headers = presentValue(request.headers);
  const credentials = presentValue(request.credentials);
  const sentBody = sentBodyOf(exchange);
  const answer = presentValue(response);
  const responseBody = answer === undefined ? response : answer.body;
  return {
    facts: {
      kind: kindOf(exchange),
      isSiteCall: isSiteCall(exchange),
      source: exchange.source,
      state: exchange.state,
      resourceType: exchange.resourceType,
      startedDateTime: exchange.startedDateTime,
      time: exchange.time,
      initiator,
      blockedAsMixedContent: isBlockedMixedContent(exchange),
      method: request.method,
      url: request.url,
      endpoint: request.endpoint,
      httpVersion: request.httpVersion.toLowerCase(),
      requestHeaders: headers,
      credentials,
      knownHeaders: headers ?? NOTHING,
      knownCredentials: credentials ?? NOTHING,
      leftOut: request.leftOut ?? NOTHING,
      unseen: request.unseen ?? NOTHING,
      requestBody: presentValue(request.body),
      sentBody: presentValue(sentBody),
      written: presentValue(exchange.written),
      response: answer,
      knownResponse: answer,
      responseBody: answer === undefined ? undefined : presentValue(answer.body),
      browserError: error,
      redirect,
      nextHop: neighbours.nextHop,
      previousHop: neighbours.previousHop,
      preflight: neighbours.preflight,
      callOfPreflight: neighbours.callOfPreflight,
      history: neighbours.history,
      exchange,
    },
    absences: {
      requestHeaders: reasonOf(request.headers),
      credentials: reasonOf(request.credentials),
      requestBody: reasonOf(request.body),
      sentBody: reasonOf(sentBody),
      response: reasonOf(response),
      responseBody: reasonOf(responseBody),
    },
  };
}

import type { BrowserError, Exchange, JoinReason, ResponseFacts } from '../exchange/exchange';
import { revive } from '../exchange/lost-end';
import type { HarObservation, ProbeObservation } from '../exchange/observation';
import { hasOption } from '../exchange/opaque';
import { absent, type Presence, present, presentValue } from '../exchange/presence';

const isMissed = (part: Presence<unknown>) => part.status === 'absent' && part.reason === 'missed';

function richer<T>(ours: Presence<T>, theirs: Presence<T>): Presence<T> {
  return ours.status === 'present' ? ours : theirs.status === 'present' ? theirs : ours;
}

const isLate = (ours: ResponseFacts['body'], theirs: ResponseFacts['body']) =>
  ours.status === 'absent' &&
  ['pending', 'body-unread', 'devtools-closed'].includes(ours.reason) &&
  theirs.status === 'absent' &&
  theirs.reason === 'timed-out';

function mergeResponse(
  ours: Presence<ResponseFacts>,
  theirs: Presence<ResponseFacts>,
  reason: JoinReason,
): Presence<ResponseFacts> {
  if (theirs.status === 'absent') return ours;
  if (ours.status === 'absent') return present({ ...theirs.value, bodyJoin: reason });
  const { body, tlsVersion } = theirs.value;
  return present({
    ...ours.value,
    // Why ours is missing is the better reason: theirs only says that the entry has none, or that DevTools is busy.
    body: body.status === 'present' || isLate(ours.value.body, body) ? body : ours.value.body,
    ...(tlsVersion && { tlsVersion }),
    ...(body.status === 'present' && { bodyJoin: reason }),
  });
}

/** Chromium's `webRequest` says only so much of a failed preflight; DevTools tell why (measured with HSTS). */
const NO_REASON = 'net::ERR_FAILED';

/** What webRequest saw, completed by what DevTools told of the same call. */
export function mergeEntry(exchange: Exchange, entry: HarObservation, reason: JoinReason): Exchange {
  const theirs = entry.exchange;
  // HAR names the protocol; Chromium's status line says HTTP/1.1 for HTTP/2 as well.
  const httpVersion = theirs.request.httpVersion || exchange.request.httpVersion;
  const { place } = theirs.initiator;
  // An entry is final: where the end went by unseen in the other stream, this is it.
  const { lostEnd: _, ...known } = exchange;
  const isEnd = known.state === 'pending' || known.state === 'unknown-end';
  const request = {
    ...exchange.request,
    httpVersion,
    headers: richer(exchange.request.headers, theirs.request.headers),
    credentials: richer(exchange.request.credentials, theirs.request.credentials),
    body: richer(exchange.request.body, theirs.request.body),
  };
  return {
    ...known,
    partial: known.partial && [request.headers, request.credentials, request.body].some(isMissed),
    ...(isEnd && { state: theirs.state, ...(theirs.time !== undefined && { time: theirs.time }) }),
    ...(known.error?.text === NO_REASON && theirs.error && { error: theirs.error }),
    initiator: { ...exchange.initiator, ...(place && { place }) },
    request,
    response: mergeResponse(exchange.response, theirs.response, reason),
  };
}

/** The body as the page got it, where the service worker before it left its own unread. */
export function mergePageBody(exchange: Exchange, { exchange: page }: HarObservation): Exchange {
  const { response } = exchange;
  if (response.status === 'absent' || page.response.status === 'absent') return exchange;
  const { body } = response.value;
  const isUnread = body.status === 'absent' || body.value.shape === 'empty';
  if (!isUnread || page.response.value.body.status === 'absent') return exchange;
  return {
    ...exchange,
    response: present({
      ...response.value,
      body: page.response.value.body,
      bodyJoin: 'response-headers' as const,
    }),
  };
}

/** Several answers fit: the body stays away, and says so. */
export function markAmbiguous(exchange: Exchange): Exchange {
  if (exchange.response.status === 'absent' || exchange.response.value.body.status === 'present')
    return exchange;
  return { ...exchange, response: present({ ...exchange.response.value, body: absent('ambiguous') }) };
}

/** In the words of Chromium's DevTools; no other stream tells of it there, and Firefox has a text of many meanings. */
export const BLOCKED_BY_CSP: BrowserError = { text: 'blocked:csp' };
export const BLOCKED_BY_MODE: BrowserError = { text: 'blocked:origin' };
export const GIVEN_UP = 'net::ERR_ABORTED';

/** Why the browser made no request of a call that failed; `undefined` where what the code asked for is not the cause. */
export function refusalOf({ ended, initiator, url, written }: ProbeObservation): BrowserError | undefined {
  const options = ended === 'failed' ? written.options : undefined;
  if (options?.includes('same-origin') && initiator.origin !== url.origin) return BLOCKED_BY_MODE;
  // A beacon is refused for nothing else.
  return options?.includes('large-keepalive') || (ended === 'failed' && written.api === 'sendBeacon')
    ? { text: 'blocked:keepalive' }
    : undefined;
}

/** Whether the browser or the page's policy made no request of a call. */
export const isStopped = (probe: ProbeObservation) =>
  probe.blocked === true || refusalOf(probe) !== undefined;

/** What the end of the page's own call says of one whose record does not tell why it failed, or that it did. */
function failureBy(probe: ProbeObservation, { state, error, response }: Exchange): Partial<Exchange> {
  if (response.status === 'present') {
    const isRefused = probe.ended === 'failed' && probe.written.options?.includes('integrity');
    return isRefused && state === 'completed' && !error
      ? { state: 'failed', error: { text: 'blocked:integrity' } }
      : {};
  }
  // Firefox's DevTools show such a call as one without an answer.
  const refusal = refusalOf(probe);
  return refusal ? { state: 'never-sent', error: refusal } : {};
}

/** What webRequest saw, completed by what the page's own code wrote and read. */
export function mergeProbe(exchange: Exchange, probe: ProbeObservation): Exchange {
  const written = present(probe.written);
  const place = exchange.initiator.place ?? probe.initiator.place;
  const response = presentValue(exchange.response);
  // A service worker may make another answer of its own.
  const isOwnTab = exchange.tabId === probe.tabId;
  const isOwn = isOwnTab && response?.status === probe.answer?.status;
  const body = isOwn && response?.body.status === 'absent' && probe.answer?.body;
  // Of a redirect that the code does not follow DevTools tell no end, and webRequest that the browser gave the call up.
  const isLeft =
    exchange.state === 'redirected' &&
    exchange.redirect?.internal === false &&
    (hasOption(written, 'manual') || hasOption(written, 'error'));
  // A policy can also stop a call at a redirect: then its first hop was answered.
  const isBlocked = probe.blocked && !response;
  return {
    ...(isBlocked
      ? { ...revive(exchange), state: 'failed', error: BLOCKED_BY_CSP }
      : { ...exchange, ...(isOwnTab && failureBy(probe, exchange)) }),
    ...(isLeft && { state: 'failed', error: { text: GIVEN_UP } }),
    initiator: { ...exchange.initiator, ...(place && { place }) },
    written,
    ...(body && { response: present({ ...response, body: present(body), bodyJoin: 'page-probe' as const }) }),
  };
}

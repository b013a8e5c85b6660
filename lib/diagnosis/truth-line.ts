import type { Milliseconds } from '../api/units';
import type { Credential, CredentialAnatomy } from '../exchange/credential';
import type { Exchange, ResponseFacts } from '../exchange/exchange';
import { kindOf } from '../exchange/kind';
import { hasOption, isBeacon, isOpaque } from '../exchange/opaque';
import { presentValue } from '../exchange/presence';
import type { truth } from '../messages/en/truth';
import type { MessageValues } from '../messages/message';
import { preflightFaults, preflightRequestOf } from '../rules/cors';
import type { Neighbours } from '../rules/neighbours';
import { failureOf } from './browser-failure';
import { unfollowedTarget } from './unfollowed';

/** One sentence under `interface.detail.truth`, not yet in any language. */
export interface TruthSentence {
  readonly key: keyof typeof truth;
  readonly values?: MessageValues;
}

/** What three witnesses tell of one exchange. What the server said in words is in its errors. */
export interface TruthLine {
  readonly code: readonly TruthSentence[];
  /** Empty when there is an answer: then status and errors speak. */
  readonly server: readonly TruthSentence[];
  readonly browser: readonly TruthSentence[];
}

const isFromFile = ({ source }: Exchange) =>
  source === 'har-file' || source === 'bundle' || source === 'curl';

/** A record of a file: where the browser itself tells of no page, another extension made the call. */
const isOfProgram = ({ source, initiator }: Exchange) =>
  source === 'curl' || (source === 'har-file' && initiator.page === false);

/** Chromium aborts a call that outlives its page as soon as its answer comes: less than a millisecond later (measured). */
const AT_ONCE: Milliseconds = 10;

/** The browser has the answer and hands out nothing of it; what CORS forbids ends in an error that says no more. */
const isHidden = (exchange: Exchange) => ['unspecific', 'silent'].includes(failureOf(exchange));

const isOkStatus = (status: number) => status >= 200 && status < 300;

function statusSentence({ status }: ResponseFacts): TruthSentence {
  // The browser takes the answer that it stored, with its status, unless the code itself asked for a change.
  if (status === 304) return { key: 'codeStored' };
  const key = isOkStatus(status) ? 'codeStatusOk' : 'codeStatusNotOk';
  return { key, values: { status: String(status) } };
}

function whatFailedCodeSaw(exchange: Exchange): TruthSentence[] {
  const response = presentValue(exchange.response);
  const isGivenUp = failureOf(exchange) === 'aborted';
  if (response === undefined) return [{ key: isGivenUp ? 'codeGaveUp' : 'codeNetworkError' }];
  if (isHidden(exchange) || /^blocked-/.test(failureOf(exchange))) return [{ key: 'codeNetworkError' }];
  const { startedDateTime, time = 0, written } = exchange;
  const { receivedDateTime = 0 } = response;
  const isAtOnce = startedDateTime + time - receivedDateTime < AT_ONCE;
  if (isGivenUp && isAtOnce && hasOption(written, 'keepalive')) return [{ key: 'codeGone' }];
  return [statusSentence(response), { key: isGivenUp ? 'codeGaveUpBody' : 'codeBodyBroke' }];
}

/** Only the status is sure: a program need not know an `ok`, and whether its code saw a redirect is its own matter. */
function whatProgramSaw({ state, response }: Exchange): TruthSentence[] {
  const status = presentValue(response)?.status;
  if (state === 'failed' && status === undefined) return [{ key: 'codeNetworkError' }];
  if (state === 'redirected' || status === undefined) return [{ key: 'notRecorded' }];
  return [{ key: 'codeStatus', values: { status: String(status) } }];
}

function whatCodeSaw(exchange: Exchange): TruthSentence[] {
  if (isOfProgram(exchange)) return whatProgramSaw(exchange);
  const response = presentValue(exchange.response);
  if (kindOf(exchange) === 'preflight') return [{ key: 'codePreflight' }];
  const written = presentValue(exchange.written);
  if (written?.thrown !== undefined) return [{ key: 'codeThrew', values: { thrown: written.thrown } }];
  if (isBeacon(exchange)) return [{ key: 'codeBeacon' }];
  if (unfollowedTarget(exchange)) {
    if (hasOption(exchange.written, 'error')) return [{ key: 'codeNetworkError' }];
    return [{ key: hasOption(exchange.written, 'manual') ? 'codeOpaqueRedirect' : 'codeUnfollowed' }];
  }
  switch (exchange.state) {
    case 'pending':
      return [{ key: 'codeWaiting' }];
    case 'redirected':
      return [{ key: 'codeRedirect' }];
    case 'failed':
      return whatFailedCodeSaw(exchange);
    case 'never-sent':
      return [{ key: 'codeNetworkError' }];
    case 'unknown-end':
      if (response === undefined) return [{ key: 'notRecorded' }];
      break;
    case 'completed':
      break;
    default:
      return exchange.state satisfies never;
  }
  if (response === undefined) return [{ key: 'notRecorded' }];
  if (isOpaque(exchange)) return [{ key: 'codeOpaque' }];
  const isUnread = response.body.status === 'absent' && response.body.reason === 'body-unread';
  const sentences = [statusSentence(response)];
  if (isUnread) sentences.push({ key: 'codeBodyUnread' });
  // Nothing tells whether its page was still there.
  if (hasOption(exchange.written, 'keepalive')) sentences.push({ key: 'codeIfThere' });
  return sentences;
}

function whatServerSaid(exchange: Exchange, { preflight }: Neighbours): TruthSentence[] {
  if (presentValue(exchange.response) !== undefined) return [];
  if (exchange.state === 'pending') return [{ key: 'serverNothingYet' }];
  if (exchange.state === 'never-sent' || isBlockedByPreflight(exchange, preflight)) {
    return [{ key: 'serverNotAsked' }];
  }
  const isUntold = exchange.state !== 'failed' && (isFromFile(exchange) || exchange.state === 'unknown-end');
  return [{ key: isUntold ? 'notRecorded' : 'serverNothing' }];
}

function isBlockedByPreflight(exchange: Exchange, preflight: Exchange | undefined): boolean {
  if (preflight === undefined || exchange.state !== 'failed' || exchange.response.status === 'present')
    return false;
  return (
    failureOf(exchange) !== 'aborted' &&
    preflightFaults(preflight, preflightRequestOf(preflight, exchange)).length > 0
  );
}

/** What became of the answer that was there when the call failed. */
function whatBecameOf(exchange: Exchange): TruthSentence {
  const error = exchange.error?.text ?? '';
  if (isHidden(exchange)) return { key: 'browserHidAnswer' };
  return {
    key: /^blocked-/.test(failureOf(exchange)) ? 'browserBlocked' : 'browserBroke',
    values: { error },
  };
}

const outerSpaces = ({ whiteSpace }: CredentialAnatomy) =>
  whiteSpace.filter(({ where }) => where !== 'inside').length;

/** Headers whose white space the code wrote and the wire did not carry. */
export function trimmedHeaders(
  written: readonly CredentialAnatomy[],
  sent: readonly Credential[] | undefined,
): string[] {
  return written
    .filter((credential) => outerSpaces(credential) > 0)
    .filter(({ field, part }) => {
      const counterpart = sent?.find((other) => other.field === field && other.part === part);
      return counterpart === undefined || outerSpaces(counterpart) === 0;
    })
    .map(({ header }) => header);
}

function whatBrowserDid(exchange: Exchange, { preflight, nextHop }: Neighbours): TruthSentence[] {
  if (isOfProgram(exchange)) return [{ key: 'browserNone' }];
  const isUntold = exchange.state === 'failed' && exchange.response.status === 'absent' && !exchange.error;
  if (exchange.state === 'never-sent' || (isUntold && failureOf(exchange) === 'blocked-by-port'))
    return [{ key: 'browserRefused' }];
  if (isUntold && exchange.source === 'probe') return [{ key: 'browserNoRequest' }];
  if (exchange.lostEnd === 'no-request') return [{ key: 'browserShowedNothing' }];
  if (kindOf(exchange) === 'preflight') return [{ key: 'browserAsked' }];
  const response = presentValue(exchange.response);
  const blocked = isBlockedByPreflight(exchange, preflight);
  // It may have been sent, or stopped before.
  if (isUntold && !blocked) return [{ key: 'notRecorded' }];
  const sentences: TruthSentence[] = [];
  const written = presentValue(exchange.written);
  const dropped = isOpaque(exchange) ? (written?.credentials ?? []) : [];
  const trimmed =
    written && dropped.length === 0
      ? trimmedHeaders(written.credentials, presentValue(exchange.request.credentials))
      : [];
  if (blocked) sentences.push({ key: 'browserNotSent' });
  else if (exchange.state === 'failed' && response === undefined && exchange.error) {
    sentences.push({ key: 'browserBlocked', values: { error: exchange.error.text } });
  } else if (exchange.redirect?.internal) sentences.push({ key: 'browserUpgraded' });
  else if (response?.fromCache) sentences.push({ key: 'browserCached' });
  else if (preflight !== undefined) sentences.push({ key: 'browserSentAfterPreflight' });
  else if (written && written.credentials.length > 0 && trimmed.length + dropped.length === 0)
    sentences.push({ key: 'browserUnchanged' });
  else sentences.push({ key: 'browserSent' });
  if (exchange.lostEnd === 'silent') sentences.push({ key: 'browserSilent' });
  for (const header of trimmed)
    sentences.push({ key: 'browserTrimmed', values: { header: `\`${header}\`` } });
  for (const { header } of dropped)
    sentences.push({ key: 'browserDropped', values: { header: `\`${header}\`` } });
  const unfollowed = unfollowedTarget(exchange);
  if (unfollowed) sentences.push({ key: 'browserUnfollowed', values: { origin: unfollowed.origin } });
  if (exchange.redirect && !exchange.redirect.internal) {
    if (!unfollowed) {
      sentences.push({ key: 'browserRedirected', values: { origin: exchange.redirect.url.origin } });
    }
    const here = presentValue(exchange.request.credentials) ?? [];
    const there = nextHop && presentValue(nextHop.request.credentials);
    for (const { header, field } of here) {
      if (there && !there.some((other) => other.field === field))
        sentences.push({ key: 'browserDropped', values: { header: `\`${header}\`` } });
    }
  }
  if (exchange.state === 'failed' && response !== undefined && !unfollowed)
    sentences.push(whatBecameOf(exchange));
  return sentences;
}

/** Tells an exchange by its three witnesses; pure. */
export function truthLineOf(exchange: Exchange, neighbours: Neighbours): TruthLine {
  return {
    code: whatCodeSaw(exchange),
    server: whatServerSaid(exchange, neighbours),
    browser: whatBrowserDid(exchange, neighbours),
  };
}

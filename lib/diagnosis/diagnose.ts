import type { Exchange } from '../exchange/exchange';
import { kindOf } from '../exchange/kind';
import { isBeacon } from '../exchange/opaque';
import { presentValue } from '../exchange/presence';
import { isForeign } from '../rules/accepted-keys';
import { type Neighbours, NO_NEIGHBOURS } from '../rules/neighbours';
import type { Finding } from '../rules/rule';
import { browserFailureOf } from './browser-failure';
import type { Diagnosis, VerdictState } from './diagnosis';
import { refusalVerdict } from './refusal';
import { type ServerAnswer, serverAnswerOf } from './server-answer';
import { lacksHeaders, lostEndVerdict, preflightVerdict, unansweredVerdict } from './unanswered';
import { unfollowedTarget } from './unfollowed';
import { about, causesFirst, plain, type Verdict } from './verdict';

function firstOf(findings: readonly Finding[], severity: Finding['severity']): Finding | undefined {
  return findings.find((finding) => finding.severity === severity);
}

/** The head of the answer is there and more of it is to come: its end, or the body that says why it was refused. */
function isStillComing(exchange: Exchange, { refused, errors }: ServerAnswer): boolean {
  if (exchange.state === 'pending' && errors.length === 0) return true;
  const body = presentValue(exchange.response)?.body;
  return refused && body?.status === 'absent' && body.reason === 'pending';
}

function comingVerdict(findings: readonly Finding[], { status, refused }: ServerAnswer): Verdict {
  const expected = findings.find(({ predicts }) => predicts?.status === status);
  const error = refused ? expected : firstOf(findings, 'error');
  if (error !== undefined) return about(error, 'predicted', 'predicted-error');
  const values = { status: String(status) };
  if (refused) return plain('unexplained', 'predicted-error', 'reason-coming', values);
  return plain('clean', 'pending', 'receiving', values);
}

/** A call that was answered with anything but a refusal. */
function answeredVerdict(exchange: Exchange, findings: readonly Finding[], answer: ServerAnswer): Verdict {
  const { status } = answer;
  const hidden = findings.find(({ rule }) => rule === 'response-hidden-by-cors');
  if (hidden !== undefined) return about(hidden, 'stopped', 'error');
  const error = firstOf(findings, 'error');
  const unfollowed = unfollowedTarget(exchange);
  const isRedirect =
    exchange.redirect !== undefined || exchange.state === 'redirected' || unfollowed !== undefined;
  if (error !== undefined && isRedirect) return about(error, 'predicted', 'error');
  // An error without a prediction harms whatever the server says: it is the headline itself.
  if (error !== undefined && error.predicts === undefined) return about(error, 'tolerated', 'error');
  if (error !== undefined) {
    return {
      ...about(error, 'tolerated', 'error'),
      headline: { from: 'diagnosis', key: 'tolerated', values: { status: String(status) }, finding: error },
    };
  }
  const isGivenUp = browserFailureOf(exchange.error?.text ?? '') === 'aborted';
  const isBroken = exchange.error !== undefined && !isGivenUp && !isRedirect && status !== 304;
  // Its code got no whole answer: that comes before what may fail elsewhere.
  if (isBroken) {
    const isRefused = browserFailureOf(exchange.error.text) === 'blocked-integrity';
    const told = { status: `${status}`, error: exchange.error.text };
    return isRefused
      ? plain('stopped', 'error', 'failed-blocked-integrity', told)
      : plain('unexplained', 'error', 'interrupted', told);
  }
  const values = { status: String(status) };
  if (isForeign(exchange)) return plain('unexplained', 'error', 'answer-html', values);
  const warning = firstOf(findings, 'warning');
  if (warning !== undefined) return about(warning, 'clean', 'warning');
  if (exchange.lostEnd !== undefined) return lostEndVerdict(exchange);
  const state = firstOf(findings, 'notice') === undefined ? 'clean' : 'notice';
  if (isRedirect) {
    const told = { ...values, url: (unfollowed ?? exchange.redirect?.url)?.href ?? '' };
    if (unfollowed === undefined) return plain('clean', state, 'redirected', told);
    // Here no `fetch` is to blame.
    const isCurl = exchange.source === 'curl';
    return plain('clean', 'notice', isCurl ? 'redirect-of-curl' : 'redirect-not-followed', told);
  }
  if (status === 304) return plain('clean', state, 'not-modified', values);
  if (isGivenUp && !isBeacon(exchange)) return plain('clean', 'notice', 'given-up', values);
  // What was not seen cannot be called right.
  if (exchange.partial) return plain('clean', 'notice', 'clean-partial', values);
  if (lacksHeaders(exchange)) return plain('clean', 'notice', 'headers-not-recorded', values);
  if (exchange.request.credentials.status === 'absent')
    return plain('clean', state, 'auth-header-unknown', values);
  return plain('clean', state, 'clean', values);
}

function verdictOf(exchange: Exchange, findings: readonly Finding[], neighbours: Neighbours): Verdict {
  const answer = serverAnswerOf(exchange);
  switch (kindOf(exchange)) {
    case 'preflight':
      return preflightVerdict(exchange, findings, answer, neighbours.callOfPreflight);
    case 'page-furniture': {
      const gravest = firstOf(findings, 'error') ?? firstOf(findings, 'warning');
      if (gravest !== undefined) {
        const isError = gravest.severity === 'error';
        return about(gravest, isError ? 'tolerated' : 'clean', isError ? 'error' : 'warning');
      }
      return plain('clean', 'clean', 'page-furniture', { type: exchange.resourceType });
    }
    case 'api-call':
      if (answer === undefined) return unansweredVerdict(exchange, findings);
      if (isStillComing(exchange, answer)) return comingVerdict(findings, answer);
      if (answer.refused) return refusalVerdict(exchange, findings, answer, neighbours);
      return answeredVerdict(exchange, findings, answer);
  }
}

function severityOf(findings: readonly Finding[], state: VerdictState): Diagnosis['severity'] {
  if (state === 'error') return 'error';
  return (
    firstOf(findings, 'error')?.severity ??
    firstOf(findings, 'warning')?.severity ??
    firstOf(findings, 'notice')?.severity
  );
}

/**
 * One verdict from the findings and the server's answer.
 * @param unordered the findings of this exchange, in the order of `findingsOf`: the gravest first
 */
export function diagnose(
  exchange: Exchange,
  unordered: readonly Finding[],
  neighbours: Neighbours = NO_NEIGHBOURS,
): Diagnosis {
  const findings = causesFirst(unordered);
  const { outcome, state, headline, cause, server } = verdictOf(exchange, findings, neighbours);
  return {
    outcome,
    state,
    severity: severityOf(findings, state),
    headline,
    ...(cause && { cause }),
    ...(server && { server }),
    findings: cause === undefined ? findings : [cause, ...findings.filter((finding) => finding !== cause)],
  };
}

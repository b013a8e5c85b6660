import type { Exchange } from '../exchange/exchange';
import { presentValue } from '../exchange/presence';
import { asksCredentials, preflightFaults, preflightRequestOf } from '../rules/cors';
import type { Finding } from '../rules/rule';
import { shownName } from '../rules/shown';
import { failureOf } from './browser-failure';
import { isCallUndocumented } from './documented-call';
import { lostEndSentence } from './lost-end';
import type { ServerAnswer } from './server-answer';
import { about, areStopping, failureCauseOf, plain, type Verdict } from './verdict';

function failedVerdict(exchange: Exchange): Verdict {
  const text = exchange.error?.text ?? '';
  const failure = failureOf(exchange);
  const values = { host: exchange.request.url.hostname, error: text };
  // A page that gives up on its own call made no mistake.
  if (failure === 'aborted') return plain('clean', 'notice', 'failed-aborted', values);
  const isStopped = failure.startsWith('blocked-by-');
  return plain(isStopped ? 'stopped' : 'unexplained', 'error', `failed-${failure}`, values);
}

/** True where a file keeps the headers of a request to itself: nobody can tell whether it carried a key. */
export function lacksHeaders({ request: { headers, credentials } }: Exchange): boolean {
  return headers.status === 'absent' && headers.reason === 'not-recorded' && credentials.status === 'absent';
}

/** A call of which nothing is known but that its end was not seen. */
export function lostEndVerdict(exchange: Exchange): Verdict {
  return { outcome: 'clean', state: 'notice', headline: lostEndSentence(exchange) };
}

/** Failures of calls that no server judged: what it would have said of them is not why they failed. */
const UNJUDGED = /^(?:blocked-by-.*|name|certificate|tls|offline|proxy|refused|timed-out)$/;

/** Where nobody takes a call on the port of `http:`, that it is not `https:` explains it. */
const NOBODY_THERE = /^(?:refused|timed-out)$/;

/** A call that nothing has answered: still on its way, failed, or in a record without an answer. */
export function unansweredVerdict(exchange: Exchange, findings: readonly Finding[]): Verdict {
  const { oddHeader } = presentValue(exchange.written) ?? {};
  if (exchange.state === 'never-sent' && oddHeader !== undefined)
    return plain('stopped', 'error', 'never-sent-name', { header: shownName(oddHeader) });
  const hasEnded = exchange.state === 'failed' || exchange.state === 'never-sent';
  const thrown = presentValue(exchange.written)?.thrown;
  const failure = failureOf(exchange);
  const isStopped = hasEnded && thrown === undefined && UNJUDGED.test(failure);
  const byScheme = isStopped && NOBODY_THERE.test(failure);
  const cause =
    failureCauseOf(findings, isStopped) ??
    (byScheme ? findings.find(({ rule }) => rule === 'insecure-transport') : undefined);
  if (cause !== undefined) {
    const outcome = exchange.state === 'never-sent' || areStopping(findings) ? 'stopped' : 'predicted';
    return about(cause, outcome, hasEnded ? 'error' : 'predicted-error');
  }
  if (exchange.state === 'failed' || isStopped) return failedVerdict(exchange);
  if (exchange.state === 'never-sent') return plain('stopped', 'error', 'never-sent');
  if (exchange.state === 'pending') return plain('clean', 'pending', 'pending');
  const warning = findings.find(({ severity }) => severity === 'warning');
  if (warning !== undefined) return about(warning, 'clean', 'warning');
  if (exchange.response.status === 'absent' && exchange.response.reason === 'not-recorded') {
    // A curl line alone holds none.
    if (exchange.source === 'curl') {
      const { method } = exchange.request;
      if (isCallUndocumented(exchange.request))
        return plain('clean', 'warning', 'undocumented-unanswered', { method });
      // The shell fills its key in: what it is the line does not tell.
      const isUntold = presentValue(exchange.request.credentials)?.some(({ redacted }) => redacted);
      const isWhole = exchange.request.unseen === undefined;
      const headline = isUntold ? 'clean-key-untold' : isWhole ? 'clean-unanswered' : 'clean-unseen';
      return plain('clean', findings.length > 0 ? 'notice' : 'clean', headline);
    }
    return plain('clean', 'notice', lacksHeaders(exchange) ? 'nothing-recorded' : 'answer-not-recorded');
  }
  return lostEndVerdict(exchange);
}

/**
 * CORS' question before the call; never judged for credentials.
 * @param call the one that it asked for, where that is known
 */
export function preflightVerdict(
  exchange: Exchange,
  findings: readonly Finding[],
  answer: ServerAnswer | undefined,
  call: Exchange | undefined,
): Verdict {
  const cause = failureCauseOf(findings);
  if (cause !== undefined) return about(cause, areStopping(findings) ? 'stopped' : 'predicted', 'error');
  if (answer === undefined) {
    if (exchange.state === 'pending') return plain('clean', 'pending', 'pending');
    return exchange.state === 'failed' ? failedVerdict(exchange) : lostEndVerdict(exchange);
  }
  // What its answer lacks is told on the call that was held back; here only that it is no permission.
  const credentials = call !== undefined && asksCredentials(call);
  const asked = { ...preflightRequestOf(exchange, undefined), credentials };
  // An answered call was permitted, whatever its preflight looks like from here.
  const isAllowed = call?.response.status === 'present' || preflightFaults(exchange, asked).length === 0;
  const values = { status: String(answer.status) };
  if (!isAllowed) return plain('stopped', 'error', 'preflight-refused', values);
  // DevTools tell a call when it has ended, so its preflight may stand alone for a while. It is no call of its own.
  return call
    ? plain('clean', 'clean', 'preflight-allowed', values)
    : plain('clean', 'notice', 'preflight-alone', values);
}

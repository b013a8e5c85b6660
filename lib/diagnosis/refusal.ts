import { type ErrorCode, isErrorCode } from '../api/error-codes';
import type { Exchange } from '../exchange/exchange';
import { carriesKey, isSiteCall } from '../exchange/kind';
import { presentValue } from '../exchange/presence';
import type { ApiMessage } from '../exchange/response-body';
import type { HeadlineKey } from '../messages/diagnosis-texts';
import type { Neighbours } from '../rules/neighbours';
import type { Finding } from '../rules/rule';
import { shown } from '../rules/shown';
import type { Diagnosis } from './diagnosis';
import { retryAdviceOf, type ServerAnswer, statusHeadlineOf, tellsItself } from './server-answer';
import { lacksHeaders } from './unanswered';
import { about, failureCauseOf, plain, type Verdict } from './verdict';

function serverOf(error: ApiMessage, status: number): NonNullable<Diagnosis['server']> {
  return { ...error, status, retry: retryAdviceOf(error.code, status) };
}

/** These say that the answer is no documented error; where nobody saw it, it may be. */
const SAY_NO_REASON = new Set<HeadlineKey>(['status-401', 'status-403', 'status-4xx']);

/** Of these the auth header may be the cause. */
const MAY_MEAN_KEY = new Set<HeadlineKey>(['status-401', 'status-403']);

/** These lay it to the key, which is sound where it was accepted in another call. */
const BLAME_KEY = new Set<HeadlineKey>(['code-invalid_api_key', 'status-401']);

/** A site's own call without a key: what failed is its login. */
const isLoginRefused = (exchange: Exchange, status: number) =>
  (status === 401 || status === 403) && isSiteCall(exchange) && !carriesKey(exchange);

function unexplained(
  key: HeadlineKey,
  values: Readonly<Record<string, string>>,
  { acceptedAt }: Neighbours,
): Verdict {
  return acceptedAt !== undefined && BLAME_KEY.has(key)
    ? plain('unexplained', 'error', 'key-accepted', { ...values, origin: acceptedAt })
    : plain('unexplained', 'error', key, values);
}

/** What the server says in a form that is not documented. */
function wordsOf({ response }: Exchange): string | undefined {
  const { body } = presentValue(response) ?? {};
  const errors = (body && presentValue(body)?.errors) ?? [];
  return errors.find(({ message }) => message !== '')?.message;
}

/** A body that names no code: only the status can be compared with what the findings predict. */
function withoutCode(
  exchange: Exchange,
  findings: readonly Finding[],
  status: number,
  neighbours: Neighbours,
): Verdict {
  const predicting = findings.filter(({ predicts }) => predicts !== undefined);
  const match = predicting.find(({ predicts }) => predicts?.status === status);
  if (match !== undefined) return about(match, 'predicted', 'error');
  const hidden = failureCauseOf(findings);
  if (hidden?.rule === 'response-hidden-by-cors') return about(hidden, 'stopped', 'error');
  const other = predicting.find(({ severity }) => severity === 'error');
  const { method, url } = exchange.request;
  const values = { status: String(status), method, path: url.path };
  if (other?.predicts !== undefined) {
    if (tellsItself(status, exchange.request))
      return plain('contradicted', 'error', statusHeadlineOf(status, exchange.request), values);
    return {
      ...plain('contradicted', 'error', 'contradicted-status'),
      headline: {
        from: 'diagnosis',
        key: 'contradicted-status',
        values: { ...values, expected: String(other.predicts.status) },
        finding: other,
      },
      cause: other,
    };
  }
  if (isLoginRefused(exchange, status)) return plain('unexplained', 'error', 'login-refused', values);
  const headline = statusHeadlineOf(status, exchange.request);
  if (SAY_NO_REASON.has(headline) && lacksHeaders(exchange))
    return plain('unexplained', 'error', 'headers-unknown', values);
  if (MAY_MEAN_KEY.has(headline) && exchange.request.credentials.status === 'absent')
    return plain('unexplained', 'error', 'auth-header-unknown', values);
  const message = wordsOf(exchange);
  if (headline === 'status-4xx' && message !== undefined)
    return plain('unexplained', 'error', 'status-words', { ...values, message: shown(message, 120) });
  const isUnseen = SAY_NO_REASON.has(headline) && presentValue(exchange.response)?.body.status === 'absent';
  return unexplained(isUnseen ? 'reason-unseen' : headline, values, neighbours);
}

const ABOUT_KEY = new Set<ErrorCode>([
  'invalid_api_key',
  'missing_api_key',
  'multiple_api_keys',
  'invalid_authorization_header',
]);

function unexplainedKey(exchange: Exchange, code: string, status: number): HeadlineKey {
  if (isLoginRefused(exchange, status)) return 'login-refused';
  if (!isErrorCode(code)) {
    const { request } = exchange;
    return tellsItself(status, request) ? statusHeadlineOf(status, request) : 'code-unknown';
  }
  const { credentials, headers } = exchange.request;
  // Advice on a header makes no sense where the record does not hold it, or a mark in its place.
  const known = presentValue(credentials);
  const isHidden = known === undefined || (known.length > 0 && known.every(({ redacted }) => redacted));
  if (isHidden && ABOUT_KEY.has(code)) return 'key-not-recorded';
  const isTypeUnseen = headers.status === 'absent' && code === 'unsupported_media_type';
  return isTypeUnseen ? 'type-not-recorded' : `code-${code}`;
}

/** A call that the server refused. */
export function refusalVerdict(
  exchange: Exchange,
  findings: readonly Finding[],
  { status, errors }: ServerAnswer,
  neighbours: Neighbours,
): Verdict {
  const [first] = errors;
  if (first === undefined) return withoutCode(exchange, findings, status, neighbours);
  for (const finding of findings) {
    const said = errors.find(({ code }) => code === finding.predicts?.code);
    if (said !== undefined)
      return { ...about(finding, 'confirmed', 'error'), server: serverOf(said, status) };
  }
  const server = serverOf(first, status);
  const { method, url } = exchange.request;
  const values = {
    status: String(status),
    method,
    path: url.path,
    code: first.code,
    message: first.message,
  };
  const other = findings.find(({ severity, predicts }) => severity === 'error' && predicts !== undefined);
  const inWords = unexplainedKey(exchange, first.code, status);
  if (other?.predicts !== undefined) {
    // The server's own words before what it did not speak of.
    if (tellsItself(status, exchange.request))
      return { ...plain('contradicted', 'error', inWords, values), server };
    const key = isErrorCode(first.code) ? 'contradicted' : 'contradicted-unknown-code';
    const headline = {
      from: 'diagnosis',
      key,
      values: { ...values, expected: other.predicts.code },
      finding: other,
    } as const;
    return { outcome: 'contradicted', state: 'error', headline, cause: other, server };
  }
  return { ...unexplained(inWords, values, neighbours), server };
}

import { ERROR_CODES, isErrorCode, type RetryAdvice } from '../api/error-codes';
import type { Exchange, RequestFacts } from '../exchange/exchange';
import { presentValue } from '../exchange/presence';
import type { ApiMessage } from '../exchange/response-body';
import type { StatusHeadline } from '../messages/diagnosis-texts';
import { isCallUndocumented, isDocumentedCall } from './documented-call';

/** What the server said of one exchange. */
export interface ServerAnswer {
  readonly status: number;
  /** True when it did not do what was asked, be it by status or by an error in the body of a success. */
  readonly refused: boolean;
  /** The errors of the body that have a code, in the server's order. */
  readonly errors: readonly ApiMessage[];
}

/** `undefined` when there is no answer. */
export function serverAnswerOf(exchange: Exchange): ServerAnswer | undefined {
  const response = presentValue(exchange.response);
  if (response === undefined) return undefined;
  const errors = (presentValue(response.body)?.errors ?? []).filter(({ code }) => code !== '');
  return { status: response.status, refused: response.status >= 400 || errors.length > 0, errors };
}

/** Whether to send the same call again; codes that are not documented are judged by their status. */
export function retryAdviceOf(code: string, status: number): RetryAdvice {
  if (isErrorCode(code)) return ERROR_CODES[code].retry;
  if (status === 429 || status === 503) return 'after-wait';
  return status >= 500 ? 'may-help' : 'after-change';
}

/** What these say holds whatever code the body names. */
const TELLING = new Set([405, 413, 429]);

/** Whether a status says what is wrong by itself, be there a code or another fault of the request. */
export function tellsItself(status: number, request: RequestFacts): boolean {
  return TELLING.has(status) || (status === 404 && !isDocumentedCall(request));
}

/** The headline for a status whose body has no code. */
export function statusHeadlineOf(status: number, request: RequestFacts): StatusHeadline {
  switch (status) {
    case 401:
      return 'status-401';
    case 403:
      return 'status-403';
    case 404:
    case 405:
      return isCallUndocumented(request) ? 'call-undocumented' : `status-${status}`;
    case 413:
      return 'status-413';
    case 429:
      return 'status-429';
    case 502:
    case 503:
    case 504:
      return 'status-gateway';
    default:
      return status >= 500 ? 'status-5xx' : 'status-4xx';
  }
}

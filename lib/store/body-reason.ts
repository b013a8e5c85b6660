import type { Exchange } from '../exchange/exchange';
import { requestOriginOf } from '../exchange/page-origin';
import { type AbsenceReason, presentValue } from '../exchange/presence';
import { originVerdict } from '../rules/cors';

/** Whether a call has ended, and DevTools may still tell its body. */
export function isBodyAwaited({ state, response }: Exchange): boolean {
  const body = presentValue(response)?.body;
  return state !== 'pending' && body?.status === 'absent' && body.reason === 'pending';
}

/** Why there is no body of a call that was answered and failed all the same. */
export function reasonOfFailure(exchange: Exchange): AbsenceReason {
  const response = presentValue(exchange.response);
  const origin = requestOriginOf(exchange);
  const isHidden =
    response &&
    /ERR_FAILED|NS_ERROR_DOM_BAD_URI/.test(exchange.error?.text ?? '') &&
    // A redirect that the code does not follow ends in the same words.
    Math.floor(response.status / 100) !== 3 &&
    origin !== exchange.request.url.origin &&
    originVerdict(response, origin) !== 'allowed';
  return isHidden ? 'cors' : 'failed';
}

import type { Exchange } from '../exchange/exchange';
import { isBeacon, isOpaque } from '../exchange/opaque';
import { type AbsenceReason, presentValue } from '../exchange/presence';
import { originVerdict } from '../rules/cors';

const bodyOf = ({ response }: Exchange) => presentValue(response)?.body;

export const hasBody = (exchange: Exchange) => bodyOf(exchange)?.status === 'present';

/** Whether a call has ended, and DevTools may still tell its body. */
export function isBodyAwaited(exchange: Exchange): boolean {
  const body = bodyOf(exchange);
  return exchange.state !== 'pending' && body?.status === 'absent' && body.reason === 'pending';
}

/** Why there is no body of a call that was answered and failed all the same. */
export function reasonOfFailure({ response, error, request, initiator }: Exchange): AbsenceReason {
  const answer = presentValue(response);
  const isHidden =
    answer &&
    /ERR_FAILED|NS_ERROR_DOM_BAD_URI/.test(error?.text ?? '') &&
    // A redirect that the code does not follow ends in the same words.
    (answer.status < 300 || answer.status > 399) &&
    initiator.origin !== request.url.origin &&
    originVerdict(answer, initiator.origin) !== 'allowed';
  return isHidden ? 'cors' : 'failed';
}

/** Why DevTools tell no body of a call that was answered. */
export function reasonUntold(exchange: Exchange): AbsenceReason {
  if (isOpaque(exchange) || isBeacon(exchange)) return 'opaque';
  return exchange.tabId === -1 ? 'no-tab' : 'body-unread';
}

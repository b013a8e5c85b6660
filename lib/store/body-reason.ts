import type { Exchange } from '../exchange/exchange';
import { requestOriginOf } from '../exchange/page-origin';
import { type AbsenceReason, presentValue } from '../exchange/presence';
import { originVerdict } from '../rules/cors';

const bodyOf = ({ response }: Exchange) => presentValue(response)?.body;

export const hasBody = (exchange: Exchange) => bodyOf(exchange)?.status === 'present';

/** Whether a call has ended, and DevTools may still tell its body. */
export function isBodyAwaited(exchange: Exchange): boolean {
  const body = bodyOf(exchange);
  return exchange.state !== 'pending' && body?.status === 'absent' && body.reason === 'pending';
}

/** Why there is no body of a call that was answered and failed all the same; `undefined` when it did not. */
export function reasonOfFailure(exchange: Exchange): AbsenceReason | undefined {
  const { state, error, request, response } = exchange;
  if (state !== 'failed') return undefined;
  const answer = presentValue(response);
  const origin = requestOriginOf(exchange);
  const isHidden =
    /ERR_FAILED|NS_ERROR_DOM_BAD_URI/.test(error?.text ?? '') &&
    answer !== undefined &&
    // A redirect that the code does not follow ends in the same words.
    !(answer.status >= 300 && answer.status < 400) &&
    origin !== request.url.origin &&
    originVerdict(answer, origin) !== 'allowed';
  return isHidden ? 'cors' : 'failed';
}

import type { EpochMilliseconds, Milliseconds } from '../api/units';
import type { Exchange, LostEnd } from './exchange';
import { type AbsenceReason, absent, present, presentValue, settled } from './presence';

/** Streams may run for minutes; a call without a sign of life for so long has lost its end. */
export const SILENCE: Milliseconds = 600_000;

/** Whether a call still waits although the browser told nothing of it for `SILENCE`. */
export function isSilent({ state, startedDateTime, response }: Exchange, now: EpochMilliseconds): boolean {
  const latest = presentValue(response)?.receivedDateTime ?? startedDateTime;
  return state === 'pending' && now - latest >= SILENCE;
}

/** The call as it stays when nothing more is expected of it: what was still to come went by unseen. */
export function loseEnd(exchange: Exchange, lostEnd: LostEnd): Exchange {
  const { request, response } = exchange;
  return {
    ...exchange,
    state: 'unknown-end',
    lostEnd,
    request: { ...request, headers: settled(request.headers), credentials: settled(request.credentials) },
    response: settled(response),
  };
}

/** Something is told of the call after all: it goes on where it was. */
export function revive(exchange: Exchange): Exchange {
  const { lostEnd, ...known } = exchange;
  return lostEnd === undefined ? exchange : { ...known, state: 'pending' };
}

/** The call as it stays when its body does not come, and why. */
export function loseBody(exchange: Exchange, reason: AbsenceReason): Exchange {
  const response = presentValue(exchange.response);
  return response?.body.status === 'absent'
    ? { ...exchange, response: present({ ...response, body: absent(reason) }) }
    : exchange;
}

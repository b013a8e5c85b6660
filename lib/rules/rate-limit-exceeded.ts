import { DOCUMENTATION } from '../api/endpoints';
import { untilValue, waitAfter } from './answer-time';
import { fullestWindow, MINUTE } from './rate-window';
import { defineRule } from './rule';

export default defineRule({
  id: 'rate-limit-exceeded',
  severity: 'error',
  predicts: { status: 429, code: 'rate_limit_exceeded' },
  documentation: DOCUMENTATION.rateLimits,
  requires: ['kind', 'response', 'exchange', 'history'],
  check({ kind, response, exchange, history }) {
    if (kind !== 'api-call') return 'not-applicable';
    if (response.status !== 429) return [];
    const wait = waitAfter(exchange);
    const location = { type: 'response', ...(wait && { header: wait.header }) } as const;
    const seconds = wait && Math.ceil(wait.milliseconds / 1_000);
    if (seconds !== undefined && wait?.until === undefined)
      return [{ message: 'seconds', values: { seconds }, location }];
    const waiting = seconds !== undefined &&
      wait?.until && { seconds, until: untilValue(wait.until, wait.milliseconds) };
    const window = history && fullestWindow(history);
    if (window === undefined || window.requests === 0) {
      return [
        { message: waiting ? 'until' : 'no-time', ...(waiting && { values: { ...waiting } }), location },
      ];
    }
    const { requests: count, inputCharacters: characters, duration } = window;
    const values = { ...waiting, count, minutes: duration / MINUTE };
    // Where no body was recorded, their length is not known.
    if (characters === 0) return [{ message: waiting ? 'until-calls' : 'no-time-calls', values, location }];
    return [
      {
        message: waiting ? 'until-counted' : 'no-time-counted',
        values: { ...values, characters },
        location,
      },
    ];
  },
});

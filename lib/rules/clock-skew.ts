import { DOCUMENTATION } from '../api/endpoints';
import type { Milliseconds } from '../api/units';
import { headerValue } from '../exchange/header-facts';
import { answeredAt, parseHttpDate } from './answer-time';
import { defineRule } from './rule';

const TOLERATED: Milliseconds = 60_000;
/** `Date` tells whole seconds, cut off. */
const RESOLUTION: Milliseconds = 999;

/** `94 s`, `12 min`, `3 h`, `2 d`: the largest unit of which there are at least two. */
function spanOf(milliseconds: Milliseconds): string {
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
  ] as const;
  const [name, size] = units.find(([, length]) => milliseconds >= 2 * length) ?? ['s', 1_000];
  return `${Math.round(milliseconds / size)} ${name}`;
}

export default defineRule({
  id: 'clock-skew',
  severity: 'warning',
  documentation: DOCUMENTATION.authentication,
  requires: ['kind', 'response', 'startedDateTime', 'time', 'exchange'],
  check({ kind, response, startedDateTime, time, exchange }) {
    const date = parseHttpDate(headerValue(response.headers, 'date'));
    const isKnown = startedDateTime > 0 && (time !== undefined || response.receivedDateTime !== undefined);
    if (kind !== 'api-call' || date === undefined || !isKnown) return 'not-applicable';
    // A stored answer has the date of the day it was stored.
    const age = Number(headerValue(response.headers, 'age') ?? 0);
    if (response.fromCache || response.status === 304 || age > 0) return 'not-applicable';
    // The server wrote its date some time between start and answer.
    const behind = date - answeredAt(exchange);
    const ahead = startedDateTime - (date + RESOLUTION);
    const location = { type: 'response', header: 'Date' } as const;
    if (behind > TOLERATED) return [{ message: 'behind', values: { span: spanOf(behind) }, location }];
    if (ahead > TOLERATED) return [{ message: 'ahead', values: { span: spanOf(ahead) }, location }];
    return [];
  },
});

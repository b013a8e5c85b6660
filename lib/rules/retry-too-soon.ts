import { DOCUMENTATION } from '../api/endpoints';
import { untilValue } from './answer-time';
import { defineRule } from './rule';

export default defineRule({
  id: 'retry-too-soon',
  severity: 'warning',
  documentation: DOCUMENTATION.rateLimits,
  requires: ['kind', 'startedDateTime', 'history'],
  check({ kind, startedDateTime, history }) {
    const wait = history?.latestWait;
    if (kind !== 'api-call' || wait === undefined) return 'not-applicable';
    if (wait.until === undefined || startedDateTime >= wait.until) return [];
    const seconds = Math.max(1, Math.round((wait.until - startedDateTime) / 1_000));
    return [
      {
        message: 'too-soon',
        values: { count: seconds, until: untilValue(wait.until, seconds * 1_000) },
        location: { type: 'call' },
      },
    ];
  },
});

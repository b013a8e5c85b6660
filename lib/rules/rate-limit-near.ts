import { DOCUMENTATION } from '../api/endpoints';
import { fullestOf, MINUTE, NEAR, windowUses } from './rate-window';
import { defineRule } from './rule';

export default defineRule({
  id: 'rate-limit-near',
  severity: 'warning',
  documentation: DOCUMENTATION.rateLimits,
  requires: ['kind', 'endpoint', 'history', 'knownResponse'],
  check({ kind, endpoint, history, knownResponse }) {
    const isCounted = kind === 'api-call' && endpoint !== undefined && history !== undefined;
    // A call that was refused is over the limit; `rate-limit-exceeded` says so.
    if (!isCounted || knownResponse?.status === 429) return 'not-applicable';
    // Where the server let the key go over one default, the others are worth a word only when it is over them as well.
    const least = history.wasExceeded() ? 1 : NEAR;
    const window = fullestOf(
      windowUses(history).filter(
        ({ used, duration, of }) => used > least && !history.wasExceeded(duration, of),
      ),
    );
    if (window === undefined) return [];
    // What the server accepts over the documented default lets suppose that the account has other limits.
    const isAllowed = window.used > 1 && knownResponse !== undefined && knownResponse.status < 400;
    const isOfRequests = window.of === 'requests';
    return [
      {
        message: isAllowed ? (isOfRequests ? 'requests-allowed' : 'characters-allowed') : window.of,
        values: {
          count: isOfRequests ? window.requests : window.inputCharacters,
          limit: window.limit,
          minutes: window.duration / MINUTE,
          percent: Math.floor(window.used * 100),
        },
        location: { type: 'call' },
      },
    ];
  },
});

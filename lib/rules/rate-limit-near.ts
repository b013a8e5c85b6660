import { DOCUMENTATION } from '../api/endpoints';
import { fullestWindow, MINUTE, NEAR } from './rate-window';
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
    const window = fullestWindow(history);
    if (window.used <= NEAR) return [];
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

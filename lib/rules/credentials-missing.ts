import { DOCUMENTATION } from '../api/endpoints';
import { defineRule } from './rule';

export default defineRule({
  id: 'credentials-missing',
  severity: 'error',
  predicts: { status: 401, code: 'missing_api_key' },
  documentation: DOCUMENTATION.authentication,
  requires: ['kind', 'isDashboardCall', 'credentials', 'requestHeaders'],
  check({ kind, isDashboardCall, credentials, requestHeaders }) {
    if (kind !== 'api-call' || isDashboardCall) return 'not-applicable';
    if (credentials.length > 0) return [];
    // A header that was meant to be one is `header-name-unknown`'s to tell.
    if (requestHeaders.some(({ meant }) => meant !== undefined)) return [];
    return [{ message: 'none', location: { type: 'call' } }];
  },
});

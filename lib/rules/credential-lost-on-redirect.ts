import { DOCUMENTATION } from '../api/endpoints';
import { presentValue } from '../exchange/presence';
import { defineRule } from './rule';

export default defineRule({
  id: 'credential-lost-on-redirect',
  severity: 'error',
  predicts: { status: 401, code: 'missing_api_key' },
  documentation: DOCUMENTATION.fetchRedirect,
  requires: ['kind', 'url', 'credentials', 'previousHop'],
  check({ kind, url, credentials, previousHop }) {
    if (kind === 'preflight' || previousHop === undefined) return 'not-applicable';
    const before = presentValue(previousHop.request.credentials) ?? [];
    const had = before.some(({ field, length }) => field === 'Authorization' && length > 0);
    if (!had || credentials.some(({ field }) => field === 'Authorization')) return [];
    const values = { from: previousHop.request.url.origin, to: url.origin };
    const location = { type: 'header', name: 'Authorization' } as const;
    // With a key header beside it the call still carries a key.
    if (credentials.length > 0) return [{ message: 'another-key-kept', values, location, predicts: null }];
    return [{ message: values.from === values.to ? 'same-origin' : 'other-origin', values, location }];
  },
});

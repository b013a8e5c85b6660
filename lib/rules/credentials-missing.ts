import { authHeaderOf } from '../api/auth-headers';
import { DOCUMENTATION } from '../api/endpoints';
import { nearMissOf } from '../api/near-miss';
import { headerValue } from '../exchange/header-facts';
import { defineRule } from './rule';

export default defineRule({
  id: 'credentials-missing',
  severity: 'error',
  predicts: { status: 401, code: 'missing_api_key' },
  documentation: DOCUMENTATION.authentication,
  requires: ['kind', 'isSiteCall', 'credentials', 'requestHeaders', 'written', 'url', 'leftOut'],
  check({ kind, isSiteCall, credentials, requestHeaders, written, url, leftOut }) {
    if (kind !== 'api-call' || isSiteCall) return 'not-applicable';
    if (credentials.length > 0) return [];
    // A header that was meant to be one is `header-name-unknown`'s to tell.
    if (requestHeaders.some(({ meant }) => meant !== undefined)) return [];
    const [dropped] = written?.credentials ?? [];
    // Such a call carries no header but a few harmless ones (Fetch, "request-no-cors" guard).
    if (dropped && headerValue(requestHeaders, 'sec-fetch-mode') === 'no-cors') {
      const { header } = dropped;
      return [{ message: 'no-cors', values: { header }, location: { type: 'header', name: header } }];
    }
    const [header] = leftOut;
    if (header !== undefined) {
      const documented = authHeaderOf(header) ?? nearMissOf(header) ?? header;
      return [
        { message: 'no-colon', values: { header, documented }, location: { type: 'header', name: header } },
      ];
    }
    const isBeacon = written?.api === 'sendBeacon';
    const message = isBeacon ? 'beacon' : url.secrets.length > 0 ? 'in-url' : 'none';
    return [{ message, location: { type: 'call' } }];
  },
});

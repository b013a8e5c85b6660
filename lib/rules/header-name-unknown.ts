import { DOCUMENTATION } from '../api/endpoints';
import type { FindingDraft } from './rule';
import { defineRule } from './rule';
import { shownName } from './shown';

export default defineRule({
  id: 'header-name-unknown',
  severity: 'error',
  predicts: { status: 401, code: 'missing_api_key' },
  documentation: DOCUMENTATION.authentication,
  requires: ['kind', 'isSiteCall', 'credentials', 'requestHeaders'],
  check({ kind, isSiteCall, credentials, requestHeaders }) {
    if (kind !== 'api-call' || isSiteCall) return 'not-applicable';
    if (credentials.length > 0) return [];
    const told = new Map<string, FindingDraft>();
    for (const { name, meant } of requestHeaders) {
      if (meant === undefined || told.has(name.toLowerCase())) continue;
      told.set(name.toLowerCase(), {
        message: meant === 'Authorization' ? 'authorization' : 'key-header',
        values: { header: shownName(name), documented: meant },
        location: { type: 'header', name },
      });
    }
    return [...told.values()];
  },
});

import { DOCUMENTATION } from '../api/endpoints';
import { defineRule } from './rule';

export default defineRule({
  id: 'body-llms-conflict',
  severity: 'error',
  predicts: { status: 400, code: 'invalid_field' },
  documentation: DOCUMENTATION.requests,
  requires: ['kind', 'endpoint', 'requestBody'],
  check({ kind, endpoint, requestBody: { chat } }) {
    if (kind !== 'api-call' || endpoint === undefined || chat === undefined) return 'not-applicable';
    if (chat.llms === 0 || chat.excludeLlms === 0) return [];
    return [{ message: 'both', location: { type: 'body', path: 'exclude_llms' } }];
  },
});

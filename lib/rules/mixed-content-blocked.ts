import { DOCUMENTATION } from '../api/endpoints';
import { defineRule } from './rule';

export default defineRule({
  id: 'mixed-content-blocked',
  severity: 'error',
  documentation: DOCUMENTATION.mixedContent,
  requires: ['kind', 'url', 'pageOrigin', 'blockedAsMixedContent'],
  check({ kind, url, pageOrigin, blockedAsMixedContent }) {
    if (kind !== 'api-call' || url.scheme !== 'http') return 'not-applicable';
    if (!blockedAsMixedContent || pageOrigin === undefined) return [];
    return [{ message: 'blocked', values: { page: pageOrigin }, location: { type: 'url', part: 'scheme' } }];
  },
});

import { DOCUMENTATION } from '../api/endpoints';
import { pageOriginOf } from '../exchange/page-origin';
import { defineRule } from './rule';

export default defineRule({
  id: 'mixed-content-blocked',
  severity: 'error',
  documentation: DOCUMENTATION.mixedContent,
  requires: ['kind', 'url', 'exchange', 'blockedAsMixedContent'],
  check({ kind, url, exchange, blockedAsMixedContent }) {
    if (kind !== 'api-call' || url.scheme !== 'http') return 'not-applicable';
    if (!blockedAsMixedContent) return [];
    return [
      {
        message: 'blocked',
        values: { page: pageOriginOf(exchange) ?? '' },
        location: { type: 'url', part: 'scheme' },
      },
    ];
  },
});

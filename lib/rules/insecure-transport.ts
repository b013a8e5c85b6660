import { DOCUMENTATION } from '../api/endpoints';
import type { Exchange } from '../exchange/exchange';
import { isLoopback } from '../exchange/loopback';
import { preflightFaults, preflightRequestOf, UNREACHED } from './cors';
import { defineRule } from './rule';

/** DevTools tell the headers also of a call that went nowhere: its preflight failed, or there was no connection. */
function isUnsent(call: Exchange, preflight: Exchange | undefined): boolean {
  if (call.response.status === 'present') return false;
  if (/BLOCKED_BY_CLIENT/.test(call.error?.text ?? '') || UNREACHED.test(call.error?.text ?? '')) return true;
  return (
    preflight !== undefined && preflightFaults(preflight, preflightRequestOf(preflight, call)).length > 0
  );
}

export default defineRule({
  id: 'insecure-transport',
  severity: 'error',
  documentation: DOCUMENTATION.authentication,
  requires: ['kind', 'url', 'exchange', 'preflight', 'knownCredentials', 'redirect', 'blockedAsMixedContent'],
  check({ kind, url, exchange, preflight, knownCredentials, redirect, blockedAsMixedContent }) {
    if (kind !== 'api-call' || isLoopback(url.hostname)) return 'not-applicable';
    if (url.scheme !== 'http') return [];
    // What the browser upgraded by itself (HSTS) or stopped never went over the wire like this.
    if (redirect?.internal || blockedAsMixedContent || exchange.state === 'never-sent') return [];
    const location = { type: 'url', part: 'scheme' } as const;
    if (isUnsent(exchange, preflight)) return [{ message: 'unsent', location }];
    const header = knownCredentials.find(({ fingerprint }) => fingerprint !== '')?.header;
    const upgraded = redirect?.url.scheme === 'https';
    if (header !== undefined) {
      return [{ message: upgraded ? 'key-before-redirect' : 'key', values: { header }, location }];
    }
    if (url.secrets.some(({ fingerprint }) => fingerprint !== ''))
      return [{ message: 'key-in-url', location }];
    return [{ message: 'no-key', location }];
  },
});

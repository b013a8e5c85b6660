import { DOCUMENTATION } from '../api/endpoints';
import { isLoopback } from '../exchange/loopback';
import { defineRule } from './rule';

export default defineRule({
  id: 'insecure-transport',
  severity: 'error',
  documentation: DOCUMENTATION.authentication,
  requires: ['kind', 'url', 'state', 'knownCredentials', 'redirect', 'blockedAsMixedContent'],
  check({ kind, url, state, knownCredentials, redirect, blockedAsMixedContent }) {
    if (kind !== 'api-call' || isLoopback(url.hostname)) return 'not-applicable';
    if (url.scheme !== 'http') return [];
    // What the browser upgraded by itself (HSTS) or stopped never went over the wire like this.
    if (redirect?.internal || blockedAsMixedContent || state === 'never-sent') return [];
    const location = { type: 'url', part: 'scheme' } as const;
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

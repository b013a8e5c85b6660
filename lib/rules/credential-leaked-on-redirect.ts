import { DOCUMENTATION } from '../api/endpoints';
import { isInfuzuHostname } from '../api/hosts';
import type { Credential } from '../exchange/credential';
import { isLoopback } from '../exchange/loopback';
import { presentValue } from '../exchange/presence';
import type { UrlFacts } from '../exchange/url-facts';
import { defineRule } from './rule';

/**
 * One host's redirect to https. The scheme counts for the origin, so the key is carried on; but the fault lies in the
 * hop without encryption, where it is told, and not in the one that is as it should be.
 */
function isUpgrade(from: UrlFacts, to: UrlFacts): boolean {
  return from.hostname === to.hostname && from.scheme === 'http' && to.scheme === 'https';
}

/** Browsers, curl and Python's requests keep every header but `Authorization`. */
function keptHeader(credentials: readonly Credential[]): string | undefined {
  return credentials.find(({ field, fingerprint }) => field !== 'Authorization' && fingerprint !== '')
    ?.header;
}

export default defineRule({
  id: 'credential-leaked-on-redirect',
  severity: 'error',
  documentation: DOCUMENTATION.fetchRedirect,
  requires: ['kind', 'url', 'credentials', 'redirect', 'browserError', 'previousHop', 'nextHop'],
  check({ kind, url, credentials, redirect, browserError, previousHop, nextHop }) {
    const header = keptHeader(credentials);
    if (kind !== 'api-call' || (redirect === undefined && previousHop === undefined)) return 'not-applicable';
    if (header === undefined) return [];
    const location = { type: 'header', name: header } as const;
    const before = previousHop?.request.url;
    const isCarried = before !== undefined && before.origin !== url.origin && !isUpgrade(before, url);
    if (isCarried && !previousHop?.redirect?.internal) {
      return [{ message: 'carried', values: { header, from: before.origin, to: url.origin }, location }];
    }
    // What the browser redirects by itself (HSTS) was never sent.
    if (redirect === undefined || redirect.internal || redirect.url.origin === url.origin) return [];
    const values = { header, from: url.origin, to: redirect.url.origin };
    if (isUpgrade(url, redirect.url)) {
      const following = (nextHop && presentValue(nextHop.request.credentials)) ?? [];
      // Nothing leaves the machine on the way from one loopback address to itself.
      const isKept = keptHeader(following) !== undefined && !isLoopback(url.hostname);
      return isKept ? [{ message: 'upgraded', values, location }] : [];
    }
    // Other people's hosts are not observed: of a hop to them only the redirect is seen. One that ends was not followed.
    const isUnseen =
      nextHop === undefined && browserError === undefined && !isInfuzuHostname(redirect.url.hostname);
    return isUnseen ? [{ message: 'target-unseen', values, location }] : [];
  },
});

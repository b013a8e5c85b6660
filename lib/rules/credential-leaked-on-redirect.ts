import { DOCUMENTATION } from '../api/endpoints';
import { isInfuzuHostname } from '../api/hosts';
import type { Credential } from '../exchange/credential';
import type { UrlFacts } from '../exchange/url-facts';
import { defineRule } from './rule';

/** True when a key sent to the one reaches somebody else at the other. The upgrade of one host to https leaks to nobody. */
function reachesOthers(from: UrlFacts, to: UrlFacts): boolean {
  if (from.origin === to.origin) return false;
  return from.hostname !== to.hostname || !(from.scheme === 'http' && to.scheme === 'https');
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
  requires: ['kind', 'url', 'credentials', 'redirect', 'previousHop', 'nextHop'],
  check({ kind, url, credentials, redirect, previousHop, nextHop }) {
    const header = keptHeader(credentials);
    if (kind !== 'api-call' || (redirect === undefined && previousHop === undefined)) return 'not-applicable';
    if (header === undefined) return [];
    const location = { type: 'header', name: header } as const;
    const before = previousHop?.request.url;
    if (before !== undefined && !previousHop?.redirect?.internal && reachesOthers(before, url)) {
      return [{ message: 'carried', values: { header, from: before.origin, to: url.origin }, location }];
    }
    // Other people's hosts are not observed: of a hop to them only the redirect is seen.
    const isUnseen =
      redirect !== undefined && nextHop === undefined && !isInfuzuHostname(redirect.url.hostname);
    if (isUnseen && !redirect.internal && reachesOthers(url, redirect.url)) {
      return [
        { message: 'target-unseen', values: { header, from: url.origin, to: redirect.url.origin }, location },
      ];
    }
    return [];
  },
});

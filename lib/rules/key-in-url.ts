import { DOCUMENTATION } from '../api/endpoints';
import type { UrlSecret } from '../exchange/url-facts';
import { defineRule, type FindingDraft } from './rule';
import { shown } from './shown';

function findingOf({ where, name, because }: UrlSecret): FindingDraft {
  if (where === 'userinfo') return { message: 'userinfo', location: { type: 'url', part: where } };
  const location = { type: 'url', part: where, ...(name !== '' && { name }) } as const;
  if (name === '' && because === 'shape') return { message: 'bare-key', location };
  if (name === '') {
    return { message: where === 'query' ? 'bare-query' : 'bare-fragment', location };
  }
  const values = { name: shown(name, 64) };
  if (because === 'value') {
    return {
      message: where === 'query' ? 'header-key-in-query' : 'header-key-in-fragment',
      values,
      location,
    };
  }
  return { message: where === 'query' ? 'query' : 'fragment', values, location };
}

export default defineRule({
  id: 'key-in-url',
  severity: 'error',
  documentation: DOCUMENTATION.authentication,
  requires: ['kind', 'isSiteCall', 'url'],
  check({ kind, isSiteCall, url }) {
    if (kind !== 'api-call') return 'not-applicable';
    // The dashboard's own `?token=` (an invitation, a password reset) is no API key.
    const secrets = url.secrets.filter(({ because }) => !isSiteCall || because !== 'name');
    const places = new Map(
      secrets.map((secret) => [`${secret.where} ${secret.where === 'userinfo' ? '' : secret.name}`, secret]),
    );
    return [...places.values()].map(findingOf);
  },
});

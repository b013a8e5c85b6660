import { DOCUMENTATION } from '../api/endpoints';
import { defineRule } from './rule';
import { shown } from './shown';

/** The version as a number, 1.1 for `TLSv1.1`; 0 for any SSL; `undefined` for a name that tells none. */
function versionOf(name: string): number | undefined {
  if (/^\s*SSL/i.test(name)) return 0;
  const match = /^\s*TLS[\sv_]{0,3}(\d)(?:[._](\d))?/i.exec(name);
  return match ? Number(`${match[1]}.${match[2] ?? 0}`) : undefined;
}

export default defineRule({
  id: 'tls-outdated',
  severity: 'error',
  documentation: DOCUMENTATION.authentication,
  requires: ['kind', 'response'],
  check({ kind, response }) {
    const version = response.tlsVersion === undefined ? undefined : versionOf(response.tlsVersion);
    if (kind !== 'api-call' || version === undefined) return 'not-applicable';
    if (version >= 1.2) return [];
    const values = { version: shown(response.tlsVersion ?? '', 20) };
    return [{ message: 'outdated', values, location: { type: 'connection' } }];
  },
});

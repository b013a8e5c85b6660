import { DOCUMENTATION } from '../api/endpoints';
import type { Credential } from '../exchange/credential';
import { headerPlace } from './per-credential';
import { defineRule } from './rule';

function holdSameKey(credentials: readonly Credential[]): boolean {
  const [first] = credentials;
  return (
    first !== undefined &&
    first.fingerprint !== '' &&
    credentials.every(({ fingerprint }) => fingerprint === first.fingerprint)
  );
}

export default defineRule({
  id: 'credentials-multiple',
  severity: 'error',
  predicts: { status: 400, code: 'multiple_api_keys' },
  documentation: DOCUMENTATION.authentication,
  requires: ['credentials'],
  check({ credentials }) {
    const [credential] = credentials;
    if (credential === undefined) return 'not-applicable';
    if (credentials.length === 1) return [];
    const headers = new Map(credentials.toReversed().map(({ field, header }) => [field, header]));
    const isJoined = credentials.some(({ parts }) => parts > 1);
    const shape =
      headers.size === 3 ? 'three' : headers.size === 2 ? 'two' : isJoined ? 'joined' : 'repeated';
    const [first = '', second = '', third = ''] = [...headers.values()].sort();
    return [
      {
        message: holdSameKey(credentials) ? `${shape}-same-key` : shape,
        values: { count: credentials.length, first, second, third },
        location: headerPlace(credential),
      },
    ];
  },
});

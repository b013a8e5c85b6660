import { DOCUMENTATION } from '../api/endpoints';
import type { Credential } from '../exchange/credential';
import { defineRule } from './rule';

function holdSameKey(credentials: readonly Credential[]): boolean {
  const [first] = credentials;
  return (
    first !== undefined &&
    first.fingerprint !== '' &&
    credentials.every(({ fingerprint }) => fingerprint === first.fingerprint)
  );
}

function inOneHeader(credentials: readonly Credential[]) {
  const shape = credentials.some(({ parts }) => parts > 1) ? 'joined' : 'repeated';
  return holdSameKey(credentials) ? (`${shape}-same-key` as const) : shape;
}

export default defineRule({
  id: 'credentials-multiple',
  severity: 'error',
  predicts: { status: 400, code: 'multiple_api_keys' },
  documentation: DOCUMENTATION.authentication,
  requires: ['credentials'],
  check({ credentials }) {
    if (credentials.length === 0) return 'not-applicable';
    if (credentials.length === 1) return [];
    const headers = new Map(credentials.toReversed().map(({ field, header }) => [field, header]));
    const [first = '', ...others] = [...headers.values()].sort();
    const [second = '', third = ''] = others;
    return [
      {
        message: headers.size === 3 ? 'three' : headers.size === 2 ? 'two' : inOneHeader(credentials),
        values: { count: credentials.length, first, second, third },
        location: { type: 'header', name: first, ...(others.length > 0 && { others }) },
      },
    ];
  },
});

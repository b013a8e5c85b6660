import { DOCUMENTATION } from '../api/endpoints';
import type { Credential } from '../exchange/credential';
import { headerPlace } from './per-credential';
import { defineRule } from './rule';

/** A key that could work: filled in, and not a user's own password for another scheme. */
function isKey({ length, placeholder, form }: Credential): boolean {
  return length > 0 && placeholder === undefined && (form.type === 'key' || form.type === 'bearer');
}

export default defineRule({
  id: 'key-exposed-to-page',
  severity: 'notice',
  documentation: DOCUMENTATION.authentication,
  requires: ['initiator', 'isSiteCall', 'credentials'],
  check({ initiator, isSiteCall, credentials }) {
    if (initiator.page !== true || isSiteCall || credentials.length === 0) return 'not-applicable';
    const credential = credentials.find(isKey);
    if (credential === undefined) return [];
    return [{ message: 'page', values: { header: credential.header }, location: headerPlace(credential) }];
  },
});

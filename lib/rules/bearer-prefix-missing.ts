import { DOCUMENTATION } from '../api/endpoints';
import { headerPlace, inAuthorization, perCredential } from './per-credential';
import { defineRule } from './rule';

export default defineRule({
  id: 'bearer-prefix-missing',
  severity: 'error',
  predicts: { status: 401, code: 'invalid_authorization_header' },
  documentation: DOCUMENTATION.authentication,
  requires: ['credentials'],
  check({ credentials }) {
    const inHeader = inAuthorization(credentials);
    return perCredential(inHeader, (credential) => {
      // Two bare tokens in one header are what `credentials-multiple` tells.
      const isBare = credential.form.type === 'key' && credential.length > 0 && inHeader.length === 1;
      if (!isBare || credential.redacted) return [];
      return [{ message: 'bare', values: { header: credential.header }, location: headerPlace(credential) }];
    });
  },
});

import { DOCUMENTATION } from '../api/endpoints';
import { headerPlace, perCredential } from './per-credential';
import { defineRule } from './rule';

export default defineRule({
  id: 'credential-empty',
  severity: 'error',
  predicts: { status: 401, code: 'missing_api_key' },
  documentation: DOCUMENTATION.authentication,
  requires: ['credentials'],
  check({ credentials }) {
    return perCredential(credentials, (credential) => {
      if (credential.form.type !== 'empty') return [];
      const message = credential.whiteSpace.length > 0 ? 'white-space' : 'nothing';
      return [{ message, values: { header: credential.header }, location: headerPlace(credential) }];
    });
  },
});

import { DOCUMENTATION } from '../api/endpoints';
import { headerPlace, inKeyHeaders, perCredential } from './per-credential';
import { defineRule } from './rule';

export default defineRule({
  id: 'key-header-has-scheme',
  severity: 'error',
  predicts: { status: 401, code: 'invalid_api_key' },
  documentation: DOCUMENTATION.authentication,
  requires: ['credentials'],
  check({ credentials }) {
    return perCredential(inKeyHeaders(credentials), (credential) => {
      const { form, header } = credential;
      if (form.type !== 'bearer') return [];
      return [
        { message: 'bearer', values: { header, scheme: form.scheme }, location: headerPlace(credential) },
      ];
    });
  },
});

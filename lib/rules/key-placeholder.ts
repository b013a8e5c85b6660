import { DOCUMENTATION } from '../api/endpoints';
import { headerPlace, perCredential } from './per-credential';
import { defineRule } from './rule';
import { shown } from './shown';

export default defineRule({
  id: 'key-placeholder',
  severity: 'error',
  predicts: { status: 401, code: 'invalid_api_key' },
  documentation: DOCUMENTATION.authentication,
  requires: ['credentials'],
  check({ credentials }) {
    return perCredential(credentials, (credential) => {
      const { placeholder, header } = credential;
      if (placeholder === undefined) return [];
      return [
        {
          message: placeholder.kind,
          values: { header, placeholder: shown(placeholder.text, 60) },
          location: headerPlace(credential),
        },
      ];
    });
  },
});

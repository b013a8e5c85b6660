import { DOCUMENTATION } from '../api/endpoints';
import { headerPlace, inAuthorization, perCredential } from './per-credential';
import { defineRule } from './rule';
import { shown } from './shown';

export default defineRule({
  id: 'auth-scheme-unsupported',
  severity: 'error',
  predicts: { status: 401, code: 'invalid_authorization_header' },
  documentation: DOCUMENTATION.authentication,
  requires: ['credentials'],
  check({ credentials }) {
    return perCredential(inAuthorization(credentials), (credential) => {
      const { form, header } = credential;
      if (form.type !== 'other-scheme') return [];
      const location = headerPlace(credential);
      // A word that is no known scheme may be the first half of a key: it is not named.
      if (form.scheme === undefined) return [{ message: 'unknown', values: { header }, location }];
      const message = form.misspelt ? 'misspelt' : 'known';
      return [{ message, values: { header, scheme: shown(form.scheme, 24) }, location }];
    });
  },
});

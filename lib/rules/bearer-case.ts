import { DOCUMENTATION } from '../api/endpoints';
import { headerPlace, inAuthorization, perCredential } from './per-credential';
import { defineRule } from './rule';

export default defineRule({
  id: 'bearer-case',
  severity: 'warning',
  documentation: DOCUMENTATION.authentication,
  requires: ['credentials'],
  check({ credentials }) {
    return perCredential(inAuthorization(credentials), (credential) => {
      const { form, header, quotes } = credential;
      if (form.type !== 'bearer' || form.scheme === 'Bearer' || quotes?.aroundScheme) return [];
      const isRightOtherwise = form.separator === 'space' && form.tokens === 1 && form.schemes === 1;
      if (!isRightOtherwise) return [];
      return [
        {
          message: 'other-case',
          values: { header, scheme: form.scheme },
          location: headerPlace(credential),
        },
      ];
    });
  },
});

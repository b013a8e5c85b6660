import { DOCUMENTATION } from '../api/endpoints';
import type { CredentialForm } from '../exchange/credential-form';
import { headerPlace, inAuthorization, perCredential } from './per-credential';
import { defineRule } from './rule';

type BearerForm = Extract<CredentialForm, { type: 'bearer' }>;

/** What is wrong with it, the first thing to mend first; `undefined` for `Bearer`, one space, one token. */
function faultOf({ separator, tokens, schemes }: BearerForm): string | undefined {
  if (tokens === 0 && schemes === 1) return 'no-token';
  if (schemes > 1) return 'twice';
  if (separator !== 'space') return separator === 'none' ? 'no-space' : separator;
  return tokens > 1 ? 'several-tokens' : undefined;
}

export default defineRule({
  id: 'bearer-malformed',
  severity: 'error',
  predicts: { status: 401, code: 'invalid_authorization_header' },
  documentation: DOCUMENTATION.authentication,
  requires: ['credentials'],
  check({ credentials }) {
    return perCredential(inAuthorization(credentials), (credential) => {
      const message = credential.form.type === 'bearer' ? faultOf(credential.form) : undefined;
      if (message === undefined) return [];
      return [{ message, values: { header: credential.header }, location: headerPlace(credential) }];
    });
  },
});

import { DOCUMENTATION } from '../api/endpoints';
import { headerPlace, perCredential } from './per-credential';
import { defineRule } from './rule';
import { shown } from './shown';

export default defineRule({
  id: 'key-placeholder',
  severity: 'error',
  predicts: { status: 401, code: 'invalid_api_key' },
  documentation: DOCUMENTATION.authentication,
  requires: ['credentials', 'source'],
  check({ credentials, source }) {
    return perCredential(credentials, (credential) => {
      const { placeholder, header } = credential;
      if (placeholder === undefined) return [];
      // What a shell fills in the reader of curl lines takes out: this one is quoted so that none does.
      const isShellVariable =
        source === 'curl' && placeholder.kind === 'template' && placeholder.text.startsWith('$');
      return [
        {
          message: isShellVariable ? 'shell-variable' : placeholder.kind,
          values: { header, placeholder: shown(placeholder.text, 60) },
          location: headerPlace(credential),
        },
      ];
    });
  },
});

import { DOCUMENTATION } from '../api/endpoints';
import { describeCharacter } from '../exchange/characters';
import { perCredential } from './per-credential';
import { defineRule } from './rule';

const MAX_KINDS = 3;

export default defineRule({
  id: 'key-characters',
  severity: 'error',
  predicts: { status: 401, code: 'invalid_api_key' },
  documentation: DOCUMENTATION.authentication,
  requires: ['credentials', 'source'],
  check({ credentials, source }) {
    return perCredential(credentials, (credential) => {
      const { oddCharacters, header } = credential;
      const [first] = oddCharacters;
      if (first === undefined) return [];
      const kinds = [...new Set(oddCharacters.map(({ codePoint }) => describeCharacter(codePoint)))];
      const characters = kinds.slice(0, MAX_KINDS).join(', ') + (kinds.length > MAX_KINDS ? ', …' : '');
      return [
        {
          message: first.position < 0 ? 'before-scheme' : 'in-key',
          values: { header, count: oddCharacters.length, characters },
          location: { type: 'header', name: header, position: first.position },
          ...(first.position < 0 && {
            predicts: { status: 401, code: 'invalid_authorization_header' } as const,
          }),
          // The page's call threw: no server will answer it.
          ...(source === 'probe' && { predicts: null }),
        },
      ];
    });
  },
});

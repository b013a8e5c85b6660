import { DOCUMENTATION } from '../api/endpoints';
import { describeCharacter } from '../exchange/characters';
import type { QuoteFact } from '../exchange/credential';
import { headerPlace, perCredential } from './per-credential';
import { defineRule } from './rule';

/** A backtick would end the code that a text holds it in. */
function named(quote: string): string {
  return quote.includes('`') ? describeCharacter(96) : quote;
}

function messageOf({ open, close, aroundScheme }: QuoteFact, length: number): string {
  if (length === 0) return 'nothing-inside';
  if (aroundScheme) return 'around-scheme';
  return open === '' || close === '' ? 'one-end' : 'both-ends';
}

export default defineRule({
  id: 'key-quoted',
  severity: 'error',
  predicts: { status: 401, code: 'invalid_api_key' },
  documentation: DOCUMENTATION.authentication,
  requires: ['credentials'],
  check({ credentials }) {
    return perCredential(credentials, (credential) => {
      const { quotes, header, field, length } = credential;
      if (quotes === undefined) return [];
      const { open, close } = quotes;
      const breaksScheme = quotes.aroundScheme && field === 'Authorization';
      return [
        {
          message: messageOf(quotes, length),
          values: { header, open: named(open), close: named(close), quote: named(open || close) },
          location: headerPlace(credential),
          ...(breaksScheme && { predicts: { status: 401, code: 'invalid_authorization_header' } }),
        },
      ];
    });
  },
});

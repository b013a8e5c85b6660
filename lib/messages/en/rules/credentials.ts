import type { RuleTexts } from '../../rule-texts';

export const credentialRules = {
  'credentials-missing': {
    title: 'No credentials',
    description:
      'Every call to the Infuzu API must carry the key in exactly one of `Infuzu-API-Key`, `X-Infuzu-API-Key` or `Authorization: Bearer`.',
    messages: {
      none: {
        short: 'No auth header',
        text: 'The call carries no API key: none of `Infuzu-API-Key`, `X-Infuzu-API-Key` and `Authorization` is there.',
      },
    },
    remedy: 'Send the key in the `Infuzu-API-Key` header.',
  },
} as const satisfies Record<string, RuleTexts>;

import { exchangeOf, FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const keyHeader = (value: string) => ({ headers: [['Infuzu-API-Key', value]] as const });

ruleCases('key-characters', {
  fires: [
    {
      name: 'a zero-width space',
      call: keyHeader(`${FAKE_KEY}\u200b`),
      findings: [
        {
          message: 'in-key',
          predicts: { status: 401, code: 'invalid_api_key' },
          values: { header: 'Infuzu-API-Key', count: 1, characters: 'ZERO WIDTH SPACE (U+200B)' },
          location: { type: 'header', name: 'Infuzu-API-Key', position: 33 },
        },
      ],
    },
    {
      name: 'a typographic dash',
      call: keyHeader('ifz–FAKE'),
      findings: [{ location: { type: 'header', name: 'Infuzu-API-Key', position: 3 } }],
    },
    {
      name: 'several kinds',
      call: keyHeader('é\u200b\ufeff–é'),
      findings: [
        {
          values: {
            header: 'Infuzu-API-Key',
            count: 5,
            characters: 'U+00E9, ZERO WIDTH SPACE (U+200B), BYTE ORDER MARK (U+FEFF), …',
          },
        },
      ],
    },
    {
      name: 'a byte order mark before Bearer',
      call: { headers: [['Authorization', `\ufeffBearer ${FAKE_KEY}`]] },
      findings: [
        { message: 'before-scheme', predicts: { status: 401, code: 'invalid_authorization_header' } },
      ],
    },
    { name: 'a control character', call: keyHeader('ifz\u0000FAKE') },
    {
      name: 'a call that threw, which no server answers',
      call: { ...exchangeOf(keyHeader('ifz\u200bFAKE')), source: 'probe', state: 'never-sent' },
      findings: [{ message: 'in-key' }],
    },
  ],
  silent: [
    { name: 'a clean call', call: {} },
    { name: 'every character of a b64token', call: keyHeader('aZ09-._~+/FAKE==') },
    { name: 'white space is key-whitespace’s to tell', call: keyHeader('ifz\u00a0FAKE') },
    { name: 'typographic quotes are key-quoted’s to tell', call: keyHeader(`“${FAKE_KEY}”`) },
    { name: 'a placeholder with an ellipsis', call: keyHeader('sk-…') },
  ],
  notApplicable: [{ name: 'no credential', call: { headers: [['X-Note', '–']] } }],
});

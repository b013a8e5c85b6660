import { FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const keyHeader = (value: string) => ({ headers: [['Infuzu-API-Key', value]] as const });
const authorization = (value: string) => ({ headers: [['Authorization', value]] as const });

ruleCases('key-quoted', {
  fires: [
    {
      name: 'straight quotes',
      call: keyHeader(`"${FAKE_KEY}"`),
      findings: [
        {
          message: 'both-ends',
          predicts: { status: 401, code: 'invalid_api_key' },
          values: { header: 'Infuzu-API-Key', open: '"', close: '"', quote: '"' },
        },
      ],
    },
    { name: 'typographic quotes', call: keyHeader(`“${FAKE_KEY}”`) },
    {
      name: 'backticks, which would end code in a text',
      call: keyHeader(`\`${FAKE_KEY}\``),
      findings: [
        {
          values: {
            header: 'Infuzu-API-Key',
            open: 'GRAVE ACCENT (U+0060)',
            close: 'GRAVE ACCENT (U+0060)',
            quote: 'GRAVE ACCENT (U+0060)',
          },
        },
      ],
    },
    { name: 'angle brackets', call: authorization(`Bearer <${FAKE_KEY}>`) },
    { name: 'square brackets', call: keyHeader(`[${FAKE_KEY}]`) },
    { name: 'braces', call: keyHeader(`{${FAKE_KEY}}`) },
    { name: 'one quote', call: keyHeader(`${FAKE_KEY}"`), findings: [{ message: 'one-end' }] },
    { name: 'nothing inside', call: keyHeader('""'), findings: [{ message: 'nothing-inside' }] },
    {
      name: 'around Bearer, too',
      call: authorization(`"Bearer ${FAKE_KEY}"`),
      findings: [
        { message: 'around-scheme', predicts: { status: 401, code: 'invalid_authorization_header' } },
      ],
    },
    {
      name: 'in a join, told once',
      call: keyHeader(`"${FAKE_KEY}", "${FAKE_KEY}"`),
      findings: [{ message: 'both-ends' }],
    },
  ],
  silent: [
    { name: 'a clean call', call: {} },
    { name: 'a quoted placeholder', call: keyHeader('"undefined"') },
    { name: 'a bracketed placeholder', call: keyHeader('<your-api-key>') },
    { name: 'a template', call: keyHeader('{api_key}') },
    { name: 'a quoted parameter of Digest', call: authorization('Digest username="a", nonce="b"') },
    { name: 'a value that was taken out', call: keyHeader('[redacted]') },
  ],
  notApplicable: [{ name: 'no credential', call: { headers: [['X-API-Key', `"${FAKE_KEY}"`]] } }],
});

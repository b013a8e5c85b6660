import { FAKE_KEY, OTHER_FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const authorization = (value: string) => ({ headers: [['Authorization', value]] as const });

ruleCases('bearer-prefix-missing', {
  fires: [
    {
      name: 'a bare key',
      call: authorization(FAKE_KEY),
      findings: [
        {
          message: 'bare',
          predicts: { status: 401, code: 'invalid_authorization_header' },
          location: { type: 'header', name: 'Authorization' },
        },
      ],
    },
    { name: 'a bare placeholder', call: authorization('undefined') },
    { name: 'a bare object', call: authorization('[object Object]') },
    { name: 'a bare key in quotes', call: authorization(`"${FAKE_KEY}"`) },
    { name: 'a bare key with a no-break space', call: authorization('ifz\u00a0FAKE') },
  ],
  silent: [
    { name: 'Bearer', call: authorization(`Bearer ${FAKE_KEY}`) },
    { name: 'no space after Bearer', call: authorization(`Bearer${FAKE_KEY}`) },
    { name: 'another scheme', call: authorization(`Token ${FAKE_KEY}`) },
    { name: 'two bare keys are a join', call: authorization(`${FAKE_KEY}, ${OTHER_FAKE_KEY}`) },
    { name: 'nothing', call: authorization('') },
    { name: 'a value that was taken out', call: authorization('[redacted]') },
  ],
  notApplicable: [
    { name: 'a key header', call: {} },
    { name: 'no credential', call: { headers: [] } },
  ],
});

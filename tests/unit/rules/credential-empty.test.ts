import { FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

ruleCases('credential-empty', {
  fires: [
    {
      name: 'nothing',
      call: { headers: [['Infuzu-API-Key', '']] },
      findings: [
        {
          message: 'nothing',
          predicts: { status: 401, code: 'missing_api_key' },
          location: { type: 'header', name: 'Infuzu-API-Key' },
        },
      ],
    },
    { name: 'a space', call: { headers: [['Authorization', ' ']] }, findings: [{ message: 'white-space' }] },
    { name: 'a no-break space', call: { headers: [['X-Infuzu-API-Key', '\u00a0']] } },
    { name: 'the first of a join', call: { headers: [['Authorization', `, Bearer ${FAKE_KEY}`]] } },
    {
      name: 'two fields, told once',
      call: {
        headers: [
          ['Infuzu-API-Key', ''],
          ['Infuzu-API-Key', ''],
        ],
      },
      findings: [{ message: 'nothing' }],
    },
  ],
  silent: [
    { name: 'a clean call', call: {} },
    { name: 'a scheme without a key', call: { headers: [['Authorization', 'Bearer ']] } },
    { name: 'a zero-width space is a character', call: { headers: [['Infuzu-API-Key', '\u200b']] } },
    { name: 'quotes with nothing inside', call: { headers: [['Infuzu-API-Key', '""']] } },
    { name: 'a value that was taken out', call: { headers: [['Infuzu-API-Key', '[redacted]']] } },
  ],
  notApplicable: [{ name: 'no credential', call: { headers: [['X-API-Key', '']] } }],
});

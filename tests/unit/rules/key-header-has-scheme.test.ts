import { FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

ruleCases('key-header-has-scheme', {
  fires: [
    {
      name: 'Bearer in Infuzu-API-Key',
      call: { headers: [['Infuzu-API-Key', `Bearer ${FAKE_KEY}`]] },
      findings: [
        {
          message: 'bearer',
          predicts: { status: 401, code: 'invalid_api_key' },
          values: { header: 'Infuzu-API-Key', scheme: 'Bearer' },
        },
      ],
    },
    { name: 'bearer in X-Infuzu-API-Key', call: { headers: [['X-Infuzu-API-Key', `bearer ${FAKE_KEY}`]] } },
    { name: 'two spaces', call: { headers: [['Infuzu-API-Key', `Bearer  ${FAKE_KEY}`]] } },
    { name: 'a no-break space', call: { headers: [['Infuzu-API-Key', `Bearer\u00a0${FAKE_KEY}`]] } },
    { name: 'a placeholder', call: { headers: [['Infuzu-API-Key', 'Bearer undefined']] } },
    { name: 'nothing after it', call: { headers: [['Infuzu-API-Key', 'Bearer ']] } },
    {
      name: 'in both headers',
      call: {
        headers: [
          ['Infuzu-API-Key', `Bearer ${FAKE_KEY}`],
          ['X-Infuzu-API-Key', `Bearer ${FAKE_KEY}`],
        ],
      },
      findings: [
        { location: { type: 'header', name: 'Infuzu-API-Key' } },
        { location: { type: 'header', name: 'X-Infuzu-API-Key' } },
      ],
    },
  ],
  silent: [
    { name: 'a clean call', call: {} },
    { name: 'a key that begins with the word', call: { headers: [['Infuzu-API-Key', 'BearerFAKE4f9a']] } },
    { name: 'another scheme', call: { headers: [['Infuzu-API-Key', `Basic ${FAKE_KEY}`]] } },
    { name: 'nothing', call: { headers: [['Infuzu-API-Key', '']] } },
  ],
  notApplicable: [
    { name: 'Authorization', call: { headers: [['Authorization', `Bearer ${FAKE_KEY}`]] } },
    { name: 'no credential', call: { headers: [] } },
  ],
});

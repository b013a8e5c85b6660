import { FAKE_KEY, OTHER_FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

ruleCases('credentials-multiple', {
  fires: [
    {
      name: 'two headers with the same key',
      call: {
        headers: [
          ['Infuzu-API-Key', FAKE_KEY],
          ['Authorization', `Bearer ${FAKE_KEY}`],
        ],
      },
      findings: [
        {
          message: 'two',
          severity: 'error',
          predicts: { status: 400, code: 'multiple_api_keys' },
          values: { count: 2, first: 'Authorization', second: 'Infuzu-API-Key', third: '' },
          location: { type: 'header', name: 'Authorization', others: ['Infuzu-API-Key'] },
        },
      ],
    },
    {
      name: 'two headers with different keys',
      call: {
        headers: [
          ['Infuzu-API-Key', FAKE_KEY],
          ['X-Infuzu-API-Key', OTHER_FAKE_KEY],
        ],
      },
      findings: [{ message: 'two' }],
    },
    {
      name: 'two headers, one of them a placeholder',
      call: {
        headers: [
          ['Infuzu-API-Key', FAKE_KEY],
          ['X-Infuzu-API-Key', 'undefined'],
        ],
      },
      findings: [{ message: 'two' }],
    },
    {
      name: 'all three',
      call: {
        headers: [
          ['Infuzu-API-Key', FAKE_KEY],
          ['X-Infuzu-API-Key', FAKE_KEY],
          ['Authorization', `Bearer ${FAKE_KEY}`],
        ],
      },
      findings: [{ message: 'three' }],
    },
    {
      name: 'one header twice, in two cases',
      call: {
        headers: [
          ['Infuzu-API-Key', FAKE_KEY],
          ['infuzu-api-key', FAKE_KEY],
        ],
      },
      findings: [
        {
          message: 'repeated-same-key',
          values: { count: 2, first: 'Infuzu-API-Key' },
          location: { type: 'header', name: 'Infuzu-API-Key' },
        },
      ],
    },
    {
      name: 'a join by the browser',
      call: { headers: [['Authorization', `Bearer ${FAKE_KEY}, Bearer ${OTHER_FAKE_KEY}`]] },
      findings: [{ message: 'joined', values: { count: 2, first: 'Authorization' } }],
    },
    {
      name: 'a join of the same key',
      call: { headers: [['Infuzu-API-Key', `${FAKE_KEY}, ${FAKE_KEY}, ${FAKE_KEY}`]] },
      findings: [{ message: 'joined-same-key', values: { count: 3 } }],
    },
  ],
  silent: [
    { name: 'a clean call', call: {} },
    {
      name: 'Digest with commas',
      call: { headers: [['Authorization', 'Digest username="a", realm="b", nc=1']] },
    },
    { name: 'an unfilled function with commas', call: { headers: [['Infuzu-API-Key', '(a, b) => a']] } },
    {
      name: 'a near miss beside it',
      call: {
        headers: [
          ['Infuzu-API-Key', FAKE_KEY],
          ['X-API-Key', FAKE_KEY],
        ],
      },
    },
    { name: 'a stray comma', call: { headers: [['Infuzu-API-Key', `${FAKE_KEY},`]] } },
  ],
  notApplicable: [
    { name: 'no credential', call: { headers: [] } },
    { name: 'headers that were not recorded', call: { headers: null } },
  ],
});

import { FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const initiator = { origin: 'https://app.example.com', page: true };

ruleCases('key-exposed-to-page', {
  fires: [
    {
      name: 'a page’s code',
      call: { initiator },
      findings: [{ message: 'page', severity: 'notice', values: { header: 'Infuzu-API-Key' } }],
    },
    { name: 'with a fault', call: { initiator, headers: [['Authorization', `bearer  ${FAKE_KEY}`]] } },
    {
      name: 'two keys, told once',
      call: {
        initiator,
        headers: [
          ['Infuzu-API-Key', 'undefined'],
          ['X-Infuzu-API-Key', FAKE_KEY],
        ],
      },
      findings: [{ values: { header: 'X-Infuzu-API-Key' } }],
    },
  ],
  silent: [
    { name: 'a placeholder', call: { initiator, headers: [['Infuzu-API-Key', 'undefined']] } },
    { name: 'nothing', call: { initiator, headers: [['Infuzu-API-Key', '']] } },
    { name: 'no key after Bearer', call: { initiator, headers: [['Authorization', 'Bearer']] } },
    { name: 'another scheme’s password', call: { initiator, headers: [['Authorization', 'Basic YTpi']] } },
    {
      name: 'a value that was taken out',
      call: { initiator, headers: [['Authorization', 'Bearer [redacted]']] },
    },
  ],
  notApplicable: [
    { name: 'a server or a tool', call: { initiator: { page: false } } },
    { name: 'nothing tells who called', call: {} },
    { name: 'no credential', call: { initiator, headers: [] } },
    {
      name: 'the dashboard’s own call',
      call: {
        url: 'https://admin.infuzu.com/api/x',
        initiator: { origin: 'https://admin.infuzu.com', page: true },
      },
    },
  ],
});

import { FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const authorization = (value: string) => ({ headers: [['Authorization', value]] as const });

ruleCases('bearer-case', {
  fires: [
    {
      name: 'bearer',
      call: authorization(`bearer ${FAKE_KEY}`),
      findings: [
        { message: 'other-case', severity: 'warning', values: { header: 'Authorization', scheme: 'bearer' } },
      ],
    },
    {
      name: 'BEARER',
      call: authorization(`BEARER ${FAKE_KEY}`),
      findings: [{ values: { header: 'Authorization', scheme: 'BEARER' } }],
    },
    { name: 'before a placeholder', call: authorization('bearer undefined') },
    { name: 'before a quoted key', call: authorization(`bearer "${FAKE_KEY}"`) },
    {
      name: 'in a join, told once',
      call: authorization(`bearer ${FAKE_KEY}, bearer ${FAKE_KEY}`),
      findings: [{}],
    },
  ],
  silent: [
    { name: 'Bearer', call: authorization(`Bearer ${FAKE_KEY}`) },
    { name: 'not right otherwise', call: authorization(`bearer  ${FAKE_KEY}`) },
    { name: 'no key', call: authorization('bearer') },
    { name: 'twice', call: authorization(`bearer bearer ${FAKE_KEY}`) },
    { name: 'another scheme', call: authorization(`basic ${FAKE_KEY}`) },
  ],
  notApplicable: [
    { name: 'a key header', call: { headers: [['Infuzu-API-Key', `bearer ${FAKE_KEY}`]] } },
    { name: 'no credential', call: { headers: [] } },
  ],
});

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates that were left as text are the subject.
import { FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const keyHeader = (value: string) => ({ headers: [['Infuzu-API-Key', value]] as const });

ruleCases('key-placeholder', {
  fires: [
    {
      name: 'undefined',
      call: keyHeader('undefined'),
      findings: [
        {
          message: 'stringified',
          predicts: { status: 401, code: 'invalid_api_key' },
          values: { header: 'Infuzu-API-Key', placeholder: 'undefined' },
        },
      ],
    },
    { name: 'documentation', call: keyHeader('your_api_key_here'), findings: [{ message: 'documentation' }] },
    {
      name: 'a template',
      call: { headers: [['Authorization', 'Bearer ${INFUZU_API_KEY}']] },
      findings: [{ message: 'template' }],
    },
    {
      name: 'a variable of a curl line that the shell does not fill in',
      call: { source: 'curl', headers: [['Authorization', 'Bearer $INFUZU_API_KEY']] },
      findings: [{ message: 'shell-variable' }],
    },
    {
      name: 'another template of a curl line',
      call: { source: 'curl', headers: [['Authorization', 'Bearer {{api_key}}']] },
      findings: [{ message: 'template' }],
    },
    { name: 'a name', call: keyHeader('INFUZU_API_KEY'), findings: [{ message: 'variable-name' }] },
    { name: 'without Bearer', call: { headers: [['Authorization', 'null']] } },
    { name: 'in another scheme', call: { headers: [['Authorization', 'Token undefined']] } },
    {
      name: 'in a join, told once',
      call: keyHeader('undefined, undefined'),
      findings: [{ message: 'stringified' }],
    },
    {
      name: 'code that holds a key is not shown',
      call: keyHeader(`process.env.KEY || "${FAKE_KEY}"`),
      findings: [{ values: { header: 'Infuzu-API-Key', placeholder: 'process.env.KEY…' } }],
    },
    {
      name: 'backticks do not end the code of the text',
      call: keyHeader('`your_api_key`'),
      findings: [{ values: { header: 'Infuzu-API-Key', placeholder: '′your_api_key′' } }],
    },
  ],
  silent: [
    { name: 'a clean call', call: {} },
    { name: 'a key that holds such a word', call: keyHeader('ifz_undefined_FAKE4f9a') },
    { name: 'a key in brackets', call: keyHeader(`<${FAKE_KEY}>`) },
    { name: 'nothing', call: keyHeader('') },
    { name: 'a value that was taken out', call: keyHeader('[redacted]') },
  ],
  notApplicable: [{ name: 'no credential', call: { headers: [['X-API-Key', 'undefined']] } }],
});

import { CLEAN_HEADERS } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const location = { type: 'body', path: 'messages' } as const;

ruleCases('body-missing-messages', {
  fires: [
    {
      name: 'absent',
      call: { body: '{"prompt":"Hello"}' },
      findings: [{ message: 'missing', location, predicts: { status: 400, code: 'missing_required_field' } }],
    },
    { name: 'empty', call: { body: '{"messages":[]}' }, findings: [{ message: 'empty', location }] },
    {
      name: 'a string',
      call: { body: '{"messages":"Hello"}' },
      findings: [{ message: 'not-an-array', values: { is: 'string' } }],
    },
    {
      name: 'null',
      call: { body: '{"messages":null}' },
      findings: [{ message: 'not-an-array', values: { is: 'null' } }],
    },
    {
      name: 'an object',
      call: { body: '{"messages":{"role":"user"}}' },
      findings: [{ message: 'not-an-array', values: { is: 'object' } }],
    },
    {
      name: 'an empty body',
      call: { body: ' ' },
      findings: [{ message: 'no-body', location: { type: 'body' } }],
    },
    { name: 'no body', call: { body: null }, findings: [{ message: 'no-body' }] },
    { name: 'no body of a curl line', call: { body: null, source: 'curl' } },
    { name: 'no body, refused with 400', call: { body: null, status: 400 } },
    {
      name: 'the OpenAI-style endpoint',
      call: { url: 'https://chat.infuzu.com/api/v1/chat/completions', body: '{"model":"x"}' },
    },
  ],
  silent: [
    { name: 'a clean call', call: {} },
    { name: 'no JSON is body-invalid-json’s to tell', call: { body: '{' } },
    { name: 'an array is body-invalid-json’s to tell', call: { body: '[]' } },
  ],
  notApplicable: [
    { name: 'another endpoint', call: { url: 'https://chat.infuzu.com/api/other', body: '{}' } },
    { name: 'a GET', call: { method: 'GET', body: null } },
    { name: 'a body that the file left out', call: { bodyType: 'not-recorded' } },
    { name: 'no body in a file, but a success', call: { body: null, status: 200 } },
    { name: 'no body in a file, but the key was refused first', call: { body: null, status: 401 } },
    {
      name: 'no body in a file, but its length',
      call: { body: null, headers: [...CLEAN_HEADERS, ['Content-Length', '48']] },
    },
    {
      name: 'a preflight',
      call: { method: 'OPTIONS', headers: [['Access-Control-Request-Method', 'POST']], body: null },
    },
  ],
});

import { expect, it } from 'vitest';
import { takeRequestBody } from '../../../lib/exchange/body-facts';
import { FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const key = ['Infuzu-API-Key', FAKE_KEY] as const;
const typed = (type: string) => [key, ['Content-Type', type] as const];
const other = 'https://chat.infuzu.com/api/other';

it('tells lost-quotes only of a body that is no JSON', () => {
  const kindOf = (text: string) => takeRequestBody(text, true).kind;
  expect(kindOf('{messages: []}')).toMatchObject({ error: { mistake: 'lost-quotes' } });
  expect(kindOf('{}')).toEqual({ type: 'json-object' });
});

ruleCases('body-invalid-json', {
  fires: [
    {
      name: 'a comma too many, with its place',
      call: { body: '{\n  "messages": [],\n}' },
      findings: [
        {
          message: 'trailing-comma',
          values: { line: 2, column: 17 },
          location: { type: 'body', line: 2, column: 17 },
          predicts: { status: 400, code: 'invalid_request_body' },
        },
      ],
    },
    {
      name: 'cut off',
      call: { body: '{"messages":[{"role":"user"' },
      findings: [{ message: 'end-of-text' }],
    },
    { name: 'single quotes', call: { body: "{'messages': []}" }, findings: [{ message: 'single-quote' }] },
    { name: 'a bare name', call: { body: '{messages: []}' }, findings: [{ message: 'unquoted-name' }] },
    { name: 'Python', call: { body: '{"stream": True}' }, findings: [{ message: 'python-literal' }] },
    { name: 'a comment', call: { body: '{"a": 1 // b\n}' }, findings: [{ message: 'comment' }] },
    { name: 'a line break', call: { body: '{"a": "b\nc"}' }, findings: [{ message: 'raw-line-break' }] },
    { name: 'two objects', call: { body: '{}{}' }, findings: [{ message: 'text-after-end' }] },
    { name: 'plain text', call: { body: 'Hello' }, findings: [{ message: 'unexpected-character' }] },
    {
      name: 'an object that was never encoded',
      call: { body: '[object Object]' },
      findings: [{ message: 'object-text', location: { type: 'body' } }],
    },
    {
      name: 'encoded twice',
      call: { body: JSON.stringify('{"messages":[]}') },
      findings: [{ message: 'json-in-string' }],
    },
    { name: 'an array', call: { body: '[]' }, findings: [{ message: 'json-array' }] },
    { name: 'a string', call: { body: '"Hello"' }, findings: [{ message: 'json-string' }] },
    { name: 'a number', call: { body: '1' }, findings: [{ message: 'json-number' }] },
    { name: 'a boolean', call: { body: 'true' }, findings: [{ message: 'json-boolean' }] },
    { name: 'null', call: { body: 'null' }, findings: [{ message: 'json-null' }] },
    {
      name: 'a form at a chat endpoint',
      call: { headers: typed('application/x-www-form-urlencoded'), body: 'messages=Hello' },
      findings: [{ message: 'form' }],
    },
    {
      name: 'form fields from the browser',
      call: { headers: typed('multipart/form-data'), bodyType: 'form' },
      findings: [{ message: 'form' }],
    },
    { name: 'at another endpoint, declared as JSON', call: { url: other, body: '{' } },
    { name: 'at another endpoint, undeclared', call: { url: other, headers: [key], body: '{' } },
    {
      name: 'a length that fits',
      call: { headers: [...typed('application/json'), ['Content-Length', '1']], body: '{' },
    },
  ],
  silent: [
    { name: 'a clean call', call: {} },
    { name: 'an empty object', call: { body: '{}' } },
    { name: 'white space around', call: { body: ' {}\n' } },
    { name: 'JSON declared as text', call: { headers: typed('text/plain') } },
    { name: 'nothing at all is body-missing-messages’s to tell', call: { body: '' } },
  ],
  notApplicable: [
    { name: 'no body', call: { body: null, method: 'GET' } },
    { name: 'a body that cannot be read', call: { bodyType: 'stream' } },
    {
      name: 'another type at another endpoint',
      call: { url: other, headers: typed('text/csv'), body: 'a,b' },
    },
    {
      name: 'a compressed body',
      call: { headers: [...typed('application/json'), ['Content-Encoding', 'gzip']], body: 'x' },
    },
    ...['{"messages":[{"content":"a\\', '{"a":"\\u00e', '{"stream":tru', '{"n":-'].map((body) => ({
      name: `a recording that was cut off within a word: ${body}`,
      call: { headers: [...typed('application/json'), ['Content-Length', '900'] as const], body },
    })),
    {
      name: 'a recording that was cut off',
      call: { headers: [...typed('application/json'), ['Content-Length', '900']], body: '{"messages":[' },
    },
    { name: 'the dashboard’s own call', call: { url: 'https://admin.infuzu.com/login', body: 'a=b' } },
  ],
});

import { FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const key = ['Infuzu-API-Key', FAKE_KEY] as const;
const typed = (type: string) => ({ headers: [key, ['Content-Type', type] as const] });
const location = { type: 'header', name: 'Content-Type' } as const;

ruleCases('content-type-unsupported', {
  fires: [
    {
      name: 'none',
      call: { headers: [key] },
      findings: [{ message: 'missing', location, predicts: { status: 415, code: 'unsupported_media_type' } }],
    },
    { name: 'an empty one', call: typed(' '), findings: [{ message: 'missing' }] },
    {
      name: 'text',
      call: typed('text/plain;charset=UTF-8'),
      findings: [{ message: 'other', values: { type: 'text/plain;charset=UTF-8' }, location }],
    },
    { name: 'a form', call: { ...typed('application/x-www-form-urlencoded'), bodyType: 'form' } },
    { name: 'several parts', call: typed('multipart/form-data; boundary=x') },
    { name: 'a relative of JSON', call: typed('application/vnd.api+json') },
    { name: 'text/json', call: typed('text/json') },
    { name: 'set twice', call: typed('application/json, application/json') },
    { name: 'a body that cannot be read', call: { ...typed('text/plain'), bodyType: 'stream' } },
    { name: 'another endpoint', call: { ...typed('text/plain'), url: 'https://chat.infuzu.com/api/other' } },
  ],
  silent: [
    { name: 'a clean call', call: {} },
    { name: 'parameters', call: typed('application/json; charset=utf-8') },
    { name: 'without a space', call: typed('application/json;charset=UTF-8') },
    { name: 'another case', call: typed('Application/JSON') },
    { name: 'white space around', call: typed(' application/json ') },
    { name: 'a name in lower case', call: { headers: [key, ['content-type', 'application/json']] } },
  ],
  notApplicable: [
    { name: 'no body', call: { headers: [key], body: null, method: 'GET' } },
    {
      name: 'the provisional headers of a call that never got out',
      call: { headers: [key], status: 0, error: 'net::ERR_FAILED' },
    },
    { name: 'an empty body', call: { headers: [key], body: '' } },
    { name: 'headers that were not recorded', call: { headers: null } },
    {
      name: 'the dashboard’s login',
      call: {
        url: 'https://admin.infuzu.com/login',
        ...typed('application/x-www-form-urlencoded'),
        body: 'a=b',
      },
    },
    {
      name: 'a form of a site of Infuzu',
      call: {
        url: 'https://infuzu.com/newsletter',
        initiator: { origin: 'https://infuzu.com', page: true },
        headers: [['Content-Type', 'application/x-www-form-urlencoded']],
        body: 'a=b',
      },
    },
    {
      name: 'a preflight',
      call: { method: 'OPTIONS', headers: [['Access-Control-Request-Method', 'POST']] },
    },
  ],
});

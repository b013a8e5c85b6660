import { FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const url = 'http://chat.infuzu.com/api/llm-response';
const location = { type: 'url', part: 'scheme' } as const;

ruleCases('insecure-transport', {
  fires: [
    {
      name: 'a key over http',
      call: { url },
      findings: [{ message: 'key', values: { header: 'Infuzu-API-Key' }, location, severity: 'error' }],
    },
    { name: 'a call without a key', call: { url, headers: [] }, findings: [{ message: 'no-key', location }] },
    {
      name: 'an empty header is no key',
      call: { url, headers: [['Infuzu-API-Key', '']] },
      findings: [{ message: 'no-key' }],
    },
    {
      name: 'a placeholder is no key',
      call: { url, headers: [['Infuzu-API-Key', 'your_api_key_here']] },
      findings: [{ message: 'no-key' }],
    },
    {
      name: 'a key in the URL',
      call: { url: `${url}?api_key=${FAKE_KEY}`, headers: [] },
      findings: [{ message: 'key-in-url' }],
    },
    {
      name: 'a redirect to https afterwards',
      call: { url, status: 301, redirectUrl: 'https://chat.infuzu.com/api/llm-response' },
      findings: [{ message: 'key-before-redirect' }],
    },
    { name: 'another port', call: { url: 'http://chat.infuzu.com:8080/api/llm-response' } },
    {
      name: 'headers that were not recorded',
      call: { url, headers: null },
      findings: [{ message: 'no-key' }],
    },
    { name: 'a curl line', call: { url, source: 'curl' } },
    {
      name: 'an http page',
      call: { url, initiator: { origin: 'http://app.example.com', page: true }, status: 0 },
    },
    {
      name: 'a document that carries a key',
      call: { url, resourceType: 'document', method: 'GET', body: null },
    },
    {
      name: 'an https page whose connection was tried',
      call: {
        url,
        initiator: { origin: 'https://app.example.com' },
        status: 0,
        error: 'net::ERR_CONNECTION_REFUSED',
      },
    },
  ],
  silent: [
    { name: 'a clean call', call: {} },
    {
      name: 'an upgrade by the browser (HSTS): nothing was sent',
      call: {
        url,
        status: 307,
        statusText: 'Internal Redirect',
        redirectUrl: 'https://chat.infuzu.com/api/llm-response',
      },
    },
    {
      name: 'mixed content that was stopped: nothing was sent',
      call: { url, status: 0, initiator: { origin: 'https://app.example.com', page: true } },
    },
  ],
  notApplicable: [
    {
      name: 'a preflight',
      call: { url, method: 'OPTIONS', body: null, headers: [['Access-Control-Request-Method', 'POST']] },
    },
    {
      name: 'a page',
      call: { url: 'http://infuzu.com/', resourceType: 'document', method: 'GET', headers: [], body: null },
    },
    { name: 'a host on this machine', call: { url: 'http://localhost:8080/api/llm-response' } },
    { name: 'the loopback address', call: { url: 'http://127.0.0.1/api/llm-response' } },
    { name: 'the loopback address of IPv6', call: { url: 'http://[::1]:3000/api/llm-response' } },
  ],
});

import { FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const named = (...names: string[]) => ({ headers: names.map((name) => [name, FAKE_KEY] as const) });

ruleCases('header-name-unknown', {
  fires: [
    {
      name: 'another API’s name',
      call: named('X-API-Key'),
      findings: [
        {
          message: 'key-header',
          predicts: { status: 401, code: 'missing_api_key' },
          values: { header: 'X-API-Key', documented: 'Infuzu-API-Key' },
          location: { type: 'header', name: 'X-API-Key' },
        },
      ],
    },
    { name: 'other separators', call: named('Infuzu_API_Key') },
    { name: 'a typing error', call: named('Inzufu-API-Key') },
    {
      name: 'a near miss of Authorization',
      call: named('Authorisation'),
      findings: [
        { message: 'authorization', values: { header: 'Authorisation', documented: 'Authorization' } },
      ],
    },
    {
      name: 'a stylesheet that carries it',
      call: { ...named('Infuzu-Key'), method: 'GET', resourceType: 'stylesheet' },
    },
    { name: 'the same name twice, told once', call: named('X-API-Key', 'x-api-key'), findings: [{}] },
    { name: 'two names', call: named('X-API-Key', 'Infuzu-Key'), findings: [{}, {}] },
  ],
  silent: [
    { name: 'a clean call', call: {} },
    { name: 'a documented header beside it', call: named('Infuzu-API-Key', 'X-API-Key') },
    {
      name: 'a documented header that is empty',
      call: {
        headers: [
          ['Infuzu-API-Key', ''],
          ['X-API-Key', FAKE_KEY],
        ],
      },
    },
    {
      name: 'unrelated names',
      call: named('X-Infuzu-Trace-Id', 'Idempotency-Key', 'X-CSRF-Token', 'Proxy-Authorization'),
    },
    { name: 'nothing', call: { headers: [] } },
  ],
  notApplicable: [
    {
      name: 'a preflight',
      call: {
        method: 'OPTIONS',
        body: null,
        headers: [
          ['Access-Control-Request-Method', 'POST'],
          ['X-API-Key', FAKE_KEY],
        ],
      },
    },
    { name: 'page furniture', call: { method: 'GET', body: null, headers: [], resourceType: 'script' } },
    {
      name: 'the dashboard’s own call',
      call: {
        ...named('X-Auth-Token'),
        url: 'https://admin.infuzu.com/api/x',
        initiator: { origin: 'https://admin.infuzu.com' },
      },
    },
    { name: 'headers that were not recorded', call: { headers: null } },
  ],
});

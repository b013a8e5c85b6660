import { takeAnatomies } from '../../../lib/exchange/credential';
import type { Exchange } from '../../../lib/exchange/exchange';
import { present } from '../../../lib/exchange/presence';
import { exchangeOf, FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

/** A call whose code wrote a key that the request does not carry. */
function writtenWith(mode: string): Exchange {
  const { anatomies } = takeAnatomies([{ name: 'Infuzu-API-Key', value: FAKE_KEY }]);
  return {
    ...exchangeOf({ headers: [['Sec-Fetch-Mode', mode]] }),
    written: present({ api: 'fetch', credentials: anatomies }),
  };
}

/** A call of a site's own page that carries no key. */
const siteCall = (url: string, origin: string, more: object = {}) => ({
  url,
  method: 'GET',
  body: null,
  headers: [],
  initiator: { origin, page: true },
  ...more,
});

const JSON_TYPE = ['Content-Type', 'application/json'] as const;

ruleCases('credentials-missing', {
  fires: [
    {
      name: 'a call without any header',
      call: { headers: [] },
      findings: [{ message: 'none', location: { type: 'call' }, severity: 'error' }],
    },
    {
      name: 'a beacon, which can carry none',
      call: {
        ...exchangeOf({ headers: [] }),
        written: present({ api: 'sendBeacon' as const, credentials: [] }),
      },
      findings: [{ message: 'beacon' }],
    },
    {
      name: 'a key in the query',
      call: { url: `https://chat.infuzu.com/api/llm-response?api_key=${FAKE_KEY}`, headers: [] },
      findings: [{ message: 'in-url', location: { type: 'call' } }],
    },
    { name: 'a call with other headers only', call: { headers: [JSON_TYPE] } },
    { name: 'a GET', call: { method: 'GET', body: null, headers: [['Accept', '*/*']] } },
    { name: 'a cookie is no credential', call: { headers: [['Cookie', 'session=1']] } },
    {
      name: 'unrelated names of Infuzu and of proxies',
      call: {
        headers: [
          ['X-Infuzu-Trace-Id', '1'],
          ['Proxy-Authorization', 'Basic eDp5'],
        ],
      },
    },
    {
      name: 'an OPTIONS that is no preflight',
      call: { method: 'OPTIONS', body: null, headers: [['Accept', '*/*']] },
    },
    {
      name: 'a call to the dashboard by a page of another origin',
      call: {
        url: 'https://admin.infuzu.com/api/usage',
        headers: [],
        initiator: { origin: 'https://app.example.com', page: true },
      },
    },
    {
      name: 'a call of a site to its API',
      call: siteCall('https://infuzu.com/api/llms', 'https://infuzu.com'),
    },
    {
      name: 'a call of a site to a chat endpoint',
      call: siteCall('https://infuzu.com/x/api/llm-response', 'https://infuzu.com', { method: 'POST' }),
    },
    {
      name: 'a call of a site to another one',
      call: siteCall('https://www.infuzu.com/data.json', 'https://infuzu.com'),
    },
    {
      name: 'a call to a site of which no page is known',
      call: siteCall('https://infuzu.com/data.json', '', { initiator: {} }),
    },
    {
      name: 'a call of a site that carries a key where none is read',
      call: siteCall(`https://infuzu.com/data.json?api_key=${FAKE_KEY}`, 'https://infuzu.com'),
    },
    {
      name: 'a call of the API’s host to itself',
      call: siteCall('https://chat.infuzu.com/data.json', 'https://chat.infuzu.com'),
    },
    { name: 'a call that the server refused', call: { headers: [], status: 401 } },
    {
      name: 'a key that the code wrote and the browser dropped',
      call: writtenWith('no-cors'),
      findings: [{ message: 'no-cors', values: { header: 'Infuzu-API-Key' } }],
    },
    {
      name: 'a header that curl left out for want of a colon',
      call: { headers: [], leftOut: ['X-Api-Key'] },
      findings: [
        {
          message: 'no-colon',
          values: { header: 'X-Api-Key', documented: 'Infuzu-API-Key' },
          location: { type: 'header', name: 'X-Api-Key' },
        },
      ],
    },
    {
      name: 'a key that something else took away',
      call: writtenWith('cors'),
      findings: [{ message: 'none' }],
    },
  ],
  silent: [
    { name: 'a clean call', call: {} },
    {
      name: 'a header that curl left out beside one that it sends',
      call: { leftOut: ['Authorization'] },
    },
    { name: 'a key in Authorization', call: { headers: [['Authorization', `Bearer ${FAKE_KEY}`]] } },
    { name: 'a key in a header of another case', call: { headers: [['infuzu-api-key', FAKE_KEY]] } },
    { name: 'an empty header is credential-empty’s to tell', call: { headers: [['Infuzu-API-Key', '']] } },
    { name: 'a near miss is header-name-unknown’s to tell', call: { headers: [['X-API-Key', FAKE_KEY]] } },
  ],
  notApplicable: [
    {
      name: 'a preflight',
      call: { method: 'OPTIONS', body: null, headers: [['Access-Control-Request-Method', 'POST']] },
    },
    {
      name: 'a stylesheet',
      call: { method: 'GET', body: null, headers: [], resourceType: 'stylesheet' },
    },
    {
      name: 'a page',
      call: { url: 'https://infuzu.com/', method: 'GET', body: null, headers: [], resourceType: 'document' },
    },
    {
      name: 'the dashboard’s own call',
      call: {
        url: 'https://admin.infuzu.com/api/usage',
        headers: [],
        initiator: { origin: 'https://admin.infuzu.com', page: true },
      },
    },
    ...[
      'https://infuzu.com/_next/data/FAKE/index.json',
      'https://www.infuzu.com/apiary.json',
      'https://docs.infuzu.com/search.json',
    ].map((url) => ({ name: `a site’s own call, ${url}`, call: siteCall(url, new URL(url).origin) })),
    {
      name: 'a call of a site to the dashboard',
      call: siteCall('https://admin.infuzu.com/api/me', 'https://infuzu.com'),
    },
    { name: 'headers that were not recorded', call: { headers: null } },
  ],
});

import { FAKE_KEY, OTHER_FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const api = 'https://chat.infuzu.com/api/llm-response';

ruleCases('key-in-url', {
  fires: [
    {
      name: 'api_key in the query',
      call: { url: `${api}?api_key=${OTHER_FAKE_KEY}` },
      findings: [
        {
          message: 'query',
          values: { name: 'api_key' },
          location: { type: 'url', part: 'query', name: 'api_key' },
        },
      ],
    },
    ...[
      'apikey',
      'infuzu_api_key',
      'key',
      'token',
      'access_token',
      'API_KEY',
      'Infuzu-API-Key',
      'apiKey',
    ].map((name) => ({
      name: `the parameter ${name}`,
      call: { url: `${api}?a=1&${name}=${OTHER_FAKE_KEY}`, headers: [] },
    })),
    {
      name: 'in the fragment',
      call: { url: `${api}#access_token=${OTHER_FAKE_KEY}` },
      findings: [{ message: 'fragment', location: { type: 'url', part: 'fragment', name: 'access_token' } }],
    },
    {
      name: 'in the userinfo, told once',
      call: { url: `https://user:${OTHER_FAKE_KEY}@chat.infuzu.com/api/llm-response` },
      findings: [{ message: 'userinfo', location: { type: 'url', part: 'userinfo' } }],
    },
    {
      name: 'what has the shape of a key under any name',
      call: { url: `${api}?q=${OTHER_FAKE_KEY}` },
      findings: [{ message: 'query', values: { name: 'q' } }],
    },
    {
      name: 'what has the shape of a key alone',
      call: { url: `${api}?${OTHER_FAKE_KEY}` },
      findings: [{ message: 'bare-key', location: { type: 'url', part: 'query' } }],
    },
    {
      name: 'the key of the header under any name',
      call: { url: `${api}?q=${FAKE_KEY}` },
      findings: [{ message: 'header-key-in-query', values: { name: 'q' } }],
    },
    {
      name: 'the key of the header in the fragment',
      call: { url: `${api}#q=${FAKE_KEY}` },
      findings: [{ message: 'header-key-in-fragment' }],
    },
    {
      name: 'the key of the header alone',
      call: { url: `${api}?${FAKE_KEY}` },
      findings: [{ message: 'bare-query' }],
    },
    {
      name: 'the key of the header as a fragment',
      call: { url: `${api}#${FAKE_KEY}` },
      findings: [{ message: 'bare-fragment' }],
    },
    { name: 'a placeholder', call: { url: `${api}?api_key=YOUR_API_KEY` } },
    {
      name: 'an image with a key',
      call: {
        url: `https://infuzu.com/a.png?key=${OTHER_FAKE_KEY}`,
        resourceType: 'image',
        method: 'GET',
        headers: [],
      },
    },
    {
      name: 'two places',
      call: { url: `${api}?key=${OTHER_FAKE_KEY}#token=${OTHER_FAKE_KEY}` },
      findings: [{ message: 'query' }, { message: 'fragment' }],
    },
    {
      name: 'the header’s key in a call of the dashboard',
      call: { url: `https://admin.infuzu.com/x?q=${FAKE_KEY}` },
    },
  ],
  silent: [
    { name: 'a clean call', call: {} },
    { name: 'other parameters', call: { url: `${api}?model=abc&page_token=2&keyword=x&monkey=1` } },
    { name: 'an empty parameter', call: { url: `${api}?api_key=` } },
    { name: 'a parameter without a value', call: { url: `${api}?token` } },
    {
      name: 'the dashboard’s own token',
      call: { url: 'https://admin.infuzu.com/invite?token=abc', headers: [] },
    },
    ...[
      '3f2b8c1d9e4a7f60b5d2c8e1a3f4b6d7',
      'AbCdEf0123456789GhIjKl0123456789',
      'ifz_short',
      'my_ifz_FAKEkey0000000000000000000002',
    ].map((id) => ({ name: `an id under any name, ${id}`, call: { url: `${api}?q=${id}` } })),
  ],
  notApplicable: [
    {
      name: 'a preflight',
      call: {
        url: `${api}?api_key=${OTHER_FAKE_KEY}`,
        method: 'OPTIONS',
        body: null,
        headers: [['Access-Control-Request-Method', 'POST']],
      },
    },
    {
      name: 'a page',
      call: { url: 'https://infuzu.com/', resourceType: 'document', method: 'GET', headers: [], body: null },
    },
  ],
});

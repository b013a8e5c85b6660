import { CLEAN_HEADERS, exchangeOf, FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const bearer = [['Authorization', `Bearer ${FAKE_KEY}`]] as const;
const hop = (
  headers: readonly (readonly [string, string])[],
  url = 'http://chat.infuzu.com/api/llm-response',
) => exchangeOf({ url, headers, status: 308, redirectUrl: 'https://chat.infuzu.com/api/llm-response' });

ruleCases('credential-lost-on-redirect', {
  fires: [
    {
      name: 'the scheme changed and Authorization is gone',
      call: { headers: [] },
      neighbours: { previousHop: hop(bearer) },
      findings: [
        {
          message: 'other-origin',
          values: { from: 'http://chat.infuzu.com', to: 'https://chat.infuzu.com' },
          location: { type: 'header', name: 'Authorization' },
          predicts: { status: 401, code: 'missing_api_key' },
        },
      ],
    },
    {
      name: 'the host changed',
      call: { headers: [] },
      neighbours: { previousHop: hop(bearer, 'https://api.infuzu.com/api/llm-response') },
    },
    {
      name: 'the origin is the same',
      call: { headers: [] },
      neighbours: { previousHop: hop(bearer, 'https://chat.infuzu.com/old') },
      findings: [{ message: 'same-origin' }],
    },
    {
      name: 'a key header is left',
      call: {},
      neighbours: { previousHop: hop([...bearer, ...CLEAN_HEADERS]) },
      findings: [{ message: 'another-key-kept' }],
    },
  ],
  silent: [
    {
      name: 'Authorization is still there',
      call: { headers: bearer },
      neighbours: { previousHop: hop(bearer) },
    },
    { name: 'there was none before', call: {}, neighbours: { previousHop: hop(CLEAN_HEADERS) } },
    {
      name: 'it was empty before',
      call: { headers: [] },
      neighbours: { previousHop: hop([['Authorization', '']]) },
    },
  ],
  notApplicable: [
    { name: 'no redirect led here', call: { headers: [] } },
    {
      name: 'the headers were not recorded',
      call: { headers: null },
      neighbours: { previousHop: hop(bearer) },
    },
  ],
});

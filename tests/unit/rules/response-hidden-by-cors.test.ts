import { type CallDescription, CLEAN_HEADERS, exchangeOf } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const ORIGIN = 'https://app.example.com';
const page = { origin: ORIGIN, page: true } as const;
const failed = { initiator: page, status: 401, error: 'net::ERR_FAILED' } as const;
const cors = [...CLEAN_HEADERS, ['Origin', ORIGIN], ['Sec-Fetch-Mode', 'cors']] as const;
/** As Chromium shows it to extensions: without `Origin`. */
const fromPage = { initiator: page, headers: [...CLEAN_HEADERS, ['Sec-Fetch-Mode', 'cors']] } as const;
const allow = (value: string): Pick<CallDescription, 'responseHeaders'> => ({
  responseHeaders: [['Access-Control-Allow-Origin', value]],
});

ruleCases('response-hidden-by-cors', {
  fires: [
    {
      name: 'a 401 without permission, given up by the browser',
      call: failed,
      findings: [
        {
          message: 'missing',
          values: { answer: '401', status: '401', needed: `Access-Control-Allow-Origin: ${ORIGIN}` },
          location: { type: 'response', header: 'Access-Control-Allow-Origin' },
        },
      ],
    },
    {
      name: 'says what the server answered',
      call: { ...failed, responseBody: { errors: [{ code: 'invalid_api_key', message: 'x' }] } },
      findings: [{ values: { answer: '401 invalid_api_key' } }],
    },
    { name: 'in Firefox', call: { ...failed, error: 'NS_ERROR_DOM_BAD_URI' } },
    {
      name: 'by the mode of the request',
      call: { headers: cors, status: 200 },
      findings: [{ message: 'missing' }],
    },
    {
      name: 'permission for another origin',
      call: { headers: cors, status: 200, ...allow('https://other.example.com') },
      findings: [{ message: 'other-origin', values: { allowed: 'https://other.example.com' } }],
    },
    {
      name: 'permission for two origins',
      call: { headers: cors, status: 200, ...allow(`${ORIGIN}, https://b.example`) },
    },
    {
      name: 'cookies that are asked for and not permitted',
      call: { ...failed, options: ['credentials'], ...allow(ORIGIN) },
      findings: [
        {
          message: 'credentials',
          values: { answer: '401', status: '401', needed: '`Access-Control-Allow-Credentials: true`' },
          location: { type: 'response', header: 'Access-Control-Allow-Credentials' },
        },
      ],
    },
    {
      name: 'cookies that are asked for, and permission for every origin',
      call: {
        ...failed,
        options: ['credentials'],
        responseHeaders: [
          ['Access-Control-Allow-Origin', '*'],
          ['Access-Control-Allow-Credentials', 'true'],
        ],
      },
      findings: [
        {
          message: 'credentials',
          values: { needed: `\`Access-Control-Allow-Origin: ${ORIGIN}\`` },
          location: { type: 'response', header: 'Access-Control-Allow-Origin' },
        },
      ],
    },
    {
      name: 'a page of another port',
      call: { ...failed, initiator: { origin: 'https://chat.infuzu.com:8443' } },
    },
    { name: 'a local file', call: { ...failed, initiator: { origin: 'null' }, ...allow(ORIGIN) } },
    {
      name: 'a hop to another origin with permission for the page’s',
      call: { ...fromPage, status: 200, ...allow(ORIGIN) },
      neighbours: { previousHop: exchangeOf({ initiator: page, url: 'http://chat.infuzu.com/x' }) },
      findings: [{ message: 'other-origin', values: { needed: 'Access-Control-Allow-Origin: null' } }],
    },
    {
      name: 'a hop within one origin with permission for `null`',
      call: { ...fromPage, status: 200, ...allow('null') },
      neighbours: { previousHop: exchangeOf({ initiator: page, url: 'https://chat.infuzu.com/x' }) },
    },
    {
      name: 'a redirect that was not followed',
      call: { ...failed, status: 307, redirectUrl: 'https://chat.infuzu.com/x' },
    },
  ],
  silent: [
    { name: 'permission for the origin', call: { headers: cors, status: 401, ...allow(ORIGIN) } },
    { name: 'permission for everybody', call: { ...failed, ...allow('*') } },
    {
      name: 'permission for cookies that are asked for',
      call: {
        ...failed,
        options: ['credentials'],
        responseHeaders: [
          ['Access-Control-Allow-Origin', ORIGIN],
          ['Access-Control-Allow-Credentials', 'true'],
        ],
      },
    },
    {
      name: 'no browser’s word: a tool that sends Origin',
      call: { headers: [...CLEAN_HEADERS, ['Origin', ORIGIN]], status: 200 },
    },
    { name: 'a broken connection', call: { ...failed, error: 'net::ERR_CONNECTION_RESET' } },
    { name: 'given up by the page', call: { headers: cors, status: 200, error: 'net::ERR_ABORTED' } },
    { name: 'a revalidation', call: { headers: cors, status: 304 } },
    {
      name: 'a redirect that was followed',
      call: { headers: cors, status: 307, redirectUrl: 'https://chat.infuzu.com/x' },
      neighbours: { nextHop: exchangeOf() },
    },
    {
      name: 'a hop to another origin, which goes on as `null`, with permission for `null`',
      call: { ...fromPage, status: 200, ...allow('null') },
      neighbours: { previousHop: exchangeOf({ initiator: page, url: 'http://chat.infuzu.com/x' }) },
    },
    {
      name: 'a later hop, of which nothing tells its origin',
      call: { ...fromPage, status: 200, ...allow('null') },
      neighbours: { previousHop: { ...exchangeOf({ initiator: page }), hop: 2 } },
    },
  ],
  notApplicable: [
    { name: 'no answer', call: { initiator: page, status: 0, error: 'net::ERR_FAILED' } },
    {
      name: 'a page of the same origin',
      call: { ...failed, initiator: { origin: 'https://chat.infuzu.com' } },
    },
    { name: 'no page', call: { status: 401 } },
    { name: 'a page of an extension', call: { ...failed, initiator: { origin: 'chrome-extension://abc' } } },
    {
      name: 'no CORS by request',
      call: {
        headers: [
          ['Origin', ORIGIN],
          ['Sec-Fetch-Mode', 'no-cors'],
        ],
        status: 200,
      },
    },
    { name: 'an image with a key', call: { ...failed, resourceType: 'image' } },
    { name: 'a beacon', call: { ...failed, resourceType: 'beacon' } },
    {
      name: 'a preflight',
      call: {
        ...failed,
        method: 'OPTIONS',
        body: null,
        headers: [['Access-Control-Request-Method', 'POST']],
      },
    },
    {
      name: 'an upgrade by the browser',
      call: {
        ...failed,
        url: 'http://chat.infuzu.com/x',
        status: 307,
        statusText: 'Internal Redirect',
        redirectUrl: 'https://chat.infuzu.com/x',
      },
    },
  ],
});

import { FAKE_KEY as KEY } from '../support/exchange-of';
import { type Case, CHAT, type EntryDescription, JSON_TYPE, type Pair, refusal, withAuth } from './case';

const ORIGIN: Pair = ['Origin', 'https://app.example.com'];
const PAGE: readonly Pair[] = [
  ORIGIN,
  ['Referer', 'https://app.example.com/'],
  ['Sec-Fetch-Site', 'cross-site'],
];
const HTTP_CHAT = CHAT.replace('https:', 'http:');

const insecure: readonly Case[] = [
  { name: 'http with a key', input: [{ url: HTTP_CHAT }], fires: ['insecure-transport'] },
  {
    name: 'http without a key',
    input: [{ ...withAuth(), url: HTTP_CHAT }],
    fires: ['insecure-transport', 'credentials-missing'],
  },
  {
    name: 'http on port 443',
    input: [{ url: 'http://chat.infuzu.com:443/api/llm-response' }],
    fires: ['insecure-transport'],
  },
  {
    name: 'http, redirected to https',
    input: [{ url: HTTP_CHAT, status: 301, redirectURL: CHAT, answer: '' }, { start: 100 }],
    at: 0,
    fires: ['insecure-transport'],
  },
  {
    name: 'the https hop after it',
    input: [{ url: HTTP_CHAT, status: 308, redirectURL: CHAT, answer: '' }, { start: 100 }],
    at: 1,
    silent: ['insecure-transport'],
  },
  { name: 'https', input: [{}], silent: ['insecure-transport'], clean: true },
  {
    name: 'the browser itself went over to https (HSTS)',
    input: [
      {
        url: HTTP_CHAT,
        status: 307,
        redirectURL: CHAT,
        answer: '',
        responseHeaders: [
          ['Location', CHAT],
          ['Non-Authoritative-Reason', 'HSTS'],
        ],
        extra: {},
      },
      { start: 20 },
    ],
    at: 0,
    silent: ['insecure-transport'],
  },
];

const mixed: readonly Case[] = [
  {
    name: 'an https page calls http and the browser stops it',
    input: [
      {
        url: HTTP_CHAT,
        headers: [['Infuzu-API-Key', KEY], JSON_TYPE, ...PAGE],
        status: 0,
        answer: null,
        error: 'net::ERR_FAILED',
      },
    ],
    fires: ['mixed-content-blocked'],
  },
  {
    name: 'the same without an error text',
    input: [
      { url: HTTP_CHAT, headers: [['Infuzu-API-Key', KEY], JSON_TYPE, ...PAGE], status: 0, answer: null },
    ],
    fires: ['mixed-content-blocked'],
  },
  {
    name: 'an http page calls http',
    input: [
      { url: HTTP_CHAT, headers: [['Infuzu-API-Key', KEY], JSON_TYPE, ['Origin', 'http://app.example.com']] },
    ],
    fires: ['insecure-transport'],
    silent: ['mixed-content-blocked'],
  },
  {
    name: 'a refused connection over http is no mixed content',
    input: [
      {
        url: HTTP_CHAT,
        headers: [['Infuzu-API-Key', KEY], JSON_TYPE, ...PAGE],
        status: 0,
        answer: null,
        error: 'net::ERR_CONNECTION_REFUSED',
      },
    ],
    silent: ['mixed-content-blocked'],
  },
];

const PARAMETERS = ['api_key', 'apikey', 'API_KEY', 'infuzu_api_key', 'key', 'token', 'access_token'];

const inUrl: readonly Case[] = [
  ...PARAMETERS.map(
    (name): Case => ({
      name: `a key in the parameter ${name}`,
      input: [{ url: `${CHAT}?${name}=${KEY}` }],
      fires: ['key-in-url'],
    }),
  ),
  { name: 'a key in the fragment', input: [{ url: `${CHAT}#access_token=${KEY}` }], fires: ['key-in-url'] },
  {
    name: 'the key of the header under another name',
    input: [{ url: `${CHAT}?q=${KEY}` }],
    fires: ['key-in-url'],
  },
  {
    name: 'a key in the userinfo',
    input: [{ url: CHAT.replace('https://', `https://user:${KEY}@`) }],
    fires: ['key-in-url'],
  },
  {
    name: 'a key in the URL and in no header',
    input: [{ ...withAuth(), url: `${CHAT}?api_key=${KEY}` }],
    fires: ['key-in-url', 'credentials-missing'],
  },
  {
    name: 'other parameters',
    input: [{ url: `${CHAT}?page=2&sort=name&q=monkey` }],
    silent: ['key-in-url'],
    clean: true,
  },
  { name: 'an empty key parameter', input: [{ url: `${CHAT}?key=` }], silent: ['key-in-url'] },
  {
    name: 'a parameter whose name only contains key',
    input: [{ url: `${CHAT}?keyword=hello&monkey=1` }],
    silent: ['key-in-url'],
    clean: true,
  },
];

const redirect = (to: string, headers: readonly Pair[]): EntryDescription => ({
  headers: [...headers, JSON_TYPE],
  status: 307,
  redirectURL: to,
  answer: '',
  responseHeaders: [['Location', to]],
});
const OTHER_ORIGIN = 'https://eu.chat.infuzu.com/api/llm-response';
const FOREIGN = 'https://api.example.net/api/llm-response';
const BEARER: Pair = ['Authorization', `Bearer ${KEY}`];
const HEADER: Pair = ['Infuzu-API-Key', KEY];

const redirects: readonly Case[] = [
  {
    name: 'Authorization is lost on the way to another origin',
    input: [
      redirect(OTHER_ORIGIN, [BEARER]),
      { ...withAuth(), url: OTHER_ORIGIN, start: 100, status: 401, answer: refusal('missing_api_key') },
    ],
    fires: ['credential-lost-on-redirect'],
    outcome: 'confirmed',
  },
  {
    name: 'Authorization is kept within the origin',
    input: [redirect(`${CHAT}/`, [BEARER]), { ...withAuth(BEARER), url: `${CHAT}/`, start: 100 }],
    at: 0,
    silent: ['credential-lost-on-redirect', 'credential-leaked-on-redirect'],
    clean: true,
  },
  {
    name: 'a key header is carried on to a foreign origin',
    input: [
      redirect(FOREIGN, [HEADER]),
      { ...withAuth(HEADER), url: FOREIGN, start: 100, status: 200, answer: {} },
    ],
    at: 0,
    fires: ['credential-leaked-on-redirect'],
  },
  {
    name: 'a key header is carried from http to https of the same host: told on the hop in the clear',
    input: [
      { ...redirect(CHAT, [HEADER]), url: CHAT.replace('https:', 'http:') },
      { ...withAuth(HEADER), start: 100 },
    ],
    at: 0,
    fires: ['insecure-transport', 'credential-leaked-on-redirect'],
  },
  {
    name: 'the hop over https that such a redirect leads to',
    input: [
      { ...redirect(CHAT, [HEADER]), url: CHAT.replace('https:', 'http:') },
      { ...withAuth(HEADER), start: 100 },
    ],
    silent: ['insecure-transport', 'credential-leaked-on-redirect'],
  },
  {
    name: 'a key header is carried from https to http of the same host',
    input: [
      redirect(CHAT.replace('https:', 'http:'), [HEADER]),
      { ...withAuth(HEADER), url: CHAT.replace('https:', 'http:'), start: 100 },
    ],
    fires: ['insecure-transport', 'credential-leaked-on-redirect'],
  },
  {
    name: 'the browser’s own upgrade to https (HSTS) sends nothing in the clear',
    input: [
      {
        ...redirect(CHAT, [HEADER]),
        url: CHAT.replace('https:', 'http:'),
        responseHeaders: [
          ['Location', CHAT],
          ['Non-Authoritative-Reason', 'HSTS'],
        ],
      },
      { ...withAuth(HEADER), start: 100 },
    ],
    at: 0,
    silent: ['insecure-transport', 'credential-leaked-on-redirect'],
    clean: true,
  },
  {
    name: 'a key header within the origin is no leak',
    input: [redirect(`${CHAT}/`, [HEADER]), { ...withAuth(HEADER), url: `${CHAT}/`, start: 100 }],
    at: 0,
    silent: ['credential-leaked-on-redirect'],
    clean: true,
  },
];

const tls: readonly Case[] = [
  {
    name: 'TLS 1.0',
    input: [{ extra: { _securityDetails: { protocol: 'TLS 1.0' } } }],
    fires: ['tls-outdated'],
  },
  {
    name: 'TLS 1.1',
    input: [{ extra: { _securityDetails: { protocol: 'TLS 1.1' } } }],
    fires: ['tls-outdated'],
  },
  { name: 'TLS 1.2', input: [{ extra: { _securityDetails: { protocol: 'TLS 1.2' } } }], clean: true },
  { name: 'TLS 1.3', input: [{ extra: { _securityDetails: { protocol: 'TLS 1.3' } } }], clean: true },
];

const preflight = (asked: string, allowed: readonly Pair[], status = 204): EntryDescription => ({
  method: 'OPTIONS',
  headers: [ORIGIN, ['Access-Control-Request-Method', 'POST'], ['Access-Control-Request-Headers', asked]],
  status,
  responseHeaders: allowed,
  answer: '',
});
const FAILED: EntryDescription = {
  headers: [HEADER, JSON_TYPE, ...PAGE],
  status: 0,
  answer: null,
  error: 'net::ERR_FAILED',
  start: 5,
  extra: { _resourceType: 'fetch' },
};
/** Of a page that is not over https itself: of one that is, the browser stops it before that. */
const FAILED_IN_THE_CLEAR: EntryDescription = {
  ...FAILED,
  url: HTTP_CHAT,
  headers: [HEADER, JSON_TYPE, ['Origin', 'http://localhost'], ['Sec-Fetch-Site', 'cross-site']],
};
const ALLOWED: readonly Pair[] = [
  ['Access-Control-Allow-Origin', 'https://app.example.com'],
  ['Access-Control-Allow-Methods', 'POST, OPTIONS'],
  ['Access-Control-Allow-Headers', 'Content-Type, Infuzu-API-Key'],
];

const cors: readonly Case[] = [
  {
    name: 'a preflight that does not allow the key header',
    input: [
      preflight('content-type,infuzu-api-key', [
        ['Access-Control-Allow-Origin', '*'],
        ['Access-Control-Allow-Methods', 'POST'],
        ['Access-Control-Allow-Headers', 'content-type'],
      ]),
      FAILED,
    ],
    fires: ['preflight-rejected'],
  },
  {
    name: 'a preflight that does not allow an SDK’s header',
    input: [
      preflight('authorization,content-type,x-stainless-lang', [
        ['Access-Control-Allow-Origin', '*'],
        ['Access-Control-Allow-Methods', 'POST'],
        ['Access-Control-Allow-Headers', 'authorization, content-type'],
      ]),
      { ...FAILED, headers: [BEARER, JSON_TYPE, ['X-Stainless-Lang', 'js'], ...PAGE] },
    ],
    fires: ['preflight-rejected'],
  },
  {
    name: 'a preflight over http that the browser may not redirect to https (HSTS)',
    input: [
      {
        method: 'OPTIONS',
        url: HTTP_CHAT,
        headers: [
          ['Origin', 'http://localhost'],
          ['Access-Control-Request-Method', 'POST'],
          ['Access-Control-Request-Headers', 'content-type,infuzu-api-key'],
        ],
        status: 0,
        answer: null,
        error: 'net::ERR_INVALID_REDIRECT',
      },
      FAILED_IN_THE_CLEAR,
    ],
    fires: ['preflight-rejected', 'insecure-transport'],
    says: 'The browser itself redirected the preflight of this `http:` call',
  },
  {
    name: 'a call over http that no server took',
    input: [{ ...FAILED_IN_THE_CLEAR, error: 'net::ERR_CONNECTION_REFUSED' }],
    fires: ['insecure-transport'],
    says: 'The call was not sent, so no key was exposed.',
  },
  {
    name: 'a preflight that is answered 401',
    input: [preflight('content-type,infuzu-api-key', ALLOWED, 401), FAILED],
    fires: ['preflight-rejected'],
  },
  {
    name: 'a preflight that allows everything asked for',
    input: [
      preflight('content-type,infuzu-api-key', ALLOWED),
      {
        headers: [HEADER, JSON_TYPE, ...PAGE],
        start: 5,
        responseHeaders: [['Access-Control-Allow-Origin', 'https://app.example.com']],
      },
    ],
    silent: ['preflight-rejected', 'response-hidden-by-cors'],
    clean: true,
  },
  {
    name: 'an answer without CORS permission',
    input: [
      {
        headers: [HEADER, JSON_TYPE, ...PAGE],
        status: 401,
        answer: null,
        responseHeaders: [['Content-Type', 'application/json']],
        error: 'net::ERR_FAILED',
        extra: { _resourceType: 'fetch' },
      },
    ],
    fires: ['response-hidden-by-cors'],
  },
  {
    name: 'a tool without an origin needs no CORS permission',
    input: [{ responseHeaders: [['Content-Type', 'application/json']] }],
    silent: ['response-hidden-by-cors'],
    clean: true,
  },
];

export const transportCases: readonly Case[] = [
  ...insecure,
  ...mixed,
  ...inUrl,
  ...redirects,
  ...tls,
  ...cors,
];

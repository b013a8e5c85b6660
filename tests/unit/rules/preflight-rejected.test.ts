import type { CallDescription } from '../support/exchange-of';
import { exchangeOf } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const ORIGIN = 'https://app.example.com';
const asking = (method: string, names: string): [string, string][] => [
  ['Origin', ORIGIN],
  ['Access-Control-Request-Method', method],
  ['Access-Control-Request-Headers', names],
];
const permit = (names: string, origin = ORIGIN, methods = 'POST') =>
  [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Methods', methods],
    ['Access-Control-Allow-Headers', names],
  ] as const;
const preflightCall = (call: CallDescription): CallDescription => ({
  method: 'OPTIONS',
  body: null,
  headers: asking('POST', 'authorization,content-type,x-stainless-os'),
  status: 204,
  responseHeaders: permit('authorization, content-type, x-stainless-os'),
  ...call,
});
const preflight = (call: CallDescription = {}) => ({ preflight: exchangeOf(preflightCall(call)) });

/** What Chrome's HAR has of the call itself. */
const held = { status: 0, error: 'net::ERR_FAILED', headers: [], initiator: { origin: ORIGIN, page: true } };

ruleCases('preflight-rejected', {
  fires: [
    {
      name: 'a header of an SDK that is not permitted',
      call: held,
      neighbours: preflight({ responseHeaders: permit('authorization, content-type') }),
      findings: [
        {
          message: 'headers',
          values: {
            count: 1,
            first: 'x-stainless-os',
            more: 0,
            names: '`x-stainless-os`',
            needed: 'Access-Control-Allow-Headers: authorization, content-type, x-stainless-os',
          },
          location: { type: 'response', header: 'Access-Control-Allow-Headers' },
        },
      ],
    },
    {
      name: 'no permission for any header',
      call: held,
      neighbours: preflight({ responseHeaders: [['Access-Control-Allow-Origin', '*']] }),
      findings: [{ message: 'headers', values: { count: 3, more: 2 } }],
    },
    {
      name: 'the method',
      call: { ...held, method: 'PUT' },
      neighbours: preflight({
        headers: asking('PUT', 'content-type'),
        responseHeaders: permit('content-type'),
      }),
      findings: [{ message: 'method', values: { needed: 'Access-Control-Allow-Methods: PUT' } }],
    },
    {
      name: 'no origin',
      call: held,
      neighbours: preflight({ responseHeaders: permit('*, authorization').slice(1) }),
      findings: [{ message: 'origin-missing', values: { needed: `Access-Control-Allow-Origin: ${ORIGIN}` } }],
    },
    {
      name: 'another origin',
      call: held,
      neighbours: preflight({ responseHeaders: permit('*, authorization', 'https://other.example.com') }),
      findings: [{ message: 'origin-other', values: { value: 'https://other.example.com' } }],
    },
    {
      name: 'two origins in one header',
      call: held,
      neighbours: preflight({ responseHeaders: permit('*, authorization', `${ORIGIN}, https://b.example`) }),
      findings: [{ message: 'origin-other' }],
    },
    {
      name: 'cookies that are asked for and not permitted',
      call: { ...held, options: ['credentials'] },
      neighbours: preflight(),
      findings: [
        {
          message: 'credentials',
          values: { needed: '`Access-Control-Allow-Credentials: true`' },
          location: { type: 'response', header: 'Access-Control-Allow-Credentials' },
        },
      ],
    },
    {
      name: 'wildcards, which stand for nothing in a call with cookies',
      call: { ...held, options: ['credentials'] },
      neighbours: preflight({ responseHeaders: permit('*', '*', '*') }),
      findings: [
        {
          message: 'credentials',
          values: {
            needed: `\`Access-Control-Allow-Origin: ${ORIGIN}\`, \`Access-Control-Allow-Credentials: true\``,
          },
        },
        { message: 'headers', values: { count: 3 } },
      ],
    },
    {
      name: 'a status that is no success',
      call: held,
      neighbours: preflight({ status: 403, responseHeaders: [] }),
      findings: [
        { message: 'status', values: { status: '403', origin: `Access-Control-Allow-Origin: ${ORIGIN}` } },
      ],
    },
    {
      name: 'a status that is no success, with permission',
      call: held,
      neighbours: preflight({ status: 405 }),
      findings: [{ message: 'status' }],
    },
    {
      name: 'a redirect',
      call: held,
      neighbours: preflight({ status: 308 }),
      findings: [{ message: 'redirect', values: { status: '308' } }],
    },
    {
      name: 'no answer of a server that was reached',
      call: held,
      neighbours: preflight({ status: 0, error: 'net::ERR_EMPTY_RESPONSE' }),
      findings: [{ message: 'no-answer' }],
    },
    {
      name: 'no answer over http, which the browser redirected to https by itself (HSTS)',
      call: { ...held, url: 'http://chat.infuzu.com/api/llm-response' },
      neighbours: preflight({
        url: 'http://chat.infuzu.com/api/llm-response',
        status: 0,
        error: 'net::ERR_INVALID_REDIRECT',
      }),
      findings: [{ message: 'upgraded', location: { type: 'url', part: 'scheme' } }],
    },
    {
      name: 'no answer over https for a redirect that nobody saw',
      call: held,
      neighbours: preflight({ status: 0, error: 'net::ERR_INVALID_REDIRECT' }),
      findings: [{ message: 'no-answer' }],
    },
    {
      name: 'no answer',
      call: held,
      neighbours: preflight({ status: 0 }),
      findings: [{ message: 'no-answer' }],
    },
    {
      name: 'origin and headers',
      call: held,
      neighbours: preflight({ responseHeaders: [] }),
      findings: [{ message: 'origin-missing' }, { message: 'headers' }],
    },
    {
      name: 'what was asked was not recorded: the call’s own headers tell',
      call: {
        ...held,
        headers: [
          ['Infuzu-API-Key', 'x'],
          ['Accept', '*/*'],
          ['Content-Type', 'application/json'],
          ['User-Agent', 'x'],
        ],
      },
      neighbours: preflight({
        headers: [['Access-Control-Request-Method', 'POST']],
        responseHeaders: permit('content-type', '*'),
      }),
      findings: [{ values: { names: '`infuzu-api-key`' } }],
    },
    {
      name: 'a preflight whose call is not known',
      call: preflightCall({ status: 403 }),
      findings: [{ message: 'status' }],
    },
  ],
  silent: [
    { name: 'everything is permitted', call: held, neighbours: preflight() },
    {
      name: 'a wildcard, which for browsers stands for Authorization, too',
      call: held,
      neighbours: preflight({ responseHeaders: permit('*') }),
    },
    ...['net::ERR_NAME_NOT_RESOLVED', 'NS_ERROR_UNKNOWN_HOST', 'net::ERR_CONNECTION_REFUSED'].map(
      (error) => ({
        name: `a server that was never reached: ${error}`,
        call: { ...held, error },
        neighbours: preflight({ status: 0, error }),
      }),
    ),
    {
      name: 'a port that browsers do not call, of which only the call’s own error tells',
      call: { ...held, error: 'net::ERR_UNSAFE_PORT' },
      neighbours: preflight({ status: 0, error: 'net::ERR_FAILED' }),
    },
    {
      name: 'cookies that are asked for and permitted',
      call: { ...held, options: ['credentials'] },
      neighbours: preflight({
        responseHeaders: [
          ...permit('authorization, content-type, x-stainless-os'),
          ['Access-Control-Allow-Credentials', 'true'],
        ],
      }),
    },
    {
      name: 'names compare without case',
      call: held,
      neighbours: preflight({ responseHeaders: permit('Authorization, Content-Type, X-Stainless-OS') }),
    },
    {
      name: 'the wildcard for other names',
      call: held,
      neighbours: preflight({ headers: asking('POST', 'infuzu-api-key'), responseHeaders: permit('*') }),
    },
    {
      name: 'the wildcard for the origin',
      call: held,
      neighbours: preflight({ responseHeaders: permit('*, authorization', '*') }),
    },
    {
      name: 'the wildcard for methods',
      call: { ...held, method: 'PUT' },
      neighbours: preflight({ headers: asking('PUT', 'a'), responseHeaders: permit('a', '*', '*') }),
    },
    {
      name: 'POST needs no permission',
      call: held,
      neighbours: preflight({ responseHeaders: permit('*, authorization', '*', 'GET') }),
    },
    {
      name: 'a call that was answered was permitted',
      call: { status: 200 },
      neighbours: preflight({ status: 403 }),
    },
    {
      name: 'the rejected preflight of a known call: the call tells',
      call: preflightCall({ status: 403 }),
      neighbours: { callOfPreflight: exchangeOf(held) },
    },
    { name: 'a preflight alone that permits', call: preflightCall({}) },
  ],
  notApplicable: [
    { name: 'no preflight', call: held },
    { name: 'a clean call', call: { status: 200 } },
  ],
});

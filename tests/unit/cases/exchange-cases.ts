import { FAKE_KEY as KEY } from '../support/exchange-of';
import {
  BEGINNING,
  type Case,
  CHAT,
  COMPLETIONS,
  type EntryDescription,
  type Pair,
  refusal,
  SUCCESS,
  withBody,
} from './case';

const HEADER: Pair = ['Infuzu-API-Key', KEY];
const user = { role: 'user', content: 'Hello' };
const system = { role: 'system', content: 'Be brief.' };
const assistant = { role: 'assistant', content: 'Hi' };

/** A body, and the rules that fire on it. */
function body(name: string, value: unknown, fires: readonly string[], silent: readonly string[] = []): Case {
  return { name: `body: ${name}`, input: [withBody(value)], fires, silent };
}
const cleanBody = (name: string, value: unknown, url = CHAT): Case => ({
  name: `body: ${name}`,
  input: [{ body: value, url }],
  clean: true,
});

const types: readonly Case[] = [
  ...[
    'text/plain',
    'text/plain;charset=UTF-8',
    'application/x-www-form-urlencoded',
    'text/json',
    'application/jsonp',
  ].map(
    (type): Case => ({
      name: `Content-Type: ${type}`,
      input: [{ headers: [HEADER, ['Content-Type', type]] }],
      fires: ['content-type-unsupported'],
    }),
  ),
  { name: 'no Content-Type', input: [{ headers: [HEADER] }], fires: ['content-type-unsupported'] },
  ...['application/json; charset=utf-8', 'Application/JSON', 'application/json;charset=UTF-8'].map(
    (type): Case => ({
      name: `Content-Type: ${type}`,
      input: [{ headers: [HEADER, ['Content-Type', type]] }],
      clean: true,
    }),
  ),
  {
    name: 'no Content-Type without a body',
    input: [{ method: 'GET', url: 'https://chat.infuzu.com/api/models', headers: [HEADER] }],
    clean: true,
  },
  {
    name: 'Content-Type refused by the server',
    input: [
      {
        headers: [HEADER, ['Content-Type', 'text/plain']],
        status: 415,
        answer: refusal('unsupported_media_type'),
      },
    ],
    fires: ['content-type-unsupported'],
    outcome: 'confirmed',
  },
];

const json: readonly Case[] = [
  body('a trailing comma', '{"messages":[],}', ['body-invalid-json']),
  body('single quotes', "{'messages':[]}", ['body-invalid-json']),
  body('cut off', '{"messages":[{"role":"user"', ['body-invalid-json']),
  body('[object Object]', '[object Object]', ['body-invalid-json']),
  body('JSON inside a JSON string', JSON.stringify(JSON.stringify({ messages: [user] })), [
    'body-invalid-json',
  ]),
  body('a list', '[1,2]', ['body-invalid-json']),
  body('a number', '42', ['body-invalid-json']),
  body('null', 'null', ['body-invalid-json']),
  body('a form', 'messages=hello', ['body-invalid-json']),
  body('undefined', 'undefined', ['body-invalid-json']),
  {
    name: 'body: broken, and the server says so',
    input: [{ body: '{"messages":', status: 400, answer: refusal('invalid_request_body') }],
    fires: ['body-invalid-json'],
    silent: ['body-missing-messages'],
    outcome: 'confirmed',
  },
];

const messages: readonly Case[] = [
  body('no messages', { prompt: 'Hi' }, ['body-missing-messages'], ['body-invalid-messages']),
  body('empty messages', { messages: [] }, ['body-missing-messages']),
  body('messages as text', { messages: 'Hi' }, ['body-missing-messages']),
  body('messages null', { messages: null }, ['body-missing-messages']),
  body('an empty object', {}, ['body-missing-messages']),
  {
    name: 'body: none at all, and the server says so',
    input: [{ body: null, status: 400, answer: refusal('missing_required_field') }],
    fires: ['body-missing-messages'],
    outcome: 'confirmed',
  },
  { name: 'body: none in the file, but the server answered', input: [{ body: null }], clean: true },
  {
    name: 'body: no messages on the OpenAI-style endpoint, and the server says so',
    input: [
      { url: COMPLETIONS, body: { model: 'm' }, status: 400, answer: refusal('missing_required_field') },
    ],
    fires: ['body-missing-messages'],
    outcome: 'confirmed',
  },
  {
    name: 'body: other endpoints need no messages',
    input: [{ url: 'https://chat.infuzu.com/api/feedback', body: { text: 'x' } }],
    silent: ['body-missing-messages'],
    clean: true,
  },
  body('a message without a role', { messages: [{ content: 'Hi' }] }, ['body-invalid-messages']),
  body('a message without content', { messages: [{ role: 'user' }] }, ['body-invalid-messages']),
  body('an unknown role', { messages: [{ role: 'bot', content: 'Hi' }] }, ['body-invalid-messages']),
  body('a role in upper case', { messages: [{ role: 'User', content: 'Hi' }] }, ['body-invalid-messages']),
  body('assistant first', { messages: [assistant, user] }, ['body-invalid-messages']),
  body('system later', { messages: [user, system] }, ['body-invalid-messages']),
  body('assistant after assistant', { messages: [user, assistant, assistant] }, ['body-invalid-messages']),
  body('assistant after system', { messages: [system, assistant] }, ['body-invalid-messages']),
  body('a message that is text', { messages: ['Hi'] }, ['body-invalid-messages']),
  {
    name: 'body: an unknown role, and the server says so',
    input: [
      { body: { messages: [{ role: 'tool', content: 'x' }] }, status: 400, answer: refusal('invalid_field') },
    ],
    fires: ['body-invalid-messages'],
    outcome: 'confirmed',
  },
  cleanBody('system, user', { messages: [system, user] }),
  cleanBody('user, assistant, user', { messages: [user, assistant, user] }),
  cleanBody('system, user, assistant, user', { messages: [system, user, assistant, user] }),
  cleanBody('two users in a row', { messages: [user, user] }),
  cleanBody(
    'a list of parts',
    { model: 'm', messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }] },
    COMPLETIONS,
  ),
  body('llms and exclude_llms', { messages: [user], llms: ['a'], exclude_llms: ['b'] }, [
    'body-llms-conflict',
  ]),
  cleanBody('llms alone', { messages: [user], llms: ['a'] }),
  cleanBody('llms and an empty exclude_llms', { messages: [user], llms: ['a'], exclude_llms: [] }),
];

const refused = (key: string): EntryDescription => ({
  headers: [
    ['Infuzu-API-Key', key],
    ['Content-Type', 'application/json'],
  ],
  status: 429,
  answer: refusal('rate_limit_exceeded'),
  responseHeaders: [
    ['Retry-After', '60'],
    ['Content-Type', 'application/json'],
  ],
});

const limits: readonly Case[] = [
  { name: '429', input: [refused(KEY)], fires: ['rate-limit-exceeded'], outcome: 'confirmed' },
  { name: '429 without a body', input: [{ status: 429, answer: null }], fires: ['rate-limit-exceeded'] },
  {
    name: 'a retry before Retry-After is over',
    input: [refused(KEY), { start: 10_000 }],
    fires: ['retry-too-soon:warning'],
  },
  {
    name: 'a retry after Retry-After is over',
    input: [refused(KEY), { start: 62_000 }],
    at: 1,
    silent: ['retry-too-soon'],
  },
  {
    name: 'another key may go on',
    input: [refused('ifz_FAKEkey0000000000000000000009'), { start: 10_000 }],
    at: 1,
    silent: ['retry-too-soon'],
  },
  {
    name: '81 calls in a minute',
    input: Array.from({ length: 81 }, (_, i): EntryDescription => ({ start: i * 500 })),
    fires: ['rate-limit-near:warning'],
  },
  {
    name: '80 calls in a minute',
    input: Array.from({ length: 80 }, (_, i): EntryDescription => ({ start: i * 500 })),
    silent: ['rate-limit-near'],
    clean: true,
  },
  {
    name: '81 calls in two minutes',
    input: Array.from({ length: 81 }, (_, i): EntryDescription => ({ start: i * 1_500 })),
    silent: ['rate-limit-near'],
    clean: true,
  },
  {
    name: '8,100 characters in one call',
    input: [withBody({ messages: [{ role: 'user', content: 'x'.repeat(8_100) }] })],
    fires: ['rate-limit-near'],
  },
];

const dated = (offset: number, more: readonly Pair[] = []): EntryDescription => ({
  responseHeaders: [
    ['Date', new Date(BEGINNING + offset).toUTCString()],
    ['Content-Type', 'application/json'],
    ...more,
  ],
});

const clocks: readonly Case[] = [
  { name: 'a clock that is two minutes behind', input: [dated(120_000)], fires: ['clock-skew:warning'] },
  { name: 'a clock that is two minutes ahead', input: [dated(-120_000)], fires: ['clock-skew'] },
  { name: 'a clock that is half a minute behind', input: [dated(30_000)], clean: true },
  { name: 'a clock that is right', input: [dated(0)], clean: true },
  { name: 'a slow call is no wrong clock', input: [{ ...dated(90_000), time: 95_000 }], clean: true },
  {
    name: 'a cached answer is no wrong clock',
    input: [{ ...dated(-3_600_000, [['Age', '3600']]) }],
    clean: true,
  },
  {
    name: 'an answer from the browser’s cache',
    input: [{ ...dated(-3_600_000), extra: { _fromCache: 'disk' } }],
    clean: true,
  },
];

const bad = (name: string, answer: unknown, mimeType = 'application/json', status = 500): Case => ({
  name: `error body: ${name}`,
  input: [{ status, answer, mimeType }],
  fires: ['error-body-undocumented:warning'],
});

const answers: readonly Case[] = [
  bad('empty', ''),
  bad('HTML of a gateway', '<html><head><title>502 Bad Gateway</title></head></html>', 'text/html', 502),
  bad('cut off', '{"errors":[{"code":"inval', 'application/json', 400),
  bad('other JSON', { detail: 'nope' }, 'application/json', 400),
  bad('errors that are no list', { errors: 'no' }, 'application/json', 400),
  bad('null', 'null', 'application/json', 400),
  bad('text', 'Service unavailable', 'text/plain', 503),
  {
    name: 'error body: not recorded',
    input: [{ status: 500, answer: null }],
    silent: ['error-body-undocumented'],
    outcome: 'unexplained',
  },
  {
    name: 'error body: an unknown code is documented in form',
    input: [{ status: 400, answer: refusal('brand_new_code') }],
    silent: ['error-body-undocumented'],
    clean: true,
    outcome: 'unexplained',
  },
  {
    name: 'error body: a byte order mark',
    input: [{ status: 401, answer: `\ufeff${JSON.stringify(refusal('invalid_api_key'))}` }],
    silent: ['error-body-undocumented'],
    outcome: 'unexplained',
  },
  {
    name: 'error body: base64 that says so',
    input: [
      {
        headers: [['Content-Type', 'application/json']],
        status: 401,
        extra: {
          response: {
            status: 401,
            headers: [],
            content: {
              mimeType: 'application/json',
              encoding: 'base64',
              text: btoa(JSON.stringify(refusal('missing_api_key'))),
            },
          },
        },
      },
    ],
    fires: ['credentials-missing'],
    outcome: 'confirmed',
  },
  {
    name: 'error body: base64 that does not say so',
    input: [
      {
        headers: [['Content-Type', 'application/json']],
        status: 401,
        answer: btoa(JSON.stringify(refusal('missing_api_key'))),
      },
    ],
    fires: ['credentials-missing'],
    silent: ['error-body-undocumented'],
    outcome: 'confirmed',
  },
  {
    name: 'several errors',
    input: [
      {
        headers: [['Content-Type', 'application/json']],
        status: 401,
        answer: {
          errors: [
            { code: 'other', message: 'x' },
            { code: 'missing_api_key', message: 'y' },
          ],
          warnings: [],
        },
      },
    ],
    fires: ['credentials-missing'],
    outcome: 'confirmed',
  },
  {
    name: 'warnings on a success',
    input: [{ answer: { ...SUCCESS, warnings: [{ code: 'deprecated', message: 'Soon gone.' }] } }],
    fires: ['api-warnings:warning'],
    outcome: 'clean',
  },
  { name: 'no warnings', input: [{ answer: SUCCESS }], silent: ['api-warnings'], clean: true },
  {
    name: 'a stream',
    input: [
      { answer: 'data: {"chosen_llm":"m"}\n\ndata: {"response":"Hi"}\n\n', mimeType: 'text/event-stream' },
    ],
    clean: true,
  },
  {
    name: 'funds',
    input: [{ status: 402, answer: refusal('not_enough_funds') }],
    clean: true,
    outcome: 'unexplained',
  },
  {
    name: 'a gateway’s 502 although no key was sent',
    input: [
      {
        headers: [['Content-Type', 'application/json']],
        status: 502,
        answer: '<html></html>',
        mimeType: 'text/html',
      },
    ],
    fires: ['credentials-missing', 'error-body-undocumented'],
    outcome: 'contradicted',
  },
];

export const exchangeCases: readonly Case[] = [
  ...types,
  ...json,
  ...messages,
  ...limits,
  ...clocks,
  ...answers,
];

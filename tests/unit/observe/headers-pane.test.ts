import { describe, expect, it } from 'vitest';
import { readPasted } from '../../../lib/observe/from-pasted';
import { FAKE_KEY as KEY } from '../support/exchange-of';

const URL_ = 'https://chat.infuzu.com/api/llm-response';
const ERROR = '{"errors":[{"code":"invalid_api_key","message":"No."}],"warnings":[]}';

const GENERAL = [
  ['Request URL', URL_],
  ['Request Method', 'POST'],
  ['Status Code', '401 Unauthorized'],
  ['Remote Address', '127.0.0.1:443'],
  ['Referrer Policy', 'strict-origin-when-cross-origin'],
] as const;
const RESPONSE = [
  ['content-type', 'application/json'],
  ['x-request-id', 'req_1'],
] as const;
const PSEUDO = [
  [':authority', 'chat.infuzu.com'],
  [':method', 'POST'],
  [':path', '/api/llm-response'],
  [':scheme', 'https'],
] as const;
const REQUEST = [
  ['accept', '*/*'],
  ['content-length', '31'],
  ['infuzu-api-key', KEY],
] as const;

type Pairs = readonly (readonly [string, string])[];
const oneLine = (pairs: Pairs) => pairs.map(([name, value]) => `${name}: ${value}`).join('\n');
const bare = (pairs: Pairs) => pairs.map(([name, value]) => `${name}\n${value}`).join('\n');
const twoLines = (pairs: Pairs) => pairs.map(([name, value]) => `${name}:\n${value}`).join('\n');

function read(text: string) {
  const result = readPasted(text, []);
  if ('key' in result) throw new Error(result.key);
  return result;
}
const first = (text: string) => read(text).entries[0];

describe('the Headers pane of DevTools as text', () => {
  it.each([
    [
      'with titles, a line for each field',
      [
        oneLine(GENERAL),
        'Response Headers',
        'view source',
        oneLine(RESPONSE),
        'Request Headers',
        oneLine(PSEUDO),
        oneLine(REQUEST),
      ],
    ],
    [
      'with titles and counts, two lines for each field',
      [
        'General',
        twoLines(GENERAL),
        'Response Headers (2)',
        twoLines(RESPONSE),
        '',
        'Request Headers (3)',
        'Raw',
        twoLines(REQUEST),
      ],
    ],
    [
      'without titles or colons, as Chrome has it now',
      [bare(GENERAL), bare(RESPONSE), bare(PSEUDO), bare(REQUEST)],
    ],
    [
      'raw, over HTTP/1.1',
      [
        oneLine(GENERAL),
        'Response Headers',
        'HTTP/1.1 401 Unauthorized',
        oneLine(RESPONSE),
        'Request Headers',
        'POST /api/llm-response HTTP/1.1',
        oneLine(REQUEST),
      ],
    ],
    ['without titles', [twoLines(GENERAL), twoLines(RESPONSE), twoLines(PSEUDO), twoLines(REQUEST)]],
  ])('is a request with its answer: %s', (_, parts) => {
    const { entries, unreadable } = read(
      `Hi, it doesn't work:\n\n${parts.join('\n')}\n\n${ERROR}\n\nThanks!`,
    );
    expect(unreadable).toEqual([]);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      method: 'POST',
      url: URL_,
      headers: REQUEST.map(([name, value]) => ({ name, value })),
      body: { type: 'not-recorded' },
      response: {
        status: 401,
        statusText: 'Unauthorized',
        headers: RESPONSE.map(([name, value]) => ({ name, value })),
        body: { text: ERROR },
      },
    });
  });

  it.each(['> ', '    '])('is read where each line begins with "%s"', (mark) => {
    const text = [twoLines(GENERAL), 'Request Headers', twoLines(PSEUDO), twoLines(REQUEST)].join('\n');
    expect(first(text.replace(/^/gm, mark))).toMatchObject({
      url: URL_,
      headers: REQUEST.map(([name, value]) => ({ name, value })),
    });
  });

  it('is what Safari copies of a request over HTTP/2', () => {
    expect(first(`${oneLine(PSEUDO)}\n${oneLine(REQUEST)}\n`)).toMatchObject({
      method: 'POST',
      url: URL_,
      httpVersion: 'h2',
      headers: REQUEST.map(([name, value]) => ({ name, value })),
    });
  });

  it('has an empty field where no value stands', () => {
    const fields = `infuzu-api-key:\norigin:\nhttps://app.example.com`;
    expect(first(`${twoLines(GENERAL)}\n${fields}`)?.headers).toEqual([
      { name: 'infuzu-api-key', value: '' },
      { name: 'origin', value: 'https://app.example.com' },
    ]);
    expect(first(`${oneLine(GENERAL)}\ninfuzu-api-key:\norigin: https://a.example`)?.headers).toHaveLength(2);
  });

  it.each([
    ['the first part alone', oneLine(GENERAL)],
    [
      'provisional headers',
      `${oneLine(GENERAL)}\nRequest Headers\nProvisional headers are shown\nLearn more\naccept: */*`,
    ],
    ['headers without a length', `${oneLine(GENERAL)}\nRequest Headers\naccept: */*`],
  ])('does not tell whether a key was sent: %s', (_, text) => {
    expect(first(text)).toMatchObject({ credentialsLeftOut: true, body: { type: 'unknown' } });
  });

  it('tells that none was sent where all of a request is there', () => {
    const text = `${oneLine(GENERAL)}\nRequest Headers\naccept: */*\ncontent-length: 0`;
    expect(first(text)).not.toHaveProperty('credentialsLeftOut');
  });

  it('reads one after the other, and stands beside commands', () => {
    const text = `${oneLine(GENERAL)}\n${oneLine(GENERAL)}\n\ncurl ${URL_}\n`;
    expect(read(text).entries.map(({ response }) => response?.status)).toEqual([401, 401, undefined]);
  });

  it('knows a cached answer and a call without one', () => {
    const cached = GENERAL.map(
      ([name, value]) => [name, name === 'Status Code' ? '200 OK (from disk cache)' : value] as const,
    );
    expect(first(oneLine(cached))?.response).toMatchObject({ status: 200, statusText: 'OK' });
    expect(first(oneLine(GENERAL.filter(([name]) => name !== 'Status Code')))?.response).toBeUndefined();
  });

  it('is none without an address', () => {
    expect(readPasted(':method: POST\naccept: */*', [])).toEqual({ key: 'neither' });
  });
});

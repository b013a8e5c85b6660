import { describe, expect, it } from 'vitest';
import { exchangeOfFileEntry, type FileEntry } from '../../../lib/observe/from-file-entry';
import { readHarFile } from '../../../lib/observe/from-har-file';
import { readInput } from '../../../lib/observe/read-input';
import { FAKE_KEY as KEY, TEST_SALT } from '../support/exchange-of';

const URL_ = 'https://chat.infuzu.com/api/llm-response';
const REQUEST = { method: 'POST', url: URL_, httpVersion: 'HTTP/1.1', headers: [] };

function read(entries: unknown, log: object = {}) {
  const file = readHarFile({ log: { entries, ...log } }, []);
  if ('key' in file) throw new Error(file.key);
  return file;
}
function one(entry: unknown, log: object = {}): FileEntry {
  const [first] = read([entry], log).entries;
  if (first === undefined) throw new Error('no entry');
  return first;
}
const request = (more: object, entry: object = {}) => one({ request: { ...REQUEST, ...more }, ...entry });

describe('a file', () => {
  it.each([
    [null, 'json-but-no-har'],
    [[], 'json-but-no-har'],
    [{}, 'json-but-no-har'],
    [{ log: 1 }, 'json-but-no-har'],
    [{ log: {} }, 'no-entries'],
    [{ log: { entries: {} } }, 'no-entries'],
  ])('%j is no HAR file', (file, key) => expect(readHarFile(file, [])).toEqual({ key }));

  it('keeps every bad entry from stopping the rest', () => {
    const file = read([
      null,
      'x',
      {},
      { request: 'x' },
      { request: {} },
      { request: { url: '' } },
      { request: { url: '/api/llm-response' } },
      { request: { url: 5 } },
      { request: { url: URL_ } },
    ]);
    expect(file.unreadable.map(({ index, reason }) => [index, reason.key])).toEqual([
      [0, 'not-an-object'],
      [1, 'not-an-object'],
      [2, 'no-request'],
      [3, 'no-request'],
      [4, 'no-url'],
      [5, 'no-url'],
      [6, 'bad-url'],
      [7, 'bad-url'],
    ]);
    expect(file.entries.map(({ index }) => index)).toEqual([8]);
  });

  it('counts entries to other hosts', () => {
    const urls = [
      'https://example.com/',
      'wss://chat.infuzu.com/',
      'data:,x',
      'https://notinfuzu.com/',
      'https://infuzu.com.evil.example/',
    ];
    expect(read(urls.map((url) => ({ request: { ...REQUEST, url } })))).toMatchObject({
      entries: [],
      ignored: 5,
    });
  });

  it('observes hosts of the user’s own', () => {
    const entries = [{ request: { ...REQUEST, url: 'http://localhost:8080/api' } }];
    const file = readHarFile({ log: { entries } }, [{ hostname: 'localhost', port: 8080 }]);
    expect(file).toMatchObject({ entries: [{ index: 0 }], ignored: 0 });
  });

  it('keeps a foreign hop that redirects to an observed one', () => {
    const redirect = { status: 302, redirectURL: URL_ };
    const file = read([
      { request: { ...REQUEST, url: 'https://gateway.example/' }, response: redirect },
      { request: REQUEST },
      {
        request: { ...REQUEST, url: 'https://gateway.example/' },
        response: { status: 302, redirectURL: '/x' },
      },
    ]);
    expect(file.hops.map(({ index }) => index)).toEqual([0]);
    expect(file.ignored).toBe(2);
  });
});

describe('header lists', () => {
  it('not recorded is not empty', () => {
    expect(request({ headers: undefined }).headers).toBeUndefined();
    expect(request({ headers: null }).headers).toBeUndefined();
    expect(request({ headers: [] }).headers).toEqual([]);
  });
  it('of a call that the browser stopped early are not recorded', () => {
    expect(request({}, { response: { status: 0 } }).headers).toBeUndefined();
  });
  it('in other shapes are read', () => {
    const field = { name: 'Infuzu-API-Key', value: KEY };
    expect(request({ headers: [`Infuzu-API-Key: ${KEY}`] }).headers).toEqual([field]);
    expect(request({ headers: { 'Infuzu-API-Key': KEY } }).headers).toEqual([field]);
    expect(request({ headers: [null, 1, {}, { name: '' }, { value: 'x' }, field] }).headers).toEqual([field]);
    expect(request({ headers: [{ name: 'X', value: 5 }, { name: 'Y' }] }).headers).toEqual([
      { name: 'X', value: '5' },
      { name: 'Y', value: '' },
    ]);
  });
  it('lose the pseudo headers of HTTP/2, which tell the version', () => {
    const it = request({
      httpVersion: '',
      headers: [
        { name: ':method', value: 'POST' },
        { name: 'a', value: 'b' },
      ],
    });
    expect([it.headers, it.httpVersion]).toEqual([[{ name: 'a', value: 'b' }], 'h2']);
  });
});

describe('small things', () => {
  it.each([
    ['HTTP/1.1', 'HTTP/1.1'],
    ['http/1.1', 'HTTP/1.1'],
    ['HTTP/2', 'h2'],
    ['http/2.0', 'h2'],
    ['HTTP/2.0', 'h2'],
    ['h2', 'h2'],
    ['h3', 'h3'],
    ['h3-29', 'h3'],
    ['http/3', 'h3'],
    ['unknown', ''],
    ['', ''],
    [undefined, ''],
  ])('version %s', (httpVersion, version) => expect(request({ httpVersion }).httpVersion).toBe(version));

  it.each([
    ['2023-03-29T17:37:42.482-07:00', Date.UTC(2023, 2, 30, 0, 37, 42, 482)],
    ['2023-07-17T13:04:44.056651+00:00', Date.UTC(2023, 6, 17, 13, 4, 44, 56)],
    ['2023-03-30T04:39:18.9810000Z', Date.UTC(2023, 2, 30, 4, 39, 18, 981)],
    [1_680_000_000, 1_680_000_000_000],
    [1_680_000_000_123, 1_680_000_000_123],
    ['yesterday', 0],
    [undefined, 0],
    [null, 0],
    ['99999999999999999999', 0],
  ])('start %s', (startedDateTime, start) => {
    expect(request({}, { startedDateTime }).startedDateTime).toBe(start);
  });

  it('a negative or missing time is none', () => {
    expect(request({}, { time: -1 })).not.toHaveProperty('time');
    expect(request({}, { time: 'x' })).not.toHaveProperty('time');
    expect(request({}, { time: '12.5' }).time).toBe(12.5);
  });

  it.each([
    [{ _securityDetails: { protocol: 'TLS 1.0' } }, 'TLSv1'],
    [{ _securityDetails: { protocol: 'TLS 1.3' } }, 'TLSv1.3'],
    [{ _securityInfo: { protocolVersion: 'TLSv1.1' } }, 'TLSv1.1'],
    [{ _tls_version: 'TLS 1.2' }, 'TLSv1.2'],
    [{ _tls_version: 'SSL 3.0' }, 'SSLv3'],
    [{}, undefined],
  ])('TLS version of %j', (fields, version) => {
    expect(request({}, { response: { status: 200 }, ...fields }).response?.tlsVersion).toBe(version);
  });
});

describe('request bodies', () => {
  const body = (more: object) => request(more).body;
  it('are text', () => expect(body({ postData: { text: '{}' } })).toEqual({ type: 'text', text: '{}' }));
  it('may be a bare text', () => expect(body({ postData: '{}' })).toEqual({ type: 'text', text: '{}' }));
  it('may be parameters', () => {
    const params = [{ name: 'a', value: 'b' }, null];
    expect(body({ postData: { params } })).toMatchObject({ type: 'form' });
    expect(body({ postData: { text: '{}', params } })).toMatchObject({ type: 'text' });
  });
  it('are base64, flagged or not', () => {
    const json = '{"messages":[]}';
    expect(body({ postData: { text: btoa(json), encoding: 'base64' } })).toEqual({
      type: 'text',
      text: json,
    });
    expect(body({ postData: { text: btoa(json) } })).toEqual({ type: 'text', text: json });
    expect(body({ postData: { text: 'eyJub3QganNvbg==' } })).toEqual({
      type: 'text',
      text: 'eyJub3QganNvbg==',
    });
  });
  it('that are not there are none, not recorded, or unknown', () => {
    expect(body({ bodySize: 0 })).toBeUndefined();
    expect(body({ method: 'GET' })).toBeUndefined();
    expect(body({ bodySize: 40 })).toEqual({ type: 'not-recorded' });
    expect(body({ bodySize: 0, headers: [{ name: 'Content-Length', value: '40' }] })).toEqual({
      type: 'not-recorded',
    });
    expect(body({ bodySize: -1 })).toEqual({ type: 'unknown' });
    expect(request({ bodySize: -1 }, { response: { status: 400 } }).body).toBeUndefined();
    expect(body({})).toEqual({ type: 'unknown' });
    expect(body({ method: 'GET', postData: { mimeType: '', text: '', params: [] } })).toBeUndefined();
  });
});

describe('responses', () => {
  const response = (it: unknown) => request({}, { response: it }).response;
  const body = (content: unknown, headers: unknown = []) => response({ status: 401, headers, content })?.body;
  it('may be missing', () => {
    expect(response(undefined)).toBeUndefined();
    expect(response(null)).toBeUndefined();
    expect(response({})).toBeUndefined();
    expect(response({ status: 'x' })).toBeUndefined();
  });
  it('keep status 0', () => expect(response({ status: 0 })?.status).toBe(0));
  it('have a status written as text', () => expect(response({ status: '401' })?.status).toBe(401));
  it('hold text', () => {
    expect(body({ text: '{}', mimeType: 'application/json' })).toEqual({
      text: '{}',
      mimeType: 'application/json',
    });
  });
  it('take the type from the header where the content has none', () => {
    expect(body({ text: '{}' }, [{ name: 'content-type', value: 'text/html' }])).toEqual({
      text: '{}',
      mimeType: 'text/html',
    });
  });
  it('hold base64, flagged or not, or falsely flagged', () => {
    expect(body({ text: btoa('{"a":1}'), encoding: 'base64' })).toMatchObject({ text: '{"a":1}' });
    expect(body({ text: btoa('{"a":1}') })).toMatchObject({ text: '{"a":1}' });
    expect(body({ text: '{"a":1}', encoding: 'base64' })).toMatchObject({ text: '{"a":1}' });
    expect(body({ text: btoa('\u00ff\u00fe\u00ff'), encoding: 'base64' })).toEqual({ bytes: 3 });
  });
  it('without text are not recorded, unless they are empty', () => {
    expect(body(undefined)).toBe('not-recorded');
    expect(body({})).toBe('not-recorded');
    expect(body({ size: 0 })).toBe('not-recorded');
    expect(body({ size: 12, text: '' })).toBe('not-recorded');
    expect(body({ size: 0, text: '' })).toMatchObject({ text: '' });
    expect(body({}, [{ name: 'Content-Length', value: '0' }])).toMatchObject({ text: '' });
  });
  it('tell where they redirect to', () => {
    expect(response({ status: 301, headers: [{ name: 'location', value: '/x' }] })?.redirectUrl).toBe('/x');
    expect(response({ status: 301, redirectURL: '/y', headers: [] })?.redirectUrl).toBe('/y');
  });
  it('tell the browser’s error', () => {
    expect(request({}, { response: { status: 0, _error: 'net::ERR_FAILED' } }).error).toBe('net::ERR_FAILED');
    expect(request({}, { response: { status: 0, _error: null } })).not.toHaveProperty('error');
  });
  it('was not aborted where it has no body that could be left unread', () => {
    const error = (status: number, _error: string) => request({}, { response: { status, _error } }).error;
    expect(error(204, 'net::ERR_ABORTED')).toBeUndefined();
    expect(error(200, 'net::ERR_ABORTED')).toBe('net::ERR_ABORTED');
    expect(error(204, 'net::ERR_FAILED')).toBe('net::ERR_FAILED');
  });
});

describe('the resource type', () => {
  const type = (entry: object, more: object = {}) =>
    request({ method: 'GET', url: 'https://infuzu.com/a', ...more }, entry).resourceType;
  it.each([
    ['xhr', 'fetch'],
    ['fetch', 'fetch'],
    ['preflight', 'preflight'],
    ['ping', 'beacon'],
    ['manifest', 'document'],
    ['texttrack', 'media'],
    ['other', 'other'],
    ['constructor', 'other'],
    ['__proto__', 'other'],
  ])('named %s', (name, expected) => expect(type({ _resourceType: name })).toBe(expected));
  it.each([
    ['empty', 'fetch'],
    ['iframe', 'document'],
    ['style', 'stylesheet'],
    ['serviceworker', 'script'],
  ])('by Sec-Fetch-Dest %s', (value, expected) => {
    expect(type({}, { headers: [{ name: 'Sec-Fetch-Dest', value }] })).toBe(expected);
  });
  it('by what was asked for or came', () => {
    expect(type({}, { headers: [{ name: 'accept', value: 'text/css,*/*;q=0.1' }] })).toBe('stylesheet');
    expect(type({ response: { status: 200, content: { mimeType: 'font/woff2' } } })).toBe('font');
    expect(type({}, { url: 'https://infuzu.com/app.js' })).toBe('script');
    expect(type({})).toBe('unknown');
  });
  it('never by its media type in the API or with another method', () => {
    const html = { response: { status: 200, content: { mimeType: 'text/html' } } };
    expect(type(html, { url: 'https://chat.infuzu.com/api/models' })).toBe('unknown');
    expect(type(html, { method: 'POST' })).toBe('unknown');
  });
});

describe('the initiator', () => {
  const initiator = (headers: Record<string, string>, entry: object = {}, log: object = {}) =>
    one({ request: { ...REQUEST, headers }, ...entry }, log).initiator;
  it('is a page by Origin, Referer or Sec-Fetch-Site', () => {
    expect(initiator({ Origin: 'https://app.example.com' })).toEqual({
      origin: 'https://app.example.com',
      page: true,
    });
    expect(initiator({ Referer: 'https://app.example.com/x?token=FAKE' })).toEqual({
      origin: 'https://app.example.com',
      page: true,
    });
    expect(initiator({ Origin: 'null' })).toEqual({ origin: 'null', page: true });
    expect(initiator({ 'Sec-Fetch-Site': 'same-origin' })).toEqual({ page: true });
  });
  it('is a program by its name', () => {
    expect(initiator({ 'User-Agent': 'python-requests/2.32.3' })).toEqual({ page: false });
    expect(initiator({ 'User-Agent': 'node', 'Sec-Fetch-Mode': 'cors' })).toEqual({ page: false });
    expect(initiator({ 'User-Agent': 'PostmanRuntime/7.43.0' })).toEqual({ page: false });
    expect(initiator({ 'User-Agent': 'GuzzleHttp/7' })).toEqual({ page: false });
    expect(initiator({ 'User-Agent': 'Mozilla/5.0' })).toEqual({});
  });
  it.each([
    ['Insomnia REST Client', { page: false }],
    ['Postman', { page: false }],
    ['Charles Proxy', {}],
    ['Fiddler', {}],
    ['mitmproxy', {}],
    ['Proxyman', {}],
    ['Postmaster', {}],
  ])('is the program that wrote the file, where that makes calls itself: %s', (name, told) => {
    const log = { creator: { name, version: '1' } };
    expect(initiator({}, {}, log)).toEqual(told);
    expect(initiator({ 'Sec-Fetch-Site': 'cross-site' }, {}, log)).toEqual({ page: true });
  });
  it('is told by the page that the entry belongs to', () => {
    const pages = [{ id: 'page_1', title: 'https://app.example.com/chat' }];
    expect(initiator({}, { pageref: 'page_1' }, { pages })).toEqual({ origin: 'https://app.example.com' });
  });
  it('has a place: the first frame that is no library', () => {
    const frame = (url: string) => ({ url, lineNumber: 41, columnNumber: 6 });
    const stack = {
      callFrames: [frame('https://cdn.jsdelivr.net/npm/axios@1/dist/axios.min.js')],
      parent: { callFrames: [frame('https://app.example.com/chat.js')] },
    };
    expect(initiator({}, { _initiator: { type: 'script', stack } }).place).toEqual({
      url: 'https://app.example.com/chat.js',
      line: 42,
      column: 7,
    });
  });
  it('has the code that called it, and no key of its address', () => {
    const frame = (url: string, lineNumber: number) => ({ url, lineNumber, columnNumber: 6 });
    const stack = {
      callFrames: [
        frame('https://app.example.com/wrapper.js', 13),
        frame('https://app.example.com/node_modules/ky/ky.js', 8),
        frame(`https://app.example.com/ask.js?key=${KEY}`, 40),
      ],
    };
    const entry = one({ request: REQUEST, _initiator: { type: 'script', stack } });
    const { place } = exchangeOfFileEntry(entry, TEST_SALT).initiator;
    expect(place).toMatchObject({
      url: 'https://app.example.com/wrapper.js',
      line: 14,
      caller: { line: 41 },
    });
    expect(place?.caller?.url).toBe('https://app.example.com/ask.js');
  });
});

describe('readInput', () => {
  const options = { ownHosts: [], salt: TEST_SALT };
  it.each([
    ['', 'nothing'],
    [' \n', 'nothing'],
    ['\ufeff', 'nothing'],
    ['hello', 'neither'],
    ['<html></html>', 'neither'],
    ['{"log":', 'cut-off'],
    ['{"log":{"pages":[{"id":"1"},{', 'cut-off'],
    ['{}', 'json-but-no-har'],
    ['[]', 'json-but-no-har'],
    ['{"format":"infuzu-support-bundle","version":9}', 'bundle-version'],
  ])('refuses %j', (text, key) => expect(readInput(text, options)).toMatchObject({ key }));
  it('says where JSON breaks', () => {
    expect(readInput('{"log":\n  x}', options)).toEqual({
      key: 'broken-json',
      values: { line: 2, column: 3 },
    });
  });
  it('keeps what is whole of a file that was cut off, wherever that was', () => {
    const comment = 'a "quoted" \\\\ text ] } with \\" in it';
    const entries = [
      { request: { ...REQUEST, comment } },
      { request: { ...REQUEST, url: 'https://elsewhere.example/' } },
      { request: REQUEST },
    ];
    const whole = JSON.stringify({ log: { version: '1.2', pages: [{ id: 'a' }], entries } });
    const ends = [...whole.matchAll(/\}\}(?=[,\]])/g)].map(({ index }) => index + 2);
    expect(ends).toHaveLength(3);
    for (let end = ends[0] ?? 0; end < whole.length; end++) {
      const input = readInput(whole.slice(0, end), options);
      if ('key' in input) expect.fail();
      const complete = ends.filter((at) => at <= end).length;
      expect(input.exchanges.map(({ index }) => index)).toEqual(complete === 3 ? [0, 2] : [0]);
      expect(input.unreadable).toEqual([{ index: complete, reason: { key: 'cut-off' } }]);
    }
  });
  it('tolerates a byte order mark', () => {
    expect(readInput('\ufeff{"log":{"entries":[]}}', options)).toMatchObject({ exchanges: [], ignored: 0 });
  });
  it('keeps an impossible redirect from stopping anything', () => {
    const entries = [{ request: REQUEST, response: { status: 302, redirectURL: 'http://[' } }];
    expect(readInput(JSON.stringify({ log: { entries } }), options)).toMatchObject({
      unreadable: [],
      exchanges: [{ index: 0 }],
    });
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPasted } from '../../../lib/observe/from-pasted';
import { readTranscript } from '../../../lib/observe/pasted/transcript';
import { readInput } from '../../../lib/observe/read-input';
import { FAKE_KEY as KEY, TEST_SALT } from '../support/exchange-of';

const URL_ = 'https://chat.infuzu.com/api/llm-response';
const COMMAND = `curl -s ${URL_} -H 'Infuzu-API-Key: ${KEY}' --json '{"messages":[]}'`;
const ERROR = '{"errors":[{"code":"invalid_api_key","message":"It can\'t be used."}],"warnings":[]}';
const HEAD = 'HTTP/2 401 \ncontent-type: application/json\nx-request-id: req_1\n\n';

function read(text: string) {
  const result = readPasted(text, []);
  if ('key' in result) throw new Error(result.key);
  return result;
}
const answers = (text: string) => read(text).entries.map(({ response }) => response?.status);
const first = (text: string) => read(text).entries[0];
const bodyOf = (text: string) => first(text)?.response?.body;
const fields = (text: string) => first(text)?.headers?.map(({ name, value }) => `${name}: ${value}`);
const recorded = (name: string) => readFileSync(new URL(`transcripts/${name}.txt`, import.meta.url), 'utf8');

describe('what curl 7.88 printed for the stand-in', () => {
  it('is a request with its answer: -v over HTTP/2', () => {
    const { entries, unreadable } = read(recorded('verbose-http2'));
    expect(unreadable).toEqual([]);
    expect(entries).toMatchObject([
      {
        method: 'POST',
        url: 'https://chat.infuzu.com/api/v1/chat/completions',
        httpVersion: 'h2',
        body: { type: 'text', text: '{"messages":[{"role":"user","content":"hi"}]}' },
        response: { status: 401, body: { mimeType: 'application/json' } },
      },
    ]);
    expect(JSON.parse(Object(entries[0]?.response?.body).text)).toMatchObject({
      errors: [{ code: 'invalid_api_key' }],
    });
  });
  it('is one answer though -v -i writes its head twice', () => {
    expect(read(recorded('verbose-include')).entries).toMatchObject([
      {
        httpVersion: 'HTTP/1.1',
        response: { status: 401, headers: { length: 9 }, body: { text: /^{"errors/ } },
      },
    ]);
  });
  it('is two requests where curl followed a redirect', () => {
    const { entries } = read(recorded('redirect'));
    expect(entries).toMatchObject([
      {
        url: 'http://chat.infuzu.com/api/v1/chat/completions?redirect=https',
        response: {
          status: 307,
          redirectUrl: 'https://chat.infuzu.com/api/v1/chat/completions',
          body: { text: '' },
        },
      },
      { url: 'https://chat.infuzu.com/api/v1/chat/completions', response: { status: 401 } },
    ]);
    expect(entries[1]?.headers?.some(({ name }) => name === 'Authorization')).toBe(false);
  });
});

describe('the answer', () => {
  it.each([
    ['-i', `$ ${COMMAND}\n${HEAD}${ERROR}\n$ `],
    ['a prompt behind it', `me@host:~$ ${COMMAND}\n${HEAD}${ERROR}me@host:~$ `],
    ['zsh’s mark', `% ${COMMAND}\n${HEAD}${ERROR}%\n% `],
    [
      'Windows',
      `C:\\>curl.exe ${URL_} -H "Infuzu-API-Key: ${KEY}"\r\n${HEAD.replaceAll('\n', '\r\n')}${ERROR}\r\nC:\\>`,
    ],
    ['PowerShell', `PS C:\\> curl.exe -i ${URL_}\n${HEAD}${ERROR}\nPS C:\\> `],
    ['jq', `${COMMAND} | jq\n${HEAD}${JSON.stringify(JSON.parse(ERROR), null, 2)}`],
    ['a quotation', `> ${COMMAND}\n${HEAD}${ERROR}`.replaceAll('\n', '\n> ')],
    ['a fence', `\`\`\`\n${COMMAND}\n${HEAD}${ERROR}\n\`\`\`\nIt can't be.`],
    ['prose', `We call\n${COMMAND}\nand get\n${HEAD}${ERROR}\nWhy doesn't it work?`],
    ['an interim answer', `${COMMAND}\nHTTP/1.1 100 Continue\n\n${HEAD}${ERROR}`],
    ['a proxy', `${COMMAND}\nHTTP/1.1 200 Connection established\n\n${HEAD}${ERROR}`],
    [
      'progress',
      `${COMMAND}\n  % Total    % Received\n  0     0 --:--:-- --:--:-- \r100   82 --:--:-- --:--:-- \n${HEAD}${ERROR}`,
    ],
  ])('is that of the request above: %s', (_, text) => {
    expect(read(text)).toMatchObject({ entries: { length: 1 }, unreadable: [], ignored: 0 });
    expect(first(text)?.response).toMatchObject({ status: 401, statusText: '' });
    expect(JSON.parse(Object(bodyOf(text)).text)).toEqual(JSON.parse(ERROR));
  });
  it('is text where it is no JSON', () => {
    const page = '<html><head><title>502</title></head>\n<body>curl-like</body>\n</html>';
    expect(bodyOf(`${COMMAND}\nHTTP/1.1 502 Bad Gateway\nContent-Type: text/html\n\n${page}\n$ ls`)).toEqual({
      text: page,
      mimeType: 'text/html',
    });
  });
  it.each([
    [
      '-I',
      `curl -I ${URL_}\nHTTP/1.1 401 Unauthorized\ncontent-length: 165\n\n$`,
      { text: '', mimeType: '' },
    ],
    [
      'a length of nothing',
      `${COMMAND}\nHTTP/1.1 401 Unauthorized\ncontent-length: 0\n\n`,
      { text: '', mimeType: '' },
    ],
    ['not shown', `${COMMAND}\nHTTP/1.1 401 Unauthorized\ncontent-length: 165\n\n`, 'not-recorded'],
    [
      'a status alone, and prose',
      `${COMMAND}\nHTTP/1.1 401 Unauthorized\nWe don't know why.`,
      'not-recorded',
    ],
  ])('has no body: %s', (_, text, expected) => expect(bodyOf(text)).toEqual(expected));
  it('is each one’s own', () => {
    const other = ERROR.replace('invalid_api_key', 'missing_api_key');
    const text = `$ ${COMMAND}\n${HEAD}${ERROR}\n$ ${COMMAND}\n$ ${COMMAND}\n${HEAD.replace('401', '400')}${other}\n$ ${COMMAND}`;
    expect(answers(text)).toEqual([401, undefined, 400, undefined]);
  });
  it('of each address of one command is in their order', () =>
    expect(
      answers(`curl -i ${URL_} ${URL_}?2 ${URL_}?3\n${HEAD}${ERROR}\nHTTP/1.1 400 Bad Request\na: b\n\n`),
    ).toEqual([401, 400, undefined]));
  it('of a command that a loop runs is there each time', () =>
    expect(answers(`for i in 1 2; do curl -i ${URL_}; done\n${HEAD}${ERROR}\n${HEAD}${ERROR}`)).toEqual([
      401, 401,
    ]));
  it('is one more though it is like the one before', () =>
    expect(
      answers(`for i in 1 2; do curl -I ${URL_}; done\nHTTP/2 429\na: b\n\nHTTP/2 429\na: b\n\n`),
    ).toEqual([429, 429]));
  it('whose request is not in the text says so', () => {
    const redirect = 'HTTP/1.1 307 Temporary Redirect\nlocation: https://chat.infuzu.com/api/x\n\n';
    expect(read(`curl -i -L ${URL_}\n${redirect}${HEAD}${ERROR}`)).toMatchObject({
      entries: [{ response: { status: 307 } }],
      unreadable: [{ index: 1, reason: { key: 'answer-alone' } }],
    });
  });
});

describe('an error without its head', () => {
  it.each([
    `$ ${COMMAND}\n${ERROR}\n$ ${COMMAND}`,
    `${COMMAND}\n\nand get\n\n${ERROR}\nand then\n${COMMAND}`,
  ])('has the documented status of its code', (text) => expect(answers(text)).toEqual([401, undefined]));
  it.each([
    ['no error', `${COMMAND}\n{"choices":[]}`],
    ['no documented code', `${COMMAND}\n{"error":{"code":"other"}}`],
    ['not whole', `${COMMAND}\n${ERROR.slice(0, -2)}`],
    ['in front of the command', `Hi\n${ERROR}\n${COMMAND}`],
    ['a body', `curl ${URL_} --json '\n{"messages":[]}\n'`],
  ])('is none: %s', (_, text) => expect(answers(text)).toEqual([undefined]));
  it('says nothing new below an answer', () =>
    expect(answers(`${COMMAND}\n${HEAD}${ERROR}\nThe body again:\n${ERROR}`)).toEqual([401]));
});

describe('what was sent', () => {
  const sent = (auth: string) =>
    `> POST /api/llm-response HTTP/1.1\n> Host: chat.infuzu.com\n> Authorization: ${auth}\n> Content-Type: application/json\n> Content-Length: 15\n>\n`;
  it('tells more than the command', () => {
    const text = `curl -v ${URL_} -H @file -H "Authorization: Bearer $KEY" -d @body.json\n${sent(`Bearer ${KEY}`)}< ${HEAD}`;
    expect(fields(text)).toContain(`Authorization: Bearer ${KEY}`);
    expect(first(text)).toMatchObject({ unseen: ['body.json'], body: { type: 'not-recorded' } });
    expect(first(text)).not.toHaveProperty('credentialsLeftOut');
  });
  it('tells the address that a shell filled in', () =>
    expect(first(`curl -v "$BASE/api/llm-response"\n${sent(KEY)}`)?.url).toBe(URL_));
  it('stands for a command that cannot be read', () =>
    expect(read(`curl -v 'it is not closed\n${sent(KEY)}`)).toMatchObject({
      entries: [{ url: URL_ }],
      unreadable: [],
    }));
  it.each([
    ['nothing', '', 'https:'],
    ['TLS', '* SSL connection using TLSv1.3\n', 'https:'],
    ['port 80', '* Connected to chat.infuzu.com (127.0.0.1) port 80 (#0)\n', 'http:'],
  ])('needs no command; of its scheme tells: %s', (_, note, scheme) => {
    expect(first(`${note}${sent(KEY)}< HTTP/1.1 401 Unauthorized\n< a: b\n<\n${ERROR}`)).toMatchObject({
      url: URL_.replace('https:', scheme),
      body: { type: 'not-recorded' },
      response: { status: 401, body: { text: ERROR } },
    });
  });
  it('is read as HTTP itself, with its body', () => {
    const text = `POST /api/llm-response HTTP/1.1\nHost: chat.infuzu.com\nInfuzu-API-Key: ${KEY}\n\n{"messages": []}\n\n${HEAD}${ERROR}`;
    expect(first(text)).toMatchObject({
      url: URL_,
      body: { type: 'text', text: '{"messages": []}' },
      response: { status: 401 },
    });
  });
  it.each([
    ['with a type', 'Content-Type: application/json', { type: 'unknown' }],
    ['without', 'Accept: */*', undefined],
  ])('may have had a body that was not copied: %s', (_, field, expected) =>
    expect(
      first(`> POST /api/llm-response HTTP/1.1\n> Host: chat.infuzu.com\n> ${field}\n>\n`)?.body,
    ).toEqual(expected),
  );
  it('is read as wget prints it', () =>
    expect(
      first(
        `---request begin---\nPOST /api/llm-response HTTP/1.1\nHost: chat.infuzu.com\nContent-Length: 2\n\n---request end---\n[BODY data: {}]\n---response begin---\nHTTP/1.1 401 Unauthorized\na: b\n\n---response end---\n`,
      ),
    ).toMatchObject({ body: { type: 'not-recorded' }, response: { status: 401, body: 'not-recorded' } }));
  it('to another host is none of ours', () =>
    expect(read(sent(KEY).replace('chat.infuzu.com', 'example.com'))).toMatchObject({
      entries: [],
      ignored: 1,
    }));
  it('without a host, and without a command, has no address', () =>
    expect(read(sent(KEY).replace('> Host: chat.infuzu.com\n', ''))).toMatchObject({
      unreadable: [{ reason: { key: 'no-url' } }],
    }));
});

describe('what curl says of a failure', () => {
  const ended = (text: string) => read(text).entries.map(({ response, error }) => response?.status ?? error);
  it('is why there is no answer', () =>
    expect(ended(`$ ${COMMAND}\ncurl: (6) Could not resolve host: chat.infuzu.com\n$ ${COMMAND}`)).toEqual([
      'curl: (6) Could not resolve host: chat.infuzu.com',
      undefined,
    ]));
  it('is that of the request that was sent', () =>
    expect(
      ended(`> POST /api/llm-response HTTP/1.1\n> Host: chat.infuzu.com\n>\n* note\ncurl: (52) Empty reply`),
    ).toEqual(['curl: (52) Empty reply']));
  it('is the status with --fail', () =>
    expect(ended(`${COMMAND} -f\ncurl: (22) The requested URL returned error: 401`)).toEqual([401]));
  it.each([
    `curl: (6) Could not resolve host\n${COMMAND}`,
    `${COMMAND} | head -1\n${HEAD}${ERROR}\ncurl: (23) Failure writing output to destination`,
    `${COMMAND} -if\n${HEAD}curl: (22) The requested URL returned error: 401`,
  ])('is nothing before a command, nor where it only stopped to write: %j', (text) => {
    expect(first(text)).not.toHaveProperty('error');
  });
  it.each([
    [
      'a stream',
      `HTTP/2 200 \ncontent-type: text/event-stream\n\ndata: {"choices":[]}\n\n`,
      '(92) HTTP/2 stream 1 was not closed cleanly',
    ],
    [
      'half of some JSON',
      `HTTP/2 200 \ncontent-type: application/json\n\n{"results":\n`,
      '(18) transfer closed with outstanding read data remaining',
    ],
  ])('is how an answer broke off: %s', (_, answer, reason) =>
    expect(first(`${COMMAND}\n${answer}curl: ${reason}`)).toMatchObject({
      error: `curl: ${reason}`,
      response: { status: 200, body: { text: expect.stringMatching(/^(data: )?\{[^(]*$/) } },
    }),
  );
  it('is that a proxy refused the way, whose answer is none of the API’s', () => {
    const text = `${COMMAND}\nHTTP/1.1 407 Proxy Authentication Required\nContent-Length: 0\n\ncurl: (56) CONNECT tunnel failed, response 407`;
    expect(first(text)).toMatchObject({ error: /^curl: \(56\)/, response: undefined });
  });
  it.each([
    `HTTP/1.1 200 OK\n\n`,
    `HTTP/1.1 200 Tunnel established\n\n`,
    `> CONNECT chat.infuzu.com:443 HTTP/1.1\n> Host: chat.infuzu.com:443\n>\n< HTTP/1.1 200 OK\n< Via: proxy\n<\n`,
  ])('is not needed where a proxy gave it: %j', (proxy) =>
    expect(answers(`${COMMAND}\n${proxy}${HEAD}${ERROR}`)).toEqual([401]),
  );
});

describe('prose between commands', () => {
  const other = COMMAND.replace(KEY, `${KEY}2`);
  it.each([
    ['an apostrophe', "But it's failing here:"],
    ['a quote', 'The 5" screen says:'],
    [
      'what curl says of certificates',
      "curl failed to verify the legitimacy of the server and therefore could not\nestablish a connection. It isn't safe.",
    ],
    ['what bash says', "-bash: syntax error near unexpected token `newline'"],
    ['a note without a head', "* Couldn't connect to server"],
    ['curl spoken of', "I don't know why curl fails here."],
  ])('opens no quote and calls nothing: %s', (_, prose) => {
    for (const answer of ['', `${HEAD}${ERROR}\n`]) {
      const result = read(`${COMMAND}\n${answer}${prose}\n${other}\n${answer}`);
      expect(result).toMatchObject({ ignored: 0, unreadable: [] });
      expect(
        result.entries.map(({ headers = [], response }) => [headers[0]?.value, response?.status]),
      ).toEqual([KEY, `${KEY}2`].map((key) => [key, answer === '' ? undefined : 401]));
    }
  });
  it('does not for cmd, either', () =>
    expect(read(`C:\\>curl "${URL_}"\nThe 5" screen:\nC:\\>curl "${URL_}"`).entries).toHaveLength(2));
});

describe('prompts and settings', () => {
  const call = `curl -s ${URL_} -H 'Infuzu-API-Key: ${KEY}'`;
  it.each([
    ['cmd without a space', `C:\\Users\\ann>curl ${URL_} -H "Infuzu-API-Key: ${KEY}"\n${ERROR}`],
    ['root', `[root@web01 ~]# ${call}\n${ERROR}\n[root@web01 ~]# `],
    ['Alpine', `/ # ${call}\n${ERROR}\n/ # `],
    ['fish', `ann@box ~> ${call}\n${ERROR}`],
    ['PowerShell, continued', `PS C:\\> curl.exe ${URL_} \`\n>> -H "Infuzu-API-Key: ${KEY}"\n${ERROR}`],
    [
      'a second command behind the answer',
      `me@box:~$ ${call}\n${ERROR}me@box:~$ curl -s https://example.com/`,
    ],
    ['sh as root', `# ${call}\n${HEAD}${ERROR}\n# `],
    ['an indented error', `We call\n\n  $ ${call}\n  ${ERROR}\n`],
    ['cmd, continued', `C:\\>curl ${URL_} ^\nMore? -H "Infuzu-API-Key: ${KEY}"\n${ERROR}`],
    [
      'a recording with colours',
      `$ ${call}\nHTTP/2 401 \n\u001b[1mcontent-type\u001b[0m: application/json\n\n${ERROR}`,
    ],
    [
      'a quotation with an answer below',
      `> ${call}\n> ${HEAD.replaceAll('\n', '\n> ')}${ERROR}\nWhat does it mean?`,
    ],
    ['a quotation of a quotation', `> > ${call}\n> > ${HEAD.replaceAll('\n', '\n> > ')}${ERROR}\n> Why?`],
    ['an indented block', `We call\n\n    ${call}\n    ${HEAD.replaceAll('\n', '\n    ')}${ERROR}\n\nWhy?`],
    [
      'Invoke-RestMethod 7',
      `PS> irm ${URL_} -Headers @{ 'Infuzu-API-Key' = '${KEY}' }\nInvoke-RestMethod: ${ERROR}`,
    ],
    [
      'Invoke-RestMethod 5',
      `PS C:\\> Invoke-RestMethod -Uri ${URL_}\nInvoke-RestMethod : The remote server returned an error: (401) Unauthorized.\nAt line:1 char:1\n+ Invoke-RestMethod -Uri ${URL_} -Method Post ...\n+ ~~~~~~~\n    + CategoryInfo : InvalidOperation`,
    ],
    ['fetch', `fetch("${URL_}", {"headers": {"infuzu-api-key": "${KEY}"}});\n${ERROR}`],
  ])('leave the call and its answer: %s', (_, text) => {
    const result = readInput(text, { ownHosts: [], salt: TEST_SALT });
    if ('key' in result) throw new Error(result.key);
    expect(result.unreadable).toEqual([]);
    expect(
      result.exchanges.map(
        ({ exchange: { response } }) => response.status === 'present' && response.value.status,
      ),
    ).toEqual([401]);
  });
  it('of fetch and curl in one text, both are read', () =>
    expect(
      read(`fetch("${URL_}", {"body": "curl -X POST it's"});\nand with curl:\n$ ${call}\n${HEAD}${ERROR}`),
    ).toMatchObject({
      entries: [{ body: { type: 'text' } }, { response: { status: 401 } }],
      unreadable: [],
    }));
  it('whichever stands first', () =>
    expect(answers(`$ ${COMMAND}\n\nand in the browser\nfetch("${URL_}", {});\n${ERROR}`)).toEqual([
      undefined,
      401,
    ]));
  it.each(['// copied\n', 'const r = await ', 'From the console: \n'])(
    'fetch may stand behind %j',
    (before) => expect(read(`${before}fetch("${URL_}", {})`).entries).toHaveLength(1),
  );
});

describe('a head that was cut short', () => {
  it('tells less than the command', () =>
    expect(
      fields(`${COMMAND} -v 2>&1 | grep HTTP\n> POST /api/llm-response HTTP/2\n< HTTP/2 200 `),
    ).toContain(`Infuzu-API-Key: ${KEY}`));
  it('accuses nothing without one', () =>
    expect(
      first(`> POST /api/llm-response HTTP/2\n> Host: chat.infuzu.com\n< HTTP/2 401 \n< a: b\n<\n${ERROR}`),
    ).toMatchObject({
      credentialsLeftOut: true,
      body: { type: 'unknown' },
    }));
});

describe('a redirect', () => {
  const redirect = 'HTTP/1.1 307 Temporary Redirect\nlocation: https://chat.infuzu.com/api/x\n\n';
  it('leads on only where curl followed', () => {
    expect(first(`curl -i ${URL_}\n${redirect}`)?.response).not.toHaveProperty('redirectUrl');
    expect(first(`curl -i -L ${URL_}\n${redirect}${HEAD}${ERROR}`)?.response).toHaveProperty('redirectUrl');
  });
});

describe('a ticket with several shells', () => {
  const WINDOWS = `curl ^\n -H "Infuzu-API-Key: ${KEY}" ^\n "${URL_}"`;
  const POSIX = `curl \\\n -H 'Infuzu-API-Key: ${KEY}' \\\n '${URL_}'`;
  it.each([
    ['fences', `\`\`\`\n${POSIX}\n\`\`\`\nor\n\`\`\`\n${WINDOWS}\n\`\`\``],
    ['prompts', `$ ${POSIX}\n${HEAD}${ERROR}\nC:\\>${WINDOWS}\n${HEAD}${ERROR}`],
    ['prompts, turned round', `PS C:\\> irm ${URL_}\nme@host:~$ ${POSIX}`],
  ])('is read by each one’s rules: %s', (_, text) => {
    const { entries, unreadable } = read(text);
    expect(unreadable).toEqual([]);
    expect(entries.map(({ url }) => url)).toEqual([URL_, URL_]);
  });
  it('keeps what one shell set for its later commands', () =>
    expect(
      fields(`\`\`\`\nexport K=${KEY}\n\`\`\`\nthen\n\`\`\`\ncurl -H "Infuzu-API-Key: $K" ${URL_}\n\`\`\``),
    ).toEqual([`Infuzu-API-Key: ${KEY}`]));
});

describe('a text from a terminal', () => {
  const line = fc.constantFrom(
    COMMAND,
    `$ ${COMMAND}`,
    '> POST /a HTTP/1.1',
    '> Host: chat.infuzu.com',
    '>',
    '< HTTP/1.1 401 Unauthorized',
    '< a: b',
    '<',
    'HTTP/2 307',
    'location: /b',
    '',
    ERROR,
    '{"errors":[{',
    '* note',
    '* Connection #0 to host a left intact',
    `}* Connection #0 to host a left intact`,
    '<html>',
    "it's prose",
    '$ ',
  );
  it('keeps each line where it was, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        const { script, shown } = readTranscript(text);
        const left = script.split('\n');
        expect(left).toHaveLength(text.split('\n').length);
        for (const { line: at, request, response } of shown) {
          expect(lines[at]).toMatch(request || response?.fields.length ? /HTTP\// : /HTTP\/|errors/);
        }
      }),
      { numRuns: 500 },
    );
  });
  it('with a comment has no call in it', () =>
    expect(answers(`# curl ${URL_}\n$ ${COMMAND}\n${HEAD}${ERROR}`)).toEqual([401]));
  it('with answers alone says so', () =>
    expect(readPasted(`http POST example\n${HEAD}${ERROR}`, [])).toEqual({ key: 'answer-alone' }));
  it('without an answer is untouched', () => {
    const text = '* curl -v one\n> curl two\r\n';
    expect(readTranscript(text)).toEqual({ script: text, shown: [] });
  });
  it('of thousands of calls is read in one go', () => {
    const text = `$ ${COMMAND}\n${HEAD}${ERROR}\n`.repeat(2_000);
    expect(new Set(answers(text))).toEqual(new Set([401]));
  });
});

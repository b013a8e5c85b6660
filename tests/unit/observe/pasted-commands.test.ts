import { describe, expect, it } from 'vitest';
import type { FileEntry } from '../../../lib/observe/from-file-entry';
import { readPasted } from '../../../lib/observe/from-pasted';
import { FAKE_KEY as KEY } from '../support/exchange-of';

const URL_ = 'https://chat.infuzu.com/api/llm-response';

function read(text: string) {
  const result = readPasted(text, []);
  if ('key' in result) throw new Error(result.key);
  return result;
}
function one(text: string): FileEntry {
  const [first] = read(text).entries;
  if (first === undefined) throw new Error('no entry');
  return first;
}
const headers = (text: string) => one(text).headers?.map(({ name, value }) => `${name}: ${value}`);
const body = (text: string) => one(text).body;

describe('headers', () => {
  it.each([
    [`-H 'A: b'`, ['A: b']],
    [`--header 'A: b'`, ['A: b']],
    [`--header='A: b'`, ['A: b']],
    [`-H'A: b'`, ['A: b']],
    [`-sSLH 'A: b'`, ['A: b']],
    [`-H A:b`, ['A: b']],
    [`-H 'A:  b'`, ['A: b']],
    [`-H 'A: b '`, ['A: b ']],
    [`-H 'A;'`, ['A: ']],
    [`-H 'A:'`, []],
    [`-H 'A: '`, []],
    [`-H A`, []],
    [
      `-A agent -e https://a.example/ -b 'c=d'`,
      ['User-Agent: agent', 'Referer: https://a.example/', 'Cookie: c=d'],
    ],
    [`-A agent -H 'User-Agent: other'`, ['User-Agent: other']],
    [`-u 'user:FAKEpass'`, ['Authorization: Basic dXNlcjpGQUtFcGFzcw==']],
    [`--user user`, ['Authorization: Basic dXNlcjo=']],
    [`--oauth2-bearer T`, ['Authorization: Bearer T']],
    [`-u 'user:FAKEpass' -H 'Authorization: Bearer T'`, ['Authorization: Bearer T']],
    [`-u 'user:FAKEpass' -H 'Authorization:'`, []],
    [`--digest -u 'user:FAKEpass'`, []],
    [`-d x`, ['Content-Type: application/x-www-form-urlencoded']],
    [`-d x -H 'content-type: text/plain'`, ['content-type: text/plain']],
    [`--json '{}'`, ['Accept: application/json', 'Content-Type: application/json']],
    [`-G -d x`, []],
  ])('%s', (options, expected) => expect(headers(`curl ${options} ${URL_}`)).toEqual(expected));

  it('of the userinfo', () => {
    expect(headers(`curl https://user:FAKEpass@chat.infuzu.com/`)).toEqual([
      'Authorization: Basic dXNlcjpGQUtFcGFzcw==',
    ]);
  });
  it('that stand elsewhere are not recorded', () => {
    expect(one(`curl -H @file ${URL_}`).credentialsLeftOut).toBe(true);
    expect(one(`curl -H "$AUTH" ${URL_}`).credentialsLeftOut).toBe(true);
    expect(one(`curl -K config ${URL_}`).credentialsLeftOut).toBe(true);
    expect(one(`curl --netrc ${URL_}`).credentialsLeftOut).toBe(true);
    expect(one(`curl -H @file -H 'Infuzu-API-Key: ${KEY}' ${URL_}`).credentialsLeftOut).toBeUndefined();
  });
});

describe('method, URL and version', () => {
  it.each([
    ['', 'GET'],
    ['-d x', 'POST'],
    ['-F a=b', 'POST'],
    [`--json '{}'`, 'POST'],
    ['-X put', 'put'],
    ['-XDELETE', 'DELETE'],
    ['--request PATCH -d x', 'PATCH'],
    ['-I', 'HEAD'],
    ['-G -d x', 'GET'],
    ['-T file', 'PUT'],
  ])('%s', (options, method) => expect(one(`curl ${options} ${URL_}`).method).toBe(method));
  it.each([
    [`curl chat.infuzu.com/x`, 'http://chat.infuzu.com/x'],
    [`curl --proto-default https chat.infuzu.com/x`, 'https://chat.infuzu.com/x'],
    [`curl --url ${URL_}`, URL_],
    [`curl -G -d a=1 -d b=2 '${URL_}?c=3'`, `${URL_}?c=3&a=1&b=2`],
    [`curl -G --data-urlencode 'a=x y&z' ${URL_}`, `${URL_}?a=x%20y%26z`],
    [`curl --url-query k=v ${URL_}`, `${URL_}?k=v`],
    [`curl -- ${URL_}`, URL_],
  ])('%s', (text, url) => expect(one(text).url).toBe(url));
  it.each([
    ['--http1.1', 'HTTP/1.1'],
    ['-0', 'HTTP/1.0'],
    ['--http2', 'h2'],
    ['--http3', 'h3'],
    ['', ''],
  ])('%s', (option, version) => expect(one(`curl ${option} ${URL_}`).httpVersion).toBe(version));
  it('skips the values of options that do not matter', () => {
    const text = `curl -o out.json -w '%{http_code}' --max-time 10 --retry 3 --cacert ca.pem -x http://proxy:1 -sS --unknown-flag ${URL_}`;
    expect(read(text)).toMatchObject({ entries: [{ url: URL_, method: 'GET' }], ignored: 0 });
  });
});

describe('bodies', () => {
  it.each([
    [`-d '{"a":1}'`, '{"a":1}'],
    [`--data='{"a":1}'`, '{"a":1}'],
    [`-d a=1 -d b=2`, 'a=1&b=2'],
    [`--json '{"a":1,' --json '"b":2}'`, '{"a":1,"b":2}'],
    [`--data-raw @x`, '@x'],
    [`--data-binary 'a\nb'`, 'a\nb'],
    [`--data-ascii x`, 'x'],
    [`--data-urlencode 'a b'`, 'a%20b'],
    [`--data-urlencode '=a b'`, 'a%20b'],
    [`-d ''`, ''],
  ])('%s', (options, text) => expect(body(`curl ${options} ${URL_}`)).toEqual({ type: 'text', text }));
  it('in files are not recorded', () => {
    expect(body(`curl -d @body.json ${URL_}`)).toEqual({ type: 'not-recorded' });
    expect(body(`curl --json @body.json ${URL_}`)).toEqual({ type: 'not-recorded' });
    expect(body(`curl -T body.json ${URL_}`)).toEqual({ type: 'not-recorded' });
    expect(body(`curl --data-urlencode name@file ${URL_}`)).toEqual({ type: 'not-recorded' });
  });
  it('may be forms', () => expect(body(`curl -F 'a=b' ${URL_}`)).toMatchObject({ type: 'form' }));
  it('come from here-documents', () => {
    expect(body(`curl ${URL_} --json @- <<EOF | jq .\n{"a":\n1}\nEOF`)).toEqual({
      type: 'text',
      text: '{"a":\n1}\n',
    });
    expect(body(`curl ${URL_} -d @- <<-'END'\n\t{"a":1}\n\tEND`)).toEqual({ type: 'text', text: '{"a":1}' });
  });
});

describe('the POSIX shell', () => {
  const value = (word: string) => one(`curl -H A:${word} ${URL_}`).headers?.[0]?.value;
  it.each([
    [`'a"b'`, 'a"b'],
    [`"a'b"`, "a'b"],
    [`"a\\"b"`, 'a"b'],
    [`"a\\nb"`, 'a\\nb'],
    [`a\\ b`, 'a b'],
    [`'a'"b"c`, 'abc'],
    [`$'a\\tb'`, 'a\tb'],
    [`$'a\\'b'`, "a'b"],
    [`$'\\x41\\101'`, 'AA'],
    [`$'\\u00e9'`, 'é'],
    [`$'\\U0001F600'`, '😀'],
    [`$'\\xc3\\xa9'`, 'é'],
    [`$'\\q'`, '\\q'],
    [`"$NAME"`, '$NAME'],
    ['"${NAME:-x y}"', '${NAME:-x y}'],
    [`"$(cat 'a b')"`, `$(cat 'a b')`],
    [`$(cat key)`, '$(cat key)'],
    [`"a\\\nb"`, 'ab'],
    [`a#b`, 'a#b'],
  ])('%s', (word, expected) => expect(value(word)).toBe(expected));
  it.each([
    ['a prompt', `$ curl ${URL_}`],
    ['a long prompt', `user@host:~/work$ curl ${URL_}`],
    ['a root prompt', `# comment\ncurl ${URL_}`],
    ['an assignment', `A=b sudo curl ${URL_}`],
    ['a path', `/usr/bin/curl ${URL_}`],
    ['a fence', `\`\`\`bash\ncurl ${URL_}\n\`\`\``],
    ['backticks', `\`curl ${URL_}\``],
    ['continued prompts', `$ curl \\\n> -s \\\n> ${URL_}`],
    ['a space behind a continuation', `curl -s \\ \n  -H 'A: b' ${URL_}`],
    ['a comment behind', `curl ${URL_} # that is all`],
    ['a redirection', `curl ${URL_} > out.json 2>&1`],
    ['prose around it', `Hi,\nit doesn't work:\n\ncurl ${URL_}\n\nI don't know why.`],
    ['Windows line ends', `curl -s \\\r\n  ${URL_}\r\n`],
  ])('%s', (_, text) =>
    expect(read(text)).toMatchObject({ entries: [{ url: URL_ }], ignored: 0, unreadable: [] }),
  );
  it('reads several commands', () => {
    const text = `curl ${URL_}; curl https://example.com/ && curl -d x ${URL_} | jq .\ncurl -s\necho curl`;
    expect(read(text)).toMatchObject({
      entries: [{ index: 0 }, { index: 2, method: 'POST' }],
      ignored: 1,
      unreadable: [{ index: 3, reason: { key: 'no-curl-url' } }],
    });
  });
  it('reads several requests of one command', () => {
    expect(read(`curl ${URL_} ${URL_}/2`).entries).toHaveLength(2);
    const [first, second] = read(`curl -d x ${URL_} --next -H 'A: b' ${URL_}`).entries;
    expect([first?.method, second?.method, second?.headers?.length]).toEqual(['POST', 'GET', 1]);
  });
  it('fills in only what the text sets', () => {
    expect(headers(`KEY=abc\ncurl -H "A: $KEY" -H 'B: $KEY' -H "C: \${KEY}$OTHER" ${URL_}`)).toEqual([
      'A: abc',
      'B: $KEY',
      'C: abc$OTHER',
    ]);
  });
});

describe('the Windows command processor', () => {
  it('reads what Chrome copies', () => {
    const text = `curl ^"${URL_}^?a^=1^" ^\n  -H ^"a: ^\\^"b^\\^" 100^%^" ^\n  --data-raw ^"^{^\\^"x^\\^":^\\^"y^ z^\\^"^}^" &\r\ncurl ^"https://example.com/^"`;
    const { entries, ignored } = read(text);
    expect(entries).toMatchObject([{ url: `${URL_}?a=1`, body: { type: 'text', text: '{"x":"y z"}' } }]);
    expect(entries[0]?.headers?.[0]).toEqual({ name: 'a', value: '"b" 100%' });
    expect(ignored).toBe(1);
  });
  it('reads plain quotes and doubled ones', () => {
    const text = `curl -H "A: b" ^\r\n -d "{""x"":1}" ^\r\n -H "C: \\"d\\"" "${URL_}"`;
    expect(headers(text)).toEqual(['A: b', 'C: "d"', 'Content-Type: application/x-www-form-urlencoded']);
    expect(body(text)).toEqual({ type: 'text', text: '{"x":1}' });
  });
});

describe('what browsers copy for the Windows command processor', () => {
  // Chrome and newer Firefox: everything escaped with carets, a line break as a caret and two of them.
  const withCarets = (text: string) =>
    `^"${text
      .replace(/\\/g, '\\\\')
      .replace(/"/g, '\\"')
      .replace(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/g, '^$&')
      .replace(/%(?=\w)/g, '%^')
      .replace(/\r?\n/g, '^\n\n')}^"`;
  // Their older versions: doubled quotes, a percent sign and a line break outside of them.
  const withQuotes = (text: string) =>
    `"${text.replace(/"/g, '""').replace(/%/g, '"%"').replace(/\n/g, '"^\n\n"')}"`;
  const BODY = '{"content":"It\'s 100% & <b> | ^x !y! %PATH% (a) `b` $c","messages":[]}';
  it.each([
    ['carets', withCarets, '^"; ', BODY],
    ['carets, several lines', withCarets, 'a', '{\n  "a": "b",\n  "c": "d \\"e\\""\n}'],
    ['quotes', withQuotes, 'a', BODY],
    ['quotes, several lines', withQuotes, 'a', '{\n  "a": "b"\n}'],
  ])('is read as it was: %s', (_, quoted, value, data) => {
    const url = `${URL_}?a=1&b=%20x`;
    const text = `curl ${quoted(url)} ^\n  -H ${quoted(`X-A: ${value}`)} ^\n  -H ${quoted(`Infuzu-API-Key: ${KEY}`)} ^\n  --data-raw ${quoted(data)}`;
    for (const pasted of [text, text.replaceAll('\n', '\r\n')]) {
      const { url: readUrl, headers: fields, body: readBody } = one(pasted);
      expect(readUrl).toBe(url);
      expect(fields?.slice(0, 2)).toEqual([
        { name: 'X-A', value },
        { name: 'Infuzu-API-Key', value: KEY },
      ]);
      expect(readBody).toMatchObject({ type: 'text' });
      expect(readBody?.type === 'text' && readBody.text.replaceAll('\r', '')).toBe(data);
    }
  });
  it('is told from other shells on one line, too', () => {
    expect(body(`curl "${URL_}" -d "{""x"":1}"`)).toEqual({ type: 'text', text: '{"x":1}' });
    expect(body(`curl "${URL_}" -d "[""x"",1]"`)).toEqual({ type: 'text', text: '["x",1]' });
  });
});

describe('single quotes in the Windows command processor', () => {
  const PROMPT = 'C:\\Users\\me>';
  const HEADER = `-H 'Infuzu-API-Key: ${KEY}'`;
  it.each([
    `${PROMPT}curl ${URL_} ${HEADER} -d '{"messages":[]}'`,
    `${PROMPT} curl.exe '${URL_}'`,
    `D:\\> "tools\\curl.exe" ${URL_} -H'Infuzu-API-Key: ${KEY}'`,
    `${PROMPT}curl ${URL_} --data='{"content":"it doesn\\"t"}'`,
    `${PROMPT}curl ${URL_} -d '{"content":"a "b"}'`,
    `Hi,\n\n${PROMPT}curl ${URL_}?a=1 -d '{"a":1,\n"b":2}'`,
    `curl.exe ${URL_} ^\r\n ${HEADER} ^\r\n -d '{"messages":[]}'`,
    `curl ${URL_} ^\n -sw '%{http_code} %{time_total}'`,
  ])('are named once, for all that follows from them: %j', (line) => {
    const result = readPasted(line, []);
    expect(result).toMatchObject({
      entries: [],
      ignored: 0,
      unreadable: [{ index: 0, reason: { key: 'cmd-single-quotes' } }],
    });
    expect(read(line).unreadable).toHaveLength(1);
    expect(JSON.stringify(result)).not.toContain(KEY);
  });
  it.each([
    `${PROMPT}curl ${URL_} -H "X-A: it's 'b'" -d "'x'"`,
    `${PROMPT}curl ${URL_} -d it's`,
    `${PROMPT}curl ${URL_} -so 'a.json' -w '%{http_code}'`,
    `PS ${PROMPT} curl.exe ${URL_} ${HEADER}`,
    `${PROMPT}wsl curl ${URL_} ${HEADER}`,
    `curl ${URL_} -d '{"content":"What is %PATH%"}'`,
  ])('are no fault where they quote, or do no harm: %j', (line) => {
    expect(readPasted(line, [])).toMatchObject({ entries: [{ url: URL_ }], ignored: 0, unreadable: [] });
  });
});

describe('a backslash at the end of a line', () => {
  const lines = `curl ${URL_} \\\n  -H "Infuzu-API-Key: ${KEY}"`;
  it.each([`C:\\>${lines}`, `C:\\>${lines.replace('\n', '\r\n')}`, `C:\\>curl \\\n "${URL_}"`])(
    'ends a command in the Windows command processor: %j',
    (text) => {
      const result = readPasted(text, []);
      expect(result).toMatchObject({
        entries: [],
        unreadable: [{ index: 0, reason: { key: 'cmd-line-end' } }],
      });
      expect(JSON.stringify(result)).not.toContain(KEY);
    },
  );
  it('continues it elsewhere, and is content in quotes', () => {
    expect(headers(lines)).toEqual([`Infuzu-API-Key: ${KEY}`]);
    expect(read(`curl ${URL_} -d \\\\`).unreadable).toEqual([]);
  });
});

describe('PowerShell', () => {
  it('reads its own commands', () => {
    const text = `$h = @{ "Infuzu-API-Key" = "${KEY}"; 'X-Two' = 'it''s' }\n$body = '{"a":1}'\nInvoke-RestMethod ${URL_} -Method Post -Headers $h -ContentType "application/json" -Body $body`;
    expect(one(text)).toMatchObject({ method: 'POST', body: { type: 'text', text: '{"a":1}' } });
    expect(headers(text)).toEqual([
      `Infuzu-API-Key: ${KEY}`,
      "X-Two: it's",
      'Content-Type: application/json',
    ]);
  });
  it('reads what Postman writes', () => {
    const text = `$headers = New-Object "System.Collections.Generic.Dictionary[[String],[String]]"\n$headers.Add("Infuzu-API-Key", "${KEY}")\n$body = @"\n{\n  \`"a\`": 1\n}\n"@\n$response = Invoke-RestMethod '${URL_}' -Method 'POST' -Headers $headers -Body $body`;
    expect(headers(text)?.[0]).toBe(`Infuzu-API-Key: ${KEY}`);
    expect(one(text).method).toBe('POST');
  });
  it('reads what Chrome copies, with characters outside ASCII', () => {
    const text = `Invoke-WebRequest -UseBasicParsing -Uri "${URL_}" \`\n-Method "POST" \`\n-Headers @{\n"method"="POST"\n  "a"="b \`"c\`" \`$d"\n} \`\n-ContentType "application/json" \`\n-Body ([System.Text.Encoding]::UTF8.GetBytes("{\`"x\`":\`"$([char]8217)\`"}"))`;
    expect(headers(text)).toEqual(['a: b "c" $d', 'Content-Type: application/json']);
    expect(body(text)).toEqual({ type: 'text', text: '{"x":"’"}' });
  });
  it('does not guess what it cannot know', () => {
    const text = `Invoke-RestMethod -Uri ${URL_} -Method Post -Headers $unknown -Body ($data | ConvertTo-Json) -ContentType application/json`;
    expect(one(text)).toMatchObject({ credentialsLeftOut: true, body: { type: 'not-recorded' } });
  });
  it('reads curl.exe', () => {
    expect(headers(`curl.exe -X POST ${URL_} \`\n  -H "Infuzu-API-Key: ${KEY}"`)).toEqual([
      `Infuzu-API-Key: ${KEY}`,
    ]);
  });
});

describe('a quote that is not closed', () => {
  const unclosed = (quote: string, line: string, column: string, index = 0) => ({
    entries: [],
    unreadable: [{ index, reason: { key: 'unclosed-quote', values: { quote, line, column } } }],
  });
  // Each begins with what stands before its quote, of which the place is counted.
  it.each([
    [`curl ${URL_} -H 'Infuzu-API-Key: ${KEY} -d '{"a":1}`, "'"],
    [`curl ${URL_} -d '{"content":"it doesn't`, `"}'`],
    [`curl ${URL_} -d $`, `'{"a":1}`],
    [`curl ${URL_} -H `, `"Infuzu-API-Key: ${KEY} -X POST`],
    [`\n\n  curl ${URL_} -H $`, `"A: b`],
    [`Try this:\n\`\`\`sh\n$ curl ${URL_} \\\n  -H `, `'A: b\n\`\`\`\n`],
    [`> curl ${URL_} -H `, `'A: b`],
    [`\`curl ${URL_} -H `, `'A: b\``],
    [`curl ^"${URL_}^" ^\n -H ^`, `"Infuzu-API-Key: ${KEY}`],
    [`C:\\Users> curl ^"${URL_}^" ^\r\n -H ^`, `"A: b`],
    [`Invoke-RestMethod ${URL_} -Headers @{ "Infuzu-API-Key" = `, `"${KEY} }`],
    [`PS C:\\> $h = @{ 'Infuzu-API-Key' = `, `'${KEY} }\nInvoke-RestMethod ${URL_} -Headers $h`],
  ])('is told with its place, and nothing behind it is judged: %j', (before, rest) => {
    const lines = before.split('\n');
    const column = String((lines.at(-1)?.length ?? 0) + 1);
    expect(read(before + rest)).toMatchObject(unclosed(rest.charAt(0), String(lines.length), column));
  });
  it('spares the commands before it', () => {
    expect(read(`curl ${URL_}\ncurl ${URL_} -H 'A: b`)).toMatchObject({
      ...unclosed("'", '2', String(`curl ${URL_} -H '`.length), 1),
      entries: [{ index: 0 }],
    });
  });
  it('is no matter in the words behind a command', () => {
    expect(read(`Invoke-RestMethod ${URL_}\nI don't know`)).toMatchObject({ entries: [{}], unreadable: [] });
  });
});

describe('a command behind prose on its line', () => {
  it.each([
    `We use curl -X POST ${URL_}`,
    `Hi support, we call the api like this: curl -X POST ${URL_}`,
    `We can't make it work: curl -X POST '${URL_}'`,
    `We use curl to test: curl -X POST '${URL_}' -d ''`,
    `Please run the command curl ${URL_} -X POST`,
    `We use curl -X POST \\\n  '${URL_}'`,
    `We use curl -X POST ^\n  "${URL_}"`,
    `A=b sudo curl -X POST ${URL_}`,
  ])('is read: %j', (text) => {
    const { entries, ignored, unreadable } = read(text);
    expect(entries).toMatchObject([{ url: URL_, method: 'POST' }]);
    expect([ignored, unreadable]).toEqual([0, []]);
  });
  it.each([
    'we use curl to test',
    'I tried curl and it failed',
    'we use curl 8.5.0 on Ubuntu',
    'see the curl -H option',
    'We use curl - it fails.',
    'apt-get install curl -y',
    'which curl -a',
    'is it curl?',
    `echo curl ${URL_}`,
  ])('is not seen in a mention: %j', (text) => {
    expect(readPasted(text, [])).toEqual({ key: 'neither' });
  });
  it('may be aimed at any name where no prose stands', () => {
    expect(read('curl intranet/api\nA=b sudo curl intranet/api').ignored).toBe(2);
  });
  it('keeps the place of a quote that is not closed', () => {
    const before = `It doesn't work: curl ${URL_} -H `;
    expect(read(`${before}'A: b`).unreadable).toMatchObject([
      { reason: { key: 'unclosed-quote', values: { line: '1', column: String(before.length + 1) } } },
    ]);
  });
  it('leaves alone what a shell sets on its line', () => {
    expect(headers(`KEY="it's" && curl -H "A: $KEY" ${URL_}`)).toEqual(["A: it's"]);
  });
});

describe('what is no curl line', () => {
  it.each(['hello', 'curly hair', 'I like curling', 'wget https://chat.infuzu.com/', 'apt install curl', ''])(
    '%j',
    (text) => {
      expect(readPasted(text, [])).toEqual({ key: 'neither' });
    },
  );
});

describe('what DevTools copy as JavaScript', () => {
  const COPIED = `fetch("${URL_}", {\n  "headers": { "infuzu-api-key": "${KEY}", "content-type": "application/json" },\n  "body": "{\\"use\\": \\"fetch(x)\\"}",\n  "method": "POST"\n});`;
  it('is a request', () => {
    expect(one(COPIED)).toMatchObject({
      method: 'POST',
      url: URL_,
      headers: [
        { name: 'infuzu-api-key', value: KEY },
        { name: 'content-type', value: 'application/json' },
      ],
      body: { type: 'text', text: '{"use": "fetch(x)"}' },
    });
  });
  it.each([
    [`await fetch("${URL_}", {\n    "credentials": "omit",\n    "method": "post"\n});`, 'POST', []],
    [`fetch("${URL_}")`, 'GET', []],
    [`fetch("${URL_}", { "body": null });`, 'GET', []],
    [
      `fetch("${URL_}", { "method": "POST", "body": "{}" })`,
      'POST',
      ['Content-Type: text/plain;charset=UTF-8'],
    ],
  ])('is read in all its forms: %j', (text, method, fields) => {
    expect(one(text).method).toBe(method);
    expect(headers(text)).toEqual(fields);
  });
  it('is as many as there are, and those that cannot be read say so', () =>
    expect(
      read(`${COPIED} ;\nfetch("https://example.com/", {});\nfetch(\`${URL_}\`, {});\n${COPIED}`),
    ).toMatchObject({
      entries: [{ index: 0 }, { index: 3 }],
      ignored: 1,
      unreadable: [{ index: 2, reason: { key: 'fetch-call' } }],
    }));
  it.each([
    `fetch('${URL_}', { method: 'POST' })`,
    `fetch("${URL_}", { method: "POST" })`.replace('"h', '`h'),
    `await fetch("${URL_}", { "headers": "x" })`,
    `fetch("${URL_}", { "method": `,
    `fetch(url)`,
    `fetch("${URL_}"`,
  ])('is told to be copied where a person wrote it: %j', (text) => {
    expect(readPasted(text, [])).toEqual({ key: 'fetch-call' });
  });
  it('is no curl line that mentions it', () => {
    expect(one(`curl ${URL_} -d '\nfetch("x")'`).method).toBe('POST');
  });
});

describe('a key that the shell fills in', () => {
  const DOUBLE = ['Authorization: Bearer [redacted]'];
  it.each([
    [`-H "Authorization: Bearer $INFUZU_API_KEY"`, DOUBLE],
    [`-H "Authorization: Bearer \${INFUZU_API_KEY:?no key}"`, DOUBLE],
    [`-H "Authorization: Bearer $(cat 'a key')"`, DOUBLE],
    ['-H "Authorization: Bearer `cat key`"', DOUBLE],
    [`-H 'Authorization: Bearer '$KEY`, DOUBLE],
    [`-H "Authorization: Bearer $ONE$TWO"`, DOUBLE],
    [`--oauth2-bearer "$KEY"`, DOUBLE],
    [`-sH"Infuzu-API-Key: $KEY"`, ['Infuzu-API-Key: [redacted]']],
    [`-H "Authorization: Bearer$KEY"`, ['Authorization: Bearer[redacted]']],
    [`-H "Authorization: Bearer  $KEY"`, ['Authorization: Bearer  [redacted]']],
    [`-H 'Authorization: Bearer $KEY'`, ['Authorization: Bearer $KEY']],
    [`-H "Authorization: Bearer \\$KEY"`, ['Authorization: Bearer $KEY']],
    [`-H "X-Trace: $KEY"`, ['X-Trace: $KEY']],
    [`-H "Infuzu-API-Key: %KEY%"`, ['Infuzu-API-Key: [redacted]']],
    [`-H 'Infuzu-API-Key: %KEY%'`, ['Infuzu-API-Key: %KEY%']],
    [`^\n -H "Infuzu-API-Key: $KEY"`, ['Infuzu-API-Key: $KEY']],
    [`-H "Infuzu-API-Key: %KEY%" -A 'me'`, ['Infuzu-API-Key: %KEY%', 'User-Agent: me']],
    [`\`\n -H "Authorization: Bearer $env:KEY"`, DOUBLE],
    [`\`\n -H 'Authorization: Bearer $env:KEY'`, ['Authorization: Bearer $env:KEY']],
  ])('is not told where the shell reads the quotes: %s', (options, expected) =>
    expect(headers(`curl ${options} ${URL_}`)).toEqual(expected),
  );
  it('is what a prompt of cmd does not fill in but by %NAME%', () => {
    const line = (key: string) => `C:\\>curl ${URL_} -H "Infuzu-API-Key: ${key}"`;
    expect(headers(line('$KEY'))).toEqual(['Infuzu-API-Key: $KEY']);
    expect(headers(line('%KEY%'))).toEqual(['Infuzu-API-Key: [redacted]']);
  });
  it.each([`"Bearer $env:KEY"`, `"Bearer \${env:KEY}"`])('in a table of PowerShell: %s', (value) =>
    expect(headers(`iwr ${URL_} -Headers @{ Authorization = ${value} }`)).toEqual(DOUBLE),
  );
  it.each([
    `export KEY="$(cat key)"\ncurl -H "Authorization: Bearer $KEY" ${URL_}`,
    `$key = $env:KEY\niwr ${URL_} -Headers @{ Authorization = "Bearer $key" }`,
  ])('by a variable of the text that takes it from elsewhere: %s', (text) =>
    expect(headers(text)).toEqual(DOUBLE),
  );
  it.each([
    [`$ export KEY=${KEY}\n$ curl -H "Authorization: Bearer $KEY" ${URL_}`],
    [`me@host:~/a$ KEY='${KEY}'\nme@host:~/a$ curl -H "Authorization: Bearer $KEY" ${URL_}`],
    [`me@mac ~ % export KEY="${KEY}"\nme@mac ~ % curl -H "Authorization: Bearer $KEY" ${URL_}`],
    [`C:\\> set KEY=${KEY}\nC:\\> curl -H "Authorization: Bearer %KEY%" ${URL_}`],
    [`C:\\Users\\me>SET "key=${KEY}"\r\nC:\\Users\\me>curl -H "Authorization: Bearer %KEY%" ${URL_}`],
    [`set KEY=${KEY}\ncurl -H "Authorization: Bearer %KEY%" ${URL_}`],
    [`PS C:\\> $env:KEY = "${KEY}"\nPS C:\\> curl.exe -H "Authorization: Bearer $env:KEY" ${URL_}`],
    [`$env:KEY='${KEY}'\ncurl.exe -H "Authorization: Bearer \${env:KEY}" ${URL_}`],
    [`PS> $env:KEY = "${KEY}"\nPS> iwr ${URL_} -Headers @{ Authorization = "Bearer $env:KEY" }`],
  ])('is told where the text sets it, behind a prompt, too: %s', (text) =>
    expect(headers(text)).toEqual([`Authorization: Bearer ${KEY}`]),
  );
  it('is told of cmd with the blanks and quotes that it keeps', () => {
    const line = (value: string) => `set KEY=${value}\ncurl -H "Infuzu-API-Key: %KEY%" ${URL_}`;
    expect(headers(line(`${KEY} `))).toEqual([`Infuzu-API-Key: ${KEY} `]);
    expect(headers(`${line(KEY)} -A %OTHER%`)).toContain('User-Agent: %OTHER%');
  });
  it('is not told by what cmd runs after it has filled its line in', () =>
    expect(headers(`C:\\>set KEY=${KEY}&& curl -H "Infuzu-API-Key: %KEY%" ${URL_}`)).toEqual([
      'Infuzu-API-Key: [redacted]',
    ]));
  it.each([
    `$env:KEY = Get-Secret key\ncurl.exe -H "Authorization: Bearer $env:KEY" ${URL_}`,
    `$env:KEY = "$key"\ncurl.exe -H "Authorization: Bearer $env:KEY" ${URL_}`,
    `# export KEY=${KEY}\ncurl -H "Authorization: Bearer $KEY" ${URL_}`,
    `PS C:\\> curl.exe -H "Authorization: Bearer $env:KEY" ${URL_}`,
  ])('is not told where the text does not set it: %s', (text) => expect(headers(text)).toEqual(DOUBLE));
  it('says where a quote is open behind a variable that was filled in', () =>
    expect(read(`set KEY=${KEY}\ncurl -A %KEY% -H "A: %KEY%" "${URL_} ^`).unreadable).toEqual([
      { index: 0, reason: { key: 'unclosed-quote', values: { quote: '"', line: '2', column: '29' } } },
    ]));
  it('takes no text of a body for a shell or a prompt', () =>
    expect(body(`curl ${URL_} \\\n -d 'to set $env:PATH\n a$ b=c'`)).toEqual({
      type: 'text',
      text: 'to set $env:PATH\n a$ b=c',
    }));
  it('in a table of PowerShell without quotes', () =>
    expect(headers(`iwr ${URL_} -Headers @{ 'Infuzu-API-Key' = $env:KEY }`)).toEqual([
      'Infuzu-API-Key: [redacted]',
    ]));
});

describe('an auth header without a colon', () => {
  it.each([
    ['Authorization', `curl ${URL_} -H 'Authorization Bearer ${KEY}'`],
    ['Infuzu-API-Key', `curl -sH"Infuzu-API-Key=${KEY}" ${URL_}`],
    ['X-Api-Key', `curl.exe --header "X-Api-Key ${KEY}" \`\n ${URL_}`],
    ['Authorization', `curl ^"${URL_}^" -H ^"Authorization Bearer ${KEY}^"`],
    ['Authorization', `curl ${URL_} -H "Authorization Bearer $KEY"`],
    ['Authorization', `curl ${URL_} -H Authorization`],
  ])('is left out, as curl does, and named: %s in %s', (header, line) => {
    const result = readPasted(line, []);
    expect(result).toMatchObject({ entries: [{ headers: [], leftOut: [header] }], unreadable: [] });
    expect(one(line)).not.toHaveProperty('credentialsLeftOut');
    expect(JSON.stringify(result)).not.toContain(KEY);
  });
  it.each([
    `curl ${URL_} -H 'Infuzu-API-Key;'`,
    `curl ${URL_} -H "$AUTHORIZATION"`,
    `curl ${URL_} -H "Authorization$REST"`,
    `curl ${URL_} -H 'X-Trace abc'`,
    `curl ${URL_} -H '${KEY}'`,
    `curl --key Authorization ${URL_}`,
  ])('is no other: %s', (line) => {
    expect(one(line)).not.toHaveProperty('leftOut');
  });
});

describe('a line that another program changed', () => {
  it.each([
    ['–H', `curl ${URL_} –H 'Infuzu-API-Key: ${KEY}' —data '{}'`],
    ['—data', `curl ${URL_} -H 'Infuzu-API-Key: ${KEY}' —data '{}'`],
    ['−X', `curl −X POST ${URL_}`],
  ])('has its typographic dash named: %s', (option, line) => {
    const result = readPasted(line, []);
    expect(result).toMatchObject({
      entries: [],
      unreadable: [{ index: 0, reason: { key: 'typographic-dash', values: { option } } }],
    });
    expect(JSON.stringify(result)).not.toContain(KEY);
  });
  it('may hold such a dash where it is content', () => {
    const line = `curl ${URL_} -d '{"messages":"a –b"}' -H "X-Title: –H"`;
    expect(readPasted(line, [])).toMatchObject({ unreadable: [], entries: [{}] });
  });
  it.each(['&quot;', '&#39;'])('is told that it is HTML: %s', (quote) => {
    const line = `curl ${URL_} -H ${quote}Infuzu-API-Key: ${KEY}${quote}`;
    expect(readPasted(line, [])).toEqual({ key: 'html-escaped' });
  });
});

describe('a header behind -h, which is the help of curl', () => {
  it.each([
    ['Authorization', `curl ${URL_} -h 'Authorization: Bearer ${KEY}'`],
    ['Infuzu-API-Key', `curl -sh "Infuzu-API-Key: ${KEY}" ${URL_}`],
    ['Content-Type', `curl -H 'Infuzu-API-Key: ${KEY}' -h 'Content-Type: application/json' ${URL_}`],
  ])('is named: %s in %s', (header, line) => {
    const result = readPasted(line, []);
    expect(result).toMatchObject({
      entries: [],
      unreadable: [{ index: 0, reason: { key: 'header-as-help', values: { header } } }],
    });
    expect(JSON.stringify(result)).not.toContain(KEY);
  });
});

describe('an auth header that no plain quotes hold together', () => {
  const endpoint = 'https://chat.infuzu.com/api/llm-response';
  it.each([
    ['Infuzu-API-Key', `curl ${endpoint} -H Infuzu-API-Key: ${KEY}`],
    ['Authorization', `curl --header Authorization: Bearer ${KEY} ${endpoint}`],
    ['X-Api-Key', `curl -HX-Api-Key: ${KEY} ${endpoint}`],
    ['Infuzu-API-Key', `curl “${endpoint}” -H “Infuzu-API-Key: ${KEY}”`],
  ])('is named: %s in %s', (header, line) => {
    const result = readPasted(line, []);
    expect(result).toMatchObject({
      entries: [],
      ignored: 0,
      unreadable: [{ index: 0, reason: { key: 'unquoted-header', values: { header } } }],
    });
    expect(JSON.stringify(result)).not.toContain(KEY);
  });

  it.each([
    `curl ${endpoint} -H Infuzu-API-Key:${KEY}`,
    `curl -H 'Infuzu-API-Key: ${KEY}' ${endpoint}`,
    `curl -H Infuzu-API-Key: ${endpoint}`,
    `curl ${endpoint} -H X-Trace: abc`,
    `curl ${endpoint} -d Authorization: abc`,
  ])('is no other word: %s', (line) => {
    expect(readPasted(line, [])).toMatchObject({ unreadable: [] });
  });
});

describe('what the line only names', () => {
  it.each([
    [`-H @headers.txt --json '{}'`, ['headers.txt']],
    [`-H "$AUTH" --json '{}'`, ['$AUTH']],
    [`-n --json @body.json`, ['.netrc', 'body.json']],
    [`--netrc-file a.netrc`, ['a.netrc']],
    [`-d @- -H 'A: b'`, ['stdin']],
    [`--data-urlencode name@file`, ['file']],
    [`-K conf`, ['conf']],
    [`-T body.json`, ['body.json']],
    [`-d "$BODY"`, ['$BODY']],
    [`-d "$(cat body.json)"`, ['$(cat body.json)']],
  ])('is told: %s', (options, unseen) => expect(one(`curl ${options} ${URL_}`)).toMatchObject({ unseen }));
  it.each([
    `-H 'A: b' --json '{}'`,
    `-d @- <<EOF\n{}\nEOF\n`,
    `--data-raw @body`,
    `-d "{\\"a\\": \\"$QUESTION\\"}"`,
    `-d '{"a": "$QUESTION"}'`,
  ])('is nothing in a whole line: %s', (options) =>
    expect(one(`curl ${URL_} ${options}`)).not.toHaveProperty('unseen'),
  );
  it('leaves the type of the body open where it may be in the file', () => {
    expect(headers(`curl ${URL_} -H @headers.txt -d '{}'`)).toEqual([]);
    expect(headers(`curl ${URL_} -n -d '{}'`)).toEqual(['Content-Type: application/x-www-form-urlencoded']);
  });
  it('is the body of PowerShell’s -InFile', () =>
    expect(one(`irm ${URL_} -Method Post -InFile body.json`)).toMatchObject({
      unseen: ['body.json'],
      body: { type: 'not-recorded' },
    }));
});

describe('JSON whose quotes the shell took', () => {
  it.each([
    `-d "{"messages": []}"`,
    `--json="{"messages": []}"`,
    `-d "[{"role": 1}]"`,
    `^\n -d "{"messages": []}"`,
  ])('is marked: %s', (options) =>
    expect(body(`curl ${URL_} ${options}`)).toMatchObject({ lostQuotes: true }),
  );
  it('is one call, whatever words it falls into', () =>
    expect(read(`curl ${URL_} -d "{"a": "hello there"}"`)).toMatchObject({
      entries: { length: 1 },
      ignored: 0,
      unreadable: [],
    }));
  it.each([
    `-d "{\\"messages\\": []}"`,
    `-d '{"messages": []}'`,
    `-d '{messages: []}'`,
    `-d "{"$BODY"}"`,
    `-d "{""messages"": []}"`,
  ])('is not where it holds its own, or never had any: %s', (options) =>
    expect(body(`curl ${URL_} ${options}`)).not.toHaveProperty('lostQuotes'),
  );
});

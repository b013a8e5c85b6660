import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { absent, presentValue } from '../../../lib/exchange/presence';
import { readInput } from '../../../lib/observe/read-input';
import { CODE_LANGUAGES, callCode } from '../../../lib/report/call-code';
import { exchangeOf, FAKE_KEY, TEST_SALT } from '../support/exchange-of';
import { JSON_TYPE } from '../support/tab-calls';
import { variedExchanges } from '../support/varied-exchanges';

const CALL = exchangeOf({
  headers: [
    ['Authorization', `Bearer ${FAKE_KEY}`],
    JSON_TYPE,
    ['User-Agent', 'Mozilla/5.0'],
    ['Origin', 'null'],
  ],
  body: JSON.stringify({
    stream: true,
    messages: [
      { role: 'system', content: 'Hi' },
      { role: 'user', content: 'Hello' },
    ],
  }),
});

/** What a POSIX shell makes of the words of a line. */
function wordsOf(curl: string): string[] {
  const script = curl.replace(/^curl/, 'for_each_word() { printf "%s\\0" "$@"; }; for_each_word');
  const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8', env: { INFUZU_API_KEY: FAKE_KEY } });
  return stdout.split('\0').slice(0, -1);
}

function credentialsOf(exchange: Exchange | undefined) {
  return presentValue(exchange?.request.credentials ?? { status: 'absent', reason: 'none' });
}

describe('a call as code', () => {
  it('in curl', () => {
    expect(callCode(CALL, 'curl')).toBe(
      [
        "curl 'https://chat.infuzu.com/api/llm-response' \\",
        `  -H 'Authorization: Bearer '"$INFUZU_API_KEY" \\`,
        "  -H 'Content-Type: application/json' \\",
        `  --data '{"messages":[{"role":"system","content":"…"},{"role":"user","content":"…"}],"stream":true}'`,
      ].join('\n'),
    );
  });

  it('in fetch', () => {
    expect(callCode(CALL, 'fetch')).toBe(
      [
        'const key = process.env.INFUZU_API_KEY;',
        'await fetch("https://chat.infuzu.com/api/llm-response", {',
        '  method: "POST",',
        '  headers: {',
        '    "Authorization": `Bearer $' + '{key}`,',
        '    "Content-Type": "application/json",',
        '  },',
        '  body: JSON.stringify({"messages":[{"role":"system","content":"…"},{"role":"user","content":"…"}],"stream":true}),',
        '});',
      ].join('\n'),
    );
  });

  it('in Python', () => {
    expect(callCode(CALL, 'python')).toBe(
      [
        'import os',
        '',
        'import requests',
        '',
        'key = os.environ["INFUZU_API_KEY"]',
        'response = requests.request(',
        '    "POST",',
        '    "https://chat.infuzu.com/api/llm-response",',
        '    headers={',
        '        "Authorization": "Bearer " + key,',
        '        "Content-Type": "application/json",',
        '    },',
        '    json={"messages": [{"role": "system", "content": "…"}, {"role": "user", "content": "…"}], "stream": True},',
        ')',
      ].join('\n'),
    );
  });

  it.each([
    ['a bare key', [['Authorization', FAKE_KEY]]],
    ['two spaces', [['Authorization', `Bearer  ${FAKE_KEY}`]]],
    ['quotes', [['Infuzu-API-Key', `"${FAKE_KEY}"`]]],
    ['single quotes', [['Infuzu-API-Key', `'${FAKE_KEY}'`]]],
    [
      'two headers',
      [
        ['Infuzu-API-Key', FAKE_KEY],
        ['Authorization', `bearer ${FAKE_KEY}`],
      ],
    ],
    ['a placeholder', [['Infuzu-API-Key', '{{KEY}}']]],
    ['an empty value', [['Infuzu-API-Key', '']]],
  ] as const)('has the faults of the call: %s', (_, headers) => {
    const call = exchangeOf({ headers: [...headers, JSON_TYPE] });
    const shown = callCode(call, 'curl').replaceAll('"$INFUZU_API_KEY"', FAKE_KEY);
    const read = readInput(shown, { ownHosts: [], salt: TEST_SALT });
    if ('key' in read) throw new Error(read.key);
    expect(credentialsOf(read.exchanges[0]?.exchange)).toEqual(credentialsOf(call));
  });

  it('lets a shell run nothing of what a call holds', () => {
    const hostile = `'; touch owned; $(id) \`id\` "$HOME" \\`;
    const call = exchangeOf({
      headers: [
        ['X-App', hostile],
        ['Infuzu-API-Key', `'"${FAKE_KEY}`],
      ],
      body: JSON.stringify({ messages: [{ role: "it's", content: 'x' }] }),
    });
    const words = wordsOf(callCode(call, 'curl'));
    expect(words).toContain(`X-App: ${hostile}`);
    expect(words).toHaveLength(9);
  });

  it('keeps the faults of its body, and brackets in its address', () => {
    const call = exchangeOf({
      url: 'https://chat.infuzu.com/api/llm-response?filter[name]=x',
      headers: [JSON_TYPE],
      body: JSON.stringify({ model: 'm', llms: ['a', 'b'], exclude_llms: ['c'], messages: ['Hi'] }),
    });
    const curl = callCode(call, 'curl');
    expect(curl).toMatch(/^curl -g 'https/);
    expect(JSON.parse(wordsOf(curl).at(-1) ?? '')).toEqual({
      model: '…',
      llms: ['…', '…'],
      exclude_llms: ['…'],
      messages: ['…'],
    });
  });

  it('sets no type that the call did not have', () => {
    const call = exchangeOf({ headers: [['Infuzu-API-Key', FAKE_KEY]], body: '{"messages":[]}' });
    expect(wordsOf(callCode(call, 'curl'))).toContain('Content-Type:');
    expect(callCode(call, 'python')).toContain('data="{\\"messages\\":[]}".encode()');
  });

  it('holds no key and nothing of what was said', () => {
    for (const exchange of variedExchanges(48)) {
      for (const language of CODE_LANGUAGES) {
        const code = callCode(exchange, language);
        expect(code).not.toContain('FAKEkey');
        expect(code).not.toContain('Hello');
        expect(code).not.toContain('\u0000');
      }
    }
  });

  it('has a documented auth header where a file left its own out', () => {
    const request = { ...CALL.request, credentials: absent('not-recorded') };
    expect(callCode({ ...CALL, request }, 'curl')).toContain(`-H 'Infuzu-API-Key: '"$INFUZU_API_KEY"`);
    const { endpoint: _, ...other } = request;
    expect(callCode({ ...CALL, request: other }, 'curl')).not.toContain('INFUZU_API_KEY');
  });
  it('leaves out what was not sent', () => {
    const call = exchangeOf({ method: 'GET', body: null, headers: [] });
    expect(callCode(call, 'curl')).toBe("curl 'https://chat.infuzu.com/api/llm-response'");
    expect(callCode(call, 'fetch')).not.toContain('body');
    expect(callCode(call, 'python')).not.toMatch(/json|os/);
  });
});

it('leaves the boundary of a form with parts to the client', () => {
  const headers = [['Content-Type', 'multipart/form-data; boundary=xyz']] as const;
  const form = exchangeOf({ headers, bodyType: 'form' });
  for (const language of CODE_LANGUAGES) expect(callCode(form, language)).not.toMatch(/boundary|multipart/);
  expect(callCode(form, 'curl')).toContain("--form '…=…'");
  expect(callCode(form, 'fetch')).toContain('body: new FormData(),');
  expect(callCode(form, 'python')).toContain('files={"…": ""},');
  expect(callCode(exchangeOf(), 'curl')).toMatch(/Content-Type: application\/json[\s\S]*--data/);
});

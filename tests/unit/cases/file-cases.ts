import { FAKE_KEY as KEY } from '../support/exchange-of';
import { type Case, CHAT, type EntryDescription, type Pair, refusal, withAuth } from './case';

const asks = (headers: string): EntryDescription => ({
  method: 'OPTIONS',
  headers: [
    ['Origin', 'https://app.example.com'],
    ['Access-Control-Request-Method', 'POST'],
    ['Access-Control-Request-Headers', headers],
  ],
  status: 204,
  responseHeaders: [
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Allow-Methods', 'POST'],
    ['Access-Control-Allow-Headers', headers],
  ],
  answer: '',
});
const ALLOW: readonly Pair[] = [['Access-Control-Allow-Origin', '*']];

/** What Chrome's sanitized export leaves out must not be held against the call. */
const sanitized: readonly Case[] = [
  {
    name: 'sanitized by Chrome: the preflight asked for Authorization',
    creator: 'WebInspector',
    input: [
      asks('authorization,content-type'),
      { ...withAuth(), start: 5, status: 401, answer: refusal('invalid_api_key'), responseHeaders: ALLOW },
    ],
    silent: ['credentials-missing'],
    clean: true,
    outcome: 'unexplained',
  },
  {
    name: 'sanitized by Chrome: a success proves a credential',
    creator: 'WebInspector',
    input: [withAuth()],
    silent: ['credentials-missing'],
    clean: true,
  },
  {
    name: 'sanitized by Chrome: an invalid key proves a credential',
    creator: 'WebInspector',
    input: [{ ...withAuth(), status: 401, answer: refusal('invalid_api_key') }],
    silent: ['credentials-missing'],
    clean: true,
  },
  {
    name: 'sanitized by Chrome: a refusal without a reason proves nothing',
    creator: 'WebInspector',
    input: [{ ...withAuth(), status: 401 }],
    silent: ['credentials-missing'],
    outcome: 'unexplained',
  },
  {
    name: 'sanitized by Chrome: a fault of the server proves nothing',
    creator: 'WebInspector',
    input: [{ ...withAuth(), status: 500, answer: refusal('internal_server_error') }],
    silent: ['credentials-missing'],
    outcome: 'unexplained',
  },
  {
    name: 'by Chrome, and the preflight did not ask for Authorization',
    creator: 'WebInspector',
    input: [asks('content-type'), { ...withAuth(), start: 5, status: 401, responseHeaders: ALLOW }],
    fires: ['credentials-missing'],
    outcome: 'predicted',
  },
  {
    name: 'by Chrome, but the server missed the key',
    creator: 'WebInspector',
    input: [{ ...withAuth(), status: 401, answer: refusal('missing_api_key') }],
    fires: ['credentials-missing'],
    outcome: 'confirmed',
  },
  {
    name: 'by Chrome with sensitive data: a cookie shows that nothing was left out',
    creator: 'WebInspector',
    input: [withAuth(['Cookie', 'a=FAKE'])],
    fires: ['credentials-missing'],
  },
  {
    name: 'by Chrome with sensitive data: a cookie to another host shows it, too',
    creator: 'WebInspector',
    input: [{ url: 'https://example.com/', headers: [['Cookie', 'a=FAKE']] }, withAuth()],
    fires: ['credentials-missing'],
  },
  {
    name: 'by another tool a success excuses nothing',
    creator: 'Charles Proxy',
    input: [withAuth()],
    fires: ['credentials-missing'],
    outcome: 'tolerated',
  },
  {
    name: 'by Firefox a preflight excuses nothing',
    creator: 'Firefox',
    input: [asks('authorization,content-type'), { ...withAuth(), start: 5, responseHeaders: ALLOW }],
    fires: ['credentials-missing'],
  },
];

const post = (
  headers: string,
  rest = `-H 'Content-Type: application/json' -d '{"messages":[{"role":"user","content":"Hi"}]}'`,
) => `curl ${CHAT} ${headers} ${rest}`;

/** A curl line, and what must be said of it. */
function curl(name: string, input: string, fires: readonly string[], silent: readonly string[] = []): Case {
  return { name: `curl: ${name}`, input, fires, silent };
}
const cleanCurl = (name: string, input: string): Case => ({ name: `curl: ${name}`, input, clean: true });

const curls: readonly Case[] = [
  cleanCurl('right', post(`-H 'Infuzu-API-Key: ${KEY}'`)),
  cleanCurl('right, with --header', post(`--header "Authorization: Bearer ${KEY}"`)),
  cleanCurl(
    'right, with --json',
    `curl --json '{"messages":[{"role":"user","content":"Hi"}]}' -H 'X-Infuzu-API-Key: ${KEY}' ${CHAT}`,
  ),
  cleanCurl('right, with a variable in double quotes', post('-H "Authorization: Bearer $INFUZU_API_KEY"')),
  curl('a variable in single quotes', post("-H 'Authorization: Bearer $INFUZU_API_KEY'"), [
    'key-placeholder',
  ]),
  curl('no space before a variable', post('-H "Authorization: Bearer$KEY"'), ['bearer-malformed']),
  curl(
    'two headers with a variable',
    post('-H "Authorization: Bearer $KEY" -H "Infuzu-API-Key: $KEY"'),
    ['credentials-multiple'],
    ['key-placeholder'],
  ),
  cleanCurl('right, with --oauth2-bearer', post(`--oauth2-bearer ${KEY}`)),
  cleanCurl(
    'right, glued',
    `curl -XPOST -HInfuzu-API-Key:\\ ${KEY} -H"Content-Type: application/json" -d'{"messages":[{"role":"user","content":"Hi"}]}' ${CHAT}`,
  ),
  cleanCurl(
    'right, over several lines',
    `curl --request POST \\\n  --url ${CHAT} \\\n  --header 'Infuzu-API-Key: ${KEY}' \\\n  --header 'Content-Type: application/json' \\\n  --data-raw '{"messages":[{"role":"user","content":"Hi"}]}'`,
  ),
  cleanCurl(
    'right, with ANSI-C quoting',
    `curl '${CHAT}' -H 'infuzu-api-key: ${KEY}' -H 'content-type: application/json' --data-raw $'{"messages":[{"role":"user","content":"It\\'s \\u0021"}]}' --compressed`,
  ),
  cleanCurl(
    'right, with a variable that the text sets',
    `export INFUZU_API_KEY="${KEY}"\n${post('-H "Infuzu-API-Key: $INFUZU_API_KEY"')}`,
  ),
  cleanCurl(
    'right, with a body from a here-document',
    `curl ${CHAT} -H "Infuzu-API-Key: ${KEY}" -H "Content-Type: application/json" -d @- <<'EOF'\n{"messages": [{"role": "user", "content": "Hi"}]}\nEOF`,
  ),
  cleanCurl(
    'right, with a body from a file',
    post(`-H 'Infuzu-API-Key: ${KEY}'`, `-H 'Content-Type: application/json' -d @body.json`),
  ),
  cleanCurl(
    'headers from a file are not missing',
    `curl ${CHAT} -H @headers.txt --json '{"messages":[{"role":"user","content":"Hi"}]}'`,
  ),
  curl('no header', post(''), ['credentials-missing']),
  curl('an empty header', post(`-H 'Infuzu-API-Key;'`), ['credential-empty'], ['credentials-missing']),
  curl('a removed header', post(`-H 'Infuzu-API-Key:'`), ['credentials-missing'], ['credential-empty']),
  curl('a user', post(`-u '${KEY}:'`), ['auth-scheme-unsupported']),
  curl('a user and a key', post(`-u 'user:FAKEpassword' -H 'Infuzu-API-Key: ${KEY}'`), [
    'credentials-multiple',
  ]),
  curl(
    'data without a type',
    post(`-H 'Infuzu-API-Key: ${KEY}'`, `-d '{"messages":[{"role":"user","content":"Hi"}]}'`),
    ['content-type-unsupported'],
  ),
  curl(
    'no scheme',
    `curl chat.infuzu.com/api/llm-response -H 'Infuzu-API-Key: ${KEY}' --json '{"messages":[{"role":"user","content":"Hi"}]}'`,
    ['insecure-transport'],
  ),
  curl('a space behind the key', post(`-H 'Infuzu-API-Key: ${KEY} '`), ['key-whitespace']),
  curl('a placeholder', post('-H "Authorization: Bearer YOUR_API_KEY"'), ['key-placeholder']),
  curl('a missing prefix', post(`-H 'Authorization: ${KEY}'`), ['bearer-prefix-missing']),
  curl('two headers', post(`-H 'Infuzu-API-Key: ${KEY}' -H 'Authorization: Bearer ${KEY}'`), [
    'credentials-multiple',
  ]),
  curl(
    '-G puts data into the URL',
    `curl -G ${CHAT} -d api_key=${KEY}`,
    ['key-in-url', 'credentials-missing'],
    ['content-type-unsupported'],
  ),
  curl(
    'a key in the URL',
    `curl "${CHAT}?api_key=${KEY}" --json '{"messages":[{"role":"user","content":"Hi"}]}'`,
    ['key-in-url'],
  ),
  curl('quotes in quotes', post(`-H 'Infuzu-API-Key: "${KEY}"'`), ['key-quoted']),
  curl(
    'broken JSON',
    post(`-H 'Infuzu-API-Key: ${KEY}'`, `-H 'Content-Type: application/json' -d '{messages:[]}'`),
    ['body-invalid-json'],
  ),
  curl('a form', post(`-H 'Infuzu-API-Key: ${KEY}'`, `-F messages=hello`), ['content-type-unsupported']),
  curl(
    'a misspelt header',
    post(`-H 'Infuzu-Key: ${KEY}'`),
    ['header-name-unknown'],
    ['credentials-missing'],
  ),
  cleanCurl(
    'for cmd',
    `curl ^"${CHAT}^" ^\r\n  -H ^"infuzu-api-key: ${KEY}^" ^\r\n  -H ^"content-type: application/json^" ^\r\n  --data-raw ^"^{^\\^"messages^\\^":^[^{^\\^"role^\\^":^\\^"user^\\^",^\\^"content^\\^":^\\^"Hi^\\^"^}^]^}^"`,
  ),
  curl(
    'for cmd, without a key',
    `curl ^"${CHAT}^" ^\r\n  -H ^"content-type: application/json^" ^\r\n  --data-raw ^"^{^\\^"messages^\\^":^[^]^}^"`,
    ['credentials-missing', 'body-missing-messages'],
  ),
  cleanCurl(
    'PowerShell’s own command',
    `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\n$session.UserAgent = "Mozilla/5.0"\nInvoke-WebRequest -UseBasicParsing -Uri "${CHAT}" \`\n-Method "POST" \`\n-WebSession $session \`\n-Headers @{\n"authority"="chat.infuzu.com"\n  "infuzu-api-key"="${KEY}"\n} \`\n-ContentType "application/json" \`\n-Body "{\`"messages\`":[{\`"role\`":\`"user\`",\`"content\`":\`"Hi\`"}]}"`,
  ),
  curl(
    'PowerShell without a prefix',
    `$headers = @{ 'Authorization' = '${KEY}' }\nInvoke-RestMethod -Uri ${CHAT} -Method Post -Headers $headers -ContentType 'application/json' -Body '{"messages":[{"role":"user","content":"Hi"}]}'`,
    ['bearer-prefix-missing'],
    ['content-type-unsupported'],
  ),
];

export const fileCases: readonly Case[] = [...sanitized, ...curls];

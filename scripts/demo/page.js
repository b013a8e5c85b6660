/**
 * The calls of the demo page. Each is written as the code of an integration would be, and carries its id in the
 * query, so that its row in the panel can be told. What the other parameters ask of the stand-in for the API says
 * tests/mock-api/README.md.
 */
const { key, revokedKey } = document.body.dataset;
/** A key of its own for the call over the limit: calls on the same key within its `Retry-After` are faults, too. */
const busyKey = 'ifz_FAKE_BUSY_KEY_FOR_TESTS_0003';
const API = 'https://chat.infuzu.com/api';
const HELLO = { messages: [{ role: 'user', content: 'Hello' }] };

/** Posts JSON. `path` may ask the stand-in to misbehave. */
const post = (path, headers, body = HELLO, base = API) =>
  fetch(`${base}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const FAILING = [
  {
    id: 'missing-header',
    title: 'No auth header',
    text: 'The variable with the key was never passed on, so the call goes out without it.',
    code: 'headers: {}',
    run: (path) => post(path, {}),
  },
  {
    id: 'missing-prefix',
    title: 'No “Bearer” prefix',
    text: 'The key stands alone in Authorization, where the API wants the word Bearer before it.',
    code: 'Authorization: KEY',
    run: (path) => post(path, { Authorization: key }),
  },
  {
    id: 'two-headers',
    title: 'Two auth headers',
    text: 'An HTTP client adds Authorization by default, and the code adds the key header: one too many.',
    code: 'Infuzu-API-Key: KEY\nAuthorization: Bearer KEY',
    run: (path) => post(path, { 'Infuzu-API-Key': key, Authorization: `Bearer ${key}` }),
  },
  {
    id: 'trailing-space',
    title: 'A space after the key',
    text: 'It came along when the key was copied. The browser trims it, so this call works; other clients send it.',
    code: "Infuzu-API-Key: 'KEY '",
    run: (path) => post(path, { 'Infuzu-API-Key': `${key} ` }),
  },
  {
    id: 'undefined-key',
    title: 'The key is “undefined”',
    text: 'The environment variable does not exist, and JavaScript makes a word of that.',
    code: 'Infuzu-API-Key: undefined',
    run: (path) => post(path, { 'Infuzu-API-Key': globalThis.INFUZU_API_KEY }),
  },
  {
    id: 'basic-scheme',
    title: 'Basic in place of Bearer',
    text: 'The key is sent as user name and password, a scheme that the API does not know.',
    code: 'Authorization: Basic …',
    run: (path) => post(path, { Authorization: `Basic ${btoa(`user:${key}`)}` }),
  },
  {
    id: 'two-spaces',
    title: 'Two spaces after Bearer',
    text: 'Two strings were put together, and each brought a space.',
    code: "Authorization: 'Bearer  KEY'",
    run: (path) => post(path, { Authorization: `Bearer  ${key}` }),
  },
  {
    id: 'plain-http',
    title: 'http in place of https',
    text: 'The call works, and the key travels in the clear for everyone on the way to read.',
    code: "fetch('http://chat.infuzu.com/…')",
    run: (path) => post(path, { 'Infuzu-API-Key': key }, HELLO, API.replace('https:', 'http:')),
  },
  {
    id: 'wrong-key',
    title: 'A revoked key',
    text: 'The request is well-formed. It is the key that no longer works.',
    code: 'Infuzu-API-Key: REVOKED_KEY',
    run: (path) => post(path, { 'Infuzu-API-Key': revokedKey }),
  },
  {
    id: 'unread-body',
    title: 'The answer is never read',
    text: 'The key is in quotes. The code throws away the body that says so, as most code does.',
    code: "if (!response.ok) throw new Error('Failed')",
    run: async (path) => {
      const response = await post(path, { 'Infuzu-API-Key': `"${key}"` });
      if (!response.ok) throw new Error('Failed');
      return response;
    },
  },
  {
    id: 'hidden-answer',
    title: 'An answer that CORS hides',
    text: 'The server answers 401, without the header that lets this page read it. The code sees a network error.',
    code: 'TypeError: Failed to fetch',
    ask: 'cors=none',
    run: (path) => post(path, { 'Infuzu-API-Key': revokedKey }),
  },
  {
    id: 'refused-preflight',
    title: 'A header that CORS does not allow',
    text: 'A tracing library adds a header of its own, so the browser asks first, and the server does not allow it.',
    code: 'X-Trace-Id: 1',
    run: (path) => post(path, { 'Infuzu-API-Key': key, 'X-Trace-Id': '1' }),
  },
  {
    id: 'rate-limited',
    title: 'Over the rate limit',
    text: 'The server answers 429 and says when to come back. A call before that counts, too.',
    code: 'Retry-After: 30',
    ask: 'code=rate_limit_exceeded&retry-after=30',
    run: (path) => post(path, { 'Infuzu-API-Key': busyKey }),
  },
  {
    id: 'gateway-page',
    title: 'A gateway’s HTML page',
    text: 'The server is down, and a gateway before it answers with a page where the code expects JSON.',
    code: '502 Bad Gateway',
    ask: 'html=502',
    run: (path) => post(path, { 'Infuzu-API-Key': key }),
  },
  {
    id: 'no-messages',
    title: 'A body without messages',
    text: 'The field is named “message”; the API asks for “messages”.',
    code: "body: { message: 'Hello' }",
    run: (path) => post(path, { 'Infuzu-API-Key': key }, { message: 'Hello' }),
  },
  {
    id: 'zero-width',
    title: 'A character that nobody sees',
    text: 'A zero-width space was copied with the key. The browser refuses it, and no request is made at all.',
    code: "Infuzu-API-Key: 'KEY\\u200B'",
    run: (path) => post(path, { 'Infuzu-API-Key': `${key}\u200B` }),
  },
];

const CLEAN = [
  {
    id: 'clean-key',
    title: 'Infuzu-API-Key',
    text: 'The header of the documentation’s first example.',
    code: 'Infuzu-API-Key: KEY',
    run: (path) => post(path, { 'Infuzu-API-Key': key }),
  },
  {
    id: 'clean-x-key',
    title: 'X-Infuzu-API-Key',
    text: 'The same with an X, for gateways that pass on only such headers.',
    code: 'X-Infuzu-API-Key: KEY',
    run: (path) => post(path, { 'X-Infuzu-API-Key': key }),
  },
  {
    id: 'clean-bearer',
    title: 'Authorization: Bearer',
    text: 'The way of OpenAI’s clients, to the endpoint that is made for them.',
    code: 'Authorization: Bearer KEY',
    path: '/v1/chat/completions',
    run: (path) => post(path, { Authorization: `Bearer ${key}` }),
  },
];

/** Runs a call and shows what the page's code gets to know of it. */
async function run({ id, path = '/llm-response', ask, run: call }) {
  const output = document.querySelector(`#${id} output`);
  output.textContent = 'Running';
  output.dataset.result = 'running';
  const query = new URLSearchParams(ask);
  query.set('demo', id);
  try {
    const response = await call(`${path}?${query}`);
    const text = (await response.text()).trim();
    const start = text.length > 64 ? `${text.slice(0, 64)}…` : text;
    output.textContent = `The code saw: ${response.status} ${start}`;
    output.dataset.result = response.ok ? 'fine' : 'failed';
  } catch (error) {
    output.textContent = `The code saw: ${error}`;
    output.dataset.result = 'failed';
  }
}

function show(call, list) {
  const item = document.querySelector('template').content.cloneNode(true);
  item.querySelector('li').id = call.id;
  item.querySelector('h3').textContent = call.title;
  item.querySelector('p').textContent = call.text;
  item.querySelector('code').textContent = call.code;
  const button = item.querySelector('button');
  button.setAttribute('aria-label', `Run: ${call.title}`);
  button.addEventListener('click', () => run(call));
  document.querySelector(list).append(item);
}

/** One after the other: their order in the panel is then the order on the page. */
async function runAll() {
  const button = document.querySelector('#run-all');
  button.disabled = true;
  for (const call of [...FAILING, ...CLEAN]) await run(call);
  button.disabled = false;
}

for (const call of FAILING) show(call, '#failing');
for (const call of CLEAN) show(call, '#clean');
document.querySelector('#run-all').addEventListener('click', runAll);
// `?wait` shows the page and makes no call: time to open DevTools first.
if (!new URLSearchParams(location.search).has('wait')) await runAll();

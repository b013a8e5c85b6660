import { expect, type MockApi, test } from './harness/fixtures';
import type { Row } from './harness/grid';
import type { Inspector } from './harness/inspector';
import type { Page } from './harness/page';
import { CHAT, GOOD_BODY, H1, localUrl, openLocalPage, post } from './support/calls';
import { openTab, rowCount } from './support/panel';

const named = (pattern: RegExp) => (row: Row) => pattern.test(row.name);
const MISSING = /^Error: POST \/api\/llm-response, 401, .*, no key, /;

/** A worker's code: makes one call without a key, and tells by a message when it has read the answer. */
const callAndTell = (tell: string): string => `
  fetch('${H1}${CHAT}', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: ${JSON.stringify(GOOD_BODY)},
  }).then((response) => response.text()).then(${tell});`;

const SCRIPT = { 'content-type': 'text/javascript' };

/** Waits until the page was told of the answer. */
async function answered(page: Page): Promise<void> {
  await page.waitFor(() => 'answer' in window, { what: 'the answer in the worker' });
}

test('a call of a dedicated worker', async ({ api, inspector }) => {
  api.addPage('/worker.js', callAndTell('(text) => postMessage(text)'), SCRIPT);
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  await page.evaluate(() => {
    const worker = new Worker('/worker.js');
    worker.onmessage = ({ data }) => Object.assign(window, { answer: data });
  });
  await answered(page);
  const row = await devtools.row(named(MISSING));
  await openTab(devtools, row, 'Diagnosis');
  expect(await devtools.waitForDetail('missing_api_key')).toContain('credentials-missing');
  expect(await rowCount(devtools)).toBe(1);
});

test('a call of a shared worker', async ({ api, inspector }) => {
  const tell = '(text) => { answer = text; for (const port of ports) port.postMessage(text); }';
  const code = `const ports = []; let answer;
    onconnect = ({ ports: [port] }) => { ports.push(port); if (answer) port.postMessage(answer); };
    ${callAndTell(tell)}`;
  api.addPage('/shared.js', code, SCRIPT);
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  await page.evaluate(() => {
    const worker = new SharedWorker('/shared.js');
    worker.port.onmessage = ({ data }) => Object.assign(window, { answer: data });
  });
  await answered(page);
  await devtools.row(named(MISSING));
  expect(await rowCount(devtools)).toBe(1);
  const popup = await inspector.openPopup(page);
  await popup.waitForText('The call has an error');
});

/** Opens a page that a service worker controls, with this code in it. */
async function openControlled(api: MockApi, inspector: Inspector, code: string): Promise<Page> {
  const takeOver = `oninstall = () => skipWaiting(); onactivate = (event) => event.waitUntil(clients.claim());`;
  api.addPage('/sw.js', takeOver + code, SCRIPT);
  const page = await openLocalPage(api, inspector);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js');
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => {
        navigator.serviceWorker.oncontrollerchange = resolve;
      });
    }
    navigator.serviceWorker.onmessage = ({ data }) => Object.assign(window, { answer: data });
  });
  return page;
}

test('a call of a service worker', async ({ api, inspector }) => {
  const tell = '(text) => event.source.postMessage(text)';
  const page = await openControlled(
    api,
    inspector,
    `onmessage = (event) => event.waitUntil(${callAndTell(tell).trim().replace(/;$/, '')});`,
  );
  const devtools = await inspector.openDevtools(page);
  await page.evaluate(() => navigator.serviceWorker.controller?.postMessage('call'));
  await answered(page);
  await devtools.row(named(MISSING));
  expect(await rowCount(devtools)).toBe(1);
});

for (const [how, code] of [
  ['passes calls on', 'onfetch = (event) => event.respondWith(fetch(event.request));'],
  ['leaves calls alone', 'onfetch = () => undefined;'],
] as const) {
  test(`a page behind a service worker that ${how}: one call, not two`, async ({ api, inspector }) => {
    const page = await openControlled(api, inspector, code);
    const devtools = await inspector.openDevtools(page);
    const result = await page.call(H1 + CHAT, post({}));
    expect(result.status).toBe(401);
    const row = await devtools.row(named(MISSING));
    await openTab(devtools, row, 'Diagnosis');
    await devtools.waitForDetail('missing_api_key');
    // A second row, if there were one, would have come with the first one's body.
    await page.call(`${H1}${CHAT}?second`, post({}));
    await devtools.row(({ rowIndex, name }) => rowIndex === 3 && MISSING.test(name) && / m?s$/.test(name));
    expect(await rowCount(devtools)).toBe(2);
    const popup = await inspector.openPopup(page);
    await popup.waitForText('All 2 calls have an error');
  });
}

test('a call of a frame of another origin', async ({ api, inspector }) => {
  api.addPage(
    '/frame',
    `<!doctype html><script>${callAndTell("(text) => parent.postMessage(text, '*')")}</script>`,
  );
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  await page.evaluate(() => {
    window.onmessage = ({ data }) => Object.assign(window, { answer: data });
    const frame = document.createElement('iframe');
    frame.src = 'https://widget.example.com/frame';
    document.body.append(frame);
  });
  await answered(page);
  const row = await devtools.row(named(MISSING));
  await openTab(devtools, row, 'Diagnosis');
  await devtools.waitForDetail('missing_api_key');
  expect(await rowCount(devtools)).toBe(1);
});

test('a call that outlives its page', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  await page.evaluate(
    (url: string, init: object) => void fetch(url, { ...init, keepalive: true }),
    `${H1}${CHAT}?delay=500`,
    post({}),
  );
  await page.goto(localUrl(api, '/page?next'));
  await devtools.row(named(/^(?:Error|Error expected): POST \/api\/llm-response, /));
});

test('a call that the navigation breaks off has an end', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  await page.evaluate(
    (url: string, init: object) => void fetch(url, init).catch(() => undefined),
    `${H1}${CHAT}?delay=60000`,
    post(),
  );
  await devtools.row(named(/^Pending: /));
  await page.goto(localUrl(api, '/page?next'));
  const row = await devtools.row(named(/POST \/api\/llm-response, no status, /));
  expect(row.name).not.toMatch(/^Pending/);
});

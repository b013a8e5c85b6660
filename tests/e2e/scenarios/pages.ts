/** Pages that are not plain ones: strict policies, frames, workers, code that stands in the way, pages that go away. */
import { expect } from '@playwright/test';
import { VALID_KEY } from '../../mock-api/index';
import { poll } from '../harness/poll';
import { CHAT, ENDPOINT, faults, GOOD_BODY, openBoth, openRow, post, rowCount } from './calls';
import type { Driver, ScenarioDevtools, ScenarioPage } from './driver';
import type { Scenario } from './scenario';

const SCRIPT = { 'content-type': 'text/javascript' };
const REFUSED = /^Error: POST \/api\/llm-response, 401, .*, no key, .*s$/;
/** With the space that the browser trims: only who reads what the code wrote finds it. */
const SPACED = JSON.stringify(post({ 'Infuzu-API-Key': `${VALID_KEY} ` }));

/** Code that calls without a key, reads the answer and tells that it did. */
const callAndTell = (tell: string): string => `
  fetch('${CHAT}${ENDPOINT}', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: ${JSON.stringify(GOOD_BODY)},
  }).then((response) => response.text()).then(${tell});`;

/** Code of a page that notes in its document that it was told. */
const NOTE = `() => document.documentElement.dataset.answered = 'true'`;

const answered = (page: ScenarioPage) =>
  page.waitFor(() => document.documentElement.dataset['answered'], { what: 'the answer in the page' });

/** A local page with this markup, and its DevTools. */
async function openWith(
  { api, inspector }: Driver,
  html: string,
  headers: Record<string, string> = {},
): Promise<{ page: ScenarioPage; devtools: ScenarioDevtools }> {
  api.addPage('/special', `<!doctype html><meta charset="utf-8"><title>A page</title>${html}`, {
    'content-type': 'text/html; charset=utf-8',
    ...headers,
  });
  const page = await inspector.openPage(`http://localhost:${api.ports.http}/special`);
  return { page, devtools: await inspector.openDevtools(page) };
}

/** A page behind a service worker with this code, and its DevTools. */
async function openBehind(driver: Driver, code: string) {
  driver.api.addPage(
    '/behind.js',
    `oninstall = () => skipWaiting(); onactivate = (event) => event.waitUntil(clients.claim()); ${code}`,
    SCRIPT,
  );
  const both = await openBoth(driver);
  await both.page.evaluate(async () => {
    await navigator.serviceWorker.register('/behind.js');
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.oncontrollerchange = resolve;
    });
  });
  return both;
}

/** Runs in the page: a call without a key in each of the ways that a page has; resolves when all have ended. */
async function callInEachWay(url: string): Promise<void> {
  await fetch(url, { method: 'POST', body: '{}' }).then(
    (response) => response.text(),
    () => undefined,
  );
  await new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.onloadend = resolve;
    request.send('{}');
  });
  navigator.sendBeacon(url, '{}');
}

const posted = ({ api }: Driver) => api.received.filter(({ method }) => method === 'POST').length;

function behind(how: string, code: string): Scenario {
  return {
    title: `A page behind a service worker that ${how}: each call once, decoded`,
    async run(driver) {
      const { page, devtools } = await openBehind(driver, code);
      for (const place of [0, 1]) {
        expect((await page.call(CHAT + ENDPOINT, post({}))).status).toBe(401);
        await openRow(devtools, place, REFUSED);
        await devtools.waitForDetail('missing_api_key');
      }
      expect(await rowCount(devtools)).toBe(2);
      const popup = await driver.inspector.openPopup(page);
      await popup.waitForText('All 2 calls have an error');
      await popup.close();
    },
  };
}

function overridden(how: string, script: string): Scenario {
  return {
    title: `A page that ${how}: each call once, with what its code wrote`,
    async run(driver) {
      const { page, devtools } = await openWith(driver, `<script>${script}</script>`);
      const { status } = await page.call(CHAT + ENDPOINT, post({ 'Infuzu-API-Key': `${VALID_KEY} ` }));
      expect(status).toBe(200);
      await openRow(devtools, 0, /^Warning: .*, 200, .*s$/);
      expect((await faults(devtools)).map(({ rule }) => rule)).toEqual(['key-whitespace']);
      await page.call(CHAT + ENDPOINT, { ...post({}), read: false });
      await openRow(devtools, 1, REFUSED);
      await devtools.waitForDetail('missing_api_key');
      expect(await rowCount(devtools)).toBe(2);
    },
  };
}

function framed(what: string, attributes: (frame: string) => string): Scenario {
  return {
    title: `A call of ${what} is in the list of its page, decoded`,
    async run(driver) {
      driver.api.addPage(
        '/frame',
        `<!doctype html><script>${callAndTell("(text) => parent.postMessage(text, '*')")}</script>`,
      );
      const { page, devtools } = await openBoth(driver);
      await page.evaluate(
        (markup: string) => {
          window.onmessage = () => {
            document.documentElement.dataset['answered'] = 'true';
          };
          document.body.insertAdjacentHTML('beforeend', markup);
        },
        `<iframe ${attributes('/frame')}></iframe>`,
      );
      await answered(page);
      await openRow(devtools, 0, REFUSED);
      await devtools.waitForDetail('missing_api_key');
      expect(await rowCount(devtools)).toBe(1);
    },
  };
}

export const PAGE_SCENARIOS: readonly Scenario[] = [
  {
    title: 'A frame that its page wrote, without an address: what its code wrote',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      const code = `fetch('${CHAT}${ENDPOINT}', ${SPACED}).then((response) => response.text())
        .then(() => { parent.document.documentElement.dataset.answered = 'true'; });`;
      await page.evaluate((html: string) => {
        document.body.appendChild(document.createElement('iframe')).srcdoc = html;
      }, `<script>${code}</script>`);
      await answered(page);
      await openRow(devtools, 0, /^Warning: POST \/api\/llm-response, 200, .*s$/);
      expect((await faults(devtools)).map(({ rule }) => rule)).toEqual(['key-whitespace']);
      expect(await rowCount(devtools)).toBe(1);
    },
  },
  {
    title: 'A page under a strict Content-Security-Policy: its calls, and what its code wrote',
    async run(driver) {
      driver.api.addPage(
        '/strict.js',
        `onclick = () => fetch('${CHAT}${ENDPOINT}', ${SPACED}).then((response) => response.text()).then(${NOTE});`,
        SCRIPT,
      );
      const { page, devtools } = await openWith(driver, '<script src="/strict.js"></script>', {
        'content-security-policy': `default-src 'none'; script-src 'self'; connect-src ${CHAT}`,
      });
      await page.evaluate(() => document.documentElement.click());
      await answered(page);
      await openRow(devtools, 0, /^Warning: POST \/api\/llm-response, 200, .*s$/);
      expect((await faults(devtools)).map(({ rule }) => rule)).toEqual(['key-whitespace']);
      expect(await rowCount(devtools)).toBe(1);
      expect(await driver.inspector.uncaughtErrors()).toEqual([]);
    },
  },
  {
    title:
      'A call that the page’s Content-Security-Policy stops, by fetch, XHR or beacon, is a row that says so',
    async run(driver) {
      const { page, devtools } = await openWith(driver, '', {
        'content-security-policy': "connect-src 'self'",
      });
      await page.evaluate(callInEachWay, CHAT + ENDPOINT);
      for (const place of [0, 1, 2]) {
        await openRow(
          devtools,
          place,
          /^Error: POST \/api\/llm-response, no status, Stopped by the page’s CSP/,
        );
        await devtools.waitForDetail('connect-src');
      }
      expect(await rowCount(devtools)).toBe(3);
      expect(posted(driver)).toBe(0);
      expect(await driver.inspector.uncaughtErrors()).toEqual([]);
    },
  },
  {
    title: 'A call that a Content-Security-Policy only reports is no failed one',
    async run(driver) {
      const { page, devtools } = await openWith(driver, '', {
        'content-security-policy-report-only': "connect-src 'self'",
      });
      expect((await page.call(CHAT + ENDPOINT, post())).status).toBe(200);
      await page.evaluate(callInEachWay, CHAT + ENDPOINT);
      await openRow(devtools, 0, /^Clean: POST \/api\/llm-response, 200, Clean, key #1, .*s$/);
      for (const place of [1, 2, 3]) await openRow(devtools, place, REFUSED);
      expect(await rowCount(devtools)).toBe(4);
      expect(posted(driver)).toBe(4);
    },
  },
  behind('passes calls on', 'onfetch = (event) => event.respondWith(fetch(event.request));'),
  behind('leaves calls alone', 'onfetch = () => undefined;'),
  overridden(
    'wraps fetch itself',
    'const own = window.fetch; window.fetch = (...args) => own.apply(window, args);',
  ),
  overridden(
    'replaces fetch by XMLHttpRequest',
    `window.fetch = (url, { method, headers, body }) => new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.onload = () => resolve(new Response(request.response, { status: request.status }));
      request.onerror = () => reject(new TypeError('Failed'));
      request.open(method, url);
      for (const [name, value] of headers) request.setRequestHeader(name, value);
      request.send(body);
    });`,
  ),
  {
    title: 'A call that a navigation breaks off has an end',
    async run(driver) {
      // A page that waits for its end is not kept for the way back, where its calls would go on.
      const { page, devtools } = await openWith(driver, '<script>onunload = () => {}</script>');
      await page.evaluate(
        (url: string, init: object) => void fetch(url, init).catch(() => undefined),
        `${CHAT}${ENDPOINT}?delay=60000`,
        post(),
      );
      await devtools.row(({ name }) => name.startsWith('Pending: '));
      await page.goto(`http://localhost:${driver.api.ports.http}/special?next`);
      await devtools.row(({ name }) => /^(?!Pending).*: POST \/api\/llm-response, no status, /.test(name));
      expect(await rowCount(devtools)).toBe(1);
    },
  },
  {
    title: 'A call of a page that the browser keeps for the way back goes on, and is decoded when it is back',
    not: { Firefox: 'It keeps no page that waits for an answer: the call ends as in the row above.' },
    async run(driver) {
      const { page, devtools } = await openWith(driver, '', { 'cache-control': 'max-age=60' });
      await page.evaluate(
        (url: string, init: object) => {
          window.addEventListener('pageshow', ({ persisted }) => {
            document.documentElement.dataset['kept'] = String(persisted);
          });
          void fetch(url, init).then((response) => response.text());
        },
        `${CHAT}${ENDPOINT}?delay=2000`,
        post({}),
      );
      await devtools.row(({ name }) => name.includes('no status'));
      await page.goto(`http://localhost:${driver.api.ports.http}/special?next`);
      await devtools.row(({ name }) => name.includes(', 401, '));
      await page.evaluate(() => history.back());
      await page.waitFor(() => document.documentElement.dataset['kept'] === 'true', {
        what: 'the kept page',
      });
      await openRow(devtools, 0, REFUSED);
      await devtools.waitForDetail('missing_api_key');
      expect(await rowCount(devtools)).toBe(1);
    },
  },
  {
    title: 'A call that outlives its page (keepalive) has its answer',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      await page.evaluate(
        (url: string, init: object) => void fetch(url, { ...init, keepalive: true }),
        `${CHAT}${ENDPOINT}?delay=2000`,
        post({}),
      );
      await poll('the call to arrive', () => driver.api.received.some(({ method }) => method === 'POST'));
      await page.goto(`http://localhost:${driver.api.ports.http}/page?next`);
      await devtools.row(({ name }) => /^Error: POST \/api\/llm-response, 401, /.test(name));
      expect(await rowCount(devtools)).toBe(1);
    },
  },
  {
    title: 'Calls that a page makes while it goes away, by keepalive and by sendBeacon, are there',
    async run(driver) {
      const { page, devtools } = await openWith(
        driver,
        `<script>onpagehide = () => {
          fetch('${CHAT}${ENDPOINT}', { method: 'POST', body: '{}', keepalive: true });
          navigator.sendBeacon('${CHAT}${ENDPOINT}?beacon', '{}');
        };</script>`,
      );
      await page.goto(`http://localhost:${driver.api.ports.http}/special?next`);
      // Whether they began before the next document did is a matter of milliseconds.
      const callNames = async () =>
        (await devtools.rows()).map(({ name }) => name).filter((name) => !name.startsWith('Navigated to'));
      const isRefused = (name: string) => /^Error: POST \/api\/llm-response, 401, /.test(name);
      await poll('both calls', async () => (await callNames()).filter(isRefused).length === 2);
      expect(await callNames()).toHaveLength(2);
    },
  },
  framed('a frame of another origin', (path) => `src="https://app.example.com${path}"`),
  framed('a sandboxed frame', (path) => `sandbox="allow-scripts" src="${path}"`),
  {
    title: 'A call of a shared worker is in the list and in the popup of its page',
    async run(driver) {
      driver.api.addPage(
        '/shared.js',
        `const ports = []; let isDone = false;
         onconnect = ({ ports: [port] }) => { ports.push(port); if (isDone) port.postMessage(''); };
         ${callAndTell("() => { isDone = true; for (const port of ports) port.postMessage(''); }")}`,
        SCRIPT,
      );
      const { page, devtools } = await openBoth(driver);
      await page.evaluate(() => {
        new SharedWorker('/shared.js').port.onmessage = () => {
          document.documentElement.dataset['answered'] = 'true';
        };
      });
      await answered(page);
      await openRow(devtools, 0, REFUSED);
      expect(await rowCount(devtools)).toBe(1);
      const popup = await driver.inspector.openPopup(page);
      await popup.waitForText('The call has an error');
      await popup.close();
    },
  },
];

/** What lies between a page's code and the server: redirects, CORS, preflights, mixed content, workers. */
import { expect } from '@playwright/test';
import { REVOKED_KEY, VALID_KEY } from '../../mock-api/index';
import { poll } from '../harness/poll';
import { CHAT, ENDPOINT, faults, openBoth, openPageOf, openRow, post, rowCount } from './calls';
import type { ScenarioPage } from './driver';
import type { Scenario } from './scenario';

const at = (query: string) => `${CHAT}${ENDPOINT}?${query}`;
const to = (url: string) => `redirect=${encodeURIComponent(url)}`;

/** Calls with what only `fetch` can say, and waits for its end. */
const callAs = (page: ScenarioPage, url: string, init: object) =>
  page.evaluate(
    (target: string, options: object) =>
      fetch(target, options).then(
        () => undefined,
        () => undefined,
      ),
    url,
    init,
  );

/** `if (!response.ok) throw …`, the most common code there is, leaves the body unread. */
function unreadBody(site: string): Scenario {
  return {
    title: `A body that the code of ${site} leaves unread still gives the decoded error, soon after the answer`,
    async run(driver) {
      const page = await openPageOf(driver, site.replace('localhost', `localhost:${driver.api.ports.http}`));
      const devtools = await driver.inspector.openDevtools(page);
      await page.evaluate(
        (url: string, init: object) => {
          const call = async () => {
            const response = await fetch(url, init);
            document.documentElement.dataset['answeredAt'] = String(
              performance.timeOrigin + performance.now(),
            );
            if (!response.ok) throw new Error('Failed');
          };
          void call().catch(() => undefined);
        },
        at('delay=3000'),
        post({ 'Infuzu-API-Key': REVOKED_KEY }),
      );
      await openRow(devtools, 0, /^Pending: /);
      await devtools.panel.evaluate((decoded: string) => {
        const look = (): void => {
          const detail = document.querySelector<HTMLElement>('[data-region=detail]');
          if (!detail?.innerText.includes(decoded)) return;
          document.documentElement.dataset['decodedAt'] ??= String(
            performance.timeOrigin + performance.now(),
          );
        };
        new MutationObserver(look).observe(document.body, {
          childList: true,
          subtree: true,
          characterData: true,
        });
      }, 'The API key is invalid or has been revoked.');
      await devtools.waitForDetail('invalid_api_key');
      const answeredAt = await page.evaluate(() => document.documentElement.dataset['answeredAt']);
      const decodedAt = await poll('the decoded message', () =>
        devtools.panel.evaluate(() => document.documentElement.dataset['decodedAt']),
      );
      driver.note(`decoded ${Math.round(Number(decodedAt) - Number(answeredAt))} ms after the answer`);
    },
  };
}

/** Whether the probe stands in the page: only it answers. */
const isProbed = () =>
  !document.dispatchEvent(new CustomEvent('infuzu-request-inspector:installed', { cancelable: true }));

const DOCUMENTS = 5;

export const NETWORK_SCENARIOS: readonly Scenario[] = [
  {
    title:
      'In each new document of a site that was not allowed a body that its code leaves unread is decoded',
    async run(driver) {
      const origin = 'https://app.example.com';
      const page = await openPageOf(driver, origin);
      const devtools = await driver.inspector.openDevtools(page);
      for (let n = 1; n <= DOCUMENTS; n++) {
        await page.goto(`${origin}/page?n=${n}`);
        await page.waitFor(isProbed, { what: `the probe in document ${n}` });
        await callAs(page, at(`n=${n}`), post({ 'Infuzu-API-Key': REVOKED_KEY }));
        await poll(`${n} decoded answers`, async () => {
          const rows = await devtools.rows();
          return rows.filter(({ name }) => /, 401, Well-formed, /.test(name)).length === n;
        });
      }
    },
  },
  {
    title: 'A redirect from http to https is one call, and the key that travelled in the clear is told',
    async run(driver) {
      const page = await openPageOf(driver, 'http://chat.infuzu.com');
      const devtools = await driver.inspector.openDevtools(page);
      const { status } = await page.call(`http://chat.infuzu.com${ENDPOINT}?redirect=https`, post());
      expect(status).toBe(200);
      await openRow(devtools, 0, /^Error: POST \/api\/llm-response, 200, /);
      expect((await faults(devtools)).map(({ rule }) => rule)).toContain('insecure-transport');
      expect((await devtools.rows()).length).toBe(1);
    },
  },
  {
    title: 'A redirect to another origin drops Authorization: the lost credential is named',
    async run(driver) {
      const page = await openPageOf(driver, CHAT);
      const devtools = await driver.inspector.openDevtools(page);
      const url = at(to(`https://api.infuzu.com${ENDPOINT}`));
      const { status } = await page.call(url, post({ Authorization: `Bearer ${VALID_KEY}` }));
      expect(status).toBe(401);
      await openRow(devtools, 0, /^Error: POST \/api\/llm-response, 401, /);
      await devtools.waitForDetail(/credential-lost-on-redirect/);
    },
  },
  {
    title: 'A redirect to another origin carries a key header on: the leak is named',
    grantedHosts: ['*://app.example.com/*'],
    async run(driver) {
      const page = await openPageOf(driver, CHAT);
      const devtools = await driver.inspector.openDevtools(page);
      await page.call(at(to(`https://api.infuzu.com${ENDPOINT}`)), post());
      await openRow(devtools, 0, /POST \/api\/llm-response, 200, /);
      await devtools.waitForDetail(/credential-leaked-on-redirect/);
    },
  },
  {
    title: 'A redirect that the code does not follow is one call, and says so',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      for (const [place, redirect] of (['manual', 'error'] as const).entries()) {
        await callAs(page, at('redirect=same'), { ...post(), redirect });
        await openRow(devtools, place, /POST \/api\/llm-response, 307, Redirect not followed, key #1, .*s$/);
      }
      // Told in the order of the calls: whatever was to come of the earlier ones is there.
      await page.call(CHAT + ENDPOINT, post());
      await openRow(devtools, 2, /^Clean: .*, 200, /);
      expect(await rowCount(devtools)).toBe(3);
    },
  },
  {
    title:
      'Options that do not go together throw and are never sent, and a call given up before it began is none',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      const inits = [{ body: '{}' }, { method: 'PO ST' }, { mode: 'navigate' }];
      for (const [place, init] of inits.entries()) {
        await callAs(page, CHAT + ENDPOINT, { ...init, headers: { 'Infuzu-API-Key': VALID_KEY } });
        await openRow(devtools, place, /^Error: .*, no status, Never sent/);
        await devtools.waitForDetail(/TypeError: /);
      }
      const withUser = CHAT.replace('//', `//${VALID_KEY}@`);
      await callAs(page, withUser + ENDPOINT, post());
      await openRow(devtools, inits.length, /, no status, /);
      expect(await devtools.waitForDetail(/TypeError: /)).not.toContain(VALID_KEY);
      await page.evaluate(
        (url: string) =>
          fetch(url, { signal: AbortSignal.abort() })
            .catch(() => undefined)
            .then(() => 0),
        CHAT + ENDPOINT,
      );
      await page.call(CHAT + ENDPOINT, post());
      await openRow(devtools, inits.length + 1, /^Clean: .*, 200, /);
      expect(await rowCount(devtools)).toBe(inits.length + 2);
    },
  },
  {
    title: 'A key that `no-cors` keeps from being sent was dropped by the browser',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      await callAs(page, CHAT + ENDPOINT, { ...post(), mode: 'no-cors' });
      await openRow(devtools, 0, /, 401, Browser dropped `?Infuzu-API-Key`?, no key, .*s$/);
      await devtools.waitForDetail(/An opaque answer/);
      expect(await devtools.waitForDetail(/Dropped Infuzu-API-Key/)).not.toMatch(/as written|ok false/);
    },
  },
  {
    title: 'A 401 that CORS hides from the page is told with its status',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      const { error } = await page.call(at('cors=none'), post({ 'Infuzu-API-Key': REVOKED_KEY }));
      expect(error).toMatch(/TypeError/);
      await openRow(devtools, 0, /^Error: POST \/api\/llm-response, 401, /);
      await devtools.waitForDetail(/response-hidden-by-cors/);
      await devtools.waitForDetail(/Access-Control-Allow-Origin/);
    },
  },
  {
    title: 'A refused preflight names what the server would have to allow',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      const { error } = await page.call(at('preflight=no-headers'), post());
      expect(error).toMatch(/TypeError/);
      await openRow(devtools, 0, /^Error.*: POST \/api\/llm-response, /);
      await devtools.waitForDetail(/preflight-rejected/);
      await devtools.waitForDetail(/Access-Control-Allow-Headers/);
      expect((await devtools.rows()).length).toBe(1);
      // Against the standard, browsers let a wildcard stand for this header as well.
      const bearer = post({ Authorization: `Bearer ${VALID_KEY}` });
      expect((await page.call(at('preflight-allow=*'), bearer)).status).toBe(200);
      await openRow(devtools, 1, /^Clean: POST \/api\/llm-response, 200, /);
    },
  },
  ...['http://localhost', 'https://app.example.com'].map(unreadBody),
  {
    title: 'A call over http from an https page is a row that says that the browser stopped it',
    async run(driver) {
      const page = await openPageOf(driver, 'https://docs.infuzu.com');
      const devtools = await driver.inspector.openDevtools(page);
      const { error } = await page.call(`http://chat.infuzu.com${ENDPOINT}`, post());
      expect(error).toMatch(/TypeError/);
      await openRow(devtools, 0, /^Error.*: POST \/api\/llm-response, no status/);
      await devtools.waitForDetail(/mixed-content-blocked/);
    },
  },
  {
    title: 'A call of a worker is in the list of its page',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      driver.api.addPage(
        '/worker.js',
        `onmessage = async ({ data: [url, init] }) => postMessage((await fetch(url, init)).status);`,
        { 'content-type': 'text/javascript' },
      );
      const status = await page.evaluate(
        (url: string, init: object) =>
          new Promise<number>((resolve) => {
            const worker = new Worker('/worker.js');
            worker.onmessage = ({ data }) => resolve(data as number);
            worker.postMessage([url, init]);
          }),
        CHAT + ENDPOINT,
        post({ 'Infuzu-API-Key': REVOKED_KEY }),
      );
      expect(status).toBe(401);
      await openRow(devtools, 0, /^Error: POST \/api\/llm-response, 401, /);
    },
  },
  {
    title: 'A call of a service worker is in the list of its page',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      driver.api.addPage(
        '/service-worker.js',
        `oninstall = () => skipWaiting();
         onactivate = (event) => event.waitUntil(clients.claim());
         onmessage = async ({ data: [url, init], ports: [port] }) => port.postMessage((await fetch(url, init)).status);`,
        { 'content-type': 'text/javascript' },
      );
      const status = await page.evaluate(
        async (url: string, init: object) => {
          await navigator.serviceWorker.register('/service-worker.js');
          const { active } = await navigator.serviceWorker.ready;
          const { port1, port2 } = new MessageChannel();
          return new Promise<number>((resolve) => {
            port1.onmessage = ({ data }) => resolve(data as number);
            active?.postMessage([url, init], [port2]);
          });
        },
        CHAT + ENDPOINT,
        post({ 'Infuzu-API-Key': REVOKED_KEY }),
      );
      expect(status).toBe(401);
      await openRow(devtools, 0, /^Error: POST \/api\/llm-response, 401, /);
      expect((await devtools.rows()).length).toBe(1);
    },
  },
];

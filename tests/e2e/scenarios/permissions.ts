/** What may be seen, what may not, and that the interface says so. */
import { expect } from '@playwright/test';
import { REVOKED_KEY } from '../../mock-api/index';
import type { Row } from '../harness/grid';
import { poll } from '../harness/poll';
import { CHAT, ENDPOINT, openBoth, openLocalPage, openPageOf, openRow, post } from './calls';
import type { Scenario } from './scenario';

const SITE = 'https://app.example.com';
const NO_SETTINGS =
  'The browser’s own settings of an extension cannot be changed by a test; the same words are tested in the component tests.';
export const NO_PROMPT = 'No test can press the buttons of Chromium’s permission prompt.';

export const PERMISSION_SCENARIOS: readonly Scenario[] = [
  {
    title: 'A site without a grant: the popup says what is invisible and offers the cure',
    async run(driver) {
      const page = await openPageOf(driver, SITE);
      await page.call(CHAT + ENDPOINT, post());
      const popup = await driver.inspector.openPopup(page);
      const text = await popup.waitForText('app.example.com');
      expect(text).toMatch(/Watch app\.example\.com|Always watch|Watching until you leave/);
      await popup.close();
    },
  },
  {
    title: 'A site without a grant: the panel shows its calls by DevTools alone, decoded',
    async run(driver) {
      const page = await openPageOf(driver, SITE);
      const devtools = await driver.inspector.openDevtools(page);
      await page.call(CHAT + ENDPOINT, post({ 'Infuzu-API-Key': REVOKED_KEY }));
      await openRow(devtools, 0, /^Error: POST \/api\/llm-response, 401, Well-formed/);
      await devtools.waitForDetail('The API key is invalid or has been revoked.');
      expect((await devtools.rows()).length).toBe(1);
    },
  },
  {
    title:
      'A site without a grant: calls of its first script and of a worker are shown, though nobody reads their bodies',
    async run(driver) {
      const call = `fetch(${JSON.stringify(CHAT + ENDPOINT)}, ${JSON.stringify(post({ 'Infuzu-API-Key': REVOKED_KEY }))})`;
      driver.api.addPage('/calls.js', `self.answer = ${call};`, { 'content-type': 'text/javascript' });
      driver.api.addPage(
        '/early',
        `<!doctype html><title>Early</title><script>window.answer = ${call}; window.worker = new Worker('/calls.js');</script>`,
      );
      const page = await openPageOf(driver, SITE);
      const devtools = await driver.inspector.openDevtools(page);
      await page.goto(`${SITE}/early`);
      const isRefused = ({ name }: Row) => /^Error: POST \/api\/llm-response, 401, /.test(name);
      const rows = await poll('both calls', async () => {
        const shown = (await devtools.rows()).filter(({ name }) => name.includes(ENDPOINT));
        return shown.length >= 2 && shown.every(isRefused) ? shown : undefined;
      });
      expect(rows).toHaveLength(2);
    },
  },
  {
    title: 'A granted site is watched without DevTools',
    grantedHosts: ['*://app.example.com/*'],
    async run(driver) {
      const page = await openPageOf(driver, SITE);
      await page.call(CHAT + ENDPOINT, post({}));
      await driver.inspector.waitForBadge(await driver.inspector.tabIdOf(page), '1');
      const popup = await driver.inspector.openPopup(page);
      await popup.waitForText('Watching app.example.com');
      await popup.close();
    },
  },
  {
    title: 'A grant that arrives later works without a reload',
    not: { Chromium: NO_SETTINGS },
    async run(driver) {
      const page = await openPageOf(driver, SITE);
      await page.call(CHAT + ENDPOINT, post({}));
      await driver.inspector.setHostPermission?.('*://app.example.com/*');
      await page.call(CHAT + ENDPOINT, post({}));
      await driver.inspector.waitForBadge(await driver.inspector.tabIdOf(page), '1');
    },
  },
  {
    title: 'The button of the popup asks for the site, and then it is watched until the popup gives it back',
    not: { Chromium: NO_PROMPT },
    async run(driver) {
      const page = await openPageOf(driver, SITE);
      const popup = await driver.inspector.openPopup(page);
      await popup.waitForText('Watch app.example.com');
      await popup.view.clickRole('button', 'Watch app.example.com');
      await popup.waitForText('No call to Infuzu yet');
      await popup.close();
      await page.call(CHAT + ENDPOINT, post({}));
      const tabId = await driver.inspector.tabIdOf(page);
      await driver.inspector.waitForBadge(tabId, '1');
      const again = await driver.inspector.openPopup(page);
      await again.waitForText('Watching app.example.com');
      await again.view.clickRole('button', 'Stop watching');
      await again.waitForText('Not watching app.example.com');
      await page.call(CHAT + ENDPOINT, post({}));
      await again.view.clickRole('button', 'Watch app.example.com');
      await again.waitForText('Watching app.example.com');
      await again.close();
      await page.call(CHAT + ENDPOINT, post({}));
      // Without the one in between.
      await driver.inspector.waitForBadge(tabId, /^[^1]/);
      expect(await driver.inspector.badge(tabId)).toBe('2');
    },
  },
  {
    title: 'A site that was taken back while its page is open: what the page still tells is not recorded',
    grantedHosts: ['*://app.example.com/*'],
    not: { Chromium: NO_SETTINGS },
    async run(driver) {
      const { inspector } = driver;
      const throwing = post({ 'Infuzu-API-Key': 'a\u200bb' });
      const page = await openPageOf(driver, SITE);
      await page.call(CHAT + ENDPOINT, throwing);
      const tabId = await inspector.tabIdOf(page);
      await inspector.waitForBadge(tabId, '1');
      await inspector.revokeHostPermission?.('*://app.example.com/*');
      await page.call(CHAT + ENDPOINT, throwing);
      // What a page told after it was heard: so that one is judged before the site is given again.
      const later = await openLocalPage(driver);
      await later.call(CHAT + ENDPOINT, throwing);
      await inspector.waitForBadge(await inspector.tabIdOf(later), '1');
      await inspector.setHostPermission?.('*://app.example.com/*');
      await page.call(CHAT + ENDPOINT, post({}));
      // Without the one in between.
      await inspector.waitForBadge(tabId, /^[^1]/);
      expect(await inspector.badge(tabId)).toBe('2');
    },
  },
  {
    title: 'A panel that cannot ask for a permission says where it can be given, and follows at once',
    not: { Chromium: NO_PROMPT },
    async run(driver) {
      const page = await openPageOf(driver, SITE);
      const { view } = await driver.inspector.openDevtools(page);
      await view.clickRole('button', 'Watch app.example.com');
      await view.waitForText('This page cannot ask for it. Click the toolbar button of the extension');
      const popup = await driver.inspector.openPopup(page);
      await popup.view.clickRole('button', 'Watch app.example.com');
      await popup.waitForText('No call to Infuzu yet');
      await popup.close();
      await view.waitForText('Sees every call to Infuzu in this tab');
      expect(await driver.inspector.uncaughtErrors()).toEqual([]);
    },
  },
  {
    title: 'Infuzu’s permission revoked by the user: the popup says so and asks for it again',
    not: { Chromium: NO_SETTINGS },
    async run(driver) {
      const page = await openLocalPage(driver);
      await driver.inspector.revokeHostPermission?.('*://*.infuzu.com/*');
      await page.call(CHAT + ENDPOINT, post());
      const popup = await driver.inspector.openPopup(page);
      await popup.waitForText('Access to Infuzu is switched off');
      await popup.view.clickRole('button', 'Allow Infuzu again');
      await popup.waitForText(/No call to Infuzu yet|Sees every call/);
      await popup.close();
      await page.call(CHAT + ENDPOINT, post({}));
      await driver.inspector.waitForBadge(await driver.inspector.tabIdOf(page), '1');
    },
  },
  {
    title:
      'The permission for localhost revoked by the user: the popup says what is invisible and asks for it again',
    not: { Chromium: NO_SETTINGS },
    async run(driver) {
      const page = await openLocalPage(driver);
      await driver.inspector.revokeHostPermission?.('http://localhost/*');
      await page.call(CHAT + ENDPOINT, post());
      const popup = await driver.inspector.openPopup(page);
      await popup.view.clickRole('button', `Watch localhost:${driver.api.ports.http}`);
      await popup.waitForText(/No call to Infuzu yet|Sees every call/);
      await popup.close();
      await page.call(CHAT + ENDPOINT, post({}));
      await driver.inspector.waitForBadge(await driver.inspector.tabIdOf(page), '1');
    },
  },
  {
    title: 'Infuzu’s permission revoked while the panel is open: the panel says so',
    not: { Chromium: NO_SETTINGS },
    async run(driver) {
      const { devtools } = await openBoth(driver);
      await driver.inspector.revokeHostPermission?.('*://*.infuzu.com/*');
      await devtools.view.waitForText('Access to Infuzu is switched off');
    },
  },
];

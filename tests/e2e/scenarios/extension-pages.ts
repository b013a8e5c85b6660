/** The pages of the extension that open in a tab: options and workbench. */
import { expect } from '@playwright/test';
import { VALID_KEY } from '../../mock-api/index';
import { CUSTOMER, recording } from '../chromium/support/recording';
import { readGrid } from '../harness/grid';
import { poll } from '../harness/poll';
import { ENDPOINT, openBoth, openLocalPage, openPageOf, post } from './calls';
import type { ScenarioPage } from './driver';
import { NO_PROMPT } from './permissions';
import type { Scenario } from './scenario';

/** Puts a file into the page's file field, as after the browser's own dialogue. */
function chooseFile(page: ScenarioPage, name: string, text: string): Promise<void> {
  return page.evaluate(
    (fileName: string, content: string) => {
      const field = document.querySelector<HTMLInputElement>('input[type=file]');
      const chosen = new DataTransfer();
      chosen.items.add(new File([content], fileName));
      if (!field) throw new Error('There is no file field');
      field.files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    text,
  );
}

function rowsOf(page: ScenarioPage, count: number) {
  return poll(
    async () => `${count} rows; there are ${(await page.evaluate(readGrid)).length}`,
    async () => {
      const rows = await page.evaluate(readGrid);
      return rows.length === count && rows;
    },
  );
}

export const EXTENSION_PAGE_SCENARIOS: readonly Scenario[] = [
  {
    title: 'Welcome: opens after the installation, explains the permissions, leads to the options and back',
    async run(driver) {
      // The harness waited for it after the installation, and closed it.
      const { page, view } = await driver.inspector.openExtensionPage('options.html#welcome');
      expect(await view.text()).toMatch(
        /Open DevTools \(F12\)[\s\S]*Permissions[\s\S]*asks you for that one site[\s\S]*keeps no key/,
      );
      const focused = () => document.activeElement?.tagName;
      await view.clickRole('link', 'Options');
      await view.waitForText('Watched sites');
      expect(await page.evaluate(focused)).toBe('MAIN');
      await view.clickRole('link', 'Permissions');
      await view.waitForText('keeps no key');
      expect(await page.evaluate(focused)).toBe('MAIN');
      expect(await driver.inspector.uncaughtErrors()).toEqual([]);
    },
  },
  {
    title: 'Options: a host of the user’s own is observed from the moment it is added until it is removed',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      const host = `localhost:${driver.api.ports.http}`;
      const options = await driver.inspector.openExtensionPage('options.html');
      await options.view.clickRole('textbox', 'Add a host');
      await options.view.input.type('infuzu.com');
      await options.view.input.press('Enter');
      await options.view.waitForText('Infuzu’s own hosts are always observed.');
      await options.view.input.press('Control+a');
      await options.view.input.type(host);
      await options.view.clickRole('button', 'Add');
      await options.view.waitForText(`${host} is added.`);
      await options.view.waitForText('On this machine, needs no permission');

      await page.bringToFront();
      await poll('the call to the own host in the panel', async () => {
        await page.call(`http://${host}${ENDPOINT}`, post({ Authorization: VALID_KEY }));
        return (await devtools.rows()).find(({ name }) =>
          /^Error: POST \/api\/llm-response, 401, Bearer prefix is missing/.test(name),
        );
      });

      await options.page.bringToFront();
      await options.view.clickRole('button', `Remove ${host}`);
      await options.view.waitForText(`${host} is removed.`);
      const again = await driver.inspector.openExtensionPage('options.html');
      await again.view.waitForText('No host is added yet.');
      expect(await driver.inspector.uncaughtErrors()).toEqual([]);
    },
  },
  {
    title: 'Options: a site that is allowed there is watched, until it is taken out there',
    not: { Chromium: NO_PROMPT },
    async run(driver) {
      const page = await openPageOf(driver, 'https://app.example.com');
      const tabId = await driver.inspector.tabIdOf(page);
      const { page: options, view } = await driver.inspector.openExtensionPage('options.html');
      await view.clickRole('textbox', 'Watch another site');
      await view.input.type('app.example.com');
      await view.input.press('Enter');
      await view.waitForText('app.example.com is watched.');
      await page.call(`https://chat.infuzu.com${ENDPOINT}`, post({}));
      await driver.inspector.waitForBadge(tabId, '1');

      await options.bringToFront();
      await view.clickRole('button', 'Stop watching app.example.com');
      await view.waitForText('app.example.com is no longer watched.');
      await page.bringToFront();
      const popup = await driver.inspector.openPopup(page);
      await popup.waitForText('Watch app.example.com');
      await popup.close();
      expect(await driver.inspector.uncaughtErrors()).toEqual([]);
    },
  },
  {
    title:
      'Options: opened out of the popup; the theme holds there and in the popup; all calls are forgotten',
    async run(driver) {
      const page = await openLocalPage(driver);
      const tabId = await driver.inspector.tabIdOf(page);
      await page.call(`https://chat.infuzu.com${ENDPOINT}`, post({}));
      await driver.inspector.waitForBadge(tabId, '1');
      const popup = await driver.inspector.openPopup(page);
      await popup.view.clickRole('button', 'Options');
      const options = await driver.inspector.openedExtensionPage('options.html');
      await options.view.clickRole('radio', 'Dark');
      const themeOf = () => document.documentElement.dataset['theme'];
      await poll('the options to be dark', async () => (await options.page.evaluate(themeOf)) === 'dark');
      await options.view.clickRole('button', 'Forget all calls now');
      await options.view.waitForText('All calls are forgotten.');
      await driver.inspector.waitForBadge(tabId, '');
      await poll('no record in the session storage', async () =>
        Object.keys(await driver.inspector.storageSession()).every((key) => !key.startsWith('record:')),
      );
      expect(await driver.inspector.uncaughtErrors()).toEqual([]);
    },
  },
  {
    title: 'Workbench: a HAR file is read and shown as the panel shows calls; a failing call is compared',
    async run(driver) {
      const { page, view } = await driver.inspector.openExtensionPage('workbench.html');
      expect(await view.text('main')).toContain('nothing leaves the browser');
      await chooseFile(page, 'ticket.har', recording(CUSTOMER, [7]));
      const rows = await rowsOf(page, 9);
      expect(rows[1]?.name).toBe(
        'Error: POST /api/llm-response, 401, Bearer prefix is missing, key #1, 80 ms',
      );
      expect(rows[8]?.name).toBe('Unreadable: entry 9, The entry is not an object.');
      await view.click('[data-row="har-file-1"]');
      await view.waitForText('Confirmed: the server refused it', { selector: '[data-region=detail]' });
      await view.clickRole('button', 'Compare');
      await view.waitForText('One difference explains the failure: Bearer prefix is missing');
      for (const { html, fieldValues } of await driver.inspector.domOfAllExtensionPages()) {
        expect(html).not.toContain(VALID_KEY);
        expect(fieldValues.join()).not.toContain(VALID_KEY);
      }
      await chooseFile(page, 'broken.har', '{"log": {"entries": [');
      await view.waitForText('broken.har cannot be read');
      expect(await driver.inspector.uncaughtErrors()).toEqual([]);
    },
  },
  {
    title: 'Workbench: opened out of the popup, it shows the calls of the tab and those that follow',
    async run(driver) {
      const page = await openLocalPage(driver);
      await page.call(`https://chat.infuzu.com${ENDPOINT}`, post({ Authorization: VALID_KEY }));
      const popup = await driver.inspector.openPopup(page);
      await popup.waitForText('The call has an error');
      await popup.view.clickRole('button', 'Open in the workbench');
      const workbench = await driver.inspector.openedExtensionPage('workbench.html?tab=');
      await rowsOf(workbench.page, 1);
      await page.call(`https://chat.infuzu.com${ENDPOINT}`, post());
      await poll('the second call to be clean', async () => {
        const names = (await workbench.page.evaluate(readGrid)).map(({ name }) => name.replace(/:.*/, ''));
        return names.join() === 'Error,Clean';
      });
      expect(await driver.inspector.uncaughtErrors()).toEqual([]);
    },
  },
];

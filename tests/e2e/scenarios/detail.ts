/** What the detail asks of DevTools on demand, and what leaves the panel as a file. */
import { expect } from '@playwright/test';
import { REVOKED_KEY } from '../../mock-api/index';
import { poll } from '../harness/poll';
import { CHAT, ENDPOINT, openBoth, post } from './calls';
import type { Scenario } from './scenario';

export const DETAIL_SCENARIOS: readonly Scenario[] = [
  {
    title: 'The body of each of several equal calls is shown on demand, and is its own',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      const url = `${CHAT}${ENDPOINT}?echo=infuzu-api-key`;
      const init = post({ 'Infuzu-API-Key': REVOKED_KEY });
      await Promise.all([1, 2, 3].map(() => page.call(url, init)));
      const rows = await poll('three failed calls', async () => {
        const all = (await devtools.rows()).filter(({ name }) => /^Error: .*, 401, /.test(name));
        return all.length === 3 && all;
      });
      for (const row of rows) {
        await devtools.select(row);
        await devtools.view.clickRole('tab', 'Response');
        const [id = ''] = /req_[\w-]+/.exec(await devtools.waitForDetail(/req_[\w-]+/)) ?? [];
        await devtools.view.clickRole('button', 'Show body');
        const body = await devtools.view.waitForText(/request_id/, { selector: '[role=tree]' });
        expect(body).toContain(id);
        expect(body).toContain('Received: [redacted]');
      }
      const documents = await driver.inspector.domOfAllExtensionPages();
      expect(documents.some(({ html }) => html.includes(REVOKED_KEY))).toBe(false);
    },
  },
  {
    title: 'An export is searched for keys before it can be saved',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      await page.call(CHAT + ENDPOINT, post({ Authorization: REVOKED_KEY }));
      await devtools.row(({ name }) => /^Error: .*, 401, /.test(name));
      await devtools.view.clickRole('button', 'Export');
      for (const format of ['Ticket text', 'Support bundle', 'HAR']) {
        await devtools.view.clickRole('tab', format);
        await devtools.view.waitForText('Checked: no key in it', { selector: 'dialog' });
        await devtools.view.clickRole('button', 'Save');
        await devtools.view.waitForText('Handed to the browser as infuzu-', { selector: 'dialog' });
      }
    },
  },
];

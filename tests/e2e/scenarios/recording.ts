/** What the user decides of the list: when it records, what divides it, when it is empty again. */
import { expect } from '@playwright/test';
import { poll } from '../harness/poll';
import { CHAT, ENDPOINT, openBoth, openRow, post, rowCount } from './calls';
import type { ScenarioDevtools } from './driver';
import type { Scenario } from './scenario';

/** The button changes when the background has told that it does. */
const isOffered = ({ panel }: ScenarioDevtools, button: string) =>
  poll(`the button "${button}"`, () =>
    panel.evaluate(
      (name: string) =>
        [...document.querySelectorAll('button')].some(({ ariaLabel, title, textContent }) =>
          [ariaLabel, title, textContent].includes(name),
        ),
      button,
    ),
  );

export const RECORDING_SCENARIOS: readonly Scenario[] = [
  {
    title:
      'Stopped, nothing is recorded; a navigation divides the list; Clear empties it for panel, popup and badge',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      const { view } = devtools;
      const tabId = await driver.inspector.tabIdOf(page);
      await page.call(CHAT + ENDPOINT, post({}));
      await openRow(devtools, 0, /^Error: POST \/api\/llm-response, 401, .*s$/);

      await view.clickRole('button', 'Stop recording');
      await isOffered(devtools, 'Record');
      await page.call(`${CHAT}${ENDPOINT}?unseen`, post());
      await view.clickRole('button', 'Record');
      await isOffered(devtools, 'Stop recording');

      await page.goto(`http://localhost:${driver.api.ports.http}/page?token=next`);
      await page.call(CHAT + ENDPOINT, post());
      // The call of the time between is no row: it would stand before these two.
      await openRow(devtools, 3, /^Clean: POST \/api\/llm-response, 200, .*s$/);
      const names = (await devtools.rows()).map(({ name }) => name);
      expect(names).toHaveLength(4);
      expect(names[1]).toMatch(/^Not recorded from [\d:]+ to [\d:]+$/);
      expect(names[2]).toBe(`Navigated to http://localhost:${driver.api.ports.http}/page`);
      await driver.inspector.waitForBadge(tabId, '1');

      await view.clickRole('button', 'Clear the list');
      await driver.inspector.waitForBadge(tabId, '');
      const popup = await driver.inspector.openPopup(page);
      await popup.waitForText('No call to Infuzu yet');
      await popup.close();
      expect(await rowCount(devtools)).toBe(0);
      expect(await driver.inspector.uncaughtErrors()).toEqual([]);
    },
  },
];

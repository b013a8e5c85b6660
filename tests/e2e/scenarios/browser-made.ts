/** What the browser does by itself: it sends a call elsewhere than the code said, or makes one that no code made. */
import { expect } from '@playwright/test';
import { CHAT, ENDPOINT, faults, openBoth, openPageOf, openRow, post, rowCount } from './calls';
import type { ScenarioDevtools } from './driver';
import type { Scenario } from './scenario';

const IN_THE_CLEAR = `http://chat.infuzu.com${ENDPOINT}`;

/** The call went out encrypted: it is one, and nobody is told that its key was readable on the way. */
async function expectSafe(devtools: ScenarioDevtools, place: number): Promise<void> {
  await openRow(devtools, place, /^Clean: POST \/api\/llm-response, 200, Clean, key #1, .*s$/);
  expect(await faults(devtools)).toEqual([]);
  expect(await rowCount(devtools)).toBe(place + 1);
}

export const BROWSER_MADE_SCENARIOS: readonly Scenario[] = [
  {
    title:
      'A call over http that HSTS turns into https: its preflight fails, and its key was never in the clear',
    not: { Firefox: 'Firefox does not take up HSTS from the stand-in server, so there is nothing to see.' },
    async run(driver) {
      // Not from a page over https: there the browser stops it as mixed content before it looks at HSTS.
      const { page, devtools } = await openBoth(driver);
      await page.call(`${CHAT}${ENDPOINT}?hsts=1000`, post());
      await expectSafe(devtools, 0);
      const { error } = await page.call(IN_THE_CLEAR, post());
      expect(error).toMatch(/TypeError/);
      await openRow(
        devtools,
        1,
        /^Error: POST .*llm-response, no status, Preflight was redirected to https, .*ms$/,
      );
      await devtools.waitForDetail(/insecure-transport/);
      expect(await devtools.detailText()).not.toContain('revoke it');
      expect(driver.api.received.filter(({ url }) => url.startsWith('http://chat.'))).toEqual([]);
    },
  },
  {
    title:
      'A call over http that the page’s policy turns into https is one call, and its key was never in the clear',
    async run(driver) {
      driver.api.addPage('/upgrades', '<!doctype html><title>A page</title>', {
        'content-security-policy': 'upgrade-insecure-requests',
      });
      const page = await driver.inspector.openPage('http://chat.infuzu.com/upgrades');
      const devtools = await driver.inspector.openDevtools(page);
      const { status } = await page.call(IN_THE_CLEAR, post());
      expect(status).toBe(200);
      await expectSafe(devtools, 0);
    },
  },
  {
    title: 'A prefetch of the page is in the list',
    async run(driver) {
      const page = await openPageOf(driver, CHAT);
      const devtools = await driver.inspector.openDevtools(page);
      await page.evaluate((href: string) => {
        document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href }));
      }, `${CHAT}/api/v1/models`);
      await openRow(devtools, 0, /^Error: GET \/api\/v1\/models, 401, /);
    },
  },
];

/**
 * `test` for the end-to-end specs: a stand-in API and a browser for each worker, in which each test has an installation
 * of its own and nothing that an earlier one left. Starting the browser takes longer than most tests; one that fails
 * takes it along with its worker. Same names as in Firefox's.
 *
 *   test.use({ grantedHosts: ['*://*.example.org/*'] });
 *   test('…', async ({ api, inspector }) => { … });
 */
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { type MockApi, startMockApi } from '../../../mock-api/index';
import { Browser } from './browser';
import { BrowsingData } from './browsing-data';
import { type Inspector, installInspector } from './inspector';

export { expect } from '@playwright/test';
export type { MockApi };

interface Options {
  /** The built extension. */
  readonly extensionDir: string;
  /** Match patterns that the extension is granted from the start. */
  readonly grantedHosts: readonly string[];
}

interface WorkerFixtures {
  readonly api: MockApi;
  /** Playwright's own `browser` is one that it starts itself. */
  readonly chromium: Browser;
  readonly browsingData: BrowsingData;
}

const BUILT_EXTENSION = fileURLToPath(new URL('../../../../.output/chrome-mv3', import.meta.url));

export const test = base.extend<Options & { inspector: Inspector }, WorkerFixtures>({
  extensionDir: [BUILT_EXTENSION, { option: true }],
  grantedHosts: [[], { option: true }],

  api: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of this pattern
    async ({}, use) => {
      const api = await startMockApi();
      await use(api);
      await api.close();
    },
    { scope: 'worker' },
  ],

  chromium: [
    async ({ api }, use) => {
      // `HEADED` in the environment shows the browser.
      const chromium = await Browser.launch({ api, headless: !process.env['HEADED'] });
      await use(chromium);
      await chromium.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  browsingData: [
    async ({ chromium }, use) => {
      const browsingData = await BrowsingData.of(chromium);
      await use(browsingData);
      await browsingData.remove();
    },
    { scope: 'worker' },
  ],

  inspector: async ({ api, chromium, browsingData, extensionDir, grantedHosts }, use, testInfo) => {
    api.clear();
    const inspector = await installInspector(chromium, { extensionDir, grantedHosts });
    try {
      await use(inspector);
      if (testInfo.status !== testInfo.expectedStatus) {
        const picture = await inspector.lastDevtools?.screenshot().catch(() => undefined);
        if (picture) await testInfo.attach('DevTools', { body: picture, contentType: 'image/png' });
        await testInfo.attach('standard error of the browser', { body: chromium.stderr() });
      }
    } finally {
      await inspector.uninstall();
      await browsingData.clear();
    }
  },
});

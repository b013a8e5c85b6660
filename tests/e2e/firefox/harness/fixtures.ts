/**
 * `test` for the end-to-end specs in Firefox: a stand-in API and a browser for each worker, in which each test has an
 * installation of its own. Starting the browser takes longer than most tests; one that fails takes it along with its
 * worker. Same names as in Chromium's.
 */
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { type MockApi, startMockApi } from '../../../mock-api/index';
import { Firefox } from './firefox';
import { type Inspector, installInspector } from './inspector';

export { expect } from '@playwright/test';

interface Options {
  /** The built extension. */
  readonly extensionDir: string;
  /** Match patterns that the extension is granted from the start. */
  readonly grantedHosts: readonly string[];
}

const BUILT_EXTENSION = fileURLToPath(new URL('../../../../.output/firefox-mv3', import.meta.url));

export const test = base.extend<Options & { inspector: Inspector }, { api: MockApi; firefox: Firefox }>({
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

  firefox: [
    async ({ api }, use) => {
      // `HEADED` in the environment shows the browser.
      const firefox = await Firefox.launch({ api, headless: !process.env['HEADED'] });
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  inspector: async ({ api, firefox, extensionDir, grantedHosts }, use, testInfo) => {
    api.clear();
    const inspector = await installInspector(firefox, { extensionDir, grantedHosts });
    try {
      await use(inspector);
      if (testInfo.status !== testInfo.expectedStatus) {
        const picture = await inspector.lastDevtools?.screenshot().catch(() => undefined);
        if (picture) await testInfo.attach('panel', { body: picture, contentType: 'image/png' });
        await testInfo.attach('output of the browser', { body: inspector.firefox.output() });
      }
    } finally {
      await inspector.uninstall();
    }
  },
});

/**
 * `test` for the end-to-end specs: a stand-in API for each worker, a fresh browser with the extension for each test.
 *
 *   test.use({ grantedHosts: ['*://*.example.org/*'] });
 *   test('…', async ({ api, inspector }) => { … });
 */
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { startMockApi } from '../../../mock-api/index';
import type { WindowSize } from './flags';
import { type Inspector, launchInspector } from './inspector';

export { expect } from '@playwright/test';

export type MockApi = Awaited<ReturnType<typeof startMockApi>>;

interface Options {
  /** The built extension. */
  readonly extensionDir: string;
  /** Set `HEADED` in the environment to watch the browser. */
  readonly headed: boolean;
  readonly windowSize: WindowSize;
  /** Match patterns that the extension is granted from the start. */
  readonly grantedHosts: readonly string[];
}

const BUILT_EXTENSION = fileURLToPath(new URL('../../../../.output/chrome-mv3', import.meta.url));

export const test = base.extend<Options & { inspector: Inspector }, { api: MockApi }>({
  extensionDir: [BUILT_EXTENSION, { option: true }],
  headed: [Boolean(process.env['HEADED']), { option: true }],
  windowSize: [{ width: 1280, height: 900 }, { option: true }],
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

  inspector: async ({ api, extensionDir, headed, windowSize, grantedHosts }, use, testInfo) => {
    api.clear();
    const inspector = await launchInspector({
      extensionDir,
      api,
      headless: !headed,
      windowSize,
      grantedHosts,
    });
    try {
      await use(inspector);
      if (testInfo.status !== testInfo.expectedStatus) {
        const picture = await inspector.lastDevtools?.screenshot().catch(() => undefined);
        if (picture) await testInfo.attach('DevTools', { body: picture, contentType: 'image/png' });
        await testInfo.attach('standard error of the browser', { body: inspector.browser.stderr() });
      }
    } finally {
      await inspector.close();
    }
  },
});

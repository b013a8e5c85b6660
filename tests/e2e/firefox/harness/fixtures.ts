/**
 * `test` for the end-to-end specs in Firefox: a stand-in API for each worker, a fresh browser with the extension for
 * each test. Same names as in Chromium's.
 */
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { type MockApi, startMockApi } from '../../../mock-api/index';
import { type Inspector, launchInspector } from './inspector';
import type { Preferences } from './preferences';

export { expect } from '@playwright/test';

interface Options {
  /** The built extension. */
  readonly extensionDir: string;
  /** Set `HEADED` in the environment to watch the browser. */
  readonly headed: boolean;
  /** Match patterns that the extension is granted from the start. */
  readonly grantedHosts: readonly string[];
  readonly prefs: Preferences;
}

const BUILT_EXTENSION = fileURLToPath(new URL('../../../../.output/firefox-mv3', import.meta.url));

export const test = base.extend<Options & { inspector: Inspector }, { api: MockApi }>({
  extensionDir: [BUILT_EXTENSION, { option: true }],
  headed: [Boolean(process.env['HEADED']), { option: true }],
  grantedHosts: [[], { option: true }],
  prefs: [{}, { option: true }],

  api: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of this pattern
    async ({}, use) => {
      const api = await startMockApi();
      await use(api);
      await api.close();
    },
    { scope: 'worker' },
  ],

  inspector: async ({ api, extensionDir, headed, grantedHosts, prefs }, use, testInfo) => {
    api.clear();
    const inspector = await launchInspector({ extensionDir, api, headless: !headed, grantedHosts, prefs });
    try {
      await use(inspector);
      if (testInfo.status !== testInfo.expectedStatus) {
        const picture = await inspector.lastDevtools?.screenshot().catch(() => undefined);
        if (picture) await testInfo.attach('panel', { body: picture, contentType: 'image/png' });
        await testInfo.attach('output of the browser', { body: inspector.firefox.output() });
      }
    } finally {
      await inspector.close();
    }
  },
});

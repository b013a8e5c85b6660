import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e/chromium',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/e2e',
  // Each worker has a browser of its own; more of them at once slow each other down.
  workers: 2,
  fullyParallel: true,
  // A test that passes only at the second attempt has found something.
  retries: 0,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});

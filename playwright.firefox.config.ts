import { defineConfig } from '@playwright/test';
import chromium from './playwright.config';

export default defineConfig({
  ...chromium,
  testDir: 'tests/e2e/firefox',
  outputDir: 'test-results/firefox',
  reporter: [['list'], ['json', { outputFile: 'test-results/firefox.json' }]],
});

import { SCENARIOS } from '../scenarios/index';
import { CHROMIUM } from '../scenarios/truth';
import { test } from './harness/fixtures';

for (const { title, grantedHosts = [], not, timeout, run } of SCENARIOS) {
  test.describe(() => {
    test.use({ grantedHosts: [...grantedHosts] });
    // Here and not in the test: so no browser is started for it.
    test.skip(not?.Chromium !== undefined, not?.Chromium ?? '');
    test(title, async ({ api, inspector }, testInfo) => {
      if (timeout !== undefined) test.setTimeout(timeout);
      const note = (description: string) => void testInfo.annotations.push({ type: 'note', description });
      await run({ api, inspector, truth: CHROMIUM, step: test.step, note });
    });
  });
}

/** Promise 4: no page may behave differently because the probe is there. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import type { Driver } from './driver';
import type { Scenario } from './scenario';

const PAGE_SCRIPT = fileURLToPath(new URL('../pages/fetch-behaviour.js', import.meta.url));

declare global {
  interface Window {
    behaviour(api: string): Promise<Record<string, unknown>>;
  }
}

/** The page itself, and frames without an address of their own. */
const FRAMES = '<iframe srcdoc="<title>written</title>"></iframe><iframe></iframe>';

/** What a page of this origin sees of the ways to call, and whether the probe is in each of its frames. */
async function behaviourAt({ inspector }: Driver, origin: string) {
  const page = await inspector.openPage(`${origin}/behaviour`);
  const probed = await page.evaluate(() =>
    [document, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)].map(
      (each) =>
        each?.dispatchEvent(new CustomEvent('infuzu-request-inspector:installed', { cancelable: true })) ===
        false,
    ),
  );
  const answers = await page.evaluateWith({ timeout: 30_000 }, () =>
    window.behaviour('https://chat.infuzu.com'),
  );
  await page.close();
  return { probed, answers };
}

export const TRANSPARENCY_SCENARIOS: readonly Scenario[] = [
  {
    title:
      'A page sees no difference between fetch, Request, Headers, XHR and beacons with and without the probe',
    grantedHosts: ['*://app.example.com/*'],
    async run(driver) {
      const script = await readFile(PAGE_SCRIPT, 'utf8');
      driver.api.addPage(
        '/behaviour',
        `<!doctype html><title>behaviour</title>${FRAMES}<script>${script}</script>`,
      );
      const without = await behaviourAt(driver, 'https://shop.example.com');
      const probed = await behaviourAt(driver, 'https://app.example.com');
      expect([without.probed, probed.probed]).toEqual([
        [false, false, false],
        [true, true, true],
      ]);
      const cases = Object.keys(without.answers).length;
      driver.note(`${cases} cases`);
      expect(cases).toBeGreaterThanOrEqual(110);
      expect(probed.answers).toEqual(without.answers);
    },
  },
];

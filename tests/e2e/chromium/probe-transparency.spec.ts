import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Browser } from './harness/browser';
import { expect, test } from './harness/fixtures';

const PAGE_SCRIPT = fileURLToPath(new URL('../pages/fetch-behaviour.js', import.meta.url));
const API = 'https://chat.infuzu.com';

type Answers = Record<string, unknown>;

declare global {
  interface Window {
    behaviour(api: string): Promise<Answers>;
  }
}

/** Promise 4, and issue of trust: no page may behave differently because the probe is there. */
test('a page sees no difference between fetch, Request, Headers and XHR with and without the probe', async ({
  api,
  inspector,
}) => {
  const script = await readFile(PAGE_SCRIPT, 'utf8');
  api.addPage('/behaviour', `<!doctype html><title>behaviour</title><script>${script}</script>`);
  const address = `http://localhost:${api.ports.http}/behaviour`;
  const ask = (api: string): Promise<Answers> => window.behaviour(api);

  const bare = await Browser.launch({ api });
  let without: Answers;
  try {
    const page = await bare.page();
    await page.goto(address);
    without = await page.evaluateWith({ timeout: 30_000 }, ask, API);
  } finally {
    await bare.close();
  }

  const page = await inspector.openPage(address);
  const isProbed = await page.evaluate(
    () =>
      !document.dispatchEvent(new CustomEvent('infuzu-request-inspector:installed', { cancelable: true })),
  );
  expect(isProbed, 'the probe is in the page').toBe(true);
  const withProbe = await page.evaluateWith({ timeout: 30_000 }, ask, API);

  expect(Object.keys(without).length).toBeGreaterThanOrEqual(60);
  expect(withProbe).toEqual(without);
});

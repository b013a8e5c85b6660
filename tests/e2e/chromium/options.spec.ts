import { expect, test } from './harness/fixtures';
import { CHAT, H2, openLocalPage } from './support/calls';
import { faultsInEveryLook, overflow } from './support/extension-page';

test('the theme of the options holds on every page but the panel', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const options = await inspector.openExtensionPage('options.html');
  await options.view.clickRole('radio', 'Dark');
  const themeOf = () => document.documentElement.dataset['theme'];
  await options.page.waitFor(() => document.documentElement.dataset['theme'] === 'dark');
  const workbench = await inspector.openExtensionPage('workbench.html');
  expect(await workbench.page.evaluate(themeOf)).toBe('dark');
  await page.bringToFront();
  const popup = await inspector.openPopup(page);
  expect(await popup.session.evaluate(themeOf)).toBe('dark');
});

test.describe('with granted sites', () => {
  test.use({ grantedHosts: ['https://app.example.com/*'] });

  test('each is listed; what the browser keeps is said to be kept', async ({ inspector }) => {
    const { view } = await inspector.openExtensionPage('options.html');
    await view.clickRole('button', 'Stop watching app.example.com');
    // The copy under test has the grant in its manifest, where no extension can give it back.
    await view.waitForText('The browser keeps the permission for app.example.com.');
  });
});

test('the link of the popup leads to what the permissions mean', async ({ inspector }) => {
  const { page } = await inspector.openExtensionPage('options.html#welcome');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('welcome');
});

test('is accessible in both themes, narrow and wide', async ({ inspector }) => {
  test.slow();
  const { page, view } = await inspector.openExtensionPage('options.html#welcome');
  expect(await faultsInEveryLook(page), 'the welcome').toEqual([]);
  expect(await overflow(page, 300)).toBeLessThanOrEqual(0);
  await page.session.send('Emulation.clearDeviceMetricsOverride');
  await view.clickRole('link', 'Options');
  await page.evaluate(() =>
    (
      globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
    ).chrome.storage.local.set({
      settings: { ownHosts: ['staging.example.com', 'localhost:8080'], theme: 'system', preserveLog: true },
    }),
  );
  await view.waitForText('Not allowed');
  await view.clickRole('button', 'Add');
  await view.waitForText('Write the name of a host.');
  expect(await faultsInEveryLook(page)).toEqual([]);
  expect(await overflow(page, 300)).toBeLessThanOrEqual(0);
});

test('the background keeps as many calls of a tab as the options say, at once', async ({
  api,
  inspector,
}) => {
  const page = await openLocalPage(api, inspector);
  await page.evaluate(async (url: string) => {
    await Promise.allSettled(Array.from({ length: 1_003 }, (_, n) => fetch(`${url}?n=${n}`)));
  }, H2 + CHAT);
  await (await inspector.openPopup(page)).waitForText('1,003 calls');
  const options = await inspector.openExtensionPage('options.html');
  await options.view.clickRole('radio', '1,000');
  const popup = await inspector.openPopup(page);
  await popup.waitForText(/1,000 calls[\s\S]*3 older calls were dropped to save memory/);
});

import { VALID_KEY } from '../../mock-api/index';
import { expect, test } from './harness/fixtures';
import { poll } from './harness/poll';
import { CHAT, localUrl, openLocalPage, post } from './support/calls';
import { faultsInEveryLook, openExtensionPage, overflow } from './support/extension-page';

test('a host of the user’s own is observed from the moment it is added', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  const host = `localhost:${api.ports.http}`;

  const options = await openExtensionPage(inspector, 'options.html');
  await options.view.clickRole('textbox', 'Add a host');
  await options.view.input.type('infuzu.com');
  await options.view.input.press('Enter');
  await options.view.waitForText('Infuzu’s own hosts are always observed.');
  await options.view.input.press('Control+a');
  await options.view.input.type(host);
  await options.view.clickRole('button', 'Add');
  await options.view.waitForText(`${host} is added.`);
  expect(await options.view.text('main')).toContain('On this machine, needs no permission');
  expect((await inspector.storageLocal())['settings']).toMatchObject({ ownHosts: [host] });

  // The listener of the background follows the settings.
  await page.bringToFront();
  await poll('the call to the own host in the panel', async () => {
    await page.call(localUrl(api, CHAT), post({ Authorization: VALID_KEY }));
    return (await devtools.rows()).find(({ name }) =>
      /^Error: POST \/api\/llm-response, 401, Bearer prefix is missing/.test(name),
    );
  });

  // And lets go of it again.
  await options.page.bringToFront();
  await options.view.clickRole('button', `Remove ${host}`);
  await options.view.waitForText(`${host} is removed.`);
  expect((await inspector.storageLocal())['settings']).toMatchObject({ ownHosts: [] });
  expect(inspector.uncaughtErrors()).toEqual([]);
});

test('the theme of the options holds on every page but the panel', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const options = await openExtensionPage(inspector, 'options.html');
  await options.view.clickRole('radio', 'Dark');
  const themeOf = () => document.documentElement.dataset['theme'];
  await options.page.waitFor(() => document.documentElement.dataset['theme'] === 'dark');
  const workbench = await openExtensionPage(inspector, 'workbench.html');
  expect(await workbench.page.evaluate(themeOf)).toBe('dark');
  await page.bringToFront();
  const popup = await inspector.openPopup(page);
  expect(await popup.session.evaluate(themeOf)).toBe('dark');
});

test('all calls are forgotten by one click', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const tabId = await inspector.tabIdOf(page);
  await page.call('https://chat.infuzu.com/api/llm-response', post({}));
  await inspector.waitForBadge(tabId, '1');
  const options = await openExtensionPage(inspector, 'options.html');
  await options.view.clickRole('button', 'Forget all calls now');
  await options.view.waitForText('All calls are forgotten.');
  await inspector.waitForBadge(tabId, '');
  const records = async () =>
    Object.keys(await inspector.storageSession()).filter((key) => key.startsWith('record:'));
  await poll('the session storage to be empty', async () => (await records()).length === 0);
});

test.describe('with granted sites', () => {
  test.use({ grantedHosts: ['https://app.example.com/*'] });

  test('each is listed; what the browser keeps is said to be kept', async ({ inspector }) => {
    const { view } = await openExtensionPage(inspector, 'options.html');
    await view.clickRole('button', 'Stop watching app.example.com');
    // The copy under test has the grant in its manifest, where no extension can give it back.
    await view.waitForText('The browser keeps the permission for app.example.com.');
  });
});

test('the link of the popup leads to what the permissions mean', async ({ inspector }) => {
  const { page } = await openExtensionPage(inspector, 'options.html#welcome');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('welcome');
});

test('is accessible in both themes, narrow and wide', async ({ inspector }) => {
  const { page, view } = await openExtensionPage(inspector, 'options.html');
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

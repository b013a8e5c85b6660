/** What is Firefox's own and has no counterpart in Chromium: how it takes the manifest, and what its pages lack. */
import { expect, test } from './harness/fixtures';

/** The name `browser` as it is inside our pages. */
declare const browser: Readonly<Record<string, unknown>> & {
  readonly webRequest: {
    readonly OnSendHeadersOptions: Readonly<Record<string, string>>;
    readonly onSendHeaders: {
      addListener(listener: () => void, filter: { urls: string[] }, extra: string[]): void;
    };
  };
};

test('Firefox takes the manifest without a complaint: an event page that collects no data', async ({
  inspector,
}) => {
  const { errors, warnings, persistentBackground, manifest } = await inspector.firefox.chrome(
    ({ WebExtensionPolicy }, id: string) => {
      const extension = WebExtensionPolicy.getByID(id)?.extension;
      if (!extension) throw new Error('The extension is not installed');
      const { errors, warnings, persistentBackground, manifest } = extension;
      return { errors, warnings, persistentBackground, manifest };
    },
    inspector.extension.id,
  );
  expect([errors, warnings]).toEqual([[], []]);
  expect(persistentBackground).toBe(false);
  expect(manifest).toMatchObject({
    manifest_version: 3,
    background: { scripts: [expect.stringMatching(/\/background\.js$/)] },
    permissions: ['webRequest', 'storage', 'activeTab', 'scripting'],
    host_permissions: ['*://*.infuzu.com/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    optional_host_permissions: ['*://*/*'],
    browser_specific_settings: { gecko: { data_collection_permissions: { required: ['none'] } } },
  });
});

test('the pages lack what the code asks for before it uses it', async ({ api, inspector }) => {
  api.addPage('/page', '<!doctype html><title>A page</title>');
  const page = await inspector.openPage(`http://localhost:${api.ports.http}/page`);
  const { panel, devtoolsPage } = await inspector.openDevtools(page);
  const missing = () =>
    ['permissions', 'tabs', 'webRequest', 'storage'].filter((name) => browser[name] === undefined);
  expect(await panel.evaluate(missing)).toEqual(['permissions', 'tabs', 'webRequest']);
  expect(await devtoolsPage.evaluate(missing)).toEqual(['permissions', 'tabs', 'webRequest']);

  const background = await inspector.extension.waitForView('background');
  const extraHeaders = await background.evaluate(() => {
    const { OnSendHeadersOptions, onSendHeaders } = browser.webRequest;
    try {
      onSendHeaders.addListener(() => undefined, { urls: ['*://*.infuzu.com/*'] }, ['extraHeaders']);
      return 'taken';
    } catch {
      return Object.values(OnSendHeadersOptions).join();
    }
  });
  expect(extraHeaders).toBe('requestHeaders');
  expect(await inspector.uncaughtErrors()).toEqual([]);
});

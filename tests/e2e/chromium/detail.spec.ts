import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { VALID_KEY } from '../../mock-api/index';
import { poll } from '../harness/poll';
import { temporaryFolder } from '../harness/temporary-folder';
import { expect, test } from './harness/fixtures';
import { CHAT, H1, localUrl, openLocalPage, post } from './support/calls';

test('the place of a call opens in Sources', async ({ api, inspector }) => {
  const call = `fetch('${H1}${CHAT}', { method: 'POST', headers: { Authorization: '${VALID_KEY}' }, body: '{}' })`;
  api.addPage('/ask.js', `\n\nwindow.ask = () =>\n  ${call};\n`, { 'content-type': 'text/javascript' });
  api.addPage('/page', '<!doctype html><title>A page</title><script src="/ask.js?t=1"></script>');
  const page = await inspector.openPage(localUrl(api));
  const devtools = await inspector.openDevtools(page);
  await page.session.evaluate(() =>
    (window as unknown as { ask(): Promise<Response> }).ask().then((answer) => answer.text()),
  );
  const row = await devtools.row(({ name }) => name.startsWith('Error'));
  await devtools.select(row);
  await devtools.view.clickRole('button', 'ask.js:4');
  await poll('line 4 of the file in Sources', () =>
    devtools.devtools.evaluate(async () => {
      const { Context } = await import('./ui/legacy/legacy.js' as string);
      const { UISourceCode } = await import('./models/workspace/workspace.js' as string);
      const shown = Context.Context.instance().flavor(UISourceCode.UISourceCode);
      return shown?.url().includes('/ask.js') ?? false;
    }),
  );
});

test('an export that was looked at is saved, and holds no key', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  await page.call(`${H1}${CHAT}`, post({ Authorization: VALID_KEY }));
  // With its time: a call that still waits for its end has no form in HAR.
  await devtools.row(({ name }) => /^Error: .* m?s$/.test(name));
  const folder = await temporaryFolder('downloads');
  try {
    const behavior = { behavior: 'allow', downloadPath: folder.path };
    await inspector.browser.connection.send('Browser.setDownloadBehavior', behavior);
    await devtools.view.clickRole('button', 'Export');
    for (const [tab, ending] of [
      ['Ticket text', '.md'],
      ['Support bundle', '.json'],
      ['HAR', '.har'],
    ] as const) {
      await devtools.view.clickRole('tab', tab);
      await devtools.view.waitForText('Checked: no key in it', { selector: 'dialog' });
      await devtools.view.clickRole('button', 'Save');
      const name = await poll(`a file ${ending}`, async () =>
        (await readdir(folder.path)).find((file) => file.endsWith(ending)),
      );
      const text = await readFile(path.join(folder.path, name), 'utf8');
      expect(text).toContain('chat.infuzu.com');
      expect(text).not.toContain(VALID_KEY);
    }
  } finally {
    await folder.remove();
  }
});

test('what is copied within a dialog arrives, and the focus stays', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  await page.call(`${H1}${CHAT}`, post({ Authorization: VALID_KEY }));
  await devtools.row(({ name }) => /^Error: .* m?s$/.test(name));
  // As where pages in DevTools may not write to the clipboard: the older way is left.
  await devtools.panel.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    document.addEventListener('copy', ({ target }) => {
      Object.assign(window, { copied: (target as HTMLTextAreaElement).value });
    });
  });
  await devtools.view.clickRole('button', 'Export');
  await devtools.view.waitForText('Checked: no key in it', { selector: 'dialog' });
  await devtools.view.clickRole('button', 'Copy');
  const copied = await devtools.panel.waitFor(() => (window as { copied?: string }).copied, {
    what: 'something to be copied',
  });
  expect(copied).toMatch(/^## Infuzu calls/);
  expect(await devtools.panel.evaluate(() => document.activeElement?.textContent)).toMatch(/^Cop/);
});

import { VALID_KEY } from '../../mock-api/index';
import { readGrid } from '../harness/grid';
import { poll } from '../harness/poll';
import { expect, test } from './harness/fixtures';
import type { Page } from './harness/page';
import { CHAT, H1, openLocalPage, post } from './support/calls';
import {
  chooseFiles,
  dropFile,
  faultsInBothThemes,
  faultsInEveryLook,
  overflow,
} from './support/extension-page';
import { CUSTOMER, entryOf, recording } from './support/recording';

const HAR = recording(CUSTOMER, [7]);

async function rowsOf(page: Page, count: number) {
  return poll(
    async () => `${count} rows; there are ${(await page.evaluate(readGrid)).length}`,
    async () => {
      const rows = await page.evaluate(readGrid);
      return rows.length === count ? rows : undefined;
    },
  );
}

const row = (index: number) => `[data-row="har-file-${index}"]`;

test('a dropped HAR is read in a worker and shown like the panel shows calls', async ({ inspector }) => {
  const { page, view } = await inspector.openExtensionPage('workbench.html');
  expect(await view.text('main')).toContain('nothing leaves the browser');
  await dropFile(page, 'ticket.har', HAR);
  const rows = await rowsOf(page, 9);
  expect(rows[1]?.name).toBe('Error: POST /api/llm-response, 401, Bearer prefix is missing, key #1, 80 ms');
  expect(rows[8]?.name).toBe('Unreadable: entry 9, The entry is not an object.');
  expect(await view.text('.summary')).toMatch(
    /10 entries[\s\S]*8 to Infuzu[\s\S]*1 entry to another host ignored/,
  );

  await view.click(row(1));
  await view.waitForText('Confirmed: the server refused it', { selector: '[data-region=detail]' });
  expect(await page.evaluate(() => location.hash)).toBe('#exchange=1&rule=bearer-prefix-missing');
  for (const { html, fieldValues } of await inspector.domOfAllExtensionPages()) {
    expect(html).not.toContain(VALID_KEY);
    expect(fieldValues.join()).not.toContain(VALID_KEY);
  }
  expect(inspector.consoleMessages()).toEqual([]);
});

test('several files are opened at once; what is no recording says why', async ({ inspector }) => {
  const { page, view } = await inspector.openExtensionPage('workbench.html');
  await chooseFiles(page, {
    'a.har': recording(CUSTOMER.slice(0, 2)),
    'b.txt': `curl 'https://chat.infuzu.com/api/llm-response' -H 'Authorization: ${VALID_KEY}' -d '{}'`,
    'c.har': '{"log": {"entries": [',
  });
  await view.waitForText('c.har cannot be read');
  await view.waitForText('The input is cut off');
  await view.clickRole('button', 'b.txt');
  expect((await rowsOf(page, 1))[0]?.name).toMatch(/^Error expected: POST /);
  await view.clickRole('button', 'a.har');
  await rowsOf(page, 2);
});

test('a failing call is compared with a working one, with a sentence for the reply', async ({
  inspector,
}) => {
  const { page, view } = await inspector.openExtensionPage('workbench.html');
  await dropFile(page, 'ticket.har', HAR);
  await view.click(row(1));
  await view.clickRole('button', 'Compare');
  const text = await view.waitForText('One difference explains the failure: Bearer prefix is missing');
  expect(text).toContain('the same key in both');
  expect(text).toContain('Your key is fine, only this is to be changed: In Authorization, write Bearer');
  // By the keyboard: down the list to the call with another key, which becomes B.
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-row="har-file-1"]')?.focus());
  await view.input.press('ArrowDown');
  await view.input.press('ArrowDown');
  await view.input.press('b');
  await view.waitForText('The key explains it: B uses another one than A');
  await view.input.press('Escape');
  expect(await faultsInEveryLook(page)).toEqual([]);
});

test('a link leads to a finding once its file is open', async ({ inspector }) => {
  const { page, view } = await inspector.openExtensionPage(
    'workbench.html#exchange=2&rule=key-exposed-to-page',
  );
  await view.waitForText('The link leads to entry 2.');
  await dropFile(page, 'ticket.har', HAR);
  await view.waitForText(/two auth headers/, { selector: '[data-region=detail] h2' });
  const finding = '[data-rule=key-exposed-to-page]';
  expect(await view.text(finding)).toContain('Remedy');
  const isInSight = await page.evaluate((selector: string) => {
    const { top, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? {
      top: 0,
      bottom: 0,
    };
    return bottom > 0 && top < innerHeight;
  }, finding);
  expect(isInSight).toBe(true);
});

test('hosts of the user’s own are respected', async ({ inspector }) => {
  const har = recording([
    { ...CUSTOMER[1], url: 'https://staging.example.com/api/llm-response', status: 401 },
  ]);
  const { page, view } = await inspector.openExtensionPage('workbench.html');
  await dropFile(page, 'before.har', har);
  await view.waitForText('No call to Infuzu in it');
  await page.evaluate(() =>
    (
      globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
    ).chrome.storage.local.set({
      settings: { ownHosts: ['*.example.com'], theme: 'system', preserveLog: true },
    }),
  );
  await dropFile(page, 'after.har', har);
  await rowsOf(page, 1);
});

test('the popup opens it with the calls of its tab, which go on', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  await page.call(H1 + CHAT, post({ Authorization: VALID_KEY }));
  const popup = await inspector.openPopup(page);
  await popup.waitForText('The call has an error');
  await popup.view.clickRole('button', 'Open in the workbench');
  const { page: workbench, view } = await inspector.openedExtensionPage('workbench.html?tab=');
  await rowsOf(workbench, 1);
  await page.call(H1 + CHAT, post());
  await poll('the second call to be clean', async () => {
    const names = (await workbench.evaluate(readGrid)).map(({ name }) => name.replace(/:.*/, ''));
    return names.join() === 'Error,Clean';
  });

  // The key of a file is recognised as that of the tab: the working call of the one beside the failing one of the other.
  await dropFile(workbench, 'ticket.har', recording(CUSTOMER.slice(0, 1)));
  await view.click(row(0));
  await view.clickRole('button', 'Compare');
  await view.waitForText('Pick the call that fails');
  await view.clickRole('button', `Calls of localhost:${api.ports.http}`);
  await view.click('[data-row][data-state=error]');
  const text = await view.waitForText('One difference explains the failure: Bearer prefix is missing');
  expect(text).toContain('the same key in both');
  expect(text).toContain('Entry 0 of ticket.har');
});

test('5 MB are read within seconds while the page stays awake', async ({ inspector }, testInfo) => {
  const { page, view } = await inspector.openExtensionPage('workbench.html');
  const sample = CUSTOMER.slice(0, 8).map(entryOf);
  const result = await page.evaluateWith(
    { timeout: 60_000 },
    async (entries: object[]) => {
      const padding = 'x'.repeat(1_500);
      const many = Array.from({ length: 2_240 }, (_, i) => ({ ...entries[i % entries.length], padding }));
      const file = new File([JSON.stringify({ log: { version: '1.2', entries: many } })], 'big.har');
      await new Promise((done) => setTimeout(done, 100));
      const tasks: number[] = [];
      new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({
        type: 'longtask',
      });
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      const start = performance.now();
      let frames = 0;
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      while (document.querySelector('[data-row]') === null) {
        await new Promise((done) => requestAnimationFrame(done));
        frames++;
      }
      return { size: file.size, time: performance.now() - start, longest: Math.max(0, ...tasks), frames };
    },
    sample,
  );
  await view.waitForText('2,240 rows');
  testInfo.annotations.push({ type: 'figures', description: JSON.stringify(result) });
  expect(result.size).toBeGreaterThan(5_000_000);
  // A page that reads by itself draws none until it has read.
  expect(result.frames).toBeGreaterThan(3);
});

test('is accessible in both themes, narrow and wide', async ({ inspector }) => {
  test.slow();
  const { page, view } = await inspector.openExtensionPage('workbench.html');
  expect(await faultsInEveryLook(page), 'the empty page').toEqual([]);
  await dropFile(page, 'ticket.har', HAR);
  await rowsOf(page, 9);
  await view.click(row(1));
  await view.waitForText('Confirmed');
  expect(await faultsInEveryLook(page), 'list and detail').toEqual([]);
  expect(await overflow(page, 300)).toBeLessThanOrEqual(0);
  await page.session.send('Emulation.clearDeviceMetricsOverride');
  for (const tab of ['Request', 'Response', 'Timing', 'Diagnosis']) {
    await view.clickRole('tab', tab);
    expect(await faultsInBothThemes(page), `the tab ${tab}`).toEqual([]);
  }
  for (const button of ['Keyboard commands', 'Export']) {
    await view.clickRole('button', button);
    expect(await faultsInBothThemes(page), button).toEqual([]);
    await view.input.press('Escape');
  }
  await view.clickRole('button', 'Compare');
  await view.waitForText('One difference explains the failure');
  expect(await faultsInEveryLook(page), 'the comparison').toEqual([]);
  expect(await overflow(page, 300)).toBeLessThanOrEqual(0);
});

test('is accessible while it reads, and with what it cannot read or finds empty', async ({ inspector }) => {
  const { page, view } = await inspector.openExtensionPage('workbench.html');
  await dropFile(page, 'notes.txt', 'no recording');
  await view.waitForText('notes.txt cannot be read');
  expect(await faultsInBothThemes(page), 'cannot be read').toEqual([]);
  await dropFile(page, 'empty.har', recording([]));
  await view.waitForText('No call to Infuzu in it');
  expect(await faultsInBothThemes(page), 'nothing in it').toEqual([]);
  await page.evaluate(() => {
    // A reader that never answers.
    globalThis.Worker = class extends EventTarget {
      postMessage(): void {}
      terminate(): void {}
    } as unknown as typeof Worker;
  });
  await dropFile(page, 'large.har', HAR);
  await view.waitForText('Reading large.har');
  expect(await faultsInBothThemes(page), 'reading').toEqual([]);
});

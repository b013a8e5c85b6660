import { REVOKED_KEY } from '../../mock-api/index';
import type { Devtools } from './harness/devtools';
import { expect, test } from './harness/fixtures';
import type { Row } from './harness/grid';
import type { Page } from './harness/page';
import { poll } from './harness/poll';
import { CHAT, H1, H2, openLocalPage, post } from './support/calls';
import { median, startCall, watchRows } from './support/latency';
import { chip, openTab, rowCount, waitForRowCount } from './support/panel';

const named = (pattern: RegExp) => (row: Row) => pattern.test(row.name);

test('a call that is under way is in the list within 100 ms, and then with its end', async ({
  api,
  inspector,
}, testInfo) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  const seenRows = await watchRows(devtools);
  const starts: number[] = [];
  for (let run = 0; run < 10; run++) {
    starts.push(await startCall(page, `${H2}${CHAT}?delay=5000&run=${run}`, post()));
    await waitForRowCount(devtools, run + 1);
  }
  const seen = await seenRows();
  expect(seen.map(({ name }) => name)).toEqual(
    starts.map(() => expect.stringMatching(/^Pending: POST \/api\/llm-response, no status, /)),
  );
  const latencies = seen.map(({ at }, run) => at - (starts[run] ?? Number.NaN));
  const [first, last] = [Math.min(...latencies), Math.max(...latencies)];
  testInfo.annotations.push({
    type: 'pending in the list after, ms',
    description: `min ${first.toFixed(1)}, median ${median(latencies).toFixed(1)}, max ${last.toFixed(1)}`,
  });
  expect(first).toBeGreaterThan(0);
  expect(median(latencies)).toBeLessThan(100);
  // A machine that is busy with other things may hold up one of them.
  expect(last).toBeLessThan(1_000);

  expect(await chip(devtools, 'pending')).toBe(10);
  await poll('the end of all calls', async () => (await chip(devtools, 'pending')) === 0);
  for (const { name } of await devtools.rows()) expect(name).toMatch(/^Clean: .*, 200, .*, 5\.\d+ s$/);
});

test('redirects are hops of one call', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  const result = await page.call(`${H1}${CHAT}?redirect=same`, post());
  expect(result.status).toBe(200);
  const row = await devtools.row(named(/^Clean: POST \/api\/llm-response, 200, .* ms$/));
  expect(await rowCount(devtools)).toBe(1);
  await devtools.select(row);
  await devtools.view.input.press('ArrowRight');
  await devtools.row(named(/: hop 1, POST \/api\/llm-response, 307, To https:\/\/chat\.infuzu\.com, /));
  await devtools.row(named(/: hop 2, POST \/api\/llm-response, 200, /));
});

test('a redirect from http to https keeps the fault of its first hop', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  await page.call(`${H1.replace('https:', 'http:')}${CHAT}?redirect=https`, post());
  const row = await devtools.row(named(/^Error: POST \/api\/llm-response, 200, .* ms$/));
  await openTab(devtools, row, 'Diagnosis');
  await devtools.waitForDetail('insecure-transport');
  expect(await rowCount(devtools)).toBe(1);
});

test.describe('answers of every kind', () => {
  /** Calls with this misbehaviour, waits for the row and returns it. */
  async function misbehave(page: Page, devtools: Devtools, query: string, name: RegExp): Promise<Row> {
    await page.call(`${H1}${CHAT}?${query}`, post());
    return devtools.row(named(name));
  }

  test('reset', async ({ api, inspector }) => {
    const page = await openLocalPage(api, inspector);
    const devtools = await inspector.openDevtools(page);
    const row = await misbehave(page, devtools, 'reset=1', /^Error: .*, no status, .* ms$/);
    await openTab(devtools, row, 'Diagnosis');
    await devtools.waitForDetail('A network error, and no status.');
    expect(await rowCount(devtools)).toBe(1);
  });

  test('cut off', async ({ api, inspector }) => {
    const page = await openLocalPage(api, inspector);
    const devtools = await inspector.openDevtools(page);
    await misbehave(page, devtools, 'cut=1', /^Error: .*, 200, Interrupted after 200, .* ms$/);
    expect(await rowCount(devtools)).toBe(1);
  });

  test('slow in head and body', async ({ api, inspector }) => {
    const page = await openLocalPage(api, inspector);
    const devtools = await inspector.openDevtools(page);
    await misbehave(page, devtools, 'delay=600&body-delay=600', /^Clean: .*, 200, Clean, key #1, 1\.\d+ s$/);
  });

  test('compressed', async ({ api, inspector }) => {
    const page = await openLocalPage(api, inspector);
    const devtools = await inspector.openDevtools(page);
    const row = await misbehave(page, devtools, 'gzip=1&code=not_enough_funds', /^Error: .*, 402, .* ms$/);
    await openTab(devtools, row, 'Response');
    const text = await devtools.waitForDetail('not_enough_funds');
    expect(text).toContain('The account does not have enough funds.');
  });

  test('a page of the gateway', async ({ api, inspector }) => {
    const page = await openLocalPage(api, inspector);
    const devtools = await inspector.openDevtools(page);
    const row = await misbehave(page, devtools, 'html=502', /^Error: .*, 502, .* ms$/);
    await openTab(devtools, row, 'Response');
    expect(await devtools.waitForDetail('an HTML page')).toMatch(/Page title\s+502/);
  });

  test('script in code and message stays text', async ({ api, inspector }) => {
    const page = await openLocalPage(api, inspector);
    const devtools = await inspector.openDevtools(page);
    const row = await misbehave(page, devtools, 'script=1', /^Error: .*, 401, .* ms$/);
    for (const tab of ['Diagnosis', 'Response'] as const) {
      await openTab(devtools, row, tab);
      expect(await devtools.waitForDetail('<script>window.__scriptRan=true</script>')).toContain(
        '<img src=x',
      );
    }
    const popup = await inspector.openPopup(page);
    await popup.waitForText(/1 error/);
    for (const view of [devtools.panel, popup.session]) {
      expect(
        await view.evaluate(() => ({
          ran: '__scriptRan' in window,
          // The extension's own scripts have a src; images it has none.
          scripts: document.querySelectorAll('script:not([src]), img').length,
          turned: document.body.innerText.includes('\u202e'),
        })),
      ).toEqual({ ran: false, scripts: 0, turned: false });
    }
  });
});

test.describe('a worker that is stopped', () => {
  const COMPLETE =
    /^Error: POST \/api\/llm-response, 401, Well-formed, but the key is wrong or revoked, key #1, /;

  test('in the middle of a call loses nothing', async ({ api, inspector }) => {
    const page = await openLocalPage(api, inspector);
    const devtools = await inspector.openDevtools(page);
    const init = post({ 'Infuzu-API-Key': REVOKED_KEY });
    await startCall(page, `${H1}${CHAT}?delay=2000`, init);
    await devtools.row(named(/^Pending: /));
    await inspector.stopBackground();
    const row = await devtools.row(named(COMPLETE));
    await openTab(devtools, row, 'Response');
    await devtools.waitForDetail('invalid_api_key');
    expect(await rowCount(devtools)).toBe(1);
  });

  test('between any two events loses nothing', async ({ api, inspector }) => {
    const page = await openLocalPage(api, inspector);
    const devtools = await inspector.openDevtools(page);
    const init = post({ 'Infuzu-API-Key': REVOKED_KEY });
    await inspector.stopBackground();
    await page.evaluate(
      (url: string, options: object) => {
        void fetch(url, options as RequestInit).then((response) => {
          Object.assign(window, { head: true });
          return response.text();
        });
      },
      `${H1}${CHAT}?delay=1000&body-delay=1000`,
      init,
    );
    await poll('the call to arrive', () => api.received.some(({ method }) => method === 'POST'));
    await inspector.stopBackground();
    await page.waitFor(() => (window as { head?: boolean }).head === true);
    await inspector.stopBackground();
    const row = await devtools.row(named(COMPLETE));
    await openTab(devtools, row, 'Response');
    await devtools.waitForDetail('invalid_api_key');
    expect(await rowCount(devtools)).toBe(1);
  });

  test('without DevTools: the popup has the call, whenever the worker was stopped', async ({
    api,
    inspector,
  }) => {
    const page = await openLocalPage(api, inspector);
    const tabId = await inspector.tabIdOf(page);
    await inspector.stopBackground();
    expect(await inspector.isServiceWorkerRunning()).toBe(false);
    await page.call(H1 + CHAT, post({}));
    await inspector.waitForBadge(tabId, '1');
    await inspector.stopBackground();
    const slow = page.call(`${H1}${CHAT}?delay=1500`, post({}));
    await poll('the second call to arrive', () => api.received.some(({ url }) => url.includes('delay')));
    await inspector.stopBackground();
    await slow;
    await inspector.waitForBadge(tabId, '2');
    await inspector.stopBackground();
    const popup = await inspector.openPopup(page);
    await popup.waitForText('All 2 calls have an error');
  });

  test('goes on without a flicker in the panel', async ({ api, inspector }) => {
    const page = await openLocalPage(api, inspector);
    const devtools = await inspector.openDevtools(page);
    await page.call(H1 + CHAT, post());
    const row = await devtools.row(named(/^Clean: .* ms$/));
    await devtools.select(row);
    await devtools.panel.evaluate(() => {
      const [element] = document.querySelectorAll('[role=grid] [role=row][data-row]');
      const gone: string[] = [];
      new MutationObserver(() => {
        if (!element?.isConnected) gone.push('the row');
        if (!document.querySelector('[data-region=detail]')) gone.push('the detail');
      }).observe(document.body, { childList: true, subtree: true });
      Object.assign(window, { gone });
    });
    for (let life = 2; life <= 4; life++) {
      await inspector.stopBackground();
      await page.call(H1 + CHAT, post());
      await waitForRowCount(devtools, life);
    }
    expect(await devtools.panel.evaluate(() => (window as { gone?: string[] }).gone)).toEqual([]);
    expect(inspector.uncaughtErrors()).toEqual([]);
  });
});

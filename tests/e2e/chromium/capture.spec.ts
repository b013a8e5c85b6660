import { REVOKED_KEY } from '../../mock-api/index';
import type { Row } from '../harness/grid';
import { poll } from '../harness/poll';
import { expect, test } from './harness/fixtures';
import { CHAT, H1, openLocalPage, post } from './support/calls';
import { openTab, rowCount, waitForRowCount } from './support/panel';

const named = (pattern: RegExp) => (row: Row) => pattern.test(row.name);

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

test('answers of every kind', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  let place = 0;
  /** Calls with this misbehaviour, and waits for its row. */
  const misbehave = async (query: string, name: RegExp): Promise<Row> => {
    await page.call(`${H1}${CHAT}?${query}`, post());
    const rowIndex = ++place + 1;
    return devtools.row((row) => row.rowIndex === rowIndex && name.test(row.name));
  };

  await test.step('reset', async () => {
    const row = await misbehave('reset=1', /^Error: .*, no status, .*s$/);
    await openTab(devtools, row, 'Diagnosis');
    await devtools.waitForDetail('A network error, and no status.');
  });
  await test.step('cut off', () => misbehave('cut=1', /^Error: .*, 200, Interrupted after 200, .*s$/));
  await test.step('slow in head and body', () =>
    misbehave('delay=600&body-delay=600', /^Clean: .*, 200, Clean, key #1, 1\.\d+ s$/));
  await test.step('compressed', async () => {
    const row = await misbehave('gzip=1&code=not_enough_funds', /^Error: .*, 402, .*s$/);
    await openTab(devtools, row, 'Response');
    await devtools.waitForDetail('not_enough_funds');
    await devtools.waitForDetail('The account does not have enough funds.');
  });
  await test.step('a page of the gateway', async () => {
    const row = await misbehave('html=502', /^Error: .*, 502, .*s$/);
    await openTab(devtools, row, 'Response');
    expect(await devtools.waitForDetail('an HTML page')).toMatch(/Page title\s+502/);
  });
  await test.step('script in code and message stays text', async () => {
    const row = await misbehave('script=1', /^Error: .*, 401, .*s$/);
    for (const tab of ['Diagnosis', 'Response'] as const) {
      await openTab(devtools, row, tab);
      expect(await devtools.waitForDetail('<script>window.__scriptRan=true</script>')).toContain(
        '<img src=x',
      );
    }
    const popup = await inspector.openPopup(page);
    await popup.waitForText(/5 errors/);
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
  expect(await rowCount(devtools)).toBe(place);
});

test.describe('a worker that is stopped', () => {
  const COMPLETE =
    /^Error: POST \/api\/llm-response, 401, Well-formed, but the key is wrong or revoked, key #1, /;

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
    expect(inspector.isServiceWorkerRunning()).toBe(false);
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

  test('sees the whole of a call to a host of the user’s own that wakes it, each time', async ({
    api,
    inspector,
  }) => {
    const page = await openLocalPage(api, inspector);
    const tabId = await inspector.tabIdOf(page);
    const host = `localhost:${api.ports.http}`;
    const options = await inspector.openExtensionPage('options.html');
    await options.view.clickRole('textbox', 'Add a host');
    await options.view.input.type(host);
    await options.view.input.press('Enter');
    await options.view.waitForText(`${host} is added.`);
    await options.page.close();
    await page.bringToFront();
    for (let life = 1; life <= 3; life++) {
      await inspector.stopBackground();
      expect(inspector.isServiceWorkerRunning()).toBe(false);
      await page.evaluate(
        (url: string, init: object) => {
          const code = `fetch(${JSON.stringify(url)}, ${JSON.stringify(init)})`;
          new Worker(URL.createObjectURL(new Blob([code])));
        },
        `http://${host}${CHAT}`,
        // No probe is in a worker: nothing else wakes the background, and nothing else tells of the header.
        post({ Authorization: REVOKED_KEY }),
      );
      await inspector.waitForBadge(tabId, String(life));
    }
    const popup = await inspector.openPopup(page);
    await popup.waitForText(/(?:Bearer prefix is missing[\s\S]*){3}/);
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

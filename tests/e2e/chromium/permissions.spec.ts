import { VALID_KEY } from '../../mock-api/index';
import { expect, type MockApi, test } from './harness/fixtures';
import type { Row } from './harness/grid';
import type { Inspector } from './harness/inspector';
import { CHAT, H1, post } from './support/calls';
import { startCall } from './support/latency';
import { openTab, rowCount } from './support/panel';

const SITE = 'app.example.com';
const named = (pattern: RegExp) => (row: Row) => pattern.test(row.name);

/** Opens a customer's page, of whose site the extension knows nothing. */
function openSite(api: MockApi, inspector: Inspector) {
  api.addPage('/page', '<!doctype html><title>A customer’s page</title>');
  return inspector.openPage(`https://${SITE}/page`);
}

test.describe('a site that was not granted', () => {
  test('the popup says why it is empty and offers the cure', async ({ api, inspector }) => {
    const page = await openSite(api, inspector);
    expect((await page.call(H1 + CHAT, post({}))).status).toBe(401);
    const popup = await inspector.openPopup(page);
    const text = await popup.waitForText('No Infuzu calls seen here');
    expect(text).toContain(`Calls that ${SITE} made before you clicked here were invisible`);
    expect(await popup.view.hasRole('button', 'Always watch')).toBe(true);
    expect(await inspector.badge(await inspector.tabIdOf(page))).toBe('');
  });

  test('after a click on the toolbar button its calls are seen', async ({ api, inspector }) => {
    const page = await openSite(api, inspector);
    const tabId = await inspector.tabIdOf(page);
    const popup = await inspector.openPopup(page);
    await page.call(H1 + CHAT, post({}));
    await inspector.waitForBadge(tabId, '1');
    const text = await popup.waitForText('The call has an error');
    expect(text).toContain('Watching until you leave this site');
    expect(await popup.view.hasRole('button', 'Always watch')).toBe(true);
  });

  test('the panel shows its calls through DevTools, and says so', async ({ api, inspector }) => {
    const page = await openSite(api, inspector);
    const devtools = await inspector.openDevtools(page);
    await devtools.view.waitForText(`Without permission for ${SITE}`);
    expect(await devtools.view.hasRole('button', `Watch ${SITE}`)).toBe(true);

    await page.call(H1 + CHAT, post({ Authorization: VALID_KEY }));
    const row = await devtools.row(named(/^Error: POST \/api\/llm-response, 401, .*, key #1, .* ms$/));
    await openTab(devtools, row, 'Diagnosis');
    const diagnosis = await devtools.waitForDetail('invalid_authorization_header');
    expect(diagnosis).toContain('bearer-prefix-missing');
    expect(await openTab(devtools, row, 'Request')).toMatch(/Seen by\s+DevTools/);
    await devtools.view.waitForText(`Sees ${SITE} through DevTools alone`);
    expect(await devtools.view.hasRole('button', `Watch ${SITE}`)).toBe(true);
    expect(await rowCount(devtools)).toBe(1);
  });

  test('the panel has a call there while it is under way', async ({ api, inspector }) => {
    const page = await openSite(api, inspector);
    const devtools = await inspector.openDevtools(page);
    await startCall(page, `${H1}${CHAT}?delay=3000`, post({}));
    const pending = await devtools.row(named(/^Pending: POST \/api\/llm-response, no status, /));
    const ended = await devtools.row(named(/^Error: POST \/api\/llm-response, 401, .* 3\.\d+ s$/));
    expect(ended.key).toBe(pending.key);
    expect(await rowCount(devtools)).toBe(1);
  });
});

test.describe('a site that was granted', () => {
  test.use({ grantedHosts: [`https://${SITE}/*`] });

  test('webRequest shows its calls, with DevTools and without', async ({ api, inspector }) => {
    const page = await openSite(api, inspector);
    await page.call(H1 + CHAT, post({ Authorization: VALID_KEY }));
    await inspector.waitForBadge(await inspector.tabIdOf(page), '1');
    const popup = await inspector.openPopup(page);
    const text = await popup.waitForText('The call has an error');
    expect(text).toContain(`Watching ${SITE}`);
    expect(await popup.view.hasRole('button', `Watch ${SITE}`)).toBe(false);
    await popup.close();

    const devtools = await inspector.openDevtools(page);
    await devtools.row(named(/^Error: POST \/api\/llm-response, 401, /));
    await page.call(H1 + CHAT, post({}));
    const row = await devtools.row(named(/^Error: POST \/api\/llm-response, 401, .*no key, .* ms$/));
    expect(await openTab(devtools, row, 'Request')).toMatch(/Seen by\s+the extension/);
    expect(await devtools.view.text()).not.toContain(`Watch ${SITE}`);
    expect(await rowCount(devtools)).toBe(2);
  });

  test('the probe sees there what the code wrote', async ({ api, inspector }) => {
    const page = await openSite(api, inspector);
    await page.call(H1 + CHAT, post({ 'Infuzu-API-Key': `${VALID_KEY} ` }));
    const devtools = await inspector.openDevtools(page);
    const row = await devtools.row(named(/^Warning: .*, 200, /));
    expect(await openTab(devtools, row, 'Diagnosis')).toContain('key-whitespace');
  });
});

test('pages of Infuzu itself and of localhost need no grant', async ({ api, inspector }) => {
  api.addPage('/page', '<!doctype html><title>A page</title>');
  for (const url of [
    'https://docs.infuzu.com/page',
    `http://localhost:${api.ports.http}/page`,
    `http://127.0.0.1:${api.ports.http}/page`,
  ]) {
    const page = await inspector.openPage(url);
    await page.call(H1 + CHAT, post({}));
    await inspector.waitForBadge(await inspector.tabIdOf(page), '1');
  }
});

test('look-alikes of Infuzu are not observed', async ({ api, inspector }) => {
  api.addPage('/page', '<!doctype html><title>A page</title>');
  const page = await inspector.openPage(`http://localhost:${api.ports.http}/page`);
  const devtools = await inspector.openDevtools(page);
  for (const host of ['infuzu.com.evil.example', 'notinfuzu.com', 'evil.example']) {
    await page.call(`https://${host}${CHAT}?infuzu.com`, post({}));
  }
  // The one after them is the first and only row.
  await page.call(H1 + CHAT, post({}));
  await devtools.row(named(/^Error: /));
  expect(await rowCount(devtools)).toBe(1);
});

import { VALID_KEY } from '../../mock-api/index';
import type { Row } from '../harness/grid';
import { startCall } from '../scenarios/calls';
import { expect, type MockApi, test } from './harness/fixtures';
import type { Inspector } from './harness/inspector';
import { CHAT, H1, post } from './support/calls';
import { openTab, rowCount } from './support/panel';

const SITE = 'app.example.com';
const named = (pattern: RegExp) => (row: Row) => pattern.test(row.name);

/** Opens a customer's page, of whose site the extension knows nothing. */
function openSite(api: MockApi, inspector: Inspector) {
  api.addPage('/page', '<!doctype html><title>A customer’s page</title>');
  return inspector.openPage(`https://${SITE}/page`);
}

test.describe('a site that was not granted', () => {
  test('the popup says why it is empty and offers the cure; its click lets calls be seen', async ({
    api,
    inspector,
  }) => {
    const page = await openSite(api, inspector);
    const tabId = await inspector.tabIdOf(page);
    expect((await page.call(H1 + CHAT, post({}))).status).toBe(401);
    const popup = await inspector.openPopup(page);
    const empty = await popup.waitForText('No Infuzu calls seen here');
    expect(empty).toContain(`Calls that ${SITE} made before you clicked here were invisible`);
    expect(await popup.view.hasRole('button', 'Always watch')).toBe(true);
    expect(await inspector.badge(tabId)).toBe('');

    await page.call(H1 + CHAT, post({}));
    await inspector.waitForBadge(tabId, '1');
    const text = await popup.waitForText('The call has an error');
    expect(text).toContain('Watching until you leave this site');
    expect(await popup.view.hasRole('button', 'Always watch')).toBe(true);
  });

  test('the panel shows its calls through DevTools, from their start on, and says so', async ({
    api,
    inspector,
  }) => {
    const page = await openSite(api, inspector);
    const devtools = await inspector.openDevtools(page);
    await devtools.view.waitForText(`Without permission for ${SITE}`);
    expect(await devtools.view.hasRole('button', `Watch ${SITE}`)).toBe(true);

    await startCall(page, `${H1}${CHAT}?delay=3000`, post({ Authorization: VALID_KEY }));
    const pending = await devtools.row(
      named(/^(?:Pending|Error expected): POST \/api\/llm-response, no status, /),
    );
    const row = await devtools.row(named(/^Error: POST \/api\/llm-response, 401, .*, key #1, 3\.\d+ s$/));
    expect(row.key).toBe(pending.key);
    expect(await openTab(devtools, row, 'Request')).toMatch(/Seen by\s+DevTools/);
    await devtools.view.waitForText(`Sees ${SITE} through DevTools alone`);
    expect(await devtools.view.hasRole('button', `Watch ${SITE}`)).toBe(true);
    expect(await rowCount(devtools)).toBe(1);
  });
});

test.describe('a site that was granted', () => {
  test.use({ grantedHosts: [`https://${SITE}/*`] });

  test('webRequest shows its calls, with DevTools and without, and the probe what its code wrote', async ({
    api,
    inspector,
  }) => {
    const page = await openSite(api, inspector);
    await page.call(H1 + CHAT, post({ Authorization: VALID_KEY }));
    await inspector.waitForBadge(await inspector.tabIdOf(page), '1');
    const popup = await inspector.openPopup(page);
    const text = await popup.waitForText('The call has an error');
    expect(text).toContain(`Watching ${SITE}`);
    expect(await popup.view.hasRole('button', `Watch ${SITE}`)).toBe(false);
    await popup.close();
    // The probe is there without DevTools.
    await page.call(H1 + CHAT, post({ 'Infuzu-API-Key': `${VALID_KEY} ` }));

    const devtools = await inspector.openDevtools(page);
    await devtools.row(named(/^Error: POST \/api\/llm-response, 401, /));
    const spaced = await devtools.row(named(/^Warning: .*, 200, /));
    expect(await openTab(devtools, spaced, 'Diagnosis')).toContain('key-whitespace');
    await page.call(H1 + CHAT, post({}));
    const row = await devtools.row(named(/^Error: POST \/api\/llm-response, 401, .*no key, .* ms$/));
    expect(await openTab(devtools, row, 'Request')).toMatch(/Seen by\s+the extension/);
    expect(await devtools.view.text()).not.toContain(`Watch ${SITE}`);
    expect(await rowCount(devtools)).toBe(3);
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

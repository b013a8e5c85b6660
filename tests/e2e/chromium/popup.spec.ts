import { REVOKED_KEY, VALID_KEY } from '../../mock-api/index';
import { startCall } from '../scenarios/calls';
import { expect, test } from './harness/fixtures';
import type { Popup } from './harness/popup';
import { CHAT, H1, openLocalPage, post } from './support/calls';
import { faultsInBothThemes } from './support/extension-page';

/** The names of the latest calls, as a screen reader says them, the newest first. */
function callNames(popup: Popup): Promise<string[]> {
  return popup.session.evaluate(() =>
    [...document.querySelectorAll('section button[aria-expanded]')].map(
      (button) => button.getAttribute('aria-label') ?? '',
    ),
  );
}

test('an empty popup says why; clean calls leave the badge empty', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const tabId = await inspector.tabIdOf(page);
  const popup = await inspector.openPopup(page);
  const empty = await popup.waitForText('No call to Infuzu yet');
  expect(empty).toContain('Calls appear here the moment the page makes them.');
  expect(await inspector.badge(tabId)).toBe('');

  await page.call(H1 + CHAT, post());
  await popup.waitForText('The call is clean');
  await page.call(H1 + CHAT, post({ Authorization: `Bearer ${VALID_KEY}` }));
  const text = await popup.waitForText('All 2 calls are clean');
  expect(text).toContain('2 clean');
  expect(text).toContain('0 errors');
  // The first text that the badge ever has is that of the one failure: it had none for the clean calls.
  await page.call(H1 + CHAT, post({}));
  expect(await inspector.waitForBadge(tabId, /./)).toBe('1');
});

test('counts, verdict, latest calls and badge add up', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const tabId = await inspector.tabIdOf(page);
  await page.call(H1 + CHAT, post());
  await page.call(H1 + CHAT, post({}));
  await page.call(H1 + CHAT, post({ Authorization: VALID_KEY }));
  await page.call(H1 + CHAT, post({ Authorization: `bearer ${VALID_KEY}` }));
  await page.call(H1 + CHAT, post({ 'Infuzu-API-Key': REVOKED_KEY }));
  await inspector.waitForBadge(tabId, '3');

  const popup = await inspector.openPopup(page);
  const text = await popup.waitForText('3 of 5 calls have an error');
  for (const count of ['3 errors', '1 warning', '1 clean', '0 pending']) expect(text).toContain(count);
  const calls = await callNames(popup);
  expect(calls.map((name) => name.replace(/:.*/, ''))).toEqual([
    'Error',
    'Warning',
    'Error',
    'Error',
    'Clean',
  ]);
  expect(calls[3]).toMatch(/^Error: POST \/api\/llm-response, 401, .*, no key, [\d,.]+ m?s$/);

  // A click says the whole sentence.
  await popup.view.clickRole('button', calls[2] ?? '');
  await popup.waitForText(/Authorization.*Bearer/s);

  // It goes on living while it is open.
  await page.call(H1 + CHAT, post({}));
  await popup.waitForText('4 of 6 calls have an error');
  expect(await popup.text()).toContain('and 1 more call');
  await inspector.waitForBadge(tabId, '4');
  expect(inspector.uncaughtErrors()).toEqual([]);
});

test('a call under way is pending, then has its verdict', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  await startCall(page, `${H1}${CHAT}?delay=3000`, post());
  const popup = await inspector.openPopup(page);
  await popup.waitForText('Waiting for an answer');
  await popup.waitForText('The call is clean');
});

test('each tab has its own calls and its own badge', async ({ api, inspector }) => {
  const first = await openLocalPage(api, inspector);
  await first.call(H1 + CHAT, post({}));
  const second = await openLocalPage(api, inspector);
  await second.call(H1 + CHAT, post());
  await inspector.waitForBadge(await inspector.tabIdOf(first), '1');
  const popup = await inspector.openPopup(second);
  await popup.waitForText('The call is clean');
  expect(await inspector.badge(await inspector.tabIdOf(second))).toBe('');
});

test('is accessible empty, with calls and with one opened, in both themes', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const popup = await inspector.openPopup(page);
  await popup.waitForText('No call to Infuzu yet');
  expect(await faultsInBothThemes(popup), 'empty').toEqual([]);
  await page.call(H1 + CHAT, post());
  for (let n = 0; n < 6; n++) await page.call(H1 + CHAT, post({ Authorization: VALID_KEY }));
  await popup.waitForText('6 of 7 calls have an error');
  expect(await faultsInBothThemes(popup), 'calls').toEqual([]);
  await popup.view.click('.popup-call');
  await popup.waitForText(/Authorization.*Bearer/s);
  expect(await faultsInBothThemes(popup), 'an opened call').toEqual([]);
});

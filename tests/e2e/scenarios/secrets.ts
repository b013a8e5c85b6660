/** No key ever rests: it is in no storage, in no page of the extension, and in no error. */
import { expect } from '@playwright/test';
import { CHAT, ENDPOINT, openBoth, openRow, post } from './calls';
import type { Scenario } from './scenario';
import { storageText } from './storage-text';

const MARKED = 'ifz_FAKE_MARKED_KEY_THAT_MUST_NOT_REST_0009';

/** The forms in which a careless program would keep it. */
function formsOf(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  return [secret, encodeURIComponent(secret), base64, Buffer.from(secret).toString('hex')];
}

export const SECRET_SCENARIOS: readonly Scenario[] = [
  {
    title: 'A marked key, sent in every way, is found nowhere in the extension',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      const ways = [
        [CHAT + ENDPOINT, post({ 'Infuzu-API-Key': MARKED })],
        [CHAT + ENDPOINT, post({ Authorization: `Bearer ${MARKED}` })],
        [CHAT + ENDPOINT, post({ Authorization: `Basic ${Buffer.from(`${MARKED}:`).toString('base64')}` })],
        [`${CHAT}${ENDPOINT}?api_key=${MARKED}&echo=infuzu-api-key`, post({ 'Infuzu-API-Key': MARKED })],
        [`${CHAT}${ENDPOINT}?preflight=refuse`, post({ 'X-Infuzu-API-Key': MARKED })],
        [CHAT + ENDPOINT, post({ 'Infuzu-API-Key': `${MARKED}\u200b` })],
      ] as const;
      for (const [place, [url, init]] of ways.entries()) {
        await page.call(url, init);
        await openRow(devtools, place, /^Error/);
      }
      const popup = await driver.inspector.openPopup(page);
      await popup.waitForText(/calls have an error/);
      const documents = await driver.inspector.domOfAllExtensionPages();
      expect(documents.map(({ url }) => new URL(url).pathname)).toEqual(
        expect.arrayContaining(['/popup.html', '/devtools-panel.html']),
      );
      const haystack = [
        storageText(await driver.inspector.storageSession()),
        JSON.stringify([documents, await driver.inspector.uncaughtErrors()]),
      ].join('\n');
      expect(haystack).toContain('record:');
      for (const form of formsOf(MARKED)) expect(haystack.includes(form)).toBe(false);
      await popup.close();
    },
  },
];

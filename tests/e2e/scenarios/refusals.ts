/** Calls that the browser refuses, or whose answer it refuses, by a rule of its own: no server knows of it. */
import { CHAT, ENDPOINT, openBoth, openPageOf, openRow, post } from './calls';
import type { ScenarioDevtools, ScenarioPage } from './driver';
import type { Scenario } from './scenario';

const NO_HASH = 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';
const LARGE = JSON.stringify({ messages: [{ role: 'user', content: 'x'.repeat(65_536) }] });
const GET = { method: 'GET', body: null, headers: {} };

/** What the code asks for, the row that it becomes, and what the detail says of it. */
const REFUSALS: readonly (readonly [init: object, row: RegExp, detail: RegExp, origin?: string])[] = [
  [{ integrity: NO_HASH }, /, 200, 200, refused by its `?integrity`? hash/, /hash that the code asks for/],
  [{ mode: 'same-origin' }, /, no status, Never sent: `?mode/, /Made no request of it/],
  [{ keepalive: true, body: LARGE }, /, no status, Never sent: over 64 KiB/, /Made no request of it/],
  [{ credentials: 'include' }, /, no status, Preflight refused: cookies/, /Allow-Credentials: true/],
  [{ ...GET, credentials: 'include' }, /GET .*, 401, /, /response-hidden-by-cors/],
  [{}, /, no status, Port blocked by browsers/, /serve chat\.infuzu\.com at another port/, `${CHAT}:6000`],
];

async function tellEach(page: ScenarioPage, devtools: ScenarioDevtools): Promise<void> {
  for (const [place, [init, , , origin = CHAT]] of REFUSALS.entries()) {
    await page.evaluate(
      (url: string, options: object) =>
        fetch(url, options).then(
          () => undefined,
          () => undefined,
        ),
      `${origin}${ENDPOINT}?call=${place}`,
      { ...post(), ...init },
    );
  }
  for (const [place, [, row, detail]] of REFUSALS.entries()) {
    await openRow(devtools, place, row);
    await devtools.waitForDetail(detail);
  }
}

export const REFUSAL_SCENARIOS: readonly Scenario[] = [
  {
    title:
      'What the browser refuses by a rule of its own is a row with its cause, on a site that was allowed',
    timeout: 90_000,
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      await tellEach(page, devtools);
    },
  },
  {
    title: 'What the browser refuses by a rule of its own is a row with its cause, by DevTools alone',
    timeout: 90_000,
    async run(driver) {
      const page = await openPageOf(driver, 'https://app.example.com');
      await tellEach(page, await driver.inspector.openDevtools(page));
    },
  },
  {
    title: 'A form that is sent to the API, into a frame, is a row',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      await page.evaluate((action: string) => {
        const frame = Object.assign(document.createElement('iframe'), { name: 'answer' });
        const form = Object.assign(document.createElement('form'), {
          method: 'POST',
          action,
          target: 'answer',
        });
        document.body.append(frame, form);
        form.submit();
      }, CHAT + ENDPOINT);
      await openRow(devtools, 0, /^Error: POST \/api\/llm-response, 401, /);
      await devtools.waitForDetail(/credentials-missing/);
    },
  },
];

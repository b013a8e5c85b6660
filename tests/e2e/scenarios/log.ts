/** What the list keeps and what it lets go: navigations with the log preserved and not, and Clear. */
import { expect } from '@playwright/test';
import { poll } from '../harness/poll';
import { CHAT, COMPLETIONS, ENDPOINT, openBoth, post, startCall } from './calls';
import type { ScenarioDevtools, ScenarioPage } from './driver';
import type { Scenario } from './scenario';

const EARLY_CALLS = 5;
const ROUNDS = 3;

/** Calls while it is parsed: before DevTools tell of it. */
const EARLY_PAGE = `<!doctype html><title>Early</title><script>
  for (let n = 0; n < ${EARLY_CALLS}; n++)
    fetch('${CHAT}${COMPLETIONS}?n=' + n, { method: 'POST' }).catch(() => {});
</script>`;

/** What the rows in the list are called, dividers as well, from above. */
const inList = ({ panel }: ScenarioDevtools) =>
  panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role=grid] [data-row], [role=grid] .divider')].map(
      (row) => row.getAttribute('aria-label') ?? row.textContent,
    ),
  );

const isEarly = (name: string) => name.includes(COMPLETIONS);

/** A call that is answered, one that is still under way, and then the early page. */
async function leaveFor(early: string, page: ScenarioPage, devtools: ScenarioDevtools): Promise<void> {
  await page.call(`${CHAT}${ENDPOINT}`, post());
  await startCall(page, `${CHAT}${ENDPOINT}?delay=60000`, post());
  await devtools.row(({ name }) => name.startsWith('Pending: '));
  await page.goto(early);
}

export const LOG_SCENARIOS: readonly Scenario[] = [
  {
    title: 'A new document empties a log that is not preserved, but for its own first calls',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      driver.api.addPage('/early', EARLY_PAGE);
      const early = `http://localhost:${driver.api.ports.http}/early`;
      await devtools.view.clickRole('checkbox', 'Preserve log');
      for (let round = 0; round < ROUNDS; round++) {
        await leaveFor(early, page, devtools);
        await poll(
          async () => `the calls of the new document alone, not ${JSON.stringify(await inList(devtools))}`,
          async () => {
            const names = await inList(devtools);
            return (
              names.length === EARLY_CALLS && names.every((name) => isEarly(name) && !/Pending/.test(name))
            );
          },
        );
      }
    },
  },
  {
    title: 'The divider of a navigation stands above the first call of the new document',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      driver.api.addPage('/early', EARLY_PAGE);
      await leaveFor(`http://localhost:${driver.api.ports.http}/early`, page, devtools);
      await devtools.view.waitForText(/Navigated to/);
      await poll('all rows', async () => (await inList(devtools)).filter(isEarly).length === EARLY_CALLS);
      expect(await inList(devtools)).toEqual([
        ...Array.from({ length: 2 }, () => expect.stringContaining(ENDPOINT)),
        expect.stringContaining('Navigated to'),
        ...Array.from({ length: EARLY_CALLS }, () => expect.stringContaining(COMPLETIONS)),
      ]);
    },
  },
  {
    title: 'Clear keeps calls away that end later',
    async run(driver) {
      const { page, devtools } = await openBoth(driver);
      await startCall(page, `${CHAT}${ENDPOINT}?delay=1500`, post());
      await page.call(`${CHAT}${ENDPOINT}`, post());
      await devtools.row(({ name }) => name.startsWith('Pending: '));
      await devtools.view.clickRole('button', 'Clear the list');
      await poll('an empty list', async () => (await inList(devtools)).length === 0);
      // Answered after the one that was under way.
      await page.call(`${CHAT}${COMPLETIONS}?delay=2500`, post());
      await devtools.row(({ name }) => isEarly(name) && !name.startsWith('Pending: '));
      expect(await inList(devtools)).toEqual([expect.stringContaining(COMPLETIONS)]);
    },
  },
];

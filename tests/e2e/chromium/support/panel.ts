/** What stands in the panel, read as a user meets it: names of rows, text of the detail. */

import type { Row } from '../../harness/grid';
import { poll } from '../../harness/poll';
import { goToFirst } from '../../scenarios/walk';
import type { Devtools } from '../harness/devtools';

export interface ShownFinding {
  readonly rule: string;
  readonly severity: string;
  readonly text: string;
}

/** The findings of the selected call, as its detail shows them. */
export function findings(devtools: Devtools): Promise<ShownFinding[]> {
  return devtools.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-region=detail] article[data-rule]')].map((article) => ({
      rule: article.dataset['rule'] ?? '',
      severity: article.dataset['severity'] ?? '',
      text: article.innerText,
    })),
  );
}

export type Tab = 'Diagnosis' | 'Request' | 'Response' | 'Timing';

/** Shows a tab of the detail that is open. */
export async function showTab(devtools: Devtools, tab: Tab): Promise<void> {
  await devtools.view.clickRole('tab', tab);
  await poll(`the tab ${tab} to be selected`, () =>
    devtools.panel.evaluate(
      (name: string) =>
        [...document.querySelectorAll('[data-region=detail] [role=tab][aria-selected=true]')].some(
          ({ textContent }) => textContent === name,
        ),
      tab,
    ),
  );
}

/** Selects a row and shows a tab of its detail. */
export async function openTab(devtools: Devtools, row: Row, tab: Tab): Promise<string> {
  await devtools.select(row);
  await showTab(devtools, tab);
  return devtools.detailText();
}

/** Goes to the first row by the keyboard, and shows a tab of its detail. */
export async function openFirst(devtools: Devtools, tab: Tab): Promise<void> {
  await goToFirst(devtools);
  await devtools.view.input.press('Enter');
  await showTab(devtools, tab);
}

/** How many calls the grid says that it has, whether they are in the document or not. */
export function rowCount(devtools: Devtools): Promise<number> {
  return devtools.panel.evaluate(
    () => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? 1) - 1,
  );
}

/** Waits until the grid has this many rows. */
export async function waitForRowCount(devtools: Devtools, count: number, timeout?: number): Promise<void> {
  let last = -1;
  await poll(
    () => `${count} rows; there are ${last}`,
    async () => {
      last = await rowCount(devtools);
      return last === count;
    },
    { timeout },
  );
}

/** What the chips over the list say: `['3 errors', '0 warnings', …]`. */
export function chips(devtools: Devtools): Promise<string[]> {
  return devtools.panel.evaluate(() =>
    [...document.querySelectorAll('[role=group] [aria-pressed]')].map(
      (button) => button.getAttribute('aria-label') ?? '',
    ),
  );
}

/** The number on one of them; a chip that is not there counts nothing. */
export async function chip(devtools: Devtools, state: string): Promise<number> {
  const name = (await chips(devtools)).find((text) => text.includes(state));
  return name === undefined ? 0 : Number(name.replace(/\D/g, ''));
}

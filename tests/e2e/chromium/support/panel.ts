/** What stands in the panel, read as a user meets it: names of rows, text of the detail. */
import type { Devtools } from '../harness/devtools';
import type { Row } from '../harness/grid';
import { poll } from '../harness/poll';

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

/** Selects a row and waits for the tab of its detail. */
export async function openTab(
  devtools: Devtools,
  row: Row,
  tab: 'Diagnosis' | 'Request' | 'Response' | 'Timing',
): Promise<string> {
  await devtools.select(row);
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
  return devtools.detailText();
}

export interface ReadRow {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
}

/** Waits for two frames; runs in the panel. */
const settle = `await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));`;

/**
 * Walks down the whole list with the arrow key, as who hears the list does, and reads each row with its detail. The
 * list is virtual: most rows are not in the document until the walk comes to them. A call's detail has to be open.
 */
export async function walk(devtools: Devtools, timeout = 60_000): Promise<ReadRow[]> {
  const { panel } = devtools;
  await panel.evaluate(() =>
    document.querySelector<HTMLElement>('[role=grid] [role=row][tabindex="0"]')?.focus(),
  );
  await devtools.view.input.press('Home');
  return panel.evaluateExpression<ReadRow[]>(
    `(async () => {
      const grid = document.querySelector('[role=grid]');
      const count = Number(grid.getAttribute('aria-rowcount')) - 1;
      const rows = [];
      for (let index = 1; index <= count; index++) {
        let row;
        // The row of this place is selected, and the detail was drawn with it.
        for (let frame = 0; frame < 200 && !row; frame++) {
          row = grid.querySelector('[role=row][aria-rowindex="' + (index + 1) + '"][aria-selected=true]');
          if (!row) { ${settle} }
        }
        if (!row) throw new Error('Row ' + index + ' of ' + count + ' was not reached');
        const detail = document.querySelector('[data-region=detail]');
        rows.push({ key: row.dataset.row, name: row.getAttribute('aria-label'), detail: detail ? detail.innerText : '' });
        row.focus();
        row.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
        await new Promise((done) => setTimeout(done, 0));
      }
      return rows;
    })()`,
    { timeout },
  );
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

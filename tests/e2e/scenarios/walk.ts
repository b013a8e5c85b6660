/** The whole list, read as who hears it does: the list is virtual, and most rows are not in the document. */
import { poll } from '../harness/poll';
import type { ScenarioDevtools } from './driver';

export interface ReadRow {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  /** Of the detail. */
  readonly html: string;
}

/** Goes to the first row by the keyboard. */
export async function goToFirst({ panel, view }: Pick<ScenarioDevtools, 'panel' | 'view'>): Promise<void> {
  await panel.evaluate(() =>
    document.querySelector<HTMLElement>('[role=grid] [role=row][tabindex="0"]')?.focus(),
  );
  await view.input.press('Home');
}

/** Opens the first call by the keyboard: in a long list that follows its end it is not in the document. */
export async function openFirst(devtools: ScenarioDevtools): Promise<void> {
  await poll('the first call to be open', async () => {
    await goToFirst(devtools);
    await devtools.view.input.press('Enter');
    return (await devtools.detailText()) !== '';
  });
}

/** Walks down the list with the arrow key and reads each row with its detail. A call's detail has to be open. */
export async function walk(
  devtools: Pick<ScenarioDevtools, 'panel' | 'view'>,
  timeout = 60_000,
): Promise<ReadRow[]> {
  await goToFirst(devtools);
  // Every step in the page itself: two hundred of them through the protocol would take a minute.
  return devtools.panel.evaluateWith({ timeout }, async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const grid = document.querySelector('[role=grid]');
    const count = Number(grid?.getAttribute('aria-rowcount') ?? 1) - 1;
    const rows: ReadRow[] = [];
    interface ReadRow {
      readonly key: string;
      readonly name: string;
      readonly detail: string;
      readonly html: string;
    }
    for (let place = 1; place <= count; place++) {
      const selector = `[role=row][aria-rowindex="${place + 1}"][aria-selected=true]`;
      let row = grid?.querySelector<HTMLElement>(selector);
      for (let tries = 0; tries < 400 && !row; tries++) {
        await frame();
        row = grid?.querySelector<HTMLElement>(selector);
      }
      if (!row) throw new Error(`Row ${place} of ${count} was not reached`);
      // The detail was drawn together with the row's selection.
      const detail = document.querySelector<HTMLElement>('[data-region=detail]');
      rows.push({
        key: row.dataset['row'] ?? '',
        name: row.getAttribute('aria-label') ?? '',
        detail: detail?.innerText ?? '',
        html: detail?.outerHTML ?? '',
      });
      row.focus();
      row.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
      await new Promise((done) => setTimeout(done, 0));
    }
    return rows;
  });
}

/** How long it takes until a call is in the list: from the page's line of code to the row in the panel's document. */
import type { Devtools } from '../harness/devtools';
import type { Page } from '../harness/page';

interface SeenRow {
  readonly name: string;
  /** Milliseconds since the epoch, by the same clock as the page's. */
  readonly at: number;
}

/** Notes the moment and the name with which each row comes into the panel's document. */
export async function watchRows(devtools: Devtools): Promise<() => Promise<SeenRow[]>> {
  await devtools.panel.evaluate(() => {
    const seen = new Map<string, SeenRow>();
    const look = (): void => {
      for (const row of document.querySelectorAll<HTMLElement>('[role=grid] [role=row][data-row]')) {
        const id = row.dataset['row'] ?? '';
        if (seen.has(id)) continue;
        seen.set(id, {
          name: row.getAttribute('aria-label') ?? '',
          at: performance.timeOrigin + performance.now(),
        });
      }
    };
    interface SeenRow {
      readonly name: string;
      readonly at: number;
    }
    look();
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    Object.assign(window, { seenRows: () => [...seen.values()] });
  });
  return () => devtools.panel.evaluate(() => (window as unknown as { seenRows(): SeenRow[] }).seenRows());
}

/** Starts a call and does not wait for its answer; returns when its line of code ran. */
export function startCall(page: Page, url: string, init: object): Promise<number> {
  return page.evaluate(
    (target: string, options: object) => {
      const at = performance.timeOrigin + performance.now();
      void fetch(target, options)
        .then((response) => response.text())
        .catch(() => undefined);
      return at;
    },
    url,
    init,
  );
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

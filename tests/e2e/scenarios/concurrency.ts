/** 200 equal calls at once: every body belongs to its call, or is marked ambiguous; none is wrong. */
import { expect } from '@playwright/test';
import { VALID_KEY } from '../../mock-api/index';
import { poll } from '../chromium/harness/poll';
import { ENDPOINT, GOOD_BODY, openPageOf, rowCount } from './calls';
import type { Driver, ScenarioDevtools } from './driver';
import type { Scenario } from './scenario';

const CALLS = 200;

interface ReadRow {
  readonly key: string;
  readonly detail: string;
}

/** Walks down the whole list with the arrow key, as who hears the list does, and reads each call's detail. */
function walk({ panel }: ScenarioDevtools): Promise<ReadRow[]> {
  return panel.evaluateWith({ timeout: 120_000 }, async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const grid = document.querySelector<HTMLElement>('[role=grid]');
    const count = Number(grid?.getAttribute('aria-rowcount') ?? 1) - 1;
    const read: ReadRow[] = [];
    const press = (element: HTMLElement, key: string) =>
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const first = grid?.querySelector<HTMLElement>('[role=row][tabindex="0"]');
    first?.focus();
    if (first) press(first, 'Home');
    for (let index = 1; index <= count; index++) {
      let row: HTMLElement | null | undefined;
      for (let frames = 0; frames < 200 && !row; frames++) {
        row = grid?.querySelector<HTMLElement>(
          `[role=row][aria-rowindex="${index + 1}"][aria-selected=true]`,
        );
        if (!row) await frame();
      }
      if (!row) throw new Error(`Row ${index} of ${count} was not reached`);
      const detail = document.querySelector<HTMLElement>('[data-region=detail]')?.innerText ?? '';
      read.push({ key: row.dataset['row'] ?? '', detail });
      row.focus();
      press(row, 'ArrowDown');
      await frame();
    }
    return read;
  });
}

/** The number that each call sent in a field of its own; the join does not read it. */
async function numbersSent({ inspector }: Driver): Promise<ReadonlyMap<string, string>> {
  const numbers = new Map<string, string>();
  for (const [key, record] of Object.entries(await inspector.storageSession())) {
    const headers = String(record).match(/"name":"x-n","value":"(\d+)"/);
    const id = /^record:(\d+\.\d+)$/.exec(key)?.[1];
    if (id !== undefined && headers?.[1] !== undefined) numbers.set(id, headers[1]);
  }
  return numbers;
}

async function equalCalls(driver: Driver, origin: string, query: string): Promise<void> {
  const page = await openPageOf(driver, origin);
  const devtools = await driver.inspector.openDevtools(page);
  await page.evaluateWith(
    { timeout: 120_000 },
    async (url: string, key: string, body: string, count: number) => {
      const call = (n: number) =>
        fetch(url, {
          method: 'POST',
          headers: { 'Infuzu-API-Key': key, 'Content-Type': 'application/json', 'x-n': String(n) },
          body,
        }).then((response) => response.text());
      await Promise.all(Array.from({ length: count }, (_, n) => call(n)));
    },
    `${origin}${ENDPOINT}?mix=1&echo=x-n&${query}`,
    VALID_KEY,
    GOOD_BODY,
    CALLS,
  );
  await poll(`${CALLS} rows`, async () => (await rowCount(devtools)) === CALLS, { timeout: 30_000 });
  const first = await devtools.row(({ rowIndex }) => rowIndex === 2);
  await devtools.select(first);

  const numbers = await numbersSent(driver);
  let counts = { right: 0, ambiguous: 0, missing: 0, wrong: 0 };
  let missing: string[] = [];
  const count = async () => {
    counts = { right: 0, ambiguous: 0, missing: 0, wrong: 0 };
    missing = [];
    for (const { key, detail } of await walk(devtools)) {
      const told = /Received: (\d+)/.exec(detail)?.[1];
      if (told !== undefined) counts[told === numbers.get(key) ? 'right' : 'wrong']++;
      else if (/Several answers fit/.test(detail)) counts.ambiguous++;
      else {
        counts.missing++;
        missing.push(`${key}: ${detail.replace(/\s+/g, ' ').slice(0, 400)}`);
      }
    }
    return counts.missing === 0 && counts.ambiguous === 0;
  };
  await poll('every call to have its body', count, { timeout: 60_000 }).catch(() => undefined);
  driver.note(`${CALLS} equal calls: ${JSON.stringify(counts)}`);
  expect(counts.wrong).toBe(0);
  expect(missing).toEqual([]);
  expect(counts.right + counts.ambiguous).toBe(CALLS);
}

export const CONCURRENCY_SCENARIOS: readonly Scenario[] = [
  {
    title: '200 equal concurrent calls over HTTP/1.1, answers with an id: no body is wrong',
    timeout: 240_000,
    run: (driver) => equalCalls(driver, 'https://chat.infuzu.com', ''),
  },
  {
    title: '200 equal concurrent calls over HTTP/1.1, answers without an id: no body is wrong',
    timeout: 240_000,
    run: (driver) => equalCalls(driver, 'https://chat.infuzu.com', 'no-id=1'),
  },
  {
    title: '200 equal concurrent calls over HTTP/2, answers without an id: no body is wrong',
    timeout: 240_000,
    run: (driver) => equalCalls(driver, driver.truth.h2(driver.api.ports.h2), 'no-id=1'),
  },
];

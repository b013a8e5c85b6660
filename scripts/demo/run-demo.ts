/** The demonstration: the demo page in a browser with the extension, its calls in the real panel. */
import { readFile } from 'node:fs/promises';
import type { Devtools } from '../../tests/e2e/chromium/harness/devtools';
import type { Inspector } from '../../tests/e2e/chromium/harness/inspector';
import type { Page } from '../../tests/e2e/chromium/harness/page';
import { poll } from '../../tests/e2e/harness/poll';
import { type MockApi, REVOKED_KEY, VALID_KEY } from '../../tests/mock-api/index';
import { EXPECTED, isExpected } from './expected';

/** One call as its row in the panel shows it. */
export interface DemoRow {
  /** The id of the call in page.js. */
  readonly id: string;
  readonly state: string;
  readonly method: string;
  readonly path: string;
  readonly status: string;
  readonly verdict: string;
  readonly key: string;
}

/** The calls take less than two seconds together; a laden machine gets more. */
const CALLS_TIMEOUT_MS = 30_000;
const VERDICTS_TIMEOUT_MS = 10_000;

/** Serves the demo page from the stand-in; localhost, because the extension watches it without a grant. */
export async function addDemoPage(api: MockApi): Promise<string> {
  const read = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');
  const [html, css, js] = await Promise.all([read('page.html'), read('page.css'), read('page.js')]);
  api.addPage('/', html.replace('%VALID_KEY%', VALID_KEY).replace('%REVOKED_KEY%', REVOKED_KEY));
  api.addPage('/page.css', css, { 'content-type': 'text/css; charset=utf-8' });
  api.addPage('/page.js', js, { 'content-type': 'text/javascript; charset=utf-8' });
  return `http://localhost:${api.ports.http}/`;
}

/** Opens the page, then DevTools with the panel, and only then makes the calls: so the panel sees them all. */
export async function openDemo(
  inspector: Inspector,
  url: string,
  dock: 'undocked' | 'bottom' = 'undocked',
): Promise<{ page: Page; devtools: Devtools }> {
  const page = await inspector.openPage(`${url}?wait`);
  const devtools = await inspector.openDevtools(page, { dock });
  return { page, devtools };
}

/** Runs in the panel; it must stand alone. Rows are told by the demo's id in the URL, which their tooltip shows. */
function readRows(): DemoRow[] {
  return [...document.querySelectorAll<HTMLElement>('[role=grid] [role=row][data-state]')].flatMap((row) => {
    const cell = (column: string) => row.querySelector<HTMLElement>(`[data-column=${column}]`);
    const text = (column: string) => (cell(column)?.textContent ?? '').replace(/\s+/g, ' ').trim();
    const id = /[?&]demo=([\w-]+)/.exec(cell('call')?.title ?? '')?.[1];
    // The parts of a call, unfolded below it, are numbered in its row's name and carry no key.
    if (id === undefined || row.classList.contains('part')) return [];
    const [method = '', path = ''] = text('call').split(' ');
    const { state = '' } = row.dataset;
    // A key that was never sent has no number, only its mask.
    const key = text('key') || (cell('key')?.title ?? '');
    return [{ id, state, method, path, status: text('status'), verdict: text('verdict'), key }];
  });
}

/**
 * Makes all calls of the page and answers their rows once each says what it has to say. A verdict can change until the
 * body of the answer has come: what is still unexpected after a while is answered as it is.
 */
export async function runDemo(page: Page, devtools: Devtools, url: string): Promise<DemoRow[]> {
  await page.goto(url);
  await page.waitFor(() => document.querySelector<HTMLButtonElement>('#run-all')?.disabled === false, {
    what: 'all calls of the page to end',
    timeout: CALLS_TIMEOUT_MS,
  });
  let rows: DemoRow[] = [];
  const areSettled = async () => {
    rows = await devtools.panel.evaluate(readRows);
    return rows.length >= Object.keys(EXPECTED).length && rows.every((row) => isExpected(row.id, row));
  };
  await poll('the verdicts', areSettled, { timeout: VERDICTS_TIMEOUT_MS }).catch(() => undefined);
  return rows;
}

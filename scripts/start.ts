/**
 * `npm start`: builds the extension, and shows it at work on a page whose calls fail. With a display it opens a window
 * that stays; without one it prints what the panel says, and fails when that is not what it has to say.
 */
import { mkdir } from 'node:fs/promises';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'wxt';
import { type Inspector, launchInspector } from '../tests/e2e/chromium/harness/inspector';
import { startMockApi } from '../tests/mock-api/index';
import { EXPECTED, isExpected } from './demo/expected';
import { addDemoPage, type DemoRow, openDemo, runDemo } from './demo/run-demo';
import { needChromium } from './need-browser';
import { textTable } from './text-table';

const EXTENSION = '.output/chrome-mv3';
const PICTURES = '.output/pictures';

function hasDisplay(): boolean {
  if (process.argv.includes('--headless')) return false;
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Prints the rows of the panel; false when one is missing or says something else than it has to. */
function report(rows: readonly DemoRow[]): boolean {
  const wrong = rows.filter((row) => !isExpected(row.id, row));
  const missing = Object.keys(EXPECTED).filter((id) => !rows.some((row) => row.id === id));
  console.log(
    textTable(
      ['State', 'Method', 'Path', 'Status', 'Verdict', 'Key'],
      rows.map(({ state, method, path, status, verdict, key }) => [
        state,
        method,
        path,
        status,
        verdict,
        key,
      ]),
    ),
  );
  for (const { id, state, verdict } of wrong)
    console.log(`Not as expected: ${id} is ${state}, "${verdict}".`);
  for (const id of missing) console.log(`Missing: ${id}.`);
  const errors = rows.filter(({ state }) => state === 'error').length;
  console.log(`\n${rows.length} calls, ${errors} with an error.`);
  return wrong.length === 0 && missing.length === 0;
}

/** Until the page or the whole browser is closed. */
async function untilClosed({ browser }: Inspector, targetId: string): Promise<void> {
  for (;;) {
    try {
      if (!browser.targets.some((target) => target.targetId === targetId)) return;
    } catch {
      return;
    }
    await pause(500);
  }
}

/** While things are being set up, what was started is ended by exit hooks; afterwards there is time to close in order. */
let onSignal: () => void = () => process.exit(130);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => onSignal());

async function main(): Promise<boolean> {
  const headless = !hasDisplay();
  needChromium();
  await build({ browser: 'chrome' });
  const api = await startMockApi();
  const url = await addDemoPage(api);
  const windowSize = headless ? { width: 1280, height: 900 } : { width: 1400, height: 1000 };
  const inspector = await launchInspector({ extensionDir: EXTENSION, api, headless, windowSize });
  try {
    const { page, devtools } = await openDemo(inspector, url, headless ? 'undocked' : 'bottom');
    if (headless) {
      await devtools.setSize({ width: 1280, height: 720 }, 2);
      const fine = report(await runDemo(page, devtools, url));
      await mkdir(PICTURES, { recursive: true });
      await devtools.screenshot(`${PICTURES}/panel.png`);
      console.log(`A picture of the panel: ${PICTURES}/panel.png`);
      return fine;
    }
    const blank = inspector.browser.targets.find(
      (target) => target.type === 'page' && target.url === 'about:blank',
    );
    if (blank) await inspector.browser.closeTarget(blank.targetId);
    await page.goto(url);
    console.log(`The page ${url} is open, with the panel “Infuzu” in its DevTools. Ctrl-C ends it.`);
    const interrupted = new Promise<void>((resolve) => {
      onSignal = resolve;
    });
    await Promise.race([untilClosed(inspector, page.targetId), interrupted]);
    return true;
  } finally {
    await inspector.close();
    await api.close();
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

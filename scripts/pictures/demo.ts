/** A browser in which the demonstration has run and one call of it is selected, ready for pictures. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { Devtools } from '../../tests/e2e/chromium/harness/devtools';
import { type Inspector, launchInspector } from '../../tests/e2e/chromium/harness/inspector';
import type { Page } from '../../tests/e2e/chromium/harness/page';
import { poll } from '../../tests/e2e/harness/poll';
import type { MockApi } from '../../tests/mock-api/index';
import { addDemoPage, openDemo, runDemo } from '../demo/run-demo';
import { smallPng } from './small-png';

export const THEMES = ['light', 'dark'] as const;
/** The browser's own scale: an emulated one blurs the panel's frame. */
const OWN_SCALE = 0;
/** What DevTools and the page's code tell late is there by then. */
const STILL_FOR_MS = 4_000;

export interface Demo {
  readonly inspector: Inspector;
  readonly page: Page;
  readonly devtools: Devtools;
}

interface DemoOptions {
  /** Pixels of the picture to one of CSS. */
  readonly scale: number;
  /** Where the pictures go; made when it is missing. */
  readonly folder: string;
}

export async function withDemo(
  api: MockApi,
  { scale, folder }: DemoOptions,
  take: (demo: Demo) => Promise<void>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const windowSize = { width: 1280 * scale, height: 900 * scale };
  const inspector = await launchInspector({
    extensionDir: '.output/chrome-mv3',
    api,
    windowSize,
    flags: [
      `--force-device-scale-factor=${scale}`,
      `--screen-info={${windowSize.width}x${windowSize.height}}`,
    ],
    // Stands in the picture of the options.
    grantedHosts: ['https://app.example.com/*'],
  });
  try {
    const url = await addDemoPage(api);
    const { page, devtools } = await openDemo(inspector, url);
    await setSize(devtools, 1200, 900);
    await runDemo(page, devtools, url);
    await untilStill(devtools);
    await selectTwoHeaders(devtools);
    await take({ inspector, page, devtools });
  } finally {
    await inspector.close();
  }
}

/** Until no row has changed for a while, its verdict, key and time among that. */
async function untilStill(devtools: Devtools): Promise<void> {
  let before = '';
  let since = 0;
  await poll('the rows to stay as they are', async () => {
    const now = await devtools.view.html();
    if (now !== before) since = performance.now();
    before = now;
    return performance.now() - since > STILL_FOR_MS;
  });
}

/** The first call that is refused with this status has two headers, in every language. */
export async function selectTwoHeaders(devtools: Devtools): Promise<void> {
  await devtools.select(await devtools.row(({ name }) => name.includes(' 400, ')));
  await devtools.waitForDetail('multiple_api_keys');
}

export function setSize(devtools: Devtools, width: number, height: number): Promise<void> {
  return devtools.setSize({ width, height }, OWN_SCALE);
}

export async function keep(picture: Promise<Buffer>, file: string): Promise<void> {
  await writeFile(file, smallPng(await picture));
}

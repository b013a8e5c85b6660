/** A browser in which the demonstration has run and one call of it is selected, ready for pictures. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { Devtools } from '../../tests/e2e/chromium/harness/devtools';
import { type Inspector, launchInspector } from '../../tests/e2e/chromium/harness/inspector';
import type { Page } from '../../tests/e2e/chromium/harness/page';
import type { MockApi } from '../../tests/mock-api/index';
import { addDemoPage, openDemo, runDemo } from '../demo/run-demo';
import { smallPng } from './small-png';

export const THEMES = ['light', 'dark'] as const;
/** The browser's own scale: an emulated one blurs the panel's frame. */
const OWN_SCALE = 0;

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
    const twoHeaders = await devtools.row(({ name }) => name.includes('Two auth headers'));
    await devtools.select(twoHeaders);
    await devtools.waitForDetail('multiple_api_keys');
    await take({ inspector, page, devtools });
  } finally {
    await inspector.close();
  }
}

export function setSize(devtools: Devtools, width: number, height: number): Promise<void> {
  return devtools.setSize({ width, height }, OWN_SCALE);
}

export async function keep(picture: Promise<Buffer>, file: string): Promise<void> {
  await writeFile(file, smallPng(await picture));
}

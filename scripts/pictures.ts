/** `npm run pictures`: the pictures of the documentation, taken from the running product. */
import { mkdir } from 'node:fs/promises';
import { launchInspector } from '../tests/e2e/chromium/harness/inspector';
import { startMockApi } from '../tests/mock-api/index';
import { addDemoPage, openDemo, runDemo } from './demo/run-demo';
import { needChromium } from './need-browser';

const FOLDER = 'docs/pictures';
const WIDE = { width: 1200, height: 560 };
const NARROW = { width: 380, height: 640 };
/** Pictures for screens with two pixels to one of CSS. */
const SCALE = 2;

needChromium();
await mkdir(FOLDER, { recursive: true });
const api = await startMockApi();
const inspector = await launchInspector({ extensionDir: '.output/chrome-mv3', api });
try {
  const url = await addDemoPage(api);
  const { page, devtools } = await openDemo(inspector, url);
  await devtools.setSize({ width: 1200, height: 900 }, SCALE);
  await runDemo(page, devtools, url);
  const twoHeaders = await devtools.row(({ name }) => name.includes('Two auth headers'));
  await devtools.select(twoHeaders);
  await devtools.waitForDetail('multiple_api_keys');

  for (const [size, name] of [
    [WIDE, 'panel'],
    [NARROW, 'panel-narrow'],
  ] as const) {
    await devtools.setSize(size, SCALE);
    for (const theme of ['light', 'dark'] as const) {
      await devtools.theme(theme);
      await devtools.screenshot(`${FOLDER}/${theme === 'light' ? name : `${name}-dark`}.png`);
    }
  }

  const popup = await inspector.openPopup(page);
  for (const theme of ['light', 'dark'] as const) {
    await popup.theme(theme);
    await popup.screenshot(`${FOLDER}/${theme === 'light' ? 'popup' : 'popup-dark'}.png`);
  }
} finally {
  await inspector.close();
  await api.close();
}

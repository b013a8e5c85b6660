/** `npm run pictures`: the pictures of the documentation, taken from the running product. */
import { mkdir } from 'node:fs/promises';
import { launchInspector } from '../tests/e2e/chromium/harness/inspector';
import { startMockApi } from '../tests/mock-api/index';
import { addDemoPage, openDemo, runDemo } from './demo/run-demo';
import { needChromium } from './need-browser';

const FOLDER = 'docs/pictures';
const WIDE = { width: 1200, height: 620 };
const NARROW = { width: 380, height: 640 };
/** For screens with two pixels to one of CSS. The browser's own scale: an emulated one blurs the panel's frame. */
const FLAGS = ['--force-device-scale-factor=2', '--screen-info={2560x1800}'];
const OWN_SCALE = 0;

needChromium();
await mkdir(FOLDER, { recursive: true });
// The address stands in the picture of the popup.
const api = await startMockApi({ ports: { http: 3000 } });
const inspector = await launchInspector({
  extensionDir: '.output/chrome-mv3',
  api,
  windowSize: { width: 2560, height: 1800 },
  flags: FLAGS,
});
try {
  const url = await addDemoPage(api);
  const { page, devtools } = await openDemo(inspector, url);
  await devtools.setSize({ width: 1200, height: 900 }, OWN_SCALE);
  await runDemo(page, devtools, url);
  const twoHeaders = await devtools.row(({ name }) => name.includes('Two auth headers'));
  await devtools.select(twoHeaders);
  await devtools.waitForDetail('multiple_api_keys');

  for (const theme of ['light', 'dark'] as const) {
    await devtools.theme(theme);
    // After the theme: the new size makes the frame of the panel paint anew.
    for (const [size, name] of [
      [WIDE, 'panel'],
      [NARROW, 'panel-narrow'],
    ] as const) {
      await devtools.setSize(size, OWN_SCALE);
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

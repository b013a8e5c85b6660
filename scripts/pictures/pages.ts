/** Each page light and dark, in three widths, and what opens on it in one. The popup has a width of its own. */
import type { Devtools } from '../../tests/e2e/chromium/harness/devtools';
import type { ExtensionPage, Inspector } from '../../tests/e2e/chromium/harness/inspector';
import type { Page } from '../../tests/e2e/chromium/harness/page';
import { dropFile } from '../../tests/e2e/chromium/support/extension-page';
import { showTab } from '../../tests/e2e/chromium/support/panel';
import { CUSTOMER, recording } from '../../tests/e2e/chromium/support/recording';
import type { MockApi } from '../../tests/mock-api/index';
import { type Demo, keep, selectTwoHeaders, setSize, THEMES, withDemo } from './demo';

const FOLDER = 'docs/pictures/pages';
const WIDTHS = [300, 600, 1200];
const HEIGHT = 760;

/** Theme and width of one picture, and its file. */
interface Shot {
  readonly theme: (typeof THEMES)[number];
  readonly width: number;
  readonly file: string;
}

async function eachShot(
  name: string,
  take: (shot: Shot) => Promise<unknown>,
  widths: readonly number[] = WIDTHS,
): Promise<void> {
  for (const theme of THEMES) {
    for (const width of widths) {
      await take({ theme, width, file: `${FOLDER}/${name}-${theme}-${width}.png` });
    }
  }
}

async function setMetrics(page: Page, width: number, height: number): Promise<number> {
  await page.session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: false,
  });
  return page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return document.documentElement.scrollHeight;
  });
}

/** The whole page, however long it is, with the mouse where it changes nothing. */
async function takeWhole({ page, view }: ExtensionPage, name: string): Promise<void> {
  await view.input.move({ x: 0, y: 0 });
  await eachShot(name, async ({ theme, width, file }) => {
    await page.session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: theme }],
    });
    await setMetrics(page, width, await setMetrics(page, width, HEIGHT));
    await keep(page.screenshot(), file);
  });
}

async function takeWorkbench(workbench: ExtensionPage): Promise<void> {
  const { page, view } = workbench;
  await takeWhole(workbench, 'start');
  await dropFile(page, 'customer.har', recording(CUSTOMER));
  await view.click('[data-row="har-file-1"]');
  await view.waitForText('Confirmed', { selector: '[data-region=detail]' });
  await takeWhole(workbench, 'workbench');
  await view.clickRole('button', 'Compare');
  await view.waitForText('One difference explains the failure');
  await takeWhole(workbench, 'comparison');
}

async function takeOptions(options: ExtensionPage): Promise<void> {
  const { page, view } = options;
  await takeWhole(options, 'welcome');
  await view.clickRole('link', 'Options');
  await view.clickRole('textbox', 'Add a host');
  await view.input.type('localhost:8080');
  await view.input.press('Enter');
  await view.waitForText('needs no permission');
  await page.reload();
  await page.session.waitUntilReady();
  await takeWhole(options, 'options');
}

async function takePanel(devtools: Devtools): Promise<void> {
  const { panel, view } = devtools;
  const take = async ({ theme, width, file }: Shot) => {
    await devtools.theme(theme);
    // After the theme: the new size makes the frame of the panel paint anew.
    await setSize(devtools, width, HEIGHT);
    await keep(devtools.screenshot(), file);
  };
  await view.input.move({ x: 0, y: 0 });
  await eachShot('panel', take);
  await showTab(devtools, 'Response');
  await view.clickRole('button', 'Show body');
  await view.waitForText('request_id', { selector: '.body-view' });
  await eachShot('response', take, [1200]);
  await view.clickRole('button', 'Export');
  await view.waitForText('no key in it');
  await eachShot('export', take, [1200]);

  // The language is the browser's own, and not every machine has a German one.
  await panel.send('Page.enable');
  await panel.send('Page.addScriptToEvaluateOnNewDocument', {
    source: "chrome.i18n.getUILanguage = () => 'de'",
  });
  await panel.evaluate(() => location.reload());
  await view.waitForText('Aufrufe');
  await selectTwoHeaders(devtools);
  for (const width of WIDTHS)
    await take({ theme: 'light', width, file: `${FOLDER}/panel-de-light-${width}.png` });
}

async function takePopup(inspector: Inspector, page: Page, name: string): Promise<void> {
  const popup = await inspector.openPopup(page);
  for (const theme of THEMES) {
    await popup.theme(theme);
    await keep(popup.screenshot(), `${FOLDER}/${name}-${theme}-360.png`);
  }
  await popup.close();
}

export function takePages(api: MockApi): Promise<void> {
  return withDemo(api, { scale: 1, folder: FOLDER }, async ({ inspector, page, devtools }: Demo) => {
    await takePanel(devtools);
    await takePopup(inspector, page, 'popup');
    // Of this site the extension knows nothing yet.
    api.addPage('/shop', '<!doctype html><title>A shop</title>');
    await takePopup(inspector, await inspector.openPage('https://shop.example.com/shop'), 'popup-empty');
    await takeWorkbench(await inspector.openExtensionPage('workbench.html'));
    await takeOptions(await inspector.openExtensionPage('options.html#welcome'));
  });
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '../harness/page';
import { accessibilityFaults } from './axe';

/** Gives files to the page's file field, as the browser's own dialogue does. */
export async function chooseFiles(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'inspector-files-'));
  // The browser reads a file when it needs it, so they stay until the end.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const paths = Object.entries(files).map(([name, text]) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  });
  const { root } = await page.session.send<{ root: { nodeId: number } }>('DOM.getDocument');
  const { nodeId } = await page.session.send<{ nodeId: number }>('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: 'input[type=file]',
  });
  await page.session.send('DOM.setFileInputFiles', { nodeId, files: paths });
}

/** Drops one file on the page. */
export function dropFile(page: Page, name: string, text: string): Promise<void> {
  return page.evaluate(
    (fileName: string, content: string) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    name,
    text,
  );
}

const theme = (value: 'light' | 'dark') => ({ name: 'prefers-color-scheme', value });
/** Also for the panel, which has its theme from DevTools. */
export const CONTRASTS = [
  { name: 'prefers-contrast', value: 'more' },
  { name: 'forced-colors', value: 'active' },
] as const;
const LOOKS = (['light', 'dark'] as const).flatMap((scheme) => [
  { name: scheme, features: [theme(scheme)] },
  ...CONTRASTS.map((contrast) => ({
    name: `${scheme}, ${contrast.name}`,
    features: [theme(scheme), contrast],
  })),
]);

/** What axe finds in both themes, in each kind of high contrast, and in a narrow window. */
export async function faultsInEveryLook(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, features } of LOOKS) {
    // Contrast is the same at every width.
    for (const width of features.length === 1 ? [300, 1200] : [1200]) {
      await page.session.send('Emulation.setEmulatedMedia', { features });
      await page.session.send('Emulation.setDeviceMetricsOverride', {
        width,
        height: 800,
        deviceScaleFactor: 1,
        mobile: false,
      });
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      const found = await accessibilityFaults(page.session);
      faults.push(...found.map((fault) => `${name}, ${width} px: ${fault}`));
    }
  }
  await page.session.send('Emulation.clearDeviceMetricsOverride');
  return faults;
}

/** What axe finds in both themes, at the width that the page has. */
export async function faultsInBothThemes({ session }: Pick<Page, 'session'>): Promise<string[]> {
  const faults: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await session.send('Emulation.setEmulatedMedia', { features: [theme(scheme)] });
    const found = await accessibilityFaults(session);
    faults.push(...found.map((fault) => `${scheme}: ${fault}`));
  }
  return faults;
}

/** How far the page is wider than its window, in CSS pixels. */
export function overflow(page: Page, width: number): Promise<number> {
  return page.session
    .send('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 1, mobile: false })
    .then(() =>
      page.evaluate(async () => {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        return document.documentElement.scrollWidth - innerWidth;
      }),
    );
}

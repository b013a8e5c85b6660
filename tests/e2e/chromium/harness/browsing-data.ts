/**
 * Forgets what pages left in the browser. The protocol clears neither HSTS nor the preflight cache, extensions may: this
 * one has no code of its own, only a document from which its interface is called.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TemporaryFolder, temporaryFolder } from '../../harness/temporary-folder';
import type { Browser } from './browser';
import type { Session } from './session';

const MANIFEST = {
  manifest_version: 3,
  name: 'Clears the browsing data between tests',
  version: '1',
  permissions: ['browsingData'],
};

/** What a test can leave behind. HSTS goes with the history: it tells where the user was. */
const KINDS = {
  cache: true,
  cacheStorage: true,
  cookies: true,
  history: true,
  indexedDB: true,
  localStorage: true,
  serviceWorkers: true,
};

/** The name `chrome` as it is inside the document; it is never used on the side of the tests. */
declare const chrome: {
  readonly browsingData?: {
    remove(since: { readonly since: number }, kinds: Readonly<Record<string, boolean>>): Promise<void>;
  };
};

export class BrowsingData {
  private constructor(
    private readonly folder: TemporaryFolder,
    private readonly session: Session,
  ) {}

  static async of(browser: Browser): Promise<BrowsingData> {
    const folder = await temporaryFolder('browsing-data');
    await writeFile(path.join(folder.path, 'manifest.json'), JSON.stringify(MANIFEST));
    const id = await browser.loadUnpacked(folder.path);
    const session = await browser.hiddenDocument(`chrome-extension://${id}/manifest.json`);
    await session.waitFor(() => typeof chrome !== 'undefined' && Boolean(chrome.browsingData), {
      what: 'the interface to the browsing data',
    });
    return new BrowsingData(folder, session);
  }

  async clear(): Promise<void> {
    await this.session.evaluate(async (kinds: Readonly<Record<string, boolean>>) => {
      await chrome.browsingData?.remove({ since: 0 }, kinds);
    }, KINDS);
  }

  /** Removes what was written for it; the extension itself goes with the browser. */
  remove(): Promise<void> {
    return this.folder.remove();
  }
}

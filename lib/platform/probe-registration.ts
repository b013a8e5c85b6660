import { browser } from 'wxt/browser';

/** Sites of the manifest: there the manifest's own content scripts run. */
const BY_MANIFEST = new Set(['*://*.infuzu.com/*', 'http://localhost/*', 'http://127.0.0.1/*']);

const SCRIPTS = [
  { id: 'probe-relay', js: ['/content-scripts/probe-relay.js'], world: 'ISOLATED' },
  { id: 'page-probe', js: ['/content-scripts/page-probe.js'], world: 'MAIN' },
] as const;

/** Registers the probe on exactly the sites that the user granted; takes it away where a grant was revoked. */
export async function registerProbes(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => !BY_MANIFEST.has(origin));
  const ids = SCRIPTS.map(({ id }) => id);
  const registered = await browser.scripting.getRegisteredContentScripts({ ids });
  if (registered.length > 0)
    await browser.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts(
    SCRIPTS.map(({ id, js, world }) => ({
      id,
      js: [...js],
      world,
      matches,
      runAt: 'document_start',
      allFrames: true,
    })),
  );
}

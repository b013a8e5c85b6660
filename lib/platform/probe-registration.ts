import { type Browser, browser } from 'wxt/browser';
import { grantedOrigins } from './site-access';

const SCRIPTS = [
  { id: 'probe-relay', js: ['/content-scripts/probe-relay.js'], world: 'ISOLATED' },
  { id: 'page-probe', js: ['/content-scripts/page-probe.js'], world: 'MAIN' },
] as const;

/** Brings the door into the frame whose relay asks for it. */
export async function bringDoor({ tab, frameId }: Browser.runtime.MessageSender): Promise<void> {
  if (tab?.id === undefined || frameId === undefined) return;
  try {
    await browser.scripting.executeScript({
      target: { tabId: tab.id, frameIds: [frameId] },
      files: ['/probe-door.js'],
      injectImmediately: true,
    });
  } catch {
    // The frame is gone, or the grant was revoked a moment ago.
  }
}

async function register(): Promise<void> {
  // On the sites of the manifest its own content scripts run.
  const matches = await grantedOrigins();
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
      matchOriginAsFallback: true,
    })),
  );
}

let latest = Promise.resolve();

/**
 * Registers the probe on exactly the sites that the user granted; takes it away where a grant was revoked. One after
 * the other: the browser refuses an id that is there already, or no more.
 */
export function registerProbes(): Promise<void> {
  // A grant may go while it is registered: that is told as well, and comes next.
  latest = latest.then(register).catch(() => {});
  return latest;
}

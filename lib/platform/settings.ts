import { browser } from 'wxt/browser';
import { parseSettings, type Settings } from '../store/settings';

const KEY = 'settings';

/** As they are stored: the relay passes them on, and is not to bring into every frame what reads them. */
export async function loadStoredSettings(): Promise<unknown> {
  const stored: Record<string, unknown> = await browser.storage.local.get(KEY);
  return stored[KEY];
}

export async function loadSettings(): Promise<Settings> {
  return parseSettings(await loadStoredSettings());
}

export async function saveSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [KEY]: settings });
}

/** Calls back with the settings whenever one of them changes, in any page. */
export function watchSettings(onChange: (settings: Settings) => void): void {
  watchStoredSettings((stored) => onChange(parseSettings(stored)));
}

/**
 * The area's own event: that of all areas tells every page each record that the background keeps in the session, before
 * and after. In Firefox a burst of calls waited for it.
 */
export function watchStoredSettings(onChange: (stored: unknown) => void): void {
  browser.storage.local.onChanged.addListener(({ [KEY]: change }) => {
    if (change) onChange(change.newValue);
  });
}

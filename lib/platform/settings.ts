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

export function watchStoredSettings(onChange: (stored: unknown) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = changes[KEY];
    if (area === 'local' && change) onChange(change.newValue);
  });
}

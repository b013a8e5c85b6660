import { browser } from 'wxt/browser';
import type { Milliseconds } from '../api/units';
import { createLayout, type LayoutStore, parseLayout } from '../store/layout';

const KEY = 'layout';

/** An edge that is dragged changes with every frame: its rest is what is worth a write. */
const REST: Milliseconds = 200;

/** The layout of lists as the user left it, kept in `storage.local` from here on. */
export async function keptLayout(): Promise<LayoutStore> {
  const stored: Record<string, unknown> = await browser.storage.local.get(KEY);
  const layout = createLayout(parseLayout(stored[KEY]));
  let timer: ReturnType<typeof setTimeout> | undefined;
  layout.subscribe((state) => {
    clearTimeout(timer);
    timer = setTimeout(() => void browser.storage.local.set({ [KEY]: parseLayout(state) }), REST);
  });
  return layout;
}

export async function forgetLayout(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

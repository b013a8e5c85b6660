import type { Settings } from '../store/settings';
import { loadSettings, watchSettings } from './settings';

/** Keeps a page in the theme of the settings; the panel follows DevTools instead. */
export async function followThemeSetting(root: HTMLElement): Promise<void> {
  const apply = ({ theme }: Settings) => {
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  };
  watchSettings(apply);
  apply(await loadSettings());
}

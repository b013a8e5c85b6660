import { browser } from 'wxt/browser';

/** Chrome's own name for it; the polyfill's types know only Firefox's `onThemeChanged`. */
interface ThemedPanels {
  readonly themeName?: string;
  readonly onThemeChanged?: { addListener(listener: (name: string) => void): void };
  setThemeChangeHandler?(listener: (name: string) => void): void;
}

/**
 * Keeps `data-theme` of this page the same as the theme of DevTools, which need not be the system's.
 * `default` is Chrome's name of the light one.
 */
export function followDevtoolsTheme(root: HTMLElement): void {
  const panels: ThemedPanels = browser.devtools.panels;
  const apply = (name: string | undefined) => {
    root.dataset['theme'] = name === 'dark' ? 'dark' : 'light';
  };
  apply(panels.themeName);
  if (panels.onThemeChanged) panels.onThemeChanged.addListener(apply);
  else panels.setThemeChangeHandler?.(apply);
}

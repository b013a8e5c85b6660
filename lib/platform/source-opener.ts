import { browser } from 'wxt/browser';
import type { PageActions } from '../store/feed-state';

/** What Chromium's DevTools have beyond the polyfill's types; Firefox has neither. */
interface SourcePanels {
  openResource?(url: string, lineNumber: number, callback: () => void): void;
}
interface InspectedResources {
  getResources(callback: (resources: readonly { readonly url: string }[]) => void): void;
}

const withoutQuery = (url: string) => url.replace(/[?#].*$/s, '');

/** Shows places of the user's code in Sources; nothing where the browser's DevTools cannot. */
export function sourceOpener(): Pick<PageActions, 'openSource'> {
  const panels: SourcePanels = browser.devtools.panels;
  if (panels.openResource === undefined) return {};
  return {
    openSource(url, line) {
      const resources = browser.devtools.inspectedWindow as unknown as InspectedResources;
      // A place is kept without its query, a development server's files are known by it.
      resources.getResources((all) => {
        const known = all.find((one) => one.url === url) ?? all.find((one) => withoutQuery(one.url) === url);
        panels.openResource?.(known?.url ?? url, line - 1, () => {});
      });
    },
  };
}

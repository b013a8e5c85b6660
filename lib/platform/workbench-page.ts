import { deepLinkText, parseDeepLink } from '../store/deep-link';
import type { WorkbenchPage } from '../store/workbench';

export const workbenchPage: WorkbenchPage = {
  async readClipboard() {
    try {
      return await navigator.clipboard.readText();
    } catch {
      return undefined;
    }
  },
  watchLink(onLink) {
    const tell = () => {
      const link = parseDeepLink(location.hash);
      if (link) onLink(link);
    };
    tell();
    addEventListener('hashchange', tell);
    return () => removeEventListener('hashchange', tell);
  },
  setLink: (link) =>
    history.replaceState(null, '', link ? deepLinkText(link) : `${location.pathname}${location.search}`),
};

/** The tab whose calls the page was asked to show: `?tab=12&site=https://app.example.com`. */
export function askedTab(): { readonly tabId: number; readonly origin?: string } | undefined {
  const parameters = new URLSearchParams(location.search);
  const tabId = Number.parseInt(parameters.get('tab') ?? '', 10);
  const site = parameters.get('site');
  if (!Number.isInteger(tabId)) return undefined;
  return { tabId, ...(site !== null && URL.canParse(site) && { origin: new URL(site).origin }) };
}

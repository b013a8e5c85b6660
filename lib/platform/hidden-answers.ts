import { browser } from 'wxt/browser';
import { INFUZU_MATCH_PATTERN } from '../api/hosts';
import { matchPatternOf, ownHostPatterns, type Settings } from '../store/settings';
import { loadSettings, watchSettings } from './settings';

/**
 * Chromium only: while one listener with `extraHeaders` is there, preflights and the status of answers that CORS
 * hides become visible, also to the plain listeners of the background. It slows every request of the browser, so it
 * lives only as long as the caller: a page that somebody looks at. Firefox shows both without it, and throws on it.
 * @returns takes it away again
 */
export function showHiddenAnswers(urls: string[]): () => void {
  const webRequest = browser.webRequest as typeof browser.webRequest | undefined;
  const options = webRequest?.OnBeforeRedirectOptions as Record<string, string> | undefined;
  if (!webRequest || !options || !Object.values(options).includes('extraHeaders')) return () => {};
  const ignore = () => undefined;
  // Any event does; this one is rare, so that next to nothing is told that nobody reads.
  webRequest.onBeforeRedirect.addListener(ignore, { urls }, ['extraHeaders'] as never);
  return () => webRequest.onBeforeRedirect.removeListener(ignore);
}

/** Shows those of Infuzu and of the user's own hosts, for as long as the page is there. */
export function followHiddenAnswers(): void {
  let listening: string[] = [];
  let hide = () => {};
  const show = (urls: string[]) => {
    if (urls.join(' ') === listening.join(' ')) return;
    hide();
    listening = urls;
    hide = showHiddenAnswers(urls);
  };
  const follow = (settings: Settings) =>
    show([INFUZU_MATCH_PATTERN, ...ownHostPatterns(settings).map(matchPatternOf)]);
  show([INFUZU_MATCH_PATTERN]);
  watchSettings(follow);
  void loadSettings().then(follow);
}

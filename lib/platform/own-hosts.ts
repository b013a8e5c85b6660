import { type HostPattern, isInfuzuHostname, isObservedUrl } from '../api/hosts';
import type { WebRequestDetails, WebRequestEvent } from '../observe/from-web-request';
import { DEFAULT_SETTINGS, matchPatternOf, ownHostPatterns, type Settings } from '../store/settings';
import { loadSettings, watchSettings } from './settings';
import { listenToWebRequest } from './web-request';

/** Events that wait for the settings at the start; a burst is smaller. */
const MAX_WAITING = 500;
/** Firefox's event page may read this at once; Chromium's worker has nothing of the kind. */
const CACHE = 'own-host-patterns';

function cachedUrls(): string[] | undefined {
  if (typeof localStorage === 'undefined') return undefined;
  const text = localStorage.getItem(CACHE);
  return text === null ? [] : text.split(' ').filter((url) => url !== '');
}

/**
 * Listens to the hosts that the user added. A stopped background is woken only by listeners that its first turn
 * registers again, and the settings come later: so a worker first listens to all that it is allowed to see, holds
 * those events back, and narrows the listener down as soon as the settings are there.
 */
export function listenToOwnHosts(
  onEvent: (event: WebRequestEvent, details: WebRequestDetails) => void,
): void {
  let patterns: readonly HostPattern[] | undefined;
  let waiting: [WebRequestEvent, WebRequestDetails][] = [];
  const take = (event: WebRequestEvent, details: WebRequestDetails) => {
    const url = new URL(details.url);
    if (isInfuzuHostname(url.hostname)) return;
    if (patterns === undefined) {
      if (waiting.length < MAX_WAITING) waiting.push([event, details]);
    } else if (isObservedUrl(url, patterns)) onEvent(event, details);
  };
  let listening = cachedUrls() ?? ['*://*/*'];
  let remove = listening.length > 0 ? listenToWebRequest(listening, take) : () => {};

  const use = (settings: Settings) => {
    patterns = ownHostPatterns(settings);
    const urls = patterns.map(matchPatternOf);
    if (typeof localStorage !== 'undefined') localStorage.setItem(CACHE, urls.join(' '));
    if (urls.join(' ') !== listening.join(' ')) {
      remove();
      listening = urls;
      remove = urls.length > 0 ? listenToWebRequest(urls, take) : () => {};
    }
    const held = waiting;
    waiting = [];
    for (const [event, details] of held) take(event, details);
  };
  watchSettings(use);
  // Without settings nothing but Infuzu is observed.
  loadSettings().then(use, () => use(DEFAULT_SETTINGS));
}

import { type HostPattern, isInfuzuHostname, isObservedUrl } from '../api/hosts';
import type { WebRequestDetails, WebRequestEvent } from '../observe/from-web-request';
import { DEFAULT_SETTINGS, matchPatternOf, ownHostPatterns, type Settings } from '../store/settings';
import { loadSettings, watchSettings } from './settings';
import { listenToWebRequest } from './web-request';

/** Events that wait for the settings at the start; a burst is smaller. */
const MAX_WAITING = 500;
/** Firefox's event page may read this at once; Chromium's worker has nothing of the kind. */
const CACHE = 'own-host-patterns';
const ANY_HOST = ['*://*/*'];
/** Calls of code, and forms. The parts that a page is made of would wake the worker again and again. */
const TYPES_OF_CALLS = ['xmlhttprequest', 'ping', 'main_frame', 'sub_frame', 'other'];

function cachedUrls(): string[] {
  return localStorage.getItem(CACHE)?.split(' ').filter(Boolean) ?? [];
}

/**
 * Listens to the hosts that the user added. A stopped background is woken only by listeners that its first turn
 * registers again, and in that turn Chromium's worker cannot know the hosts yet. It cannot narrow its listener down later
 * either: Chromium knows the listeners of a worker by their number, so one that is registered late is not found again
 * after the next rest, and what wakes the worker is lost (measured, 156). So there it listens to all hosts that it is
 * allowed to see, and drops by their address the requests to others.
 */
export function listenToOwnHosts(
  onEvent: (event: WebRequestEvent, details: WebRequestDetails) => void,
): void {
  let patterns: readonly HostPattern[] | undefined;
  let waiting: [WebRequestEvent, WebRequestDetails][] = [];
  const take = (event: WebRequestEvent, details: WebRequestDetails) => {
    if (patterns === undefined) {
      if (waiting.length < MAX_WAITING) waiting.push([event, details]);
      return;
    }
    if (patterns.length === 0) return;
    const url = new URL(details.url);
    if (!isInfuzuHostname(url.hostname) && isObservedUrl(url, patterns)) onEvent(event, details);
  };
  const listen = import.meta.env.FIREFOX ? narrowListener(take) : () => {};
  if (!import.meta.env.FIREFOX) listenToWebRequest(ANY_HOST, take, TYPES_OF_CALLS);

  const use = (settings: Settings) => {
    patterns = ownHostPatterns(settings);
    listen(patterns.map(matchPatternOf));
    const held = waiting;
    waiting = [];
    for (const [event, details] of held) take(event, details);
  };
  watchSettings(use);
  // Without settings nothing but Infuzu is observed.
  loadSettings().then(use, () => use(DEFAULT_SETTINGS));
}

/** Listens at once to the hosts of the last time. @returns changes them */
function narrowListener(take: Parameters<typeof listenToWebRequest>[1]): (urls: string[]) => void {
  const listen = (urls: string[]) => (urls.length > 0 ? listenToWebRequest(urls, take) : () => {});
  let listening = cachedUrls();
  let remove = listen(listening);
  return (urls) => {
    if (urls.join(' ') === listening.join(' ')) return;
    localStorage.setItem(CACHE, urls.join(' '));
    remove();
    listening = urls;
    remove = listen(urls);
  };
}

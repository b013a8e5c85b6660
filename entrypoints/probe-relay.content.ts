import { defineContentScript } from 'wxt/utils/define-content-script';
import { DOOR_WANTED, tellBackground } from '../lib/platform/probe-sender';
import { loadStoredSettings, watchStoredSettings } from '../lib/platform/settings';
import { PROBE_EVENT, PROBE_HOSTS } from '../lib/probe/probe-call';
import { createRelay } from '../lib/probe/relay';
import type { Settings } from '../lib/store/settings';

/** All that a page costs which never calls: what takes its calls apart is large, and comes with the first of them. */
export default defineContentScript({
  matches: ['*://*.infuzu.com/*', 'http://localhost/*', 'http://127.0.0.1/*'],
  runAt: 'document_start',
  allFrames: true,
  // Frames written by the page itself have no address.
  matchOriginAsFallback: true,
  main() {
    const tellHosts = (settings: unknown) => {
      const { ownHosts = [] }: Partial<Settings> = settings ?? {};
      document.dispatchEvent(new CustomEvent(PROBE_HOSTS, { detail: JSON.stringify(ownHosts) }));
    };
    loadStoredSettings().then(tellHosts, () => {});
    watchStoredSettings(tellHosts);
    const relay = createRelay(
      () => void tellBackground(DOOR_WANTED),
      () => performance.now(),
    );
    globalThis.infuzuRelay = relay;
    document.addEventListener(PROBE_EVENT, (event) => relay.take((event as CustomEvent<unknown>).detail));
  },
});

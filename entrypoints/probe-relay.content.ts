import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { DOOR_WANTED } from '../lib/platform/probe-messages';
import { loadSettings, watchSettings } from '../lib/platform/settings';
import { PROBE_EVENT, PROBE_HOSTS } from '../lib/probe/probe-call';
import { MAX_WAITING, type Relay } from '../lib/probe/relay';
import type { Settings } from '../lib/store/settings';

/** All that a page costs which never calls: what takes its calls apart is large, and comes with the first of them. */
export default defineContentScript({
  matches: ['*://*.infuzu.com/*', 'http://localhost/*', 'http://127.0.0.1/*'],
  runAt: 'document_start',
  allFrames: true,
  main() {
    const tellHosts = ({ ownHosts }: Settings) =>
      document.dispatchEvent(new CustomEvent(PROBE_HOSTS, { detail: JSON.stringify(ownHosts) }));
    loadSettings().then(tellHosts, () => {});
    watchSettings(tellHosts);
    const relay: Relay = {
      waiting: [],
      take(detail) {
        if (this.waiting.length >= MAX_WAITING) return;
        // After an update of the extension nobody is there.
        if (this.waiting.push(detail) === 1) browser.runtime.sendMessage(DOOR_WANTED).catch(() => {});
      },
    };
    globalThis.infuzuRelay = relay;
    document.addEventListener(PROBE_EVENT, (event) => relay.take((event as CustomEvent<unknown>).detail));
  },
});

import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { observeProbeCall } from '../lib/observe/from-probe';
import type { ProbeMessage } from '../lib/platform/probe-messages';
import { loadSettings, watchSettings } from '../lib/platform/settings';
import { PROBE_EVENT, PROBE_HOSTS, parseProbeCall } from '../lib/probe/probe-call';
import type { Settings } from '../lib/store/settings';

export default defineContentScript({
  matches: ['*://*.infuzu.com/*', 'http://localhost/*', 'http://127.0.0.1/*'],
  runAt: 'document_start',
  allFrames: true,
  main() {
    const tellHosts = ({ ownHosts }: Settings) =>
      document.dispatchEvent(new CustomEvent(PROBE_HOSTS, { detail: JSON.stringify(ownHosts) }));
    loadSettings().then(tellHosts, () => {});
    watchSettings(tellHosts);
    document.addEventListener(PROBE_EVENT, (event) => {
      const call = parseProbeCall((event as CustomEvent<unknown>).detail);
      if (!call) return;
      const message: ProbeMessage = {
        type: 'probe-call',
        document: performance.timeOrigin,
        facts: observeProbeCall(call, undefined),
      };
      // Nobody answers; after an update of the extension nobody is there.
      browser.runtime.sendMessage(message).catch(() => {});
    });
  },
});

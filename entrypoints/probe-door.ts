import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { observeProbeCall } from '../lib/observe/from-probe';
import type { ProbeMessage } from '../lib/platform/probe-messages';
import { parseProbeCall } from '../lib/probe/probe-call';

/** Comes beside the page with its first call, and takes the facts there: no key leaves the page's process. */
export default defineUnlistedScript(() => {
  const relay = globalThis.infuzuRelay;
  // The frame may have gone to another document meanwhile.
  if (!relay) return;
  relay.take = (detail) => {
    const call = parseProbeCall(detail);
    if (!call) return;
    const message: ProbeMessage = {
      type: 'probe-call',
      document: performance.timeOrigin,
      facts: observeProbeCall(call, undefined),
    };
    // Nobody answers; after an update of the extension nobody is there.
    browser.runtime.sendMessage(message).catch(() => {});
  };
  for (const detail of relay.waiting.splice(0)) relay.take(detail);
});

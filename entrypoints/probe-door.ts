import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { observeProbeCall } from '../lib/observe/from-probe';
import { type ProbeMessage, tellBackground } from '../lib/platform/probe-sender';
import { isPagesOwn, parseProbeCall } from '../lib/probe/probe-call';

/** Comes beside the page with its first call, and takes the facts there: no key leaves the page's process. */
export default defineUnlistedScript(() => {
  const relay = globalThis.infuzuRelay;
  // The frame may have gone to another document meanwhile.
  if (!relay) return;
  let isWatched = true;
  relay.take = async (detail) => {
    const call = isWatched && parseProbeCall(detail);
    // It stands on sites that webRequest sees.
    if (!call || !isPagesOwn(call)) return;
    const message: ProbeMessage = {
      type: 'probe-call',
      document: performance.timeOrigin,
      facts: observeProbeCall(call, undefined),
    };
    // The user took the site back while it was open.
    if ((await tellBackground(message)) === false) isWatched = false;
  };
  for (const detail of relay.waiting.splice(0)) relay.take(detail);
});

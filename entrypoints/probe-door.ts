import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { observeProbeCall } from '../lib/observe/from-probe';
import { ProbeOutbox } from '../lib/platform/probe-outbox';
import { tellBackground } from '../lib/platform/probe-sender';
import { isPagesOwn, parseProbeCall } from '../lib/probe/probe-call';

/** Comes beside the page with its first call, and takes the facts there: no key leaves the page's process. */
export default defineUnlistedScript(() => {
  const relay = globalThis.infuzuRelay;
  // The frame may have gone to another document meanwhile.
  if (!relay) return;
  const outbox = new ProbeOutbox((calls) =>
    tellBackground({ type: 'probe-calls', document: performance.timeOrigin, calls }),
  );
  relay.take = (detail) => {
    const call = outbox.isWatched && parseProbeCall(detail);
    // It stands on sites that webRequest sees.
    if (call && isPagesOwn(call)) outbox.send(observeProbeCall(call, undefined));
  };
  addEventListener('pagehide', () => outbox.leave());
  addEventListener('pageshow', () => outbox.stay());
  for (const detail of relay.waiting.splice(0)) relay.take(detail);
});

import { defineContentScript } from 'wxt/utils/define-content-script';
import { installProbe } from '../lib/probe/install-probe';

export default defineContentScript({
  matches: ['*://*.infuzu.com/*', 'http://localhost/*', 'http://127.0.0.1/*'],
  world: 'MAIN',
  // A name of ours on the page's `window` would be seen.
  globalName: false,
  runAt: 'document_start',
  allFrames: true,
  // Frames written by the page itself have no address.
  matchOriginAsFallback: true,
  main() {
    installProbe(window);
  },
});

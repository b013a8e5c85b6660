import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Alarm } from '../lib/platform/steady-clock';

/** The worker of the devtools page: tells it when a time has come. */
export default defineUnlistedScript(() => {
  addEventListener('message', ({ data: { id, delay } }: MessageEvent<Alarm>) => {
    setTimeout(() => postMessage(id), delay);
  });
});

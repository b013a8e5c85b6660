import type { Salt } from '../../lib/exchange/fingerprint';
import type { ReadingReply, ReadingRequest } from '../../lib/messaging/reading';
import { ownHostPatterns, type Settings } from '../../lib/store/settings';
import type { StartReading } from '../../lib/store/workbench';

/** Reads every source in a worker of its own: with it go the raw text and all that was made of it on the way. */
export function readInWorkers(salt: Salt, settings: () => Settings): StartReading {
  return ({ data }, events) => {
    const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    worker.addEventListener('message', ({ data: reply }: MessageEvent<ReadingReply>) => {
      if (reply.type === 'progress') {
        events.progress(reply.fraction);
        return;
      }
      end();
      if (reply.type === 'done') events.done(reply.input);
      else events.failed(reply.problem);
    });
    // A message of the error could quote from the input.
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end();
      events.failed('broke-off');
    });
    const request: ReadingRequest = { data, ownHosts: ownHostPatterns(settings()), salt };
    worker.postMessage(request);
    return end;
  };
}

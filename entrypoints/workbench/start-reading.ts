import type { Salt } from '../../lib/exchange/fingerprint';
import type { ReadingReply, ReadingRequest } from '../../lib/messaging/reading';
import type { JudgedExchange } from '../../lib/store/judged-input';
import { ownHostPatterns, type Settings } from '../../lib/store/settings';
import type { StartReading } from '../../lib/store/workbench';

/** Reads every source in a worker of its own: with it go the raw text and all that was made of it on the way. */
export function readInWorkers(salt: Salt, settings: () => Settings): StartReading {
  return ({ data }, events) => {
    const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    const exchanges: JudgedExchange[] = [];
    worker.addEventListener('message', ({ data: reply }: MessageEvent<ReadingReply>) => {
      switch (reply.type) {
        case 'progress':
          events.progress(reply.fraction);
          return;
        case 'part':
          exchanges.push(...reply.exchanges);
          return;
        case 'done':
          end();
          events.done({ ...reply.rest, exchanges });
          return;
        case 'failed':
          end();
          events.failed(reply.problem);
          return;
        default:
          return reply satisfies never;
      }
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

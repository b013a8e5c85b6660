import type { ReadingReply, ReadingRequest } from '../../lib/messaging/reading';
import { decodeFile } from '../../lib/observe/decode-file';
import { judgeInput } from '../../lib/store/judged-input';

/** Telling every entry of a large file would cost more than reading it. */
const STEP = 0.01;
/** Taking so many costs the page less than a frame. */
const PART = 250;

// The types of a page and of a worker are both in force here.
const worker = self as unknown as DedicatedWorkerGlobalScope;
const reply = (message: ReadingReply) => worker.postMessage(message);

async function read({ data, ownHosts, salt }: ReadingRequest): Promise<ReadingReply> {
  let told = 0;
  const text = decodeFile(new Uint8Array(await data.arrayBuffer()));
  const result = judgeInput(text, { ownHosts, salt }, (fraction) => {
    if (fraction - told < STEP) return;
    told = fraction;
    reply({ type: 'progress', fraction });
  });
  if ('key' in result) return { type: 'failed', problem: result };
  const { exchanges, ...rest } = result;
  for (let at = 0; at < exchanges.length; at += PART) {
    reply({ type: 'part', exchanges: exchanges.slice(at, at + PART) });
  }
  return { type: 'done', rest };
}

worker.addEventListener('message', ({ data }: MessageEvent<ReadingRequest>) => {
  // What the error says could quote from the input.
  read(data).then(reply, () => reply({ type: 'failed', problem: 'broke-off' }));
});

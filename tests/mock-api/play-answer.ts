import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from './types';
import type { Wire } from './wire';

/** Between two events of a stream: enough that a client sees them come one by one. */
const EVENT_GAP_MS = 10;

/** Sends an answer, in its time and with the ending that it asks for. Stops silently when the client has gone. */
export async function playAnswer(answer: Answer, wire: Wire): Promise<void> {
  try {
    await pause(answer.delayMs, wire);
    if (answer.ending === 'reset') return wire.destroy();
    if (answer.body.kind === 'events') await playEvents(answer, answer.body.events, wire);
    else await playWhole(answer, answer.body.bytes, wire);
  } catch (error) {
    // The only way to fail here is the client's or the stand-in's own hanging up during a pause.
    if (!wire.closed.aborted) throw error;
  }
}

async function playWhole(answer: Answer, bytes: Buffer, wire: Wire): Promise<void> {
  // RFC 9110 §8.6: no content-length on these two.
  const bodiless = answer.status === 204 || answer.status === 304;
  wire.head(
    answer.status,
    bodiless ? answer.headers : { ...answer.headers, 'content-length': String(bytes.length) },
  );
  await pause(answer.bodyDelayMs, wire);
  if (answer.ending !== 'cut') return wire.end(bytes.length === 0 ? undefined : bytes);
  await wire.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
  wire.destroy();
}

async function playEvents(answer: Answer, events: readonly string[], wire: Wire): Promise<void> {
  wire.head(answer.status, answer.headers);
  await pause(answer.bodyDelayMs, wire);
  const played = answer.ending === 'cut' ? events.slice(0, Math.floor(events.length / 2)) : events;
  for (const event of played) {
    await wire.write(event);
    await pause(EVENT_GAP_MS, wire);
  }
  if (answer.ending === 'cut') wire.destroy();
  else wire.end();
}

async function pause(ms: number | undefined, { closed }: Wire): Promise<void> {
  if (ms) await wait(ms, undefined, { signal: closed });
}

import type { Exchange } from '../exchange/exchange';
import { headerValue } from '../exchange/header-facts';
import { presentValue } from '../exchange/presence';
import { browserFailureOf } from './browser-failure';

/** How a stream ended: `done` with `[DONE]`, `closed` without it, `reported` by an error of the server. */
export type StreamEnd = 'running' | 'aborted' | 'broken' | 'reported' | 'done' | 'closed' | 'unknown';

/** Who ended the event stream that answers a call; `undefined` where the answer is none. */
export function streamEndOf({ state, error, response }: Exchange): StreamEnd | undefined {
  const answer = presentValue(response);
  if (answer === undefined) return undefined;
  const body = presentValue(answer.body);
  const isStream =
    body?.shape === 'event-stream' ||
    /^text\/event-stream/i.test(headerValue(answer.headers, 'content-type') ?? '');
  if (!isStream) return undefined;
  if (state === 'pending') return 'running';
  if (error !== undefined) return browserFailureOf(error.text) === 'aborted' ? 'aborted' : 'broken';
  if (body?.stream === undefined) return 'unknown';
  if (body.errors.length > 0) return 'reported';
  return body.stream.done ? 'done' : 'closed';
}

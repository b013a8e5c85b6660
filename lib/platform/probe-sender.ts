import { browser } from 'wxt/browser';
import type { Milliseconds } from '../api/units';
import type { ProbeFacts } from '../observe/from-probe';

/** The relay asks for the door: the script that takes the facts of its page's calls, beside the page. */
export const DOOR_WANTED = 'probe-door';

/** What the door sends. */
export interface ProbeMessage {
  readonly type: 'probe-calls';
  /** Tells the documents of one frame apart. */
  readonly document: number;
  /** A call is told in steps, each with something of its own. */
  readonly calls: readonly ProbeFacts[];
}

const MAX_TRIES = 3;
const PATIENCE: Milliseconds = 5_000;

/**
 * Tells the background, and the next one where it was stopped before it answered: the message went with it. After an
 * update of the extension even the attempt throws.
 * @returns its answer; `undefined` where there was none
 */
export async function tellBackground(message: ProbeMessage | typeof DOOR_WANTED): Promise<unknown> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    try {
      const patience = new Promise((done) => setTimeout(done, PATIENCE));
      const answer = await Promise.race([browser.runtime.sendMessage(message), patience]);
      if (answer !== undefined) return answer;
    } catch {
      // It was stopped.
    }
  }
  return undefined;
}

import { browser } from 'wxt/browser';
import type { ProbeFacts } from '../observe/from-probe';

/** The relay asks for the door: the script that takes the facts of its page's calls, beside the page. */
export const DOOR_WANTED = 'probe-door';

/** What the door sends. */
export interface ProbeMessage {
  readonly type: 'probe-call';
  /** Tells the documents of one frame apart. */
  readonly document: number;
  readonly facts: ProbeFacts;
}

/** Tells the background, which may be gone: after an update of the extension even the attempt throws. */
export async function tellBackground(message: ProbeMessage | typeof DOOR_WANTED): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch {
    return undefined;
  }
}

import type { Milliseconds } from '../api/units';

/** Passes the details of `PROBE_EVENT` on; the content scripts of one frame share it, and no other world sees it. */
export interface Relay {
  /** Details that came before the door, at most `MAX_WAITING`. */
  readonly waiting: unknown[];
  take(detail: unknown): void;
}

export const MAX_WAITING = 500;
/** A door that is not there by now was lost with the background that it was asked of. */
const ASK_AGAIN: Milliseconds = 1_000;

declare global {
  var infuzuRelay: Relay | undefined;
}

/** Keeps what comes until the door takes it over, and asks for the door. */
export function createRelay(askForDoor: () => void, now: () => Milliseconds): Relay {
  let asked = Number.NEGATIVE_INFINITY;
  return {
    waiting: [],
    take(detail) {
      if (this.waiting.length < MAX_WAITING) this.waiting.push(detail);
      if (now() - asked < ASK_AGAIN) return;
      asked = now();
      askForDoor();
    },
  };
}

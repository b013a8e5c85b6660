import type { ProbeFacts } from '../observe/from-probe';

/** So many wait at most, as in a burst of a thousand calls, each told in a few steps. */
export const MAX_WAITING = 5_000;
/** So many go in one message, some 100 kB. */
export const PORTION = 200;

/**
 * What the door has to tell: one message is under way at a time, and what comes meanwhile goes with the next. Each costs
 * the page a channel of its own.
 */
export class ProbeOutbox {
  #waiting: ProbeFacts[] = [];
  #isSending = false;
  #isLeaving = false;
  #isWatched = true;

  /** @param tell resolves to `false` where the user took the site back while it was open */
  constructor(private readonly tell: (calls: readonly ProbeFacts[]) => Promise<unknown>) {}

  get isWatched(): boolean {
    return this.#isWatched;
  }

  send(call: ProbeFacts): void {
    if (this.#waiting.length < MAX_WAITING) this.#waiting.push(call);
    if (this.#isLeaving) this.#sendAll();
    else if (!this.#isSending) void this.#sendWaiting();
  }

  /** The page goes away, and what waits would go with it; so would what its last listeners do. */
  leave(): void {
    this.#isLeaving = true;
    this.#sendAll();
  }

  /** The page is back, out of the browser's cache. */
  stay(): void {
    this.#isLeaving = false;
  }

  #sendAll(): void {
    while (this.#waiting.length > 0) void this.#sendPortion();
  }

  async #sendWaiting(): Promise<void> {
    this.#isSending = true;
    // What the page does in one go is told in one go.
    await undefined;
    while (this.#waiting.length > 0) await this.#sendPortion();
    this.#isSending = false;
  }

  async #sendPortion(): Promise<void> {
    if ((await this.tell(this.#waiting.splice(0, PORTION))) !== false) return;
    this.#isWatched = false;
    this.#waiting = [];
  }
}

import type { EpochMilliseconds, Milliseconds } from '../api/units';

/** A busy browser tells some seconds late that a connection is gone. */
const KEPT_FOR: Milliseconds = 10_000;
const MAX_KEPT = 1_000;

/**
 * What was sent a moment ago, in its latest form, to be sent again to the next background: a browser that stops the
 * background throws away what was on its way to it, and tells only afterwards that the connection is gone.
 */
export class RecentlySent<Message> {
  #sent = new Map<string, { readonly at: EpochMilliseconds; readonly message: Message }>();

  add(id: string, message: Message, now: EpochMilliseconds): void {
    this.#sent.delete(id);
    this.#sent.set(id, { at: now, message });
    for (const [oldest, { at }] of this.#sent) {
      if (at >= now - KEPT_FOR && this.#sent.size <= MAX_KEPT) return;
      this.#sent.delete(oldest);
    }
  }

  /** In the order in which it was sent. */
  since(now: EpochMilliseconds): readonly Message[] {
    return [...this.#sent.values()].filter(({ at }) => at >= now - KEPT_FOR).map(({ message }) => message);
  }
}

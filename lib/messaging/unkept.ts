/** More is hardly under way at once: a burst of a thousand calls, each told in a few steps. */
const MAX_UNKEPT = 5_000;

/**
 * What was sent and is not yet said to be kept, in its latest form, to be sent again to the next background: a browser
 * that stops the background throws away what was on its way to it, and what it had not written yet is lost with it.
 */
export class Unkept<Message> {
  #sent = new Map<string, { readonly number: number; readonly message: Message }>();
  #latest = 0;

  /** The number of what was sent last, counted from 1. */
  get latest(): number {
    return this.#latest;
  }

  add(id: string, message: Message): void {
    this.#sent.delete(id);
    this.#sent.set(id, { number: ++this.#latest, message });
    if (this.#sent.size <= MAX_UNKEPT) return;
    for (const oldest of this.#sent.keys()) {
      this.#sent.delete(oldest);
      return;
    }
  }

  /** What was sent up to this number is kept. */
  keep(latest: number): void {
    for (const [id, { number }] of this.#sent) {
      if (number > latest) return;
      this.#sent.delete(id);
    }
  }

  /** In the order in which it was sent. */
  all(): readonly Message[] {
    return [...this.#sent.values()].map(({ message }) => message);
  }
}

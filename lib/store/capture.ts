import type { Salt } from '../exchange/fingerprint';
import type { Observation } from '../exchange/observation';
import { observeWebRequest, type WebRequestDetails, type WebRequestEvent } from '../observe/from-web-request';
import type { ExchangeStore } from './exchange-store';
import type { EarlierRecords } from './kept-records';

/** What an earlier life of the background left. */
export interface EarlierLife extends EarlierRecords {
  readonly salt: Salt;
}

/**
 * Takes events in order, from the first turn of the background on. Until the earlier life is read back they wait
 * as the browser handed them out: the salt that facts need is a part of it.
 */
export class Capture {
  #salt: Salt | undefined;
  #waiting: (() => void)[] = [];
  /** Resolves when the store holds what the earlier life wrote. */
  readonly ready: Promise<Salt>;

  constructor(
    private readonly store: ExchangeStore,
    earlier: Promise<EarlierLife>,
  ) {
    this.ready = earlier.then(({ salt, ...left }) => {
      this.store.restore(left);
      this.#salt = salt;
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const take of waiting) take();
      return salt;
    });
  }

  get paused(): boolean {
    return this.store.cleared.isPaused;
  }

  set paused(paused: boolean) {
    const now = Date.now();
    this.#whenReady(() => this.store.cleared.setPaused(paused, now));
  }

  webRequest(event: WebRequestEvent, details: WebRequestDetails): void {
    this.#whenReady((salt) => {
      const known = this.store.current(details.requestId);
      // A pause lets running calls end, and begins no new ones.
      if (this.paused && known === undefined) this.store.cleared.add(details.requestId);
      this.store.observe(observeWebRequest(event, details, known, salt));
    });
  }

  observe(observation: Observation): void {
    this.#whenReady(() => this.store.observe(observation));
  }

  #whenReady(take: (salt: Salt) => void): void {
    const salt = this.#salt;
    if (salt === undefined) {
      this.#waiting.push(() => this.#whenReady(take));
      return;
    }
    try {
      take(salt);
    } catch {
      // One event that cannot be read takes none of the others with it. What is thrown may name an address, with a key.
    }
  }
}

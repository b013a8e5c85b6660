import type { EpochMilliseconds } from '../api/units';
import type { ExchangeStore } from '../store/exchange-store';
import type { Coverage } from '../store/feed-state';
import { isInScope } from '../store/scope';
import type { StoreChange } from '../store/store-options';
import type { Channel } from './channel';
import { type FeedMessage, type FeedScope, isFeedRequest } from './messages';

interface Subscriber extends FeedScope {
  readonly channel: Channel;
}

/** What the server needs of the background around it. */
export interface FeedHost {
  readonly store: ExchangeStore;
  /** Resolves when the store holds again what an earlier life of the background wrote. */
  readonly ready: Promise<unknown>;
  isPaused(): boolean;
  setPaused(paused: boolean): void;
  coverageOf(scope: FeedScope): Promise<Coverage>;
}

/** So many exchanges go in one message, about 1 MB: a list of thousands is begun at once, and no message is too large. */
const PORTION = 300;

/** Serves the store to the pages that read it, each narrowed to its tab. */
export class FeedServer {
  #subscribers = new Set<Subscriber>();

  constructor(private readonly host: FeedHost) {}

  /** Takes a page that has just connected. */
  accept(channel: Channel): void {
    let subscriber: Subscriber | undefined;
    channel.listen(
      (message) => {
        if (!isFeedRequest(message)) return;
        if (message.type === 'subscribe') {
          const { type: _, ...scope } = message;
          const before = subscriber;
          const own: Subscriber = { channel, ...scope };
          subscriber = own;
          // Where the background is taken down meanwhile, the page connects to the next one.
          this.#welcome(own, before, () => subscriber === own).catch(() => {});
        } else if (message.type === 'set-paused') this.host.setPaused(message.paused);
        else if (message.type === 'forget')
          void this.host.ready.then(() => this.host.store.clear(Date.now()));
        else if (subscriber)
          this.#clear(message.what === 'tab' ? { tabId: subscriber.tabId } : subscriber, message.before);
      },
      () => {
        if (subscriber) this.#subscribers.delete(subscriber);
        subscriber = undefined;
      },
    );
  }

  #clear(scope: FeedScope, before: EpochMilliseconds): void {
    void this.host.ready.then(() => this.host.store.clear(before, scope));
  }

  /** @param before what the same page read so far: it has that already */
  async #welcome(
    subscriber: Subscriber,
    before: Subscriber | undefined,
    isWanted: () => boolean,
  ): Promise<void> {
    await this.host.ready;
    const coverage = await this.host.coverageOf(subscriber);
    if (!isWanted()) return;
    const { store } = this.host;
    store.expire(Date.now());
    const own = store.exchanges().filter((exchange) => isInScope(exchange, subscriber));
    const ids = own.map(({ id }) => id);
    const dropped = store.dropped.get(subscriber.tabId) ?? 0;
    const paused = this.host.isPaused();
    const isContinued = before !== undefined && this.#subscribers.delete(before);
    const fresh = isContinued ? own.filter((exchange) => !isInScope(exchange, before)) : own;
    const exchanges = fresh.slice(-PORTION);
    this.#send(subscriber, { type: 'snapshot', ids, exchanges, dropped, paused, coverage });
    for (let end = fresh.length - PORTION; end > 0; end -= PORTION) {
      const upserted = fresh.slice(Math.max(0, end - PORTION), end);
      this.#send(subscriber, { type: 'change', upserted, removed: [], dropped });
    }
    this.#subscribers.add(subscriber);
  }

  /** Whether a page shows the calls of a tab. */
  isShown(tabId: number): boolean {
    return [...this.#subscribers].some((subscriber) => subscriber.tabId === tabId);
  }

  /** Tells every page what changed in its tab. */
  publish({ upserted, removed }: StoreChange): void {
    for (const subscriber of this.#subscribers) {
      const own = upserted.filter((exchange) => isInScope(exchange, subscriber));
      const gone = removed.filter((exchange) => isInScope(exchange, subscriber)).map(({ id }) => id);
      if (own.length === 0 && gone.length === 0) continue;
      const dropped = this.host.store.dropped.get(subscriber.tabId) ?? 0;
      this.#send(subscriber, { type: 'change', upserted: own, removed: gone, dropped });
    }
  }

  publishPaused(paused: boolean): void {
    for (const subscriber of this.#subscribers) this.#send(subscriber, { type: 'paused', paused });
  }

  /** Permissions changed, or DevTools came or went: what can be seen is told anew. */
  async publishCoverage(): Promise<void> {
    for (const subscriber of this.#subscribers) {
      // Firefox answers no question while it takes the background down; the next one tells.
      const coverage = await this.host.coverageOf(subscriber).catch(() => undefined);
      if (coverage) this.#send(subscriber, { type: 'coverage', coverage });
    }
  }

  #send(subscriber: Subscriber, message: FeedMessage): void {
    try {
      subscriber.channel.send(message);
    } catch {
      // The page closed between two events; its disconnect is on the way.
      this.#subscribers.delete(subscriber);
    }
  }
}

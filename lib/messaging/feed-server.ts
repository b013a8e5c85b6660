import type { EpochMilliseconds } from '../api/units';
import type { ExchangeStore } from '../store/exchange-store';
import type { Coverage } from '../store/feed-state';
import { isInScope } from '../store/scope';
import type { StoreChange } from '../store/store-options';
import type { Channel } from './channel';
import { type FeedMessage, type FeedScope, isFeedRequest } from './messages';

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
  /** What each page reads that has its snapshot. */
  #scopes = new Map<Channel, FeedScope>();

  constructor(private readonly host: FeedHost) {}

  /** Takes a page that has just connected. */
  accept(channel: Channel): void {
    let scope: FeedScope | undefined;
    channel.listen(
      (message) => {
        if (!isFeedRequest(message)) return;
        if (message.type === 'subscribe') {
          const { type: _, ...own } = message;
          scope = own;
          // Where the background is taken down meanwhile, the page connects to the next one.
          this.#welcome(channel, own, () => scope === own).catch(() => {});
        } else if (message.type === 'set-paused') this.host.setPaused(message.paused);
        else if (message.type === 'forget')
          void this.host.ready.then(() => this.host.store.clear(Date.now()));
        else if (scope) this.#clear(message.what === 'tab' ? { tabId: scope.tabId } : scope, message.before);
      },
      () => {
        this.#scopes.delete(channel);
        scope = undefined;
      },
    );
  }

  #clear(scope: FeedScope, before: EpochMilliseconds): void {
    void this.host.ready.then(() => this.host.store.clear(before, scope));
  }

  async #welcome(channel: Channel, scope: FeedScope, isWanted: () => boolean): Promise<void> {
    await this.host.ready;
    const coverage = await this.host.coverageOf(scope);
    if (!isWanted()) return;
    const { store } = this.host;
    store.expire(Date.now());
    const own = store.exchanges().filter((exchange) => isInScope(exchange, scope));
    const ids = own.map(({ id }) => id);
    const dropped = store.dropped.get(scope.tabId) ?? 0;
    const paused = this.host.isPaused();
    // What the page read so far, it has already.
    const before = this.#scopes.get(channel);
    const fresh = before ? own.filter((exchange) => !isInScope(exchange, before)) : own;
    const exchanges = fresh.slice(-PORTION);
    this.#send(channel, { type: 'snapshot', ids, exchanges, dropped, paused, coverage });
    for (let end = fresh.length - PORTION; end > 0; end -= PORTION) {
      const upserted = fresh.slice(Math.max(0, end - PORTION), end);
      this.#send(channel, { type: 'change', upserted, removed: [], dropped });
    }
    this.#scopes.set(channel, scope);
  }

  /** Whether a page shows the calls of a tab. */
  isShown(tabId: number): boolean {
    return [...this.#scopes.values()].some((scope) => scope.tabId === tabId);
  }

  /** Tells every page what changed in its tab. */
  publish({ upserted, removed }: StoreChange): void {
    for (const [channel, scope] of this.#scopes) {
      const own = upserted.filter((exchange) => isInScope(exchange, scope));
      const gone = removed.filter((exchange) => isInScope(exchange, scope)).map(({ id }) => id);
      if (own.length === 0 && gone.length === 0) continue;
      const dropped = this.host.store.dropped.get(scope.tabId) ?? 0;
      this.#send(channel, { type: 'change', upserted: own, removed: gone, dropped });
    }
  }

  publishPaused(paused: boolean): void {
    for (const channel of this.#scopes.keys()) this.#send(channel, { type: 'paused', paused });
  }

  /** Permissions changed, or DevTools came or went: what can be seen is told anew. */
  async publishCoverage(): Promise<void> {
    for (const [channel, scope] of this.#scopes) {
      // Firefox answers no question while it takes the background down; the next one tells.
      const coverage = await this.host.coverageOf(scope).catch(() => undefined);
      if (coverage) this.#send(channel, { type: 'coverage', coverage });
    }
  }

  #send(channel: Channel, message: FeedMessage): void {
    try {
      channel.send(message);
    } catch {
      // The page closed between two events; its disconnect is on the way.
      this.#scopes.delete(channel);
    }
  }
}

import type { Milliseconds } from '../api/units';
import type { Exchange, ExchangeId } from '../exchange/exchange';
import type { ExchangeStore } from '../store/exchange-store';
import type { Coverage } from '../store/feed-state';
import { isInScope } from '../store/scope';
import type { StoreChange } from '../store/store-options';
import type { Channel } from './channel';
import { mergePatchOf } from './merge-patch';
import { type ExchangePatch, type FeedMessage, type FeedScope, isFeedRequest } from './messages';

/** What the server needs of the background around it. */
export interface FeedHost {
  readonly store: ExchangeStore;
  /** Resolves when the store holds again what an earlier life of the background wrote. */
  readonly ready: Promise<unknown>;
  isPaused(): boolean;
  setPaused(paused: boolean): void;
  coverageOf(scope: FeedScope): Promise<Coverage>;
}

/** More than a screen shows: the first message of a list of thousands is read and judged at once. */
const FIRST_PORTION = 60;
/** So many exchanges go in one message after it, about 1 MB: no message is too large. */
const PORTION = 300;
/** Before the first of them the page draws what it has, and between two it has its turn: messages in a row are all read first. */
const FIRST_DELAY: Milliseconds = 150;
const PORTION_DELAY: Milliseconds = 30;

interface Reader {
  readonly scope: FeedScope;
  /** What it is still to be told of the list that it began with, in order of start. */
  readonly untold: ExchangeId[];
  /** What it has, as it was told last. */
  readonly told: Map<ExchangeId, Exchange>;
}

/** Serves the store to the pages that read it, each narrowed to its tab. */
export class FeedServer {
  /** The pages that have their snapshot. */
  #readers = new Map<Channel, Reader>();

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
        else if (scope) {
          const { what, before, address } = message;
          const cleared = what === 'tab' ? { tabId: scope.tabId } : scope;
          void this.host.ready.then(() => this.host.store.clear(before, cleared, address));
        }
      },
      () => {
        this.#readers.delete(channel);
        scope = undefined;
      },
    );
  }

  async #welcome(channel: Channel, scope: FeedScope, isWanted: () => boolean): Promise<void> {
    await this.host.ready;
    const coverage = await this.host.coverageOf(scope);
    if (!isWanted()) return;
    const { store } = this.host;
    store.expire(Date.now());
    const own = store.exchanges().filter((exchange) => isInScope(exchange, scope));
    const before = this.#readers.get(channel);
    const isSameTab = before?.scope.tabId === scope.tabId;
    const told = isSameTab ? before.told : new Map<ExchangeId, Exchange>();
    const fresh = own.filter(({ id }) => !told.has(id));
    const first = fresh.slice(-FIRST_PORTION);
    const reader = { scope, untold: fresh.slice(0, -FIRST_PORTION).map(({ id }) => id), told };
    this.#readers.set(channel, reader);
    const ids = own.map(({ id }) => id);
    if (isSameTab) {
      // Most that it reads of another scope of its tab it has already.
      const kept = new Set(ids);
      const gone = [...told.keys()].filter((id) => !kept.has(id));
      this.#send(channel, { type: 'coverage', coverage });
      this.#sendChange(channel, reader, first, gone);
    } else {
      for (const exchange of first) told.set(exchange.id, exchange);
      const dropped = store.dropped.get(scope.tabId) ?? 0;
      const paused = this.host.isPaused();
      this.#send(channel, { type: 'snapshot', ids, exchanges: first, dropped, paused, coverage });
    }
    await this.#sendUntold(channel, reader);
  }

  /** The newest come first. */
  async #sendUntold(channel: Channel, reader: Reader): Promise<void> {
    for (let delay = FIRST_DELAY; reader.untold.length > 0; delay = PORTION_DELAY) {
      await new Promise((resolve) => setTimeout(resolve, delay));
      if (this.#readers.get(channel) !== reader) return;
      const portion = reader.untold.splice(-PORTION).flatMap((id) => this.host.store.shown(id) ?? []);
      this.#sendChange(channel, reader, portion, []);
    }
  }

  /** Whether a page shows the calls of a tab. */
  isShown(tabId: number): boolean {
    return [...this.#readers.values()].some(({ scope }) => scope.tabId === tabId);
  }

  /** Tells every page what changed in its tab. */
  publish({ upserted, removed }: StoreChange): void {
    for (const [channel, reader] of this.#readers) {
      const { scope } = reader;
      const own = upserted.filter((exchange) => isInScope(exchange, scope));
      const gone = removed.filter((exchange) => isInScope(exchange, scope)).map(({ id }) => id);
      this.#sendChange(channel, reader, own, gone);
    }
  }

  publishPaused(paused: boolean): void {
    for (const channel of this.#readers.keys()) this.#send(channel, { type: 'paused', paused });
  }

  /** Permissions changed, or DevTools came or went: what can be seen is told anew. */
  async publishCoverage(): Promise<void> {
    for (const [channel, { scope }] of this.#readers) {
      // Firefox answers no question while it takes the background down; the next one tells.
      const coverage = await this.host.coverageOf(scope).catch(() => undefined);
      if (coverage) this.#send(channel, { type: 'coverage', coverage });
    }
  }

  #sendChange(
    channel: Channel,
    { scope, told }: Reader,
    changed: readonly Exchange[],
    removed: readonly ExchangeId[],
  ): void {
    const upserted: Exchange[] = [];
    const patched: ExchangePatch[] = [];
    for (const exchange of changed) {
      const { id } = exchange;
      const before = told.get(id);
      told.set(id, exchange);
      const patch = before && mergePatchOf(before, exchange);
      if (!before) upserted.push(exchange);
      else if (patch) patched.push({ id, patch });
    }
    for (const id of removed) told.delete(id);
    if (upserted.length + patched.length + removed.length === 0) return;
    const dropped = this.host.store.dropped.get(scope.tabId) ?? 0;
    this.#send(channel, { type: 'change', upserted, patched, removed, dropped });
  }

  #send(channel: Channel, message: FeedMessage): void {
    try {
      channel.send(message);
    } catch {
      // The page closed between two events; its disconnect is on the way.
      this.#readers.delete(channel);
    }
  }
}

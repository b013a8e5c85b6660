import type { Exchange, ExchangeId } from '../exchange/exchange';
import type { StoreChange } from './store-options';

/** The exchanges as pages see them, each with the group that shows it, and what of them is not told yet. */
export class ShownExchanges {
  #held = new Map<ExchangeId, Exchange>();
  #groupOf = new Map<ExchangeId, string>();
  #upserted = new Map<ExchangeId, Exchange>();
  #removed = new Map<ExchangeId, Exchange>();

  get all(): ReadonlyMap<ExchangeId, Exchange> {
    return this.#held;
  }

  groupOf(id: ExchangeId): string | undefined {
    return this.#groupOf.get(id);
  }

  set(id: ExchangeId, exchange: Exchange, group: string): void {
    this.#groupOf.set(id, group);
    if (this.#held.get(id) === exchange) return;
    this.#held.set(id, exchange);
    this.#removed.delete(id);
    this.#upserted.set(id, exchange);
  }

  delete(id: ExchangeId): void {
    const exchange = this.#held.get(id);
    if (!exchange) return;
    this.#held.delete(id);
    this.#groupOf.delete(id);
    this.#upserted.delete(id);
    this.#removed.set(id, exchange);
  }

  /** What changed since it was asked last. */
  takeChange(): StoreChange | undefined {
    if (this.#upserted.size + this.#removed.size === 0) return undefined;
    const change = { upserted: [...this.#upserted.values()], removed: [...this.#removed.values()] };
    this.#upserted = new Map();
    this.#removed = new Map();
    return change;
  }
}

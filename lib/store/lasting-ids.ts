import type { Exchange, ExchangeId } from '../exchange/exchange';
import { overlapOf } from './overlap';

/**
 * An exchange gets another id when the record of a second stream is joined to it. Makes a selector that leaves it the
 * id under which it was shown first, so that what is selected stays selected. What does not change stays the same
 * object.
 */
export function createLastingIds(): (exchanges: readonly Exchange[]) => readonly Exchange[] {
  let told: readonly Exchange[] = [];
  let shown = told;
  const firstIds = new Map<ExchangeId, ExchangeId>();
  const renamed = new WeakMap<Exchange, Exchange>();

  const rename = (exchange: Exchange): Exchange => {
    const id = firstIds.get(exchange.id);
    if (id === undefined) return exchange;
    const known = renamed.get(exchange) ?? { ...exchange, id };
    renamed.set(exchange, known);
    return known;
  };

  const follow = (former: readonly Exchange[], changed: readonly Exchange[]) => {
    const before = new Set(former.map(({ id }) => id));
    const now = new Set(changed.map(({ id }) => id));
    for (const { id, joinedIds } of changed) {
      const one = before.has(id) ? undefined : joinedIds?.find((own) => before.has(own) && !now.has(own));
      if (one !== undefined) firstIds.set(id, firstIds.get(one) ?? one);
    }
    // What was joined by mistake is shown by itself again.
    for (const [id, first] of firstIds) if (now.has(first)) firstIds.delete(id);
  };

  return (exchanges) => {
    if (exchanges === told) return shown;
    if (exchanges.length === 0) firstIds.clear();
    const { dropped, kept } = overlapOf(told, exchanges);
    const former = told.slice(kept === 0 ? 0 : dropped + kept);
    // Most rows are webRequest's from the start.
    if (firstIds.size > 0 || former.some(({ source }) => source !== 'web-request'))
      follow(former, exchanges.slice(kept));
    told = exchanges;
    shown = firstIds.size === 0 ? exchanges : exchanges.map(rename);
    return shown;
  };
}

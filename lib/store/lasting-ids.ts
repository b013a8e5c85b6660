import type { Exchange, ExchangeId } from '../exchange/exchange';

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

  return (exchanges) => {
    if (exchanges === told) return shown;
    if (exchanges.length === 0) firstIds.clear();
    let same = 0;
    while (same < told.length && told[same] === exchanges[same]) same++;
    const before = new Set(told.slice(same).map(({ id }) => id));
    const changed = exchanges.slice(same);
    const now = new Set(changed.map(({ id }) => id));
    for (const { id, joinedIds } of changed) {
      const former = before.has(id) ? undefined : joinedIds?.find((one) => before.has(one) && !now.has(one));
      if (former !== undefined) firstIds.set(id, firstIds.get(former) ?? former);
    }
    // What was joined by mistake is shown by itself again.
    for (const [id, first] of firstIds) if (now.has(first)) firstIds.delete(id);
    told = exchanges;
    shown = firstIds.size === 0 ? exchanges : exchanges.map(rename);
    return shown;
  };
}

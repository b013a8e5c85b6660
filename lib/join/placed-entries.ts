import type { HarObservation } from '../exchange/observation';
import { identityOf, type ListedEntry, rankKeyOf } from './har-order';

export type Order = NonNullable<HarObservation['order']>;

/** A body; `late` while DevTools still reads it, `undefined` where there is none to be had. */
export type Content<Body> = Body | 'late' | undefined;

/** Passes on what is known of an entry; `known` when only its place is new. */
export type Tell<Body> = (content: Content<Body> | 'known', order: Order | undefined) => void;

/** No body is kept here: it is taken apart where it is told. */
interface Own<Body> {
  body: 'none' | 'late' | 'told' | 'told-with-place';
  order: Order | undefined;
  readonly tell: Tell<Body>;
}

interface Place<Entry> {
  readonly entry: Entry;
  readonly order: Order;
}

/** The same call once more, as the page got it from its service worker: webRequest has it once. */
const isPagesHalf = ({ response }: ListedEntry) => response?._fetchedViaServiceWorker === true;

/** The places of all entries among those of equal method and URL, by identity, in the order of the list. */
function placesOf<Entry extends ListedEntry>(list: readonly Entry[]): ReadonlyMap<string, Place<Entry>[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of list) {
    if (isPagesHalf(entry)) continue;
    const key = rankKeyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const places = new Map<string, Place<Entry>[]>();
  for (const group of groups.values()) {
    for (const [index, entry] of group.entries()) {
      const identity = identityOf(entry);
      const own = places.get(identity) ?? [];
      places.set(identity, [...own, { entry, order: { index, count: group.length } }]);
    }
  }
  return places;
}

/**
 * Completes the entries that the listener told by what `getHAR()` knows of them: their place among equal calls, and in
 * Firefox also their body.
 */
export class PlacedEntries<Body> {
  #own = new Map<string, Own<Body>[]>();

  /** @returns takes the entry's body, when it comes and as often as more is known of it */
  add(entry: ListedEntry, tell: Tell<Body>): (content: Content<Body>) => void {
    const own: Own<Body> = { body: 'none', order: undefined, tell };
    const identity = identityOf(entry);
    if (!isPagesHalf(entry)) this.#own.set(identity, [...(this.#own.get(identity) ?? []), own]);
    return (content) => {
      // An empty hand takes nothing away, and what came with its place is surely right.
      if (own.body === 'told-with-place' || (content === undefined && own.body === 'told')) return;
      own.body = content === undefined ? 'none' : content === 'late' ? 'late' : 'told';
      tell(content, own.order);
    };
  }

  /**
   * Tells again what the list adds. Entries that are alike can be told apart only by a list that brings their bodies:
   * then each takes its body together with its place. Else they get no place, and lose one that an earlier list gave
   * them; they count for the places of the others.
   * @param list all of `getHAR()`, in its order
   * @returns false when the list was made too early: it lacks one of the entries, or a body that it is to bring
   */
  place<Entry extends ListedEntry>(
    list: readonly Entry[],
    bodyOf: (entry: Entry) => Body | undefined,
  ): boolean {
    const places = placesOf(list);
    let isComplete = true;
    let bringsBodies = false;
    const without: ('late' | 'none')[] = [];
    for (const [identity, own] of this.#own) {
      const listed = places.get(identity) ?? [];
      const bodies = listed.map(({ entry }) => bodyOf(entry));
      const isAlike = own.length > 1 || listed.length > 1;
      if (listed.length === 0 || own.length !== listed.length || (isAlike && bodies.includes(undefined))) {
        isComplete = false;
        if (isAlike) for (const one of own) withdraw(one);
        continue;
      }
      for (const [i, one] of own.entries()) {
        const order = listed[i]?.order;
        if (order) complete(one, order, bodies[i], isAlike);
        bringsBodies ||= bodies[i] !== undefined;
        if (one.body === 'late' || one.body === 'none') without.push(one.body);
      }
    }
    // Chromium's list brings none: what DevTools could not read there is not to be had.
    return isComplete && !without.some((body) => body === 'late' || bringsBodies);
  }

  /** After a navigation the list begins anew. */
  clear(): void {
    this.#own.clear();
  }
}

/** A place that an earlier list gave to the only one of its kind, before another came that is like it, may be that one's. */
function withdraw<Body>(own: Own<Body>): void {
  if (own.order === undefined) return;
  own.order = undefined;
  own.tell('known', undefined);
}

function complete<Body>(own: Own<Body>, order: Order, body: Body | undefined, isAlike: boolean): void {
  const place = order.count > 1 ? order : undefined;
  const isPlaced = own.order?.index === place?.index && own.order?.count === place?.count;
  const takesBody =
    body !== undefined && (isAlike ? own.body !== 'told-with-place' || !isPlaced : own.body !== 'told');
  if (isPlaced && !takesBody) return;
  own.order = place;
  if (takesBody) own.body = isAlike ? 'told-with-place' : 'told';
  own.tell(takesBody ? body : 'known', place);
}

import { groupBy } from '../exchange/group-by';
import type { EntryOrder } from '../exchange/observation';
import { identityOf, type ListedEntry, rankKeyOf } from './har-order';

/** The place of an entry, as far as one list tells it. */
export type Order = Omit<EntryOrder, 'since' | 'asked'>;

/** A body; `late` while DevTools still reads it, `undefined` where there is none to be had. */
export type Content<Body> = Body | 'late' | undefined;

/** Passes on what is known of an entry; `known` when only its place is new. */
export type Tell<Body> = (content: Content<Body> | 'known', order: Order | undefined) => void;

/** No body is kept here: it is taken apart where it is told. */
interface Own<Body> {
  body: 'none' | 'late' | 'told';
  order: Order | undefined;
  readonly tell: Tell<Body>;
}

interface Place<Entry> {
  readonly entry: Entry;
  readonly order: Order;
}

export interface PlacedEntry<Body> {
  /** Takes the entry's body, when it comes and as often as more is known of it. */
  take(content: Content<Body>): void;
  /** Forgets it: the list has it in another form. */
  drop(): void;
}

/** The same call once more, as the page got it from its service worker: webRequest has it once. */
const isPagesHalf = ({ response }: ListedEntry) => response?._fetchedViaServiceWorker === true;

const startOf = ({ startedDateTime }: ListedEntry) => new Date(startedDateTime ?? Number.NaN).getTime();

/**
 * The places of all entries among those of equal method and URL, by identity.
 * @param isSorted whether the browser sorted the list, as the user sees it: then the starts are its only order
 */
function placesOf<Entry extends ListedEntry>(
  list: readonly Entry[],
  isSorted: boolean,
): ReadonlyMap<string, Place<Entry>[]> {
  const groups = groupBy(list, (entry) => (isPagesHalf(entry) ? undefined : rankKeyOf(entry)));
  const places = new Map<string, Place<Entry>[]>();
  for (const group of groups.values()) {
    const startedAt = new Map<number, number>();
    if (isSorted) {
      group.sort((a, b) => startOf(a) - startOf(b));
      for (const entry of group) startedAt.set(startOf(entry), (startedAt.get(startOf(entry)) ?? 0) + 1);
    }
    for (const [index, entry] of group.entries()) {
      const identity = identityOf(entry);
      const tied = startedAt.get(startOf(entry)) ?? 1;
      const order = { index, count: group.length, ...(tied > 1 && { tied }) };
      places.set(identity, [...(places.get(identity) ?? []), { entry, order }]);
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

  /**
   * @param isSorted whether `getHAR()` lists entries as the Network panel sorts them, and not as they came. Firefox does
   * (`getSortedRequests` in its sources): by the start in whole milliseconds, then by an id that is compared as text
   * ("99" comes behind "100"), or by any column that the user chose.
   */
  constructor(private readonly isSorted: boolean) {}

  add(entry: ListedEntry, tell: Tell<Body>): PlacedEntry<Body> {
    const own: Own<Body> = { body: 'none', order: undefined, tell };
    const identity = identityOf(entry);
    if (!isPagesHalf(entry)) this.#own.set(identity, [...(this.#own.get(identity) ?? []), own]);
    return {
      take(content) {
        // An empty hand takes nothing away.
        if (content === undefined && own.body === 'told') return;
        own.body = content === undefined ? 'none' : content === 'late' ? 'late' : 'told';
        tell(content, own.order);
      },
      drop: () => {
        const left = this.#own.get(identity)?.filter((other) => other !== own) ?? [];
        if (left.length > 0) this.#own.set(identity, left);
        else this.#own.delete(identity);
      },
    };
  }

  /**
   * Tells again what the list adds. Entries that are alike get no place, and lose one that an earlier list gave them;
   * they count for the places of the others.
   * @param list all of `getHAR()`
   * @returns false when the list was made too early: it lacks one of the entries, or a body that it is to bring
   */
  place<Entry extends ListedEntry>(
    list: readonly Entry[],
    bodyOf: (entry: Entry) => Body | undefined,
  ): boolean {
    const places = placesOf(list, this.isSorted);
    let isComplete = true;
    let bringsBodies = false;
    const without: ('late' | 'none')[] = [];
    for (const [identity, own] of this.#own) {
      const listed = places.get(identity) ?? [];
      if (listed.length < own.length) isComplete = false;
      const [one] = own;
      const [place] = listed;
      if (!one || !place || own.length > 1 || listed.length > 1) {
        for (const alike of own) withdraw(alike);
        continue;
      }
      const body = bodyOf(place.entry);
      complete(one, place.order, body);
      bringsBodies ||= body !== undefined;
      if (one.body !== 'told') without.push(one.body);
    }
    // Chromium's list brings none: what DevTools could not read there is not to be had.
    return isComplete && !without.some((body) => body === 'late' || bringsBodies);
  }

  /** After a navigation the list begins anew. */
  clear(): void {
    this.#own.clear();
  }
}

/** A place may be another's: that of one that is like it, or of one that was like it until the list knew more of it. */
function withdraw<Body>(own: Own<Body>): void {
  if (own.order === undefined) return;
  own.order = undefined;
  own.tell('known', undefined);
}

function complete<Body>(own: Own<Body>, order: Order, body: Body | undefined): void {
  const place = order.count > 1 ? order : undefined;
  const isPlaced =
    own.order?.index === place?.index && own.order?.count === place?.count && own.order?.tied === place?.tied;
  const takesBody = body !== undefined && own.body !== 'told';
  if (isPlaced && !takesBody) return;
  own.order = place;
  if (takesBody) own.body = 'told';
  own.tell(takesBody ? body : 'known', place);
}

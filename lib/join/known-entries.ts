import { identityOf, type ListedEntry, rankKeyOf } from './har-order';

interface Known {
  /** Counted from 1: the entry's name. */
  readonly number: number;
  identity: string;
  /** Whether the listener told it: then it does not change any more. */
  told: boolean;
}

/** More than the store keeps of a tab. */
const MAX_STARTS = 20_000;

/**
 * Knows which entry of DevTools is which. Its listener tells an entry once, when it is finished, and so never one whose
 * body the page's code leaves unread. `getHAR()` lists both, as often as it is asked, an unfinished one with what has
 * come so far: its start stays, its time grows.
 */
export class KnownEntries {
  #byStart = new Map<string, Known[]>();
  #count = 0;

  #ofStart(entry: ListedEntry): Known[] {
    const start = `${rankKeyOf(entry)} ${String(entry.startedDateTime)}`;
    const known = this.#byStart.get(start) ?? [];
    this.#byStart.set(start, known);
    for (const oldest of this.#byStart.keys()) {
      if (this.#byStart.size <= MAX_STARTS) break;
      this.#byStart.delete(oldest);
    }
    return known;
  }

  #take(entry: ListedEntry, isFree: (known: Known) => boolean): Known {
    const alike = this.#ofStart(entry);
    const identity = identityOf(entry);
    let one = alike.find((known) => isFree(known) && known.identity === identity) ?? alike.find(isFree);
    if (one === undefined) {
      one = { number: ++this.#count, identity, told: false };
      alike.push(one);
    }
    one.identity = identity;
    return one;
  }

  /** @returns the number of an entry that the listener tells: that of a listed one that is finished now, or a new one */
  tell(entry: ListedEntry): number {
    const one = this.#take(entry, ({ told }) => !told);
    one.told = true;
    return one.number;
  }

  /** @returns those of `getHAR()` that are new, or have changed since they were listed, with their numbers */
  list<Entry extends ListedEntry>(entries: readonly Entry[]): readonly (readonly [Entry, number])[] {
    const found = new Set<Known>();
    const left = entries.filter((entry) => {
      const identity = identityOf(entry);
      const same = this.#ofStart(entry).find((known) => known.identity === identity && !found.has(known));
      if (same) found.add(same);
      return same === undefined;
    });
    return left.map((entry) => {
      const one = this.#take(entry, (known) => !known.told && !found.has(known));
      found.add(one);
      return [entry, one.number];
    });
  }
}

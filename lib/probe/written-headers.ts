/**
 * Reads headers as the page's code wrote them, before `Headers` trims and lower-cases them, and without running a
 * line of the page's code: getters, proxies, iterators and `toString` are left alone.
 */
export type WrittenHeaders = readonly (readonly [string, string])[];

const { getOwnPropertyDescriptor, getPrototypeOf } = Object;

/** A data property's value, found like the page's own read would; nothing for an accessor. */
export function dataValue(object: unknown, key: string): unknown {
  for (let at: unknown = object; typeof at === 'object' && at !== null; at = getPrototypeOf(at)) {
    const descriptor = getOwnPropertyDescriptor(at, key);
    if (descriptor) return 'value' in descriptor ? descriptor.value : undefined;
  }
  return undefined;
}

export function textOf(value: unknown): string | undefined {
  const isPrimitive =
    value === null || (typeof value !== 'object' && typeof value !== 'function' && typeof value !== 'symbol');
  return isPrimitive ? String(value) : undefined;
}

function pairsOfArray(list: readonly unknown[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i < list.length; i++) {
    const pair = dataValue(list, String(i));
    if (!Array.isArray(pair)) continue;
    const name = textOf(dataValue(pair, '0'));
    const value = textOf(dataValue(pair, '1'));
    if (name !== undefined && value !== undefined) pairs.push([name, value]);
  }
  return pairs;
}

function pairsOfRecord(record: object): [string, string][] {
  const pairs: [string, string][] = [];
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(record))) {
    const value = descriptor.enumerable && 'value' in descriptor ? textOf(descriptor.value) : undefined;
    if (value !== undefined) pairs.push([name, value]);
  }
  return pairs;
}

/** As the Fetch standard normalizes a value: https://fetch.spec.whatwg.org/#concept-header-value-normalize */
const normalize = (value: string) => value.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');

/** Remembers what was written into each `Headers` and `Request` of a page. */
export class WrittenHeadersMemory {
  #written = new WeakMap<object, [string, string][]>();
  /** Trimmed values that code has just read out of a `Headers`, with what was written there. */
  #read = new Map<string, string>();

  /** @param forgetSoon runs its work after the current task */
  constructor(private readonly forgetSoon: (work: () => void) => void) {}

  /**
   * Code reads the values of a `Headers`, trimmed: a client that merges headers writes them into another one at once
   * (ky, the openai SDK), and what was written first is still what its user wrote.
   */
  noteRead(target: object): void {
    for (const [name, value] of this.#written.get(target) ?? []) {
      const trimmed = normalize(value);
      if (trimmed === value) continue;
      if (this.#read.size === 0) this.forgetSoon(() => this.#read.clear());
      this.#read.set(`${name.toLowerCase()}:${trimmed}`, value);
    }
  }

  #asWritten(name: string, value: string): [string, string] {
    return [name, this.#read.get(`${name.toLowerCase()}:${value}`) ?? value];
  }

  /** What is known of a `HeadersInit` or a `Request`. */
  of(source: unknown): WrittenHeaders {
    if (typeof source !== 'object' || source === null) return [];
    const known = this.#written.get(source);
    if (known) return known;
    if (source instanceof Headers || source instanceof Request) return [];
    if (Array.isArray(source)) return pairsOfArray(source);
    // A generator or another iterable can be read only once, and that once is the page's.
    return Symbol.iterator in source ? [] : pairsOfRecord(source);
  }

  remember(target: object, written: WrittenHeaders): void {
    this.#written.set(
      target,
      written.map(([name, value]) => this.#asWritten(name, value)),
    );
  }

  add(target: object, name: unknown, value: unknown, replaces: boolean): void {
    const nameText = textOf(name);
    const valueText = textOf(value);
    if (nameText === undefined || valueText === undefined) return;
    const before = this.#written.get(target) ?? [];
    const kept = replaces
      ? before.filter(([other]) => other.toLowerCase() !== nameText.toLowerCase())
      : before;
    this.#written.set(target, [...kept, this.#asWritten(nameText, valueText)]);
  }

  forget(target: object, name: unknown): void {
    const text = textOf(name)?.toLowerCase();
    const before = this.#written.get(target);
    if (before)
      this.#written.set(
        target,
        before.filter(([other]) => other.toLowerCase() !== text),
      );
  }
}

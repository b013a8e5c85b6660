/** Small guards for data from outside, put together like the types that they prove. Each is pure and never throws. */
export type Guard<T> = (value: unknown) => value is T;

type OptionalKeys<T> = { [Key in keyof T]-?: object extends Pick<T, Key> ? Key : never }[keyof T];
type Required<T> = { readonly [Key in Exclude<keyof T, OptionalKeys<T>>]: Guard<T[Key]> };
type Optional<T> = { readonly [Key in OptionalKeys<T>]: Guard<Exclude<T[Key], undefined>> };

/** Longer texts and lists are no facts: every fact is capped far below. */
const MAX_TEXT = 20_000;
const MAX_ITEMS = 5_000;

/** No time that can be written as a date is later, and no fact counts further. */
const MAX_NUMBER = 8.64e15;
/** More than any text has that is kept: each of them may be drawn. */
const MAX_COUNT = 2_000_000;

export const isText: Guard<string> = (value): value is string =>
  typeof value === 'string' && value.length <= MAX_TEXT;
export const isNumber: Guard<number> = (value): value is number =>
  typeof value === 'number' && Math.abs(value) <= MAX_NUMBER;
/** How many of something there are in a text, or where in it. */
export const isCount: Guard<number> = (value): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= MAX_COUNT;
export const isCodePoint: Guard<number> = (value): value is number =>
  isCount(value) && value >= 0 && value <= 0x10ffff;
export const isBoolean: Guard<boolean> = (value): value is boolean => typeof value === 'boolean';
export const isTrue: Guard<true> = (value): value is true => value === true;

export function isOneOf<const T extends string>(...words: readonly T[]): Guard<T> {
  return (value): value is T => words.some((word) => word === value);
}

export function isListOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= MAX_ITEMS && value.every((item) => guard(item));
}

export function isEither<A, B>(a: Guard<A>, b: Guard<B>): Guard<A | B> {
  return (value): value is A | B => a(value) || b(value);
}

/** An object with these members; the compiler demands one guard for each member of the type. Others may be there. */
export function isObjectOf<T extends object>(required: Required<T>, optional: Optional<T>): Guard<T> {
  const needed = Object.entries(required) as [string, Guard<unknown>][];
  const possible = Object.entries(optional) as [string, Guard<unknown>][];
  return (value): value is T => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const record = value as Record<string, unknown>;
    return (
      needed.every(([key, guard]) => Object.hasOwn(record, key) && guard(record[key])) &&
      possible.every(([key, guard]) => !Object.hasOwn(record, key) || guard(record[key]))
    );
  };
}

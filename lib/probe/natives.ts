const { apply } = Reflect;
const { getOwnPropertyDescriptor, keys } = Object;
const { isArray } = Array;
const { stringify } = JSON;

type Native<T> = T extends (...args: infer Args) => infer Result
  ? (self: unknown, ...args: Args) => Result
  : (self: unknown) => T;

/**
 * A method or a getter as it is now, with its `this` in front: what the page puts in its place later is not run, and
 * its own objects are not asked for theirs.
 */
export function nativeOf<Owner extends object, Name extends keyof Owner>(owner: Owner, name: Name) {
  const { get, value } = getOwnPropertyDescriptor(owner, name) ?? {};
  return ((self: unknown, ...args: unknown[]) => apply(get ?? value, self, args)) as Native<Owner[Name]>;
}

/** As `JSON.stringify` writes data, but without a `toJSON` that the page gave to every array or object. */
export function jsonOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return stringify(value);
  const isList = isArray(value);
  let text = '';
  for (const key of keys(value)) {
    const part = jsonOf(getOwnPropertyDescriptor(value, key)?.value);
    if (part !== undefined) text += `${text && ','}${isList ? '' : `${stringify(key)}:`}${part}`;
  }
  return isList ? `[${text}]` : `{${text}}`;
}

/**
 * What changed of a value, as a JSON Merge Patch (RFC 7396): objects are merged member by member, `null` takes a member
 * away, everything else is put in the place of what was there. So it serves only values without `null` of their own.
 */
export type MergePatch = { readonly [member: string]: unknown };

const isObject = (value: unknown): value is MergePatch =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists are compared as text: they are short, and mostly the very same. */
const isEqual = (before: unknown, after: unknown) =>
  before === after || (Array.isArray(after) && JSON.stringify(before) === JSON.stringify(after));

/** What makes `after` of `before`; `undefined` where they are equal. A member that is `undefined` is none. */
export function mergePatchOf(before: object, after: object): MergePatch | undefined {
  const patch: Record<string, unknown> = {};
  const [old, now] = [before as MergePatch, after as MergePatch];
  for (const member of Object.keys(old))
    if (old[member] !== undefined && now[member] === undefined) patch[member] = null;
  for (const member of Object.keys(now)) {
    const value = now[member];
    const known = old[member];
    if (value === undefined || isEqual(known, value)) continue;
    const change = isObject(known) && isObject(value) ? mergePatchOf(known, value) : value;
    if (change !== undefined) patch[member] = change;
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** The value after the patch. What did not change of it is the same object as before. */
export function mergePatched<T extends object>(value: T, patch: MergePatch): T {
  const patched: Record<string, unknown> = { ...(value as MergePatch) };
  for (const [member, change] of Object.entries(patch)) {
    const known = patched[member];
    if (change === null) delete patched[member];
    else patched[member] = isObject(change) && isObject(known) ? mergePatched(known, change) : change;
  }
  return patched as T;
}

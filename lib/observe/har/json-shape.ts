/** Guards for what a file holds: nothing in it can be relied on. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a field that is an object, else an empty one. */
export function objectAt(parent: JsonObject, name: string): JsonObject {
  const value = parent[name];
  return isObject(value) ? value : {};
}

/** The items of a field that is a list, else none. */
export function listAt(parent: JsonObject, name: string): readonly unknown[] {
  const value = parent[name];
  return Array.isArray(value) ? value : [];
}

/** The text of a field that is a string or a number, else `undefined`. */
export function textAt(parent: JsonObject, name: string): string | undefined {
  const value = parent[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** The number of a field that is one or that is written as a string, else `undefined`. */
export function numberAt(parent: JsonObject, name: string): number | undefined {
  const value = parent[name];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

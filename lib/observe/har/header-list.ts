import type { RawField } from '../../exchange/credential';
import { isObject, type JsonObject, textAt } from './json-shape';

function fieldOf(item: unknown): RawField | undefined {
  if (typeof item === 'string') {
    const colon = item.indexOf(':', 1);
    return colon < 0 ? undefined : { name: item.slice(0, colon), value: item.slice(colon + 1).trimStart() };
  }
  if (!isObject(item)) return undefined;
  const name = textAt(item, 'name');
  return name === undefined || name === '' ? undefined : { name, value: textAt(item, 'value') ?? '' };
}

/**
 * Reads a list of header fields: HAR's `{name, value}`, or `name: value` as text, or one object of names.
 * Pseudo headers of HTTP/2 are left out. `undefined` when the entry did not record any list.
 */
export function readHeaderList(parent: JsonObject): RawField[] | undefined {
  const { headers } = parent;
  const items = isObject(headers)
    ? Object.entries(headers).map(([name, value]) => ({ name, value }))
    : headers;
  if (!Array.isArray(items)) return undefined;
  return items.flatMap((item: unknown) => {
    const field = fieldOf(item);
    return field === undefined || field.name.startsWith(':') ? [] : [field];
  });
}

/** True when the list holds a pseudo header: then the call went over HTTP/2 or HTTP/3. */
export function hasPseudoHeaders(parent: JsonObject): boolean {
  const { headers } = parent;
  return Array.isArray(headers) && headers.some((item) => fieldOf(item)?.name.startsWith(':') ?? false);
}

/** The first value of a field, by name without case. */
export function fieldValue(fields: readonly RawField[], name: string): string | undefined {
  return fields.find((field) => field.name.toLowerCase() === name)?.value;
}

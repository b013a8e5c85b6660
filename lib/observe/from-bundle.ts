import type { Exchange } from '../exchange/exchange';
import { isExchange } from '../exchange/is-exchange';
import { BUNDLE_FORMAT, BUNDLE_VERSION } from '../exchange/support-bundle';
import { isObject, type JsonObject, textAt } from './har/json-shape';
import type { InputProblem, UnreadableEntry } from './input-problem';

/** What a support bundle holds. */
export interface ReadBundle {
  readonly exchanges: readonly { readonly index: number; readonly exchange: Exchange }[];
  readonly unreadable: readonly UnreadableEntry[];
}

export function isBundle(json: unknown): json is JsonObject {
  return isObject(json) && json['format'] === BUNDLE_FORMAT;
}

/** Reads a support bundle of version 1. A bundle is a file from outside: each exchange is proven, one by one. */
export function readBundle(bundle: JsonObject): ReadBundle | InputProblem {
  if (bundle['version'] !== BUNDLE_VERSION) {
    return { key: 'bundle-version', values: { version: textAt(bundle, 'version') ?? '?' } };
  }
  const { exchanges: items } = bundle;
  if (!Array.isArray(items)) return { key: 'no-exchanges' };
  const exchanges: { index: number; exchange: Exchange }[] = [];
  const unreadable: UnreadableEntry[] = [];
  for (const [index, item] of (items as readonly unknown[]).entries()) {
    if (isExchange(item)) exchanges.push({ index, exchange: { ...item, source: 'bundle', tabId: -1 } });
    else unreadable.push({ index, reason: { key: 'no-exchange' } });
  }
  return { exchanges, unreadable };
}

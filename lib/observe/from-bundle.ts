import type { Exchange } from '../exchange/exchange';
import { isExchange } from '../exchange/is-exchange';
import { loseEnd } from '../exchange/lost-end';
import { REDACTED } from '../exchange/redact';
import { withoutKeys } from '../exchange/secret-shape';
import { BUNDLE_FORMAT, BUNDLE_VERSION } from '../exchange/support-bundle';
import { type FileOrigin, originOfBundle } from './file-origin';
import { isObject, type JsonObject, textAt } from './har/json-shape';
import type { InputProblem, UnreadableEntry } from './input-problem';

/** What a support bundle holds. */
export interface ReadBundle {
  readonly exchanges: readonly { readonly index: number; readonly exchange: Exchange }[];
  readonly unreadable: readonly UnreadableEntry[];
  readonly origin: FileOrigin;
}

export function isBundle(json: unknown): json is JsonObject {
  return isObject(json) && json['format'] === BUNDLE_FORMAT;
}

/**
 * A bundle that was not written by this product, or was changed by hand, may hold what no door lets through. Texts are
 * searched by themselves: as JSON, an escaped line break ends in a letter, and that could be the beginning of a word.
 * @returns `undefined` for what is nested too deep
 */
function withoutSecrets(item: unknown): unknown {
  const clean = (text: string) => withoutKeys(text, REDACTED);
  try {
    const json = JSON.stringify(item, (_, value: unknown) =>
      typeof value === 'string' ? clean(value) : value,
    );
    return JSON.parse(clean(json ?? 'null'));
  } catch {
    return undefined;
  }
}

/** What was still to come when the bundle was saved does not come any more. */
const ended = (exchange: Exchange): Exchange =>
  exchange.state === 'pending' ? loseEnd(exchange, 'saved') : exchange;

/** Reads a support bundle of version 1. A bundle is a file from outside: each exchange is proven, one by one. */
export function readBundle(bundle: JsonObject): ReadBundle | InputProblem {
  if (bundle['version'] !== BUNDLE_VERSION) {
    return { key: 'bundle-version', values: { version: textAt(bundle, 'version') ?? '?' } };
  }
  const { exchanges: items } = bundle;
  if (!Array.isArray(items)) return { key: 'no-exchanges' };
  const exchanges: { index: number; exchange: Exchange }[] = [];
  const unreadable: UnreadableEntry[] = [];
  for (const [index, raw] of (items as readonly unknown[]).entries()) {
    const item = withoutSecrets(raw);
    if (isExchange(item)) {
      exchanges.push({ index, exchange: { ...ended(item), source: 'bundle', tabId: -1 } });
    } else unreadable.push({ index, reason: { key: 'no-exchange' } });
  }
  return { exchanges, unreadable, origin: originOfBundle(bundle) };
}

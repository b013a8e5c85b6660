import type { Milliseconds } from '../api/units';
import type { RawField } from '../exchange/credential';
import type { Exchange } from '../exchange/exchange';
import { fingerprintOf, type Salt } from '../exchange/fingerprint';
import { headersDigest } from '../exchange/header-facts';
import { presentValue } from '../exchange/presence';
import type { ListedEntry } from './har-order';

/** HAR starts 1 to 10 ms before webRequest's first event, 72 ms at worst (measured). */
const NEAR: Milliseconds = 100;

/** An entry of `getHAR()` with the headers of its answer. */
export type AnsweredEntry = ListedEntry & {
  readonly response?: { readonly headers?: readonly RawField[] };
};

function digestOf(url: string | undefined, salt: Salt): string {
  return url !== undefined && URL.canParse(url)
    ? fingerprintOf(new URL(url).href.replace(/#.*$/s, ''), salt)
    : '';
}

/**
 * The entries that a fresh `getHAR()` has of an exchange: of equal method and URL those with its response headers, or,
 * where the browser tells those otherwise, the ones that started with it. Several when they cannot be told apart.
 */
export function entriesOfExchange<Entry extends AnsweredEntry>(
  { request, response, startedDateTime }: Exchange,
  entries: readonly Entry[],
  salt: Salt,
): readonly Entry[] {
  const own = entries.filter(
    (entry) =>
      entry.request?.method === request.method && digestOf(entry.request.url, salt) === request.url.digest,
  );
  const digest = presentValue(response)?.digest;
  const exact = own.filter(({ response: answer }) => headersDigest(answer?.headers ?? [], salt) === digest);
  const distance = (entry: Entry) =>
    Math.abs(new Date(entry.startedDateTime ?? Number.NaN).getTime() - startedDateTime);
  return exact.length > 0 ? exact : own.filter((entry) => distance(entry) <= NEAR);
}

import type { ResponseFacts } from '../exchange/exchange';
import type { Salt } from '../exchange/fingerprint';
import type { HarObservation } from '../exchange/observation';
import { absent, type Presence, present } from '../exchange/presence';
import { exchangeOfFileEntry } from './from-file-entry';
import { addressEntry, readEntry } from './har/entry';
import { isObject, type JsonObject, objectAt } from './har/json-shape';

/** What the collector knows of an entry beside the entry. */
export interface CollectedEntry {
  /** Unique among the entries of one browser session. */
  readonly entryId: string;
  readonly tabId: number;
  /** Origin of the page in the tab: the initiator of what names no other. */
  readonly pageOrigin: string | undefined;
  /** The body, where DevTools could read it; `late` while it still reads it. */
  readonly content: { readonly text: string; readonly encoding: 'base64' | '' } | 'late' | undefined;
}

/** Lets the reader of files take an answer apart whose status is not known. */
const STAND_IN = 200;

/** DevTools' entries are HAR without their body: it is handed out on its own. */
function withContent(entry: JsonObject, content: CollectedEntry['content']): JsonObject {
  if (content === undefined || content === 'late') return entry;
  const response = objectAt(entry, 'response');
  return { ...entry, response: { ...response, content: { ...objectAt(response, 'content'), ...content } } };
}

/**
 * In a burst of calls Firefox loses the status of some entries, in `getHAR()` too, while their headers and bodies are
 * there (measured: 50 to 70 of 200 calls at once). A call that failed has no headers.
 */
function hasLostItsStatus(entry: JsonObject): boolean {
  const { status, headers } = objectAt(entry, 'response');
  return status === 0 && Array.isArray(headers) && headers.length > 0;
}

function withStatus(entry: JsonObject, status: number): JsonObject {
  return { ...entry, response: { ...objectAt(entry, 'response'), status } };
}

function withoutStatus(response: Presence<ResponseFacts>): Presence<ResponseFacts> {
  return response.status === 'absent' ? response : present({ ...response.value, status: 0 });
}

function withLateBody(response: Presence<ResponseFacts>): Presence<ResponseFacts> {
  if (response.status === 'absent' || response.value.body.status === 'present') return response;
  return present({ ...response.value, body: absent('timed-out') });
}

/**
 * Takes one entry of `chrome.devtools.network` apart, by the same reader as a HAR file's.
 * A response whose status Firefox lost has status 0.
 * @returns `undefined` when it is no entry: without a request or with a URL that is none
 */
export function observeHarEntry(
  entry: unknown,
  collected: CollectedEntry,
  salt: Salt,
): HarObservation | undefined {
  const addressed = addressEntry(entry, 0, []);
  if ('key' in addressed || !isObject(entry)) return undefined;
  const isLost = hasLostItsStatus(entry);
  const own = withContent(isLost ? withStatus(entry, STAND_IN) : entry, collected.content);
  const exchange = exchangeOfFileEntry(
    readEntry({ ...addressed, entry: own }, { pageUrl: collected.pageOrigin }),
    salt,
  );
  const { entryId, tabId } = collected;
  const id = `har-${entryId}`;
  const read = isLost ? withoutStatus(exchange.response) : exchange.response;
  const response = collected.content === 'late' ? withLateBody(read) : read;
  return {
    type: 'har-entry',
    entryId,
    exchange: { ...exchange, id, callId: id, source: 'devtools', tabId, response },
    viaServiceWorker: objectAt(entry, 'response')['_fetchedViaServiceWorker'] === true,
  };
}

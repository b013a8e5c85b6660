import { browser } from 'wxt/browser';
import type { WebRequestDetails, WebRequestEvent } from '../observe/from-web-request';

/** With each event, what of `details` is asked for. */
const EVENTS = [
  ['onBeforeRequest', ['requestBody']],
  ['onSendHeaders', ['requestHeaders']],
  ['onHeadersReceived', ['responseHeaders']],
  ['onBeforeRedirect', ['responseHeaders']],
  ['onCompleted', ['responseHeaders']],
  ['onErrorOccurred', undefined],
] as const satisfies readonly (readonly [WebRequestEvent, readonly string[] | undefined])[];

interface Filter {
  readonly urls: string[];
  readonly types?: string[];
}

/** The two browsers' types differ from event to event; this is what all of them have. */
interface AnyWebRequestEvent {
  addListener(listener: (details: unknown) => undefined, filter: Filter, extra?: string[]): void;
  removeListener(listener: (details: unknown) => undefined): void;
}

/**
 * Registers the observing listeners, all of them non-blocking and without `extraHeaders`: Authorization and the key
 * headers are visible without it, and in Chromium one such listener slows every request of the browser.
 * Must run in the first turn of the background, so that a stopped one is woken by the events.
 * @param types of resources; all when it is left out
 * @returns takes them away again
 */
export function listenToWebRequest(
  urls: string[],
  onEvent: (event: WebRequestEvent, details: WebRequestDetails) => void,
  types?: string[],
): () => void {
  const filter = { urls, ...(types && { types }) };
  const removals = EVENTS.map(([name, extra]) => {
    const event = browser.webRequest[name] as unknown as AnyWebRequestEvent;
    const listener = (details: unknown): undefined => {
      onEvent(name, details as WebRequestDetails);
    };
    if (extra) event.addListener(listener, filter, [...extra]);
    else event.addListener(listener, filter);
    return () => event.removeListener(listener);
  });
  return () => {
    for (const remove of removals) remove();
  };
}

import { browser } from 'wxt/browser';
import type { WebRequestDetails, WebRequestEvent } from '../observe/from-web-request';

/**
 * Registers the observing listeners, all of them non-blocking and without `extraHeaders`: Authorization and the key
 * headers are visible without it, and in Chromium one such listener slows every request of the browser.
 * Must run in the first turn of the background, so that a stopped one is woken by the events.
 */
export function listenToWebRequest(
  urls: string[],
  onEvent: (event: WebRequestEvent, details: WebRequestDetails) => void,
): void {
  const { webRequest } = browser;
  const filter = { urls };
  webRequest.onBeforeRequest.addListener((details) => tell('onBeforeRequest', details), filter, [
    'requestBody',
  ]);
  webRequest.onSendHeaders.addListener((details) => tell('onSendHeaders', details), filter, [
    'requestHeaders',
  ]);
  webRequest.onHeadersReceived.addListener((details) => tell('onHeadersReceived', details), filter, [
    'responseHeaders',
  ]);
  webRequest.onBeforeRedirect.addListener((details) => tell('onBeforeRedirect', details), filter, [
    'responseHeaders',
  ]);
  webRequest.onCompleted.addListener((details) => tell('onCompleted', details), filter, ['responseHeaders']);
  webRequest.onErrorOccurred.addListener((details) => tell('onErrorOccurred', details), filter);

  // The two browsers' types differ in what is optional; `WebRequestDetails` names what both may leave out.
  function tell(event: WebRequestEvent, details: unknown): undefined {
    onEvent(event, details as WebRequestDetails);
    return undefined;
  }
}

/**
 * Chromium only: while one listener with `extraHeaders` is there, preflights and the status of answers that CORS
 * hides become visible, also to the plain listeners of the background. It slows every request of the browser, so it
 * lives only as long as the caller: a page that somebody looks at. Firefox shows both without it, and throws on it.
 * @returns takes it away again
 */
export function showHiddenAnswers(urls: string[]): () => void {
  const webRequest = browser.webRequest as typeof browser.webRequest | undefined;
  const options = webRequest?.OnSendHeadersOptions as Record<string, string> | undefined;
  if (!webRequest || !options || !Object.values(options).includes('extraHeaders')) return () => {};
  const ignore = () => undefined;
  webRequest.onSendHeaders.addListener(ignore, { urls }, ['requestHeaders', 'extraHeaders'] as never);
  return () => webRequest.onSendHeaders.removeListener(ignore);
}

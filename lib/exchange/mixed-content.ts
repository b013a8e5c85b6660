import type { Exchange } from './exchange';
import { isLoopback } from './loopback';
import { pageOriginOf } from './page-origin';

/**
 * Errors of a connection that was tried. A call that was stopped as mixed content never comes that far; what
 * browsers report for it differs (`net::ERR_FAILED`, `blocked:mixed-content`, nothing at all).
 */
const TRIED =
  /ERR_(?:ABORTED|ADDRESS|CERT|CONNECTION|DNS|EMPTY|HTTP|INTERNET|NAME|NETWORK|PROXY|QUIC|SOCKET|SSL|TIMED|TUNNEL|TOO_MANY)|NS_BINDING_ABORTED|NS_ERROR_(?:NET|UNKNOWN|CONNECTION|PROXY|OFFLINE)/;

/** True when the error is of a connection that was tried, or of a call that was given up: no rule of a page stopped it. */
export function isNetworkError(text: string): boolean {
  return TRIED.test(text);
}

/**
 * True when an https page called `http:` and the browser stopped it, so that nothing was sent. There is no
 * event for it: only HAR has the entry, with status 0 (https://developer.mozilla.org/docs/Web/Security/Mixed_content).
 */
export function isBlockedMixedContent(exchange: Exchange): boolean {
  const { url } = exchange.request;
  if (url.scheme !== 'http' || isLoopback(url.hostname)) return false;
  if (exchange.state !== 'failed' || exchange.response.status === 'present') return false;
  if (exchange.error !== undefined && isNetworkError(exchange.error.text)) return false;
  return pageOriginOf(exchange)?.startsWith('https:') ?? false;
}

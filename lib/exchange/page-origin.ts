import type { Exchange } from './exchange';
import { headerValue } from './header-facts';
import { presentValue } from './presence';

/** The usual case needs no parser: an origin as browsers write it, alone or before a path. */
const WRITTEN = /^https?:\/\/[a-z0-9.-]{1,253}(?=\/|$)/;

function originOf(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (text === 'null') return text;
  const written = WRITTEN.exec(text)?.[0];
  if (written !== undefined) return written;
  try {
    const { origin, protocol, host } = new URL(text);
    // Only a browser knows the origin of its extensions' pages; elsewhere it is opaque.
    return origin === 'null' && host !== '' ? `${protocol}//${host}` : origin;
  } catch {
    return undefined;
  }
}

function header(exchange: Exchange, name: string): string | undefined {
  const headers = presentValue(exchange.request.headers);
  return headers && headerValue(headers, name);
}

/**
 * The origin that the server has to allow (Fetch, "CORS check"): the `Origin` header that was sent, for a
 * redirect may have made it `null`, else the origin of whoever made the call. `undefined` when nothing tells.
 */
export function requestOriginOf(exchange: Exchange): string | undefined {
  return originOf(header(exchange, 'origin')) ?? originOf(exchange.initiator.origin);
}

/**
 * The origin of the page or worker that made the call. Files do not always tell it; then it is read from the
 * `Origin` or `Referer` header. `undefined` when nothing tells.
 */
export function pageOriginOf(exchange: Exchange): string | undefined {
  return (
    originOf(exchange.initiator.origin) ??
    originOf(header(exchange, 'origin')) ??
    originOf(header(exchange, 'referer'))
  );
}

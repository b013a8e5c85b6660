import { DASHBOARD_HOST, SITE_HOSTS } from '../api/hosts';
import type { Exchange, ResourceType } from './exchange';
import { headerValue } from './header-facts';
import { type AbsenceReason, presentValue } from './presence';

/** What kind of request an exchange is; decides which rules have a say. */
export type ExchangeKind =
  | 'api-call'
  /** CORS asks first: OPTIONS with `Access-Control-Request-Method`. Never carries credentials, by design. */
  | 'preflight'
  /** A document, script, image … without a key. */
  | 'page-furniture';

const FURNITURE = new Set<ResourceType>(['document', 'stylesheet', 'script', 'image', 'font', 'media']);

/** Its headers are to come, or went by unseen. */
const UNTOLD = new Set<AbsenceReason>(['pending', 'missed']);

const isApiPath = (path: string) => /^\/api(?:\/|$)/.test(path);

/**
 * Not made by code: prefetches, and what Chromium's DevTools read of a page to show its source (from the cache alone:
 * it can fail with net::ERR_CACHE_MISS).
 */
function isReadAhead({ request, resourceType }: Exchange): boolean {
  return resourceType === 'other' && request.method === 'GET' && !isApiPath(request.url.path);
}

/** Whether it carries a key as far as is known, in a header that was meant for one, too. */
export function carriesKey({ request: { headers, credentials, url } }: Exchange): boolean {
  return (
    (presentValue(credentials)?.length ?? 0) > 0 ||
    url.secrets.length > 0 ||
    (presentValue(headers)?.some(({ meant }) => meant !== undefined) ?? false)
  );
}

/** Tells the kind from facts alone; it may change while headers are still to come. */
export function kindOf(exchange: Exchange): ExchangeKind {
  const { request, resourceType } = exchange;
  const headers = presentValue(request.headers);
  // A proxy's way to the server is no call, and carries no key.
  if (request.method === 'CONNECT') return 'page-furniture';
  if (request.method === 'OPTIONS') {
    const asked = headers && headerValue(headers, 'access-control-request-method');
    // Without its headers the browser's own question is by far the more likely.
    const isUntold = request.headers.status === 'absent' && UNTOLD.has(request.headers.reason);
    if (asked !== undefined || resourceType === 'preflight' || isUntold) return 'preflight';
  }
  if (!FURNITURE.has(resourceType) && !isReadAhead(exchange)) return 'api-call';
  // A form that is sent, or a link that is followed, to where no page is.
  if (resourceType === 'document' && request.endpoint !== undefined) return 'api-call';
  return carriesKey(exchange) ? 'api-call' : 'page-furniture';
}

const isSite = (origin: string) => URL.canParse(origin) && SITE_HOSTS.has(new URL(origin).hostname);

/**
 * True for what a site of Infuzu asks of itself, which needs no key: the dashboard logs in by cookie. Of the other sites
 * only what is known to be theirs, is no API and carries no key.
 */
export function isSiteCall(exchange: Exchange): boolean {
  const { hostname, origin, path } = exchange.request.url;
  const { origin: page } = exchange.initiator;
  // The other sites call the dashboard, too.
  if (hostname === DASHBOARD_HOST) return page === undefined || page === origin || isSite(page);
  const isOfSite = SITE_HOSTS.has(hostname) && page === origin;
  return isOfSite && exchange.request.endpoint === undefined && !isApiPath(path) && !carriesKey(exchange);
}

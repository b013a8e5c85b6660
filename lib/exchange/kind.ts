import { DASHBOARD_HOST } from '../api/hosts';
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

/**
 * Not made by code: prefetches, and what Chromium's DevTools read of a page to show its source (from the cache alone:
 * it can fail with net::ERR_CACHE_MISS).
 */
function isReadAhead({ request, resourceType }: Exchange): boolean {
  return resourceType === 'other' && request.method === 'GET' && !/^\/api(?:\/|$)/.test(request.url.path);
}

/** Tells the kind from facts alone; it may change while headers are still to come. */
export function kindOf(exchange: Exchange): ExchangeKind {
  const { request, resourceType } = exchange;
  const headers = presentValue(request.headers);
  if (request.method === 'OPTIONS') {
    const asked = headers && headerValue(headers, 'access-control-request-method');
    // Without its headers the browser's own question is by far the more likely.
    const isUntold = request.headers.status === 'absent' && UNTOLD.has(request.headers.reason);
    if (asked !== undefined || resourceType === 'preflight' || isUntold) return 'preflight';
  }
  if (!FURNITURE.has(resourceType) && !isReadAhead(exchange)) return 'api-call';
  // A form that is sent, or a link that is followed, to where no page is.
  if (resourceType === 'document' && request.endpoint !== undefined) return 'api-call';
  const carriesKey =
    (presentValue(request.credentials)?.length ?? 0) > 0 ||
    request.url.secrets.length > 0 ||
    (headers?.some(({ meant }) => meant !== undefined) ?? false);
  return carriesKey ? 'api-call' : 'page-furniture';
}

/** True for the dashboard's own calls: they log in by cookie and are not judged for missing credentials. */
export function isDashboardCall(exchange: Exchange): boolean {
  if (exchange.request.url.hostname !== DASHBOARD_HOST) return false;
  const { origin } = exchange.initiator;
  return origin === undefined || origin === exchange.request.url.origin;
}

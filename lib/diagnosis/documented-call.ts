import { isDocumentedPath } from '../api/endpoints';
import { API_HOST, DASHBOARD_HOST, isInfuzuHostname, SITE_HOSTS } from '../api/hosts';
import type { RequestFacts } from '../exchange/exchange';

/** Whether method and address are those of a documented call; own hosts may serve it under a prefix. */
export function isDocumentedCall({ method, url, endpoint }: RequestFacts): boolean {
  const isThere = isInfuzuHostname(url.hostname)
    ? url.hostname === API_HOST && isDocumentedPath(url.path)
    : endpoint !== undefined;
  return method === 'POST' && isThere;
}

/**
 * Whether it was meant for the API and is no documented call of it. Infuzu's other hosts have calls of their own, but
 * not those of the chat; hosts that the user added stand for that of the API.
 */
export function isCallUndocumented(request: RequestFacts): boolean {
  const { hostname } = request.url;
  if (isDocumentedCall(request)) return false;
  if (SITE_HOSTS.has(hostname) || hostname === DASHBOARD_HOST) return request.endpoint !== undefined;
  return hostname === API_HOST || !isInfuzuHostname(hostname);
}

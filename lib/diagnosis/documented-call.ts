import { isDocumentedPath } from '../api/endpoints';
import { API_HOST, isInfuzuHostname } from '../api/hosts';
import type { RequestFacts } from '../exchange/exchange';

/** Whether method and address are those of a documented call; own hosts may serve it under a prefix. */
export function isDocumentedCall({ method, url, endpoint }: RequestFacts): boolean {
  const isThere = isInfuzuHostname(url.hostname)
    ? url.hostname === API_HOST && isDocumentedPath(url.path)
    : endpoint !== undefined;
  return method === 'POST' && isThere;
}

/** How the paths of the documented calls end, whatever stands before it. */
const CHAT = /\/(?:chat\/completions|llm-response)\/?$/;

/**
 * Whether it was meant for the API and is no documented call of it. Infuzu's other hosts have calls of their own, but
 * not those of the chat; hosts that the user added stand for that of the API.
 */
export function isCallUndocumented(request: RequestFacts): boolean {
  const { hostname, path } = request.url;
  if (isDocumentedCall(request)) return false;
  return hostname === API_HOST || !isInfuzuHostname(hostname) || CHAT.test(path);
}

import type { Exchange } from '../exchange/exchange';
import { headerValue } from '../exchange/header-facts';
import { presentValue } from '../exchange/presence';

/** https://fetch.spec.whatwg.org/#redirect-status */
const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308]);

interface Target {
  readonly href: string;
  readonly origin: string;
}

/**
 * Where a redirect led that was not followed, because the code said so (`redirect: "manual"` or `"error"`). Chromium
 * ends such a call with an error, Firefox as any other answer (measured).
 */
export function unfollowedTarget({
  state,
  request,
  response,
  redirect,
  error,
}: Exchange): Target | undefined {
  if (redirect !== undefined) return error && redirect.url;
  const { status = 0, headers = [] } = presentValue(response) ?? {};
  if (state !== 'completed' || !REDIRECT_STATUSES.has(status)) return undefined;
  const location = headerValue(headers, 'location');
  return location !== undefined && URL.canParse(location, request.url.href)
    ? new URL(location, request.url.href)
    : undefined;
}

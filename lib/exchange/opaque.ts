import type { Exchange, FetchOption } from './exchange';
import { headerValue } from './header-facts';
import { presentValue } from './presence';

export function hasOption(written: Exchange['written'], option: FetchOption): boolean {
  return presentValue(written)?.options?.includes(option) ?? false;
}

/** Its code is told no answer, whatever it is. */
export function isBeacon({ resourceType, written }: Exchange): boolean {
  return resourceType === 'beacon' || presentValue(written)?.api === 'sendBeacon';
}

/** `mode: 'no-cors'`: the code gets an answer that it cannot look into (Fetch, "opaque filtered response"). */
export function isOpaque({ initiator, resourceType, request, written }: Exchange): boolean {
  const mode = headerValue(presentValue(request.headers) ?? [], 'sec-fetch-mode');
  // DevTools may not tell the mode.
  const isNoCors = mode === 'no-cors' || hasOption(written, 'no-cors');
  return isNoCors && resourceType === 'fetch' && initiator.origin !== request.url.origin;
}

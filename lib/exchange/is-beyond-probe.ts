import type { Exchange } from './exchange';

/**
 * Whether code may have made the call in a place where the probe does not see it. Then the browser names no tab: for
 * every service and shared worker, and in Firefox for what a page calls while its tab closes. What is no call of code,
 * as a prefetch, is none of these, and a beacon carries no header that code could write.
 */
export function isBeyondProbe({ source, tabId, resourceType, initiator, written }: Exchange): boolean {
  return (
    source === 'web-request' &&
    tabId === -1 &&
    resourceType === 'fetch' &&
    initiator.page === true &&
    written.status === 'absent'
  );
}

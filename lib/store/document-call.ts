import type { Exchange } from '../exchange/exchange';

/**
 * The call that brought the document of a tab, as when the user opens an address of the API itself.
 * @param exchanges in order of start
 * @param address of the document, without query and fragment
 */
export function documentCallOf(
  exchanges: readonly Exchange[],
  tabId: number,
  address: string,
): string | undefined {
  return exchanges.findLast(
    ({ resourceType, frameId, tabId: own, request: { url } }) =>
      resourceType === 'document' && frameId === 0 && own === tabId && url.origin + url.path === address,
  )?.callId;
}

import type { Exchange } from '../exchange/exchange';
import type { HeaderFact } from '../exchange/header-facts';
import { present } from '../exchange/presence';

/** So many are known at most; values that never come back (dates, ids) would fill any memory. */
const MAX_KNOWN = 2_000;

/**
 * Most headers of equal calls are equal, and each message brings its own copy of them: much of the memory that a
 * long list takes. Makes a function that puts one object in the place of all the equal ones.
 */
export function createHeaderSharing(): (exchange: Exchange) => Exchange {
  const known = new Map<string, HeaderFact>();
  const shared = (header: HeaderFact): HeaderFact => {
    const key = `${header.name}\n${header.value}`;
    const one = known.get(key);
    if (one !== undefined) return one;
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(key, header);
    return header;
  };
  return (exchange) => {
    const { request, response } = exchange;
    const { headers } = request;
    return {
      ...exchange,
      ...(headers.status === 'present' && {
        request: { ...request, headers: present(headers.value.map(shared)) },
      }),
      ...(response.status === 'present' && {
        response: present({ ...response.value, headers: response.value.headers.map(shared) }),
      }),
    };
  };
}

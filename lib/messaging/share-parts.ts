import type { Exchange } from '../exchange/exchange';
import { present } from '../exchange/presence';

/** So many are known at most; values that never come back (dates, ids) would fill any memory. */
const MAX_KNOWN = 2_000;

/**
 * Most of what equal calls say is equal, and each message brings its own copy of it: much of the memory that a long
 * list takes. Makes a function that puts one object in the place of all the equal ones.
 */
export function createSharing(): (exchange: Exchange) => Exchange {
  const known = new Map<string, object>();
  const shared = <T extends object>(part: T): T => {
    const text = JSON.stringify(part);
    // Of equal text, and so of the same kind.
    const one = known.get(text) as T | undefined;
    if (one !== undefined) return one;
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(text, part);
    return part;
  };
  return (exchange) => {
    const { initiator, written, request, response } = exchange;
    return {
      ...exchange,
      initiator: shared(initiator),
      written: shared(written),
      request: {
        ...request,
        url: shared(request.url),
        headers: shared(request.headers),
        credentials: shared(request.credentials),
        body: shared(request.body),
      },
      response:
        response.status === 'absent'
          ? shared(response)
          : present({
              ...response.value,
              headers: response.value.headers.map(shared),
              body: shared(response.value.body),
            }),
    };
  };
}

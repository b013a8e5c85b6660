import type { Exchange } from '../exchange/exchange';
import { present, presentValue } from '../exchange/presence';

/** So many are known at most; values that never come back (dates, ids) would fill any memory. */
const MAX_KNOWN = 2_000;

/** @param before the same exchange as it was, with its parts shared already */
export type Sharing = (exchange: Exchange, before?: Exchange) => Exchange;

/**
 * Most of what equal calls say is equal, and each message brings its own copy of it: much of the memory that a long
 * list takes. Makes a function that puts one object in the place of all the equal ones.
 */
export function createSharing(): Sharing {
  const known = new Map<string, object>();
  const shared = <T extends object>(part: T, before?: T): T => {
    if (part === before) return part;
    const text = JSON.stringify(part);
    // Of equal text, and so of the same kind.
    const one = known.get(text) as T | undefined;
    if (one !== undefined) return one;
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(text, part);
    return part;
  };
  const sharedResponse = (response: Exchange['response'], before?: Exchange['response']) => {
    if (response === before) return response;
    if (response.status === 'absent') return shared(response);
    const { headers, body } = response.value;
    const old = before && presentValue(before);
    return present({
      ...response.value,
      headers: headers === old?.headers ? headers : headers.map((header) => shared(header)),
      body: shared(body, old?.body),
    });
  };
  return (exchange, before) => {
    const { initiator, written, request, response } = exchange;
    const old = before?.request;
    return {
      ...exchange,
      initiator: shared(initiator, before?.initiator),
      written: shared(written, before?.written),
      request: {
        ...request,
        url: shared(request.url, old?.url),
        headers: shared(request.headers, old?.headers),
        credentials: shared(request.credentials, old?.credentials),
        body: shared(request.body, old?.body),
      },
      response: sharedResponse(response, before?.response),
    };
  };
}

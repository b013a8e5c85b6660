import type { Exchange } from '../exchange/exchange';
import { presentValue } from '../exchange/presence';
import { addTo } from './sorted';

/** The first key that a call carried in a header. */
export function sentKeyOf({ request: { credentials } }: Exchange): string | undefined {
  return presentValue(credentials)?.find(({ fingerprint }) => fingerprint !== '')?.fingerprint;
}

const errorsOf = ({ response }: Exchange) => {
  const body = presentValue(response)?.body;
  return (body && presentValue(body)?.errors.filter(({ code }) => code !== '')) ?? [];
};

const isSuccess = ({ response }: Exchange) => {
  const status = presentValue(response)?.status ?? 0;
  return status >= 200 && status < 300;
};

/** A chat call that was answered with a page: the API sends JSON, or events. */
export function isForeign(exchange: Exchange): boolean {
  const { request, response } = exchange;
  const body = presentValue(response)?.body;
  const isPage = body !== undefined && presentValue(body)?.shape === 'html';
  return isPage && isSuccess(exchange) && request.method === 'POST' && request.endpoint !== undefined;
}

/** Whether the server did what was asked: a success may hold errors all the same. */
export function isAccepted(exchange: Exchange): boolean {
  return isSuccess(exchange) && errorsOf(exchange).length === 0 && !isForeign(exchange);
}

function isKeyRefused(exchange: Exchange): boolean {
  const status = presentValue(exchange.response)?.status;
  return status === 401 || errorsOf(exchange).some(({ code }) => code === 'invalid_api_key');
}

/** The origin that accepted the key of each call whose key was refused; the latest one of the list. */
export function findAccepted(exchanges: readonly Exchange[]): ReadonlyMap<Exchange, string> {
  const refused = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const key = isKeyRefused(exchange) ? sentKeyOf(exchange) : undefined;
    if (key !== undefined) addTo(refused, key, exchange);
  }
  const found = new Map<Exchange, string>();
  for (let i = exchanges.length - 1; i >= 0 && refused.size > 0; i--) {
    const exchange = exchanges[i] as Exchange;
    const key = isAccepted(exchange) ? sentKeyOf(exchange) : undefined;
    if (key === undefined) continue;
    for (const other of refused.get(key) ?? []) found.set(other, exchange.request.url.origin);
    refused.delete(key);
  }
  return found;
}

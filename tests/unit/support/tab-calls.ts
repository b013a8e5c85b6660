import type { Exchange } from '../../../lib/exchange/exchange';
import { absent, present } from '../../../lib/exchange/presence';
import { type CallDescription, exchangeOf, FAKE_KEY } from './exchange-of';

export const START = Date.UTC(2026, 0, 1, 12);
export const PAGE = 'https://app.example.com';
export const JSON_TYPE = ['Content-Type', 'application/json'] as const;

export const refusal = (code: string, message = 'No') => ({ errors: [{ code, message }], warnings: [] });

/** An exchange as webRequest would have it: made by a page's code, in tab 1. */
export function tabCall(index: number, call: CallDescription = {}, over: Partial<Exchange> = {}): Exchange {
  return {
    ...exchangeOf({
      index,
      startedDateTime: START + index * 1_000,
      initiator: { origin: PAGE, page: true },
      ...call,
    }),
    id: `${index}.0`,
    callId: String(index),
    source: 'web-request',
    tabId: 1,
    ...over,
  };
}

/** A call that nothing has answered yet. */
export function pendingCall(index: number, call: CallDescription = {}): Exchange {
  const { time: _, ...rest } = tabCall(index, call);
  return { ...rest, state: 'pending', response: absent('pending') };
}

export const cleanCall = (index: number) =>
  tabCall(index, { status: 200, responseBody: { results: {}, errors: [], warnings: [] } });

/** Answered with success, and its beginning was not seen: worth knowing, and not proven clean. */
export const partialCall = (index: number): Exchange => ({ ...cleanCall(index), partial: true });

/** Refused as its fault foretells. */
export const bareToken = (index: number) =>
  tabCall(index, {
    headers: [['Authorization', FAKE_KEY], JSON_TYPE],
    status: 401,
    responseBody: refusal('invalid_authorization_header', 'Malformed Bearer token'),
  });

/** A redirect to another origin that lost `Authorization`, with the call that it led to. */
export function lostOnRedirect(index: number): [Exchange, Exchange] {
  const target = 'https://eu.infuzu.com/api/llm-response';
  const first = tabCall(index, {
    headers: [['Authorization', `Bearer ${FAKE_KEY}`], JSON_TYPE],
    status: 308,
    redirectUrl: target,
    time: 30,
  });
  const second = tabCall(
    index,
    {
      url: target,
      headers: [JSON_TYPE],
      status: 401,
      responseBody: refusal('missing_api_key'),
      startedDateTime: START + index * 1_000 + 30,
      time: 50,
    },
    { id: `${index}.1`, hop: 1 },
  );
  return [first, second];
}

/** A preflight that does not allow a header, and the call that was never sent for it. */
export function refusedPreflight(index: number): [Exchange, Exchange] {
  const preflight = tabCall(
    index,
    {
      method: 'OPTIONS',
      body: null,
      headers: [
        ['Origin', PAGE],
        ['Access-Control-Request-Method', 'POST'],
        ['Access-Control-Request-Headers', 'content-type,infuzu-api-key,x-stainless-os'],
      ],
      status: 204,
      responseHeaders: [
        ['Access-Control-Allow-Origin', PAGE],
        ['Access-Control-Allow-Headers', 'content-type, infuzu-api-key'],
      ],
    },
    { id: `${index}p.0`, callId: `${index}p`, resourceType: 'preflight' },
  );
  const call = tabCall(index, {
    headers: [['Infuzu-API-Key', FAKE_KEY], JSON_TYPE, ['X-Stainless-OS', 'MacOS']],
    error: 'net::ERR_FAILED',
  });
  return [preflight, call];
}

/** An answer whose body the page's code left unread. */
export function unreadRefusal(index: number, status = 401): Exchange {
  const call = tabCall(index, { status });
  if (call.response.status === 'absent') return call;
  return { ...call, response: present({ ...call.response.value, body: absent('body-unread') }) };
}

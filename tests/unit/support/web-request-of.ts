import type { Exchange } from '../../../lib/exchange/exchange';
import type { EntryOrder, HarObservation, WebRequestObservation } from '../../../lib/exchange/observation';
import {
  observeWebRequest,
  type WebRequestDetails,
  type WebRequestEvent,
} from '../../../lib/observe/from-web-request';
import { type CallDescription, exchangeOf, FAKE_KEY, TEST_SALT } from './exchange-of';

export const START = Date.UTC(2026, 0, 1);

/** Chromium's details of one event; everything left out is that of a clean call from a page. */
export function detailsOf(event: WebRequestEvent, more: Partial<WebRequestDetails> = {}): WebRequestDetails {
  const answered = event === 'onHeadersReceived' || event === 'onCompleted';
  return {
    requestId: '1',
    url: 'https://chat.infuzu.com/api/llm-response',
    method: 'POST',
    tabId: 5,
    frameId: 0,
    type: 'xmlhttprequest',
    timeStamp: START,
    initiator: 'https://app.example.com',
    ...(event === 'onSendHeaders' && {
      requestHeaders: [
        { name: 'Infuzu-API-Key', value: FAKE_KEY },
        { name: 'Content-Type', value: 'application/json' },
      ],
    }),
    ...(answered && {
      statusCode: 200,
      statusLine: 'HTTP/1.1 200 OK',
      responseHeaders: [{ name: 'x-request-id', value: 'one' }],
    }),
    ...more,
  };
}

export function observationOf(
  event: WebRequestEvent,
  more: Partial<WebRequestDetails> = {},
): WebRequestObservation {
  return observeWebRequest(event, detailsOf(event, more), undefined, TEST_SALT);
}

/** A place in a list that was asked for after all calls. */
export const orderOf = (order: Partial<EntryOrder>): EntryOrder => ({
  since: START,
  asked: START + 3_600_000,
  index: 0,
  count: 1,
  ...order,
});

/** A HAR entry as the collector sends it. */
export function harOf(
  entryId: string,
  call: CallDescription & { readonly tabId?: number; readonly order?: Partial<EntryOrder> } = {},
): HarObservation {
  const exchange: Exchange = {
    ...exchangeOf({ startedDateTime: START - 5, ...call }),
    id: `har-${entryId}`,
    callId: `har-${entryId}`,
    source: 'devtools',
    tabId: call.tabId ?? 5,
  };
  return {
    type: 'har-entry',
    entryId,
    exchange,
    viaServiceWorker: false,
    ...(call.order && { order: orderOf(call.order) }),
  };
}

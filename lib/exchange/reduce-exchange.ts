import { chatEndpointOf } from '../api/endpoints';
import type { Exchange, ResponseFacts } from './exchange';
import { revive } from './lost-end';
import type { WebRequestObservation } from './observation';
import { absent, type Presence, present, settled } from './presence';

/** The identity of the `hop`-th exchange of a browser's request. */
export function exchangeIdOf(requestId: string, hop: number): string {
  return `${requestId}.${hop}`;
}

function begin(observation: WebRequestObservation, hop: number): Exchange {
  const { requestId, tabId, frameId, method, url, resourceType, initiator, at } = observation;
  const endpoint = chatEndpointOf(url.path);
  const missed = observation.type !== 'started';
  return {
    id: exchangeIdOf(requestId, hop),
    callId: requestId,
    hop,
    source: 'web-request',
    tabId,
    frameId,
    initiator,
    resourceType,
    startedDateTime: at,
    state: 'pending',
    request: {
      method,
      url,
      ...(endpoint && { endpoint }),
      httpVersion: '',
      headers: absent('pending'),
      credentials: absent('pending'),
      body: absent(missed ? 'missed' : 'pending'),
    },
    response: absent('pending'),
    written: absent('pending'),
    partial: missed,
  };
}

function end(exchange: Exchange, state: Exchange['state'], at: number): Exchange {
  const { request } = exchange;
  return {
    ...exchange,
    state,
    time: Math.max(0, at - exchange.startedDateTime),
    request: { ...request, headers: settled(request.headers), credentials: settled(request.credentials) },
  };
}

/** Later events of one exchange know no more headers than the first: what is known of the body is kept. */
function answer(exchange: Exchange, response: ResponseFacts): Presence<ResponseFacts> {
  if (exchange.response.status === 'absent') return present(response);
  const known = exchange.response.value;
  return present({
    ...response,
    ...(known.receivedDateTime !== undefined && { receivedDateTime: known.receivedDateTime }),
    body: known.body.status === 'present' ? known.body : response.body,
    ...(known.bodyJoin && { bodyJoin: known.bodyJoin }),
  });
}

/**
 * The one place where the outside becomes the inside: folds one observation of webRequest into the record of
 * its exchange. Tolerates any order and a missing beginning; never throws.
 * @param exchange what is known so far, `undefined` for the first observation
 * @param hop which redirect hop this is; used only when the record begins here
 */
export function reduceExchange(
  exchange: Exchange | undefined,
  observation: WebRequestObservation,
  hop = 0,
): Exchange {
  const known = exchange ? revive(exchange) : begin(observation, hop);
  switch (observation.type) {
    case 'started':
      return {
        ...known,
        startedDateTime: Math.min(known.startedDateTime, observation.at),
        request: { ...known.request, body: observation.body },
      };
    case 'request-headers': {
      const { headers, credentials, url } = observation;
      return {
        ...known,
        request: { ...known.request, url, headers: present(headers), credentials: present(credentials) },
      };
    }
    case 'response-headers':
      return {
        ...known,
        request: { ...known.request, httpVersion: observation.httpVersion || known.request.httpVersion },
        response: answer(known, { ...observation.response, receivedDateTime: observation.at }),
      };
    case 'redirected': {
      const ended = end(known, 'redirected', observation.at);
      const response = observation.response ? answer(ended, observation.response) : settled(ended.response);
      return { ...ended, redirect: observation.redirect, response };
    }
    case 'completed': {
      const ended = end(known, 'completed', observation.at);
      // A cache answers without a request; of any other answered call its headers were sent.
      const isSeen = ended.request.headers.status === 'present' || observation.response.fromCache;
      return {
        ...ended,
        partial: ended.partial || !isSeen,
        request: { ...ended.request, httpVersion: observation.httpVersion || ended.request.httpVersion },
        response: answer(ended, observation.response),
      };
    }
    case 'failed': {
      // Firefox races onCompleted against onErrorOccurred for answers that CORS hides; the status stays.
      const ended = end(known, 'failed', observation.at);
      const response = ended.response.status === 'present' ? ended.response : absent('failed');
      return { ...ended, error: observation.error, response };
    }
    default:
      return observation satisfies never;
  }
}

/**
 * Firefox hands a call to the page's service worker by a redirect to where it goes anyhow. What becomes of it is told
 * anew: by the worker's own request, or as the same one when the worker leaves it alone.
 */
export function isHandedOver({ state, redirect, request }: Exchange): boolean {
  return state === 'redirected' && redirect?.internal === true && redirect.url.href === request.url.href;
}

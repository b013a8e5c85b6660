import type {
  BrowserError,
  Exchange,
  Initiator,
  RedirectFact,
  ResponseFacts,
  WrittenFacts,
} from './exchange';
import { type Guard, isBoolean, isListOf, isNumber, isObjectOf, isOneOf, isText } from './guards';
import { isHeader, isPlace, isPresenceOf, isRequest, isUrl, isWrittenCredential } from './is-request';
import type { ApiMessage, ResponseBodyFacts } from './response-body';
import type { StreamFacts } from './stream-facts';

const isApiMessage = isObjectOf<ApiMessage>({ code: isText, message: isText }, {});
export const isResponseBody = isObjectOf<ResponseBodyFacts>(
  {
    size: isNumber,
    shape: isOneOf(
      'errors-envelope',
      'error-envelope',
      'json',
      'html',
      'event-stream',
      'text',
      'binary',
      'empty',
      'cut-off',
    ),
    errors: isListOf(isApiMessage),
    warnings: isListOf(isApiMessage),
    omitted: isNumber,
  },
  {
    title: isText,
    stream: isObjectOf<StreamFacts>({ events: isNumber, done: isBoolean }, { finish: isText }),
  },
);
const isResponse = isObjectOf<ResponseFacts>(
  {
    status: isNumber,
    statusText: isText,
    headers: isListOf(isHeader),
    digest: isText,
    fromCache: isBoolean,
    body: isPresenceOf(isResponseBody),
  },
  {
    receivedDateTime: isNumber,
    tlsVersion: isText,
    bodyJoin: isOneOf(
      'same-entry',
      'response-headers',
      'request-body',
      'only-candidate',
      'rank',
      'nearest-start',
      'page-probe',
    ),
  },
);

export const isInitiator = isObjectOf<Initiator>({}, { origin: isText, page: isBoolean, place: isPlace });
export const isWritten = isObjectOf<WrittenFacts>(
  {
    api: isOneOf('fetch', 'Request', 'XMLHttpRequest', 'sendBeacon'),
    credentials: isListOf(isWrittenCredential),
  },
  {
    options: isListOf(
      isOneOf(
        'no-cors',
        'same-origin',
        'manual',
        'error',
        'keepalive',
        'credentials',
        'integrity',
        'large-keepalive',
      ),
    ),
    oddHeader: isText,
    thrown: isText,
    place: isPlace,
  },
);

/** Whether a value has the shape of an exchange, down to the last fact. */
export const isExchange: Guard<Exchange> = isObjectOf<Exchange>(
  {
    id: isText,
    callId: isText,
    hop: isNumber,
    source: isOneOf('web-request', 'devtools', 'probe', 'har-file', 'curl', 'bundle'),
    tabId: isNumber,
    frameId: isNumber,
    initiator: isInitiator,
    resourceType: isOneOf(
      'fetch',
      'document',
      'stylesheet',
      'script',
      'image',
      'font',
      'media',
      'beacon',
      'preflight',
      'other',
      'unknown',
    ),
    startedDateTime: isNumber,
    state: isOneOf('pending', 'completed', 'redirected', 'failed', 'unknown-end', 'never-sent'),
    request: isRequest,
    response: isPresenceOf(isResponse),
    written: isPresenceOf(isWritten),
    partial: isBoolean,
  },
  {
    joinedIds: isListOf(isText),
    time: isNumber,
    lostEnd: isOneOf('silent', 'no-request', 'devtools-lost', 'saved'),
    error: isObjectOf<BrowserError>({ text: isText }, {}),
    redirect: isObjectOf<RedirectFact>({ url: isUrl, internal: isBoolean }, {}),
  },
);

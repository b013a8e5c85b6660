import type { DiagnosisTexts } from '../diagnosis-texts';
import { codes } from './error-codes';
import { failures } from './failures';

export const diagnosis = {
  headlines: {
    clean: { short: 'Clean', text: 'The call is well-formed, and the server answered {status}.' },
    'clean-unanswered': {
      short: 'No fault found',
      text: 'No fault was found in the request; the record does not hold an answer.',
    },
    'clean-key-untold': {
      short: 'No fault found, key not known',
      text: 'No fault was found in the request; the shell fills its key in, so the key itself is not known and was not judged.',
    },
    'undocumented-unanswered': {
      short: 'No documented call',
      text: '{method} at this address is no documented call: documented are `POST /api/llm-response` and `POST /api/v1/chat/completions` at `chat.infuzu.com`.',
    },
    'clean-unseen': {
      short: 'No fault found, parts not seen',
      text: 'No fault was found in what the line holds of the request.',
    },
    'clean-partial': {
      short: '{status}, beginning not seen',
      text: 'The server answered {status}; no fault was found, but the record starts in the middle of the call, so not all of its request could be judged.',
    },
    'headers-not-recorded': {
      short: '{status}, headers not recorded',
      text: 'The server answered {status}; the record does not hold the headers of the request, so its key could not be judged.',
    },
    'answer-not-recorded': {
      short: 'No answer recorded',
      text: 'The record holds no answer, so how the call ended is not known; no fault was found in the request.',
    },
    'nothing-recorded': {
      short: 'Neither headers nor answer recorded',
      text: 'The record holds neither the headers of the request nor an answer, so the call could not be judged.',
    },
    'not-modified': {
      short: 'Clean, not modified',
      text: 'The server answered that nothing has changed since the last time (304).',
    },
    receiving: {
      short: 'Receiving the answer',
      text: 'The server answers with {status}; the rest of it is still on its way.',
    },
    'reason-coming': {
      short: 'Refused with {status}, reading why',
      text: 'The server refused the call with {status}; the body that says why is on its way.',
    },
    pending: { short: 'Waiting for the answer', text: 'The call is still waiting for the server’s answer.' },
    redirected: {
      short: 'Redirected',
      text: 'The server answered {status} and sent the call on to {url}.',
    },
    'redirect-not-followed': {
      short: 'Redirect not followed',
      text: 'The server answered {status} and sent the call on to {url}, and the browser did not follow: the code asks for that with `redirect: "manual"` or `"error"`, or the page was left.',
    },
    'redirect-of-curl': {
      short: 'Redirect not followed',
      text: 'The server answered {status} and sent the call on to {url}, where the text shows none; curl goes there with `-L` only.',
    },
    tolerated: {
      short: 'Answered {status} despite: {finding}',
      text: 'The server answered {status} although the request has a fault that it may refuse at any time: {finding}',
    },
    contradicted: {
      short: '`{code}`, not `{expected}`',
      text: 'The server answered {status} `{code}` ({meaning}), while this fault of the request leads to `{expected}`: {finding}',
    },
    'contradicted-unknown-code': {
      short: '`{code}`, not `{expected}`',
      text: 'The server answered {status} `{code}`, a code that is not documented, while this fault of the request leads to `{expected}`: {finding}',
    },
    'contradicted-status': {
      short: '{status} instead of {expected}',
      text: 'The server answered {status} with no documented error, while this fault of the request leads to {expected}: {finding}',
    },
    'code-missing_api_key': {
      short: 'Key lost on the way',
      text: 'The server found no API key although the request carries one, so something between this record and the server (a proxy, a gateway, a redirect) took the auth header away.',
    },
    'code-multiple_api_keys': {
      short: 'A second auth header on the way',
      text: 'The server found more than one auth header although this record shows only one, so something between this record and the server (a proxy, a gateway) adds another.',
    },
    'code-invalid_api_key': {
      short: 'Well-formed, but the key is wrong or revoked',
      text: 'The request is well-formed, so the key itself is wrong, revoked, or not known to this host: compare it with the one in the dashboard, or make a new one there.',
    },
    'code-invalid_authorization_header': {
      short: '`Authorization` changed on the way',
      text: 'The server found `Authorization` malformed although this record shows it well-formed, so something between this record and the server may have rewritten it.',
    },
    'code-invalid_request_body': {
      short: 'Body refused',
      text: 'The server could not read the body of the request; in this record no fault of it can be seen, so check every field against the documentation.',
    },
    'code-missing_required_field': {
      short: 'A required field is missing',
      text: 'A required field is missing from the body of the request; the server’s own message names it.',
    },
    'code-invalid_field': {
      short: 'A field’s value is not allowed',
      text: 'The server does not allow the value of a field in the body of the request, for example a model that it does not know; its own message names the field.',
    },
    'code-not_enough_funds': {
      short: 'Not enough funds',
      text: 'The key was accepted, but the account does not have enough funds: add funds in the dashboard.',
    },
    'code-unsupported_media_type': {
      short: '`Content-Type` refused',
      text: 'The server refused the type of the body although this record shows `application/json`, so something on the way may have changed `Content-Type`.',
    },
    'code-rate_limit_exceeded': {
      short: 'Rate limit exceeded',
      text: 'The account has sent more requests or more input characters than its limit allows: wait before the next call, because every call that is refused counts, too.',
    },
    'code-internal_server_error': {
      short: 'Error inside the server',
      text: 'The server failed by a fault of its own; nothing in the request explains it, and the same call may succeed a little later.',
    },
    'code-unknown': {
      short: 'Refused with `{code}`',
      text: 'The server refused the call with {status} `{code}`, a code that is not documented; nothing in the request explains it.',
    },
    'key-accepted': {
      short: 'Refused, though its key worked in another call',
      text: 'The server refused the call with {status}, yet another call with the same key worked, at `{origin}`: the key may not have been valid at the time, or not for this host or endpoint.',
    },
    'key-not-recorded': {
      short: 'Key refused, auth header not recorded',
      text: 'The server answered {status} `{code}` ({meaning}), and the record does not hold the auth header as the call had it, so its form cannot be judged.',
    },
    'headers-unknown': {
      short: '{status}, headers not recorded',
      text: 'The server refused the call with {status}; the record does not hold the headers of the request, so nothing can be said of its key.',
    },
    'auth-header-unknown': {
      short: '{status}, auth header perhaps left out',
      text: 'The server answered {status}; the record may lack the auth header of the call (Chrome leaves it out of a HAR file unless sensitive data are exported with it), so its key could not be judged.',
    },
    'login-refused': {
      short: '{status}, login refused',
      text: 'The server refused the call with {status}; Infuzu’s own pages need no key for it, so a login by cookie may be over or may not allow it: sign in again.',
    },
    'type-not-recorded': {
      short: '`Content-Type` refused, not recorded',
      text: 'The server refused the type of the body ({status}), and the record does not hold the headers of the request, so they cannot be judged.',
    },
    'status-401': {
      short: '401 without a documented error',
      text: 'The server refused the call as not authenticated (401) and its answer is no documented error; nothing in the request explains it, so the key itself may be wrong or revoked.',
    },
    'status-403': {
      short: '403 without a documented error',
      text: 'The server, or a gateway before it, forbade the call (403) and its answer is no documented error; nothing in the request explains it.',
    },
    'status-404': {
      short: 'No such path',
      text: 'The server knows nothing at this address (404).',
    },
    'status-405': {
      short: 'Method not allowed',
      text: 'The server does not allow the method {method} at this address (405).',
    },
    'call-undocumented': {
      short: '{status}, no documented call',
      text: '{method} at this address is no documented call, and the server answered {status}: documented are `POST /api/llm-response` and `POST /api/v1/chat/completions` at `chat.infuzu.com`.',
    },
    'status-413': {
      short: 'Body too large',
      text: 'The server refused the body of the request as too large (413).',
    },
    'status-429': {
      short: 'Too many requests',
      text: 'The server refused the call because there were too many (429): wait before the next one, because every call that is refused counts, too.',
    },
    'status-words': {
      short: '{status}: {message}',
      text: 'The server refused the call with {status} and says “{message}”.',
    },
    'status-4xx': {
      short: '{status} without a documented error',
      text: 'The server refused the call with {status} and its answer is no documented error; nothing in the request explains it.',
    },
    'reason-unseen': {
      short: '{status}, reason not seen',
      text: 'The server refused the call with {status}; its answer was not seen, so what it says of the reason is not known, and nothing in the request explains it.',
    },
    'status-gateway': {
      short: '{status}, server not available',
      text: 'The server, or a gateway before it, answered {status}: it was not available or did not answer in time; the same call may succeed a little later.',
    },
    'status-5xx': {
      short: '{status}, error inside the server',
      text: 'The server failed with {status} by a fault of its own; nothing in the request explains it, and the same call may succeed a little later.',
    },
    'preflight-allowed': {
      short: 'Preflight answered',
      text: 'The browser asked whether the page may make the call (preflight), and the server answered {status} with its permission.',
    },
    'preflight-alone': {
      short: 'Preflight allowed, its call not seen yet',
      text: 'The browser asked whether the page may make a call (preflight), and the server answered {status} with its permission; the call itself was not seen, so it may still be under way.',
    },
    'preflight-refused': {
      short: 'Preflight refused',
      text: 'The browser asked whether the page may make the call (preflight), and the server’s answer {status} gives no permission, so the call itself was never made.',
    },
    'page-furniture': {
      short: 'Part of a page',
      text: 'This is a part of a page ({type}) and no API call, so it needs no key.',
    },
    'never-sent': {
      short: 'Never sent',
      text: 'The code’s call failed before there was a request, so nothing was sent to the server.',
    },
    'never-sent-name': {
      short: 'Never sent: `{header}` is no header name',
      text: 'The code’s call failed before there was a request: `{header}` has a character that no header’s name may have.',
    },
    'unknown-end': {
      short: 'End not seen',
      text: 'The end of this call went by unseen; no fault was found in what is known of the request.',
    },
    'unknown-end-silent': {
      short: 'End not seen in {minutes} minutes',
      text: 'How this call ended is not known: the browser told nothing more of it for {minutes} minutes.',
    },
    'unknown-end-no-request': {
      short: 'End not told by DevTools',
      text: 'How this call ended is not known: only DevTools could show it, and the page was left or DevTools closed before, or nothing came for {minutes} minutes.',
    },
    'unknown-end-saved': {
      short: 'No answer yet when saved',
      text: 'The call was still waiting for its answer when this record was saved.',
    },
    'unknown-end-devtools-lost': {
      short: 'Answer not kept by DevTools',
      text: 'How this call ended is not known: only DevTools saw it, and kept no answer.',
    },
    interrupted: {
      short: 'Interrupted after {status}',
      text: 'The server answered {status}, but the answer did not arrive in full or did not reach the code that asked for it (`{error}`).',
    },
    'answer-html': {
      short: '{status}, but an HTML page',
      text: 'The server answered {status} with an HTML page where the API sends JSON, so a proxy, a gateway or a login page may have answered in its place.',
    },
    'given-up': {
      short: 'Aborted by the page',
      text: 'The server answered {status}, and the page gave the call up before all of the answer was there: its code aborted it, or the page was left.',
    },
    ...failures,
  },
  codes,
  retry: {
    never: 'The same call will fail again.',
    'after-change': 'The same call will fail again until its cause is mended.',
    'after-wait': 'The same call may succeed after a wait.',
    'may-help': 'The same call may succeed when it is sent again.',
  },
} as const satisfies DiagnosisTexts;

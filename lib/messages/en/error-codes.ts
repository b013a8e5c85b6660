import type { ErrorCode } from '../../api/error-codes';
import type { ErrorCodeTexts } from '../diagnosis-texts';

/** Every documented error code explained. */
export const codes = {
  missing_api_key: {
    meaning: 'the server found no API key in the request',
    inRequest: [
      'The call carries none of `Infuzu-API-Key`, `X-Infuzu-API-Key` and `Authorization`.',
      'The header is there, but its value is empty, because the variable that should fill it is.',
      'The header has a name that the server does not know, such as `X-API-Key`.',
      'A redirect to another origin took the header away.',
    ],
    beyond: ['A proxy or a gateway took the header away.'],
    remedy: 'Send the key in exactly one auth header, for example `Infuzu-API-Key`.',
    retry: 'The same call will fail again until it carries a key.',
  },
  multiple_api_keys: {
    meaning: 'the server found more than one auth header',
    inRequest: [
      'The code sets a key header, and an SDK adds `Authorization` by itself.',
      'The same header is set twice, once as a default and once for the call.',
    ],
    beyond: ['A proxy or a gateway adds a key of its own.'],
    remedy: 'Remove all auth headers but one.',
    retry: 'The same call will fail again until only one auth header is left.',
  },
  invalid_api_key: {
    meaning: 'the key is invalid or revoked',
    inRequest: [
      'The key has white space, quotes or other characters around or in it.',
      'A placeholder was sent instead of a key.',
      'The call went over `http:`.',
    ],
    beyond: [
      'The key was revoked, or belongs to another account or service.',
      'A part of the key was lost when it was copied.',
      'The clock of the machine is wrong.',
    ],
    remedy: 'Compare the key with the one in the dashboard, and make a new one there when in doubt.',
    retry: 'The same call will fail again until it carries a valid key.',
  },
  invalid_authorization_header: {
    meaning: '`Authorization` is not `Bearer`, one space and the key',
    inRequest: [
      'The prefix `Bearer ` is missing before the key.',
      'There is no space, more than one space or a colon after `Bearer`, or the word stands there twice.',
      'Another scheme is used, such as `Basic` or `Token`.',
    ],
    beyond: ['A proxy or a gateway rewrote the header.'],
    remedy:
      'Write `Authorization: Bearer`, one space and the key, or use `Infuzu-API-Key` with the key alone.',
    retry: 'The same call will fail again until the header is right.',
  },
  invalid_request_body: {
    meaning: 'the body is malformed or lacks required fields',
    inRequest: [
      'The body is not JSON: an object was not encoded, or a comma or a quote is wrong.',
      'The body was encoded twice and is a JSON string.',
      'The body is empty.',
    ],
    beyond: ['A proxy or a gateway changed the body or cut it off.'],
    remedy: 'Send a JSON object, encoded once, for example by `JSON.stringify(…)`.',
    retry: 'The same call will fail again until the body is right.',
  },
  missing_required_field: {
    meaning: 'a required field is missing or empty',
    inRequest: [
      '`messages` is not there, is empty, or has another name.',
      'The fields stand inside another object.',
    ],
    beyond: ['The address asks for another field.'],
    remedy: 'Send `messages` with at least one message of role `user` or `system`.',
    retry: 'The same call will fail again until the field is there.',
  },
  invalid_field: {
    meaning: 'the value of a field is not allowed',
    inRequest: [
      'A message has a role other than `system`, `user` and `assistant`, or the roles stand in a wrong order.',
      '`llms` and `exclude_llms` are both given.',
    ],
    beyond: ['A model in `llms`, `exclude_llms` or `model` is not known.'],
    remedy:
      'Read the server’s message for the name of the field, and compare its value with the documentation.',
    retry: 'The same call will fail again until the value is allowed.',
  },
  not_enough_funds: {
    meaning: 'the account does not have enough funds',
    inRequest: [],
    beyond: ['The account’s funds are used up.', 'The key belongs to another account than expected.'],
    remedy: 'Add funds in the dashboard.',
    retry: 'The same call will succeed once there are funds again.',
  },
  unsupported_media_type: {
    meaning: '`Content-Type` is not `application/json`',
    inRequest: [
      'No `Content-Type` was set: `fetch` then sends `text/plain`, and `curl -d` sends a form.',
      'The body was sent as a form.',
    ],
    beyond: ['A proxy or a gateway changed the header.'],
    remedy: 'Set `Content-Type: application/json` and send JSON.',
    retry: 'The same call will fail again until the type is right.',
  },
  rate_limit_exceeded: {
    meaning: 'the account is over its limit for requests or input characters',
    inRequest: [],
    beyond: [
      'Many calls in a short time: a loop, or several users with one key.',
      'Refused calls are retried at once; they count, too.',
      'Long inputs use up the limit for characters.',
    ],
    remedy: 'Wait as long as `Retry-After` says, and longer after each further refusal.',
    retry: 'The same call may succeed after a wait; a retry at once makes it worse.',
  },
  internal_server_error: {
    meaning: 'the server failed by a fault of its own',
    inRequest: [],
    beyond: [
      'A passing fault of the service.',
      'A fault of the service that comes with every request of this kind.',
    ],
    remedy: 'Send the call again a little later; if it fails each time, tell support the time of the call.',
    retry: 'The same call may succeed when it is sent again, after a growing pause.',
  },
} as const satisfies Readonly<Record<ErrorCode, ErrorCodeTexts>>;

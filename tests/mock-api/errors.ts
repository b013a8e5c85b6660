/**
 * The documented errors. Written down here a second time, apart from `lib/api`, on purpose: a stand-in that took its
 * facts from the code under test would agree with its mistakes.
 */
const DOCUMENTED = {
  missing_api_key: [401, 'errors', 'No authentication headers were provided.'],
  multiple_api_keys: [400, 'errors', 'Multiple authentication headers were detected. Send exactly one.'],
  invalid_api_key: [401, 'errors', 'The API key is invalid or has been revoked.'],
  invalid_authorization_header: [
    401,
    'errors',
    'The Authorization header is malformed. Use: Bearer <API key>.',
  ],
  invalid_request_body: [400, 'error', 'The request body is malformed.'],
  missing_required_field: [400, 'error', 'A required field is missing or empty.'],
  invalid_field: [400, 'error', 'A field has a value that is not allowed.'],
  not_enough_funds: [402, 'error', 'The account does not have enough funds.'],
  unsupported_media_type: [415, 'error', 'The Content-Type must be application/json.'],
  rate_limit_exceeded: [429, 'error', 'The rate limit has been exceeded.'],
  internal_server_error: [500, 'error', 'An internal error occurred.'],
} as const satisfies Record<string, readonly [status: number, envelope: Envelope, message: string]>;

/** `{"errors": [..], "warnings": []}` or `{"error": {..}}`. */
export type Envelope = 'errors' | 'error';

export type ErrorCode = keyof typeof DOCUMENTED;

export interface ApiError {
  readonly status: number;
  readonly envelope: Envelope;
  readonly code: string;
  readonly message: string;
}

/** A documented error, with a message of its own where one helps more. */
export function documentedError(code: ErrorCode, message?: string): ApiError {
  const [status, envelope, usual] = DOCUMENTED[code];
  return { status, envelope, code, message: message ?? usual };
}

/** Any error that a test asks for: documented where the code is, made up where it is not. */
export function requestedError(asked: { status?: number; code?: string; message?: string }): ApiError {
  const code = asked.code ?? codeOfStatus(asked.status) ?? 'unknown_error';
  const usual = isDocumented(code)
    ? documentedError(code)
    : { status: 400, envelope: 'error' as const, code, message: `An error without documentation: ${code}.` };
  return { ...usual, status: asked.status ?? usual.status, message: asked.message ?? usual.message };
}

/** The documentation names no error for an unknown path or method; these two are the stand-in's guess. */
export const NOT_FOUND: ApiError = {
  status: 404,
  envelope: 'error',
  code: 'not_found',
  message: 'There is no such endpoint.',
};
export const METHOD_NOT_ALLOWED: ApiError = {
  status: 405,
  envelope: 'error',
  code: 'method_not_allowed',
  message: 'This endpoint takes POST.',
};

function isDocumented(code: string): code is ErrorCode {
  return Object.hasOwn(DOCUMENTED, code);
}

function codeOfStatus(status: number | undefined): string | undefined {
  return Object.entries(DOCUMENTED).find(([, [documented]]) => documented === status)?.[0];
}

/**
 * The documented error codes. Sources: "authentication page" https://docs.infuzu.com/authentication.html;
 * "error page", the public page on errors. What they mean in words stands in the message catalogue.
 */
export type RetryAdvice = 'never' | 'after-change' | 'after-wait' | 'may-help';

export interface ErrorCodeFacts {
  readonly status: number;
  readonly source: 'authentication page' | 'error page';
  /** Whether sending the same call again makes sense. */
  readonly retry: RetryAdvice;
}

export const ERROR_CODES = {
  missing_api_key: { status: 401, source: 'authentication page', retry: 'after-change' },
  multiple_api_keys: { status: 400, source: 'authentication page', retry: 'after-change' },
  invalid_api_key: { status: 401, source: 'authentication page', retry: 'after-change' },
  invalid_authorization_header: { status: 401, source: 'authentication page', retry: 'after-change' },
  invalid_request_body: { status: 400, source: 'error page', retry: 'after-change' },
  missing_required_field: { status: 400, source: 'error page', retry: 'after-change' },
  invalid_field: { status: 400, source: 'error page', retry: 'after-change' },
  not_enough_funds: { status: 402, source: 'error page', retry: 'after-change' },
  unsupported_media_type: { status: 415, source: 'error page', retry: 'after-change' },
  rate_limit_exceeded: { status: 429, source: 'error page', retry: 'after-wait' },
  internal_server_error: { status: 500, source: 'error page', retry: 'may-help' },
} as const satisfies Record<string, ErrorCodeFacts>;

export type ErrorCode = keyof typeof ERROR_CODES;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CODES, code);
}

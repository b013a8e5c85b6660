import type { ApiError } from './errors';
import type { Misbehaviour, Shape } from './misbehaviour';

export interface ErrorBody {
  readonly contentType: string;
  /** An object, or odd bytes as text. */
  readonly content: object | string;
}

/** What a careless `innerHTML` would run, what a terminal would obey, and what turns the line around. */
const MARKUP = '<img src=x onerror="window.__scriptRan=true"><script>window.__scriptRan=true</script>';
const CONTROLS = '\u0000\u0007\u001b[31m\u0085\u202e\u2028</textarea>"\'`';

/** Puts script and control characters into code and message. */
export function withScript(error: ApiError): ApiError {
  return { ...error, code: `${error.code}${MARKUP}`, message: `${error.message} ${MARKUP}${CONTROLS}` };
}

/** The body of an error, in the envelope of its kind or in the odd form that the test asked for. */
export function errorBody(error: ApiError, requestId: string, ask: Misbehaviour): ErrorBody {
  if (ask.plain === 'text') {
    return {
      contentType: 'text/plain; charset=utf-8',
      content: `${error.code}: ${error.message} (${requestId})`,
    };
  }
  const contentType = ask.plain === 'json' ? 'text/plain; charset=utf-8' : 'application/json';
  if (ask.shape === undefined) return { contentType, content: envelope(error, requestId, ask) };
  return { contentType, content: oddBody(ask.shape, error, requestId, ask) };
}

function envelope(error: ApiError, requestId: string, ask: Misbehaviour): Record<string, unknown> {
  const { code, message } = error;
  if ((ask.envelope ?? error.envelope) === 'error')
    return { error: { code, message }, request_id: requestId };
  return { errors: [{ code, message }], warnings: [], request_id: requestId };
}

function oddBody(shape: Shape, error: ApiError, requestId: string, ask: Misbehaviour): object | string {
  const { code, message } = error;
  switch (shape) {
    case 'errors-string':
      return { errors: `${code}: ${message}`, warnings: [], request_id: requestId };
    case 'errors-null':
      return { errors: null, error: null, warnings: null, request_id: requestId };
    case 'nested':
      return { detail: { body: envelope(error, requestId, ask) }, request_id: requestId };
    case 'array':
      return [{ code, message, request_id: requestId }];
    case 'bom':
      return `\ufeff${JSON.stringify(envelope(error, requestId, ask))}`;
  }
}

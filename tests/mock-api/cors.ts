import type { Misbehaviour } from './misbehaviour';
import { rawHeader } from './receive';
import type { ReceivedRequest } from './types';

const ALLOWED_HEADERS = 'authorization, content-type, infuzu-api-key, x-infuzu-api-key';

type Headers = Record<string, string>;

/** Is this the question that a browser asks before a cross-origin call? */
export function isPreflight({ method, rawHeaders }: ReceivedRequest): boolean {
  return method === 'OPTIONS' && rawHeader(rawHeaders, 'access-control-request-method') !== undefined;
}

/** Status and CORS headers of the answer to a preflight. */
export function preflightAnswer(
  request: ReceivedRequest,
  ask: Misbehaviour,
): { status: number; headers: Headers } {
  if (ask.preflight === 'refuse') return { status: 403, headers: {} };
  const headers: Headers = {
    ...allowOrigin(request),
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    // Never remembered: each call of a test must bring its own preflight.
    'access-control-max-age': '0',
  };
  if (ask.preflight !== 'no-headers') {
    headers['access-control-allow-headers'] = ask.preflightAllow ?? ALLOWED_HEADERS;
  }
  return { status: 204, headers };
}

/** CORS headers of the answer to the call itself. */
export function corsHeaders(request: ReceivedRequest, ask: Misbehaviour): Headers {
  return ask.cors === 'none' ? {} : { ...allowOrigin(request), 'access-control-expose-headers': '*' };
}

function allowOrigin(request: ReceivedRequest): Headers {
  const origin = rawHeader(request.rawHeaders, 'origin')?.trim();
  return { vary: 'origin', ...(origin ? { 'access-control-allow-origin': origin } : {}) };
}

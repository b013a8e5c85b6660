import { contentOf, plainContent } from './content';
import { corsHeaders, isPreflight, preflightAnswer } from './cors';
import { echoedField } from './echo';
import { BadParameter, type Misbehaviour, parseMisbehaviour } from './misbehaviour';
import { mixOf } from './mix';
import type { Answer, ApiState, ReceivedRequest } from './types';

/** The answer of the API: what the documentation says, unless the query asks for something else. */
export function answerApi(request: ReceivedRequest, url: URL, state: ApiState): Answer {
  let ask: Misbehaviour;
  try {
    ask = parseMisbehaviour(url.searchParams);
  } catch (error) {
    if (!(error instanceof BadParameter)) throw error;
    // With CORS, or a page's code could not read what is wrong with its parameter.
    const problem = plainContent(400, `Stand-in: ${error.message}\n`);
    return {
      ...problem,
      headers: { ...problem.headers, ...commonHeaders(request, {}), ...corsHeaders(request, {}) },
    };
  }
  if (isPreflight(request)) {
    const { status, headers } = preflightAnswer(request, ask);
    return {
      status,
      headers: { ...headers, ...commonHeaders(request, ask) },
      body: { kind: 'whole', bytes: Buffer.alloc(0) },
    };
  }
  const content = contentOf(request, url, ask, state);
  const delayMs = ask.delayMs ?? (ask.mix ? mixOf(request).delayMs : undefined);
  const { 'x-request-id': id, ...common } = commonHeaders(request, ask);
  return {
    status: content.status,
    headers: {
      ...content.headers,
      ...corsHeaders(request, ask),
      ...common,
      ...(ask.noId || id === undefined ? {} : { 'x-request-id': id }),
      ...askedHeaders(request, content.status, ask),
    },
    body: content.body,
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(ask.bodyDelayMs === undefined ? {} : { bodyDelayMs: ask.bodyDelayMs }),
    ...(ask.ending === undefined ? {} : { ending: ask.ending }),
  };
}

function commonHeaders(request: ReceivedRequest, ask: Misbehaviour): Record<string, string> {
  return {
    'x-request-id': request.id,
    date: new Date(Date.now() + (ask.clockSeconds ?? 0) * 1000).toUTCString(),
    'cache-control': 'no-store',
  };
}

function askedHeaders(request: ReceivedRequest, status: number, ask: Misbehaviour): Record<string, string> {
  const echo = echoedField(request, ask);
  return {
    ...(echo === undefined ? {} : { 'x-echo': echo }),
    ...(ask.retryAfter === undefined ? {} : { 'retry-after': ask.retryAfter }),
    ...(ask.hstsSeconds === undefined ? {} : { 'strict-transport-security': `max-age=${ask.hstsSeconds}` }),
    // The documented limit of one minute.
    ...(ask.rateHeaders
      ? {
          'ratelimit-policy': '100;w=60',
          'ratelimit-limit': '100',
          'ratelimit-remaining': status === 429 ? '0' : '99',
          'ratelimit-reset': '30',
        }
      : {}),
  };
}

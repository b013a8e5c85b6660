import { gzipSync } from 'node:zlib';
import { authenticationError } from './authenticate';
import { checkBody } from './check-body';
import { echoedField, echoSentence, withEcho } from './echo';
import { errorBody, withScript } from './error-body';
import { type ApiError, documentedError, METHOD_NOT_ALLOWED, NOT_FOUND, requestedError } from './errors';
import type { Misbehaviour } from './misbehaviour';
import { mixOf } from './mix';
import { rawHeader } from './receive';
import { redirectLocation } from './redirect';
import { type Endpoint, endpointAt, successBody, successEvents } from './success';
import type { AnswerBody, ApiState, ReceivedRequest } from './types';

const DEPRECATED = 'A field of this request will go away.';

/** Status, body and the headers that belong to the body. */
export interface Content {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: AnswerBody;
}

/** What the API says to a call. What the query asks for comes before what the documentation says. */
export function contentOf(request: ReceivedRequest, url: URL, ask: Misbehaviour, state: ApiState): Content {
  const location = redirectLocation(request, url, ask, state.ports, echoedField(request, ask));
  if (location !== undefined) return { status: 307, headers: { location }, body: bytes('') };
  if (ask.htmlStatus !== undefined)
    return text(ask.htmlStatus, 'text/html; charset=utf-8', gatewayPage(ask.htmlStatus));
  if (ask.emptyStatus !== undefined) return { status: ask.emptyStatus, headers: {}, body: bytes('') };

  const judged =
    ask.status !== undefined || ask.code !== undefined
      ? { error: requestedError(ask) }
      : judge(request, url, state);
  const wantsError =
    (ask.mix && mixOf(request).refused) || ask.script || ask.shape || ask.plain || ask.message !== undefined;
  if ('error' in judged || wantsError) {
    const error = 'error' in judged ? judged.error : documentedError('invalid_api_key');
    return errorContent(withEcho(error, request, ask), request.id, ask);
  }
  if (judged.stream || ask.stream) {
    const events = successEvents(judged.endpoint, request.id);
    return {
      status: 200,
      headers: { 'content-type': 'text/event-stream' },
      body: { kind: 'events', events },
    };
  }
  const warning = echoSentence(request, ask) ?? (ask.warnings ? DEPRECATED : undefined);
  return json(200, 'application/json', successBody(judged.endpoint, request.id, warning), ask);
}

function judge(
  request: ReceivedRequest,
  url: URL,
  { acceptedKeys }: ApiState,
): { error: ApiError } | { endpoint: Endpoint; stream: boolean } {
  const authError = authenticationError(request.rawHeaders, acceptedKeys);
  if (authError !== undefined) return { error: documentedError(authError) };
  const endpoint = endpointAt(url.pathname);
  if (endpoint === undefined) return { error: NOT_FOUND };
  if (request.method !== 'POST') return { error: METHOD_NOT_ALLOWED };
  const body = checkBody(endpoint, rawHeader(request.rawHeaders, 'content-type'), request.body);
  return 'error' in body ? body : { endpoint, stream: body.stream };
}

function errorContent(error: ApiError, requestId: string, ask: Misbehaviour): Content {
  const asked = ask.message === undefined ? error : { ...error, message: ask.message };
  const { contentType, content } = errorBody(ask.script ? withScript(asked) : asked, requestId, ask);
  return json(error.status, contentType, content, ask);
}

function json(status: number, contentType: string, content: object | string, ask: Misbehaviour): Content {
  const written = typeof content === 'string' ? content : JSON.stringify(padded(content, ask.sizeBytes));
  const made = text(status, contentType, written);
  if (!ask.gzip) return made;
  return {
    status,
    headers: { ...made.headers, 'content-encoding': 'gzip' },
    body: { kind: 'whole', bytes: gzipSync(written) },
  };
}

/** Fills the body up to the size that the test asked for, to the byte. */
function padded(content: object, size = 0): object {
  if (Array.isArray(content)) return content;
  const missing = size - Buffer.byteLength(JSON.stringify({ ...content, padding: '' }));
  return missing < 0 ? content : { ...content, padding: 'x'.repeat(missing) };
}

/** A line of text in place of JSON. */
export function plainContent(status: number, written: string): Content {
  return text(status, 'text/plain; charset=utf-8', written);
}

function text(status: number, contentType: string, written: string): Content {
  return { status, headers: { 'content-type': contentType }, body: bytes(written) };
}

function bytes(written: string): AnswerBody {
  return { kind: 'whole', bytes: Buffer.from(written) };
}

function gatewayPage(status: number): string {
  return `<!doctype html><html><head><title>${status}</title></head><body><h1>${status} from the gateway</h1><hr><p>nginx</p></body></html>\n`;
}

import { authHeaderOf } from '../api/auth-headers';
import type { EpochMilliseconds, Milliseconds } from '../api/units';
import type { Credential } from '../exchange/credential';
import type { Exchange, ResourceType, ResponseFacts } from '../exchange/exchange';
import { type HeaderFact, headerValue } from '../exchange/header-facts';
import { kindOf } from '../exchange/kind';
import { CREDENTIALS_UNKNOWN, HAR_CREATOR } from '../exchange/own-har';
import { type Presence, presentValue } from '../exchange/presence';
import type { ResponseBodyFacts } from '../exchange/response-body';
import type { Language } from '../messages/language';
import { credentialValue, maskedKey } from './credential-value';

/** HAR's own word for a size that is not known. */
const UNKNOWN = -1;
/** Chrome's word for a media type that is not known. */
const UNKNOWN_TYPE = 'x-unknown';

/** Chrome's names where they are not ours; by them its importer files a request. */
const TYPE_NAMES: Readonly<Partial<Record<ResourceType, string>>> = { beacon: 'ping' };

const dateOf = (at: EpochMilliseconds) => new Date(at).toISOString();

interface Pair {
  readonly name: string;
  readonly value: string;
}

/** Header fields as they were sent; of a key only its mask. */
function headersOf(headers: readonly HeaderFact[], credentials: readonly Credential[]): Pair[] {
  const left = [...credentials];
  return headers.map(({ name, value }) => {
    const at = authHeaderOf(name) ? left.findIndex(({ header }) => header === name) : -1;
    const parts = left[at]?.parts;
    if (parts === undefined) return { name, value };
    const own = left.splice(at, parts).map((one) => credentialValue(one, maskedKey(one)));
    return { name, value: own.join(', ') };
  });
}

function queryOf(url: string): Pair[] {
  const at = url.indexOf('?');
  const pairs = at < 0 ? [] : url.slice(at + 1).split('&');
  return pairs.map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('=') };
  });
}

/** Where the time went, which has to be the sum of what is known; a call without an end took no time. */
function timingsOf({ startedDateTime, time = 0, response }: Exchange): Record<string, Milliseconds> {
  const received = presentValue(response)?.receivedDateTime;
  const wait = received === undefined ? time : Math.min(time, Math.max(0, received - startedDateTime));
  return {
    blocked: UNKNOWN,
    dns: UNKNOWN,
    connect: UNKNOWN,
    ssl: UNKNOWN,
    send: 0,
    wait,
    receive: time - wait,
  };
}

/** What is kept of an answer, in the form in which it came: the errors and warnings that the server reported. */
function keptBody({ shape, errors, warnings }: ResponseBodyFacts): string | undefined {
  if (errors.length + warnings.length === 0) return shape === 'empty' ? '' : undefined;
  if (shape === 'error-envelope') return JSON.stringify({ error: errors[0], warnings });
  // Of other JSON there are words without a code: as such they are read again.
  return JSON.stringify({
    errors: shape === 'json' ? errors.map(({ message }) => message) : errors,
    warnings,
  });
}

function contentOf(response: ResponseFacts | undefined, { export: texts }: Language['interface']) {
  const body = response && presentValue(response.body);
  const text = body && keptBody(body);
  return {
    size: body?.size ?? 0,
    mimeType: (response && headerValue(response.headers, 'content-type')) || UNKNOWN_TYPE,
    ...(text !== undefined && { text }),
    comment: String(
      text !== undefined ? texts.har.contentKept : body ? texts.har.contentLeftOut : texts.har.contentUnknown,
    ),
  };
}

/** There was a body, and its source does not hold it. */
function isLeftOut(body: Presence<unknown>): boolean {
  return body.status === 'absent' && /^(?:not-recorded|stream|too-large)$/.test(body.reason);
}

function requestOf({ request }: Exchange, { export: texts }: Language['interface']) {
  const headers = presentValue(request.headers);
  const credentials = presentValue(request.credentials);
  const body = presentValue(request.body);
  const hasBody = body ? body.kind.type !== 'empty' : isLeftOut(request.body);
  const hasNone = body !== undefined || (request.body.status === 'absent' && request.body.reason === 'none');
  // HAR knows no fragments.
  const [url = ''] = request.url.href.split('#');
  return {
    method: request.method,
    url,
    httpVersion: request.httpVersion,
    cookies: [],
    headers: headersOf(headers ?? [], credentials ?? []),
    queryString: queryOf(url),
    ...(hasBody && {
      postData: {
        mimeType: (headers && headerValue(headers, 'content-type')) || UNKNOWN_TYPE,
        text: '',
        comment: String(texts.har.contentLeftOut),
      },
    }),
    headersSize: UNKNOWN,
    bodySize: hasBody ? (body?.size ?? UNKNOWN) : hasNone ? 0 : UNKNOWN,
    ...(headers === undefined && { comment: String(texts.har.headersUnknown) }),
    ...(credentials === undefined && { [CREDENTIALS_UNKNOWN]: true }),
  };
}

function responseOf(exchange: Exchange, words: Language['interface']) {
  const response = presentValue(exchange.response);
  return {
    status: response?.status ?? 0,
    statusText: response?.statusText ?? '',
    httpVersion: response ? exchange.request.httpVersion : '',
    cookies: [],
    headers: (response?.headers ?? []).map(({ name, value }) => ({ name, value })),
    content: contentOf(response, words),
    redirectURL: exchange.redirect?.url.href ?? '',
    headersSize: UNKNOWN,
    bodySize: UNKNOWN,
    ...(exchange.error && { _error: exchange.error.text }),
  };
}

/** Who made the call, as Chrome's importer reads it; lines and columns there count from 0. */
function initiatorOf({ initiator: { page, place }, resourceType }: Exchange) {
  if (resourceType === 'preflight') return { type: 'preflight' };
  if (place === undefined) return { type: page ? 'script' : 'other' };
  const callFrames = [place, place.caller].flatMap((frame) =>
    frame
      ? {
          functionName: '',
          scriptId: '',
          url: frame.url,
          lineNumber: frame.line - 1,
          columnNumber: (frame.column ?? 1) - 1,
        }
      : [],
  );
  return { type: 'script', url: place.url, lineNumber: place.line - 1, stack: { callFrames } };
}

/**
 * What is without a name Chrome takes for the document of its page, or for a script. It has none only where the name
 * would say more than is known.
 */
function typeOf(exchange: Exchange): { readonly _resourceType?: string } {
  const { resourceType } = exchange;
  if (resourceType !== 'unknown') return { _resourceType: TYPE_NAMES[resourceType] ?? resourceType };
  const isMore = kindOf({ ...exchange, resourceType: 'other' }) !== kindOf(exchange);
  return isMore ? {} : { _resourceType: 'other' };
}

/** The origins of pages, each a page of the file with the time of its first call. */
function pagesOf(exchanges: readonly Exchange[]) {
  const pages = new Map<string, { id: string; startedDateTime: EpochMilliseconds }>();
  for (const { initiator, startedDateTime } of exchanges) {
    const { origin } = initiator;
    if (!origin || !/^https?:/.test(origin)) continue;
    const page = pages.get(origin) ?? { id: `page_${pages.size + 1}`, startedDateTime };
    pages.set(origin, page);
  }
  return pages;
}

/**
 * Some exchanges as HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), without any secret: keys are masked, of
 * contents only the errors that the server reported are there. What is not known is told in HAR's words, −1 and empty.
 * A call that is still waiting has no form in HAR: leave it out.
 */
export function harOf(exchanges: readonly Exchange[], version: string, language: Language) {
  const words = language.interface;
  const pages = pagesOf(exchanges);
  return {
    log: {
      version: '1.2',
      creator: { name: HAR_CREATOR, version },
      pages: [...pages].map(([title, { id, startedDateTime }]) => ({
        startedDateTime: dateOf(startedDateTime),
        id,
        title,
        pageTimings: { onContentLoad: UNKNOWN, onLoad: UNKNOWN },
      })),
      entries: exchanges.map((exchange) => {
        const { initiator, startedDateTime, time } = exchange;
        const page = pages.get(initiator.origin ?? '');
        const response = presentValue(exchange.response);
        return {
          ...(page && { pageref: page.id }),
          startedDateTime: dateOf(startedDateTime),
          time: time ?? 0,
          request: requestOf(exchange, words),
          response: responseOf(exchange, words),
          cache: {},
          timings: timingsOf(exchange),
          ...(time === undefined && { comment: String(words.export.har.endUnknown) }),
          _initiator: initiatorOf(exchange),
          ...typeOf(exchange),
          // Chrome's word for the only cache that webRequest tells of.
          ...(response?.fromCache && { _fromCache: 'disk' }),
          ...(response?.tlsVersion && { _tlsVersion: response.tlsVersion }),
        };
      }),
      comment: String(words.export.har.comment),
    },
  };
}

import type { Exchange, ResponseFacts } from '../exchange/exchange';
import { type HeaderFact, headerValue, headerValues } from '../exchange/header-facts';
import { requestOriginOf } from '../exchange/page-origin';
import { presentValue } from '../exchange/presence';
import type { FindingDraft } from './rule';

/** Whether a response lets the code of a page read it. */
export type OriginVerdict =
  | 'allowed'
  | 'missing'
  /** `Access-Control-Allow-Origin` names another origin, or several, which no browser accepts. */
  | 'other'
  /** The code asked for cookies, and they are not permitted. */
  | 'credentials';

/** Whether the code asked for cookies, as far as the probe tells; Infuzu's key headers need none. */
export const asksCredentials = ({ written }: Exchange): boolean =>
  presentValue(written)?.options?.includes('credentials') ?? false;

/**
 * The CORS check (https://fetch.spec.whatwg.org/#cors-check). Where the page's origin is unknown only a missing header
 * counts.
 */
export function originVerdict(
  response: ResponseFacts,
  origin: string | undefined,
  withCredentials = false,
): OriginVerdict {
  const [value, another] = headerValues(response.headers, 'access-control-allow-origin');
  if (value === undefined) return 'missing';
  if (another !== undefined || value.includes(',')) return 'other';
  const named = value.trim();
  if (named !== '*' && origin !== undefined && named !== origin) return 'other';
  return withCredentials && neededForCredentials(response, origin).length > 0 ? 'credentials' : 'allowed';
}

/** The headers that a response lacks to let a call with cookies read it, as the server would have to write them. */
export function neededForCredentials({ headers }: ResponseFacts, origin = '…'): string[] {
  const named = headerValue(headers, 'access-control-allow-origin')?.trim();
  const permits = headerValues(headers, 'access-control-allow-credentials');
  return [
    ...(named === '*' ? [`Access-Control-Allow-Origin: ${origin}`] : []),
    ...(permits.length === 1 && permits[0]?.trim() === 'true'
      ? []
      : ['Access-Control-Allow-Credentials: true']),
  ];
}

/**
 * The origin that a hop asks for. A call that was cross-origin and is redirected to yet another origin goes on with
 * `Origin: null` (https://fetch.spec.whatwg.org/#concept-http-redirect-fetch, "tainted origin"). Chromium hides that
 * header from extensions; `undefined` where a longer chain leaves it open.
 */
export function originOfHop(
  { request, partial }: Exchange,
  previousHop: Exchange | undefined,
  origin: string | undefined,
): string | undefined {
  const isTold = headerValue(presentValue(request.headers) ?? [], 'origin') !== undefined;
  if (isTold) return origin;
  // Of a record that starts in the middle, the hops before it may have gone by unseen.
  if (previousHop === undefined) return partial ? undefined : origin;
  const left = previousHop.request.url.origin;
  if (left !== origin && left !== request.url.origin) return 'null';
  return previousHop.hop > 0 ? undefined : origin;
}

/** Where and how it is mended that cookies are not permitted. */
export function credentialsFault(needed: readonly string[]): Pick<FindingDraft, 'values' | 'location'> {
  return {
    values: { needed: needed.map((line) => `\`${line}\``).join(', ') },
    location: { type: 'response', header: needed[0]?.replace(/:.*$/, '') ?? '' },
  };
}

function listOf(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Fields that the browser itself adds, or that need no permission (https://fetch.spec.whatwg.org/#cors-safelisted-request-header). */
const NEEDS_NO_PERMISSION =
  /^(?::.*|sec-.*|proxy-.*|access-control-request-.*|accept|accept-charset|accept-encoding|accept-language|content-language|content-length|connection|cookie|cookie2|date|dnt|expect|host|keep-alive|origin|referer|te|trailer|transfer-encoding|upgrade|upgrade-insecure-requests|via|user-agent|cache-control|pragma|priority|range|save-data|x-client-data)$/;
const SIMPLE_TYPES = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)(?:\s*;|\s*$)/i;

function needsPermission({ name, value }: HeaderFact): boolean {
  const lower = name.toLowerCase();
  if (lower === 'content-type') return !SIMPLE_TYPES.test(value);
  return !NEEDS_NO_PERMISSION.test(lower);
}

/** The header names that a preflight asks for, in lower case; where it was not recorded, those that its call would need. */
function requestedHeaders(preflight: Exchange, call: Exchange | undefined): string[] {
  const asked = headerValue(presentValue(preflight.request.headers) ?? [], 'access-control-request-headers');
  if (asked !== undefined) return listOf(asked.toLowerCase());
  const own = (call && presentValue(call.request.headers)) ?? [];
  return own.filter(needsPermission).map(({ name }) => name.toLowerCase());
}

/** What a preflight lacks. `names` are those that it does not allow, `all` those that were asked for. */
export type PreflightFault =
  | { readonly type: 'no-answer' }
  /** The browser itself wanted to send it over https. */
  | { readonly type: 'upgraded' }
  | { readonly type: 'redirect'; readonly status: number }
  | { readonly type: 'status'; readonly status: number }
  | { readonly type: 'origin'; readonly verdict: 'missing' | 'other'; readonly value: string }
  | { readonly type: 'credentials'; readonly needed: readonly string[] }
  | { readonly type: 'method'; readonly method: string }
  | { readonly type: 'headers'; readonly names: readonly string[]; readonly all: readonly string[] };

/** What the preflight of a call asked for. */
export interface PreflightRequest {
  readonly origin: string | undefined;
  readonly method: string;
  readonly headers: readonly string[];
  /** Whether its call asks for cookies. */
  readonly credentials: boolean;
  /** The browser's own reason against the call is none of CORS. */
  readonly isUnreached: boolean;
}

export function preflightRequestOf(preflight: Exchange, call: Exchange | undefined): PreflightRequest {
  const fields = presentValue(preflight.request.headers) ?? [];
  return {
    origin: requestOriginOf(preflight) ?? (call && requestOriginOf(call)),
    method: headerValue(fields, 'access-control-request-method')?.trim() ?? call?.request.method ?? 'POST',
    headers: [...new Set(requestedHeaders(preflight, call))],
    credentials: call !== undefined && asksCredentials(call),
    isUnreached: [preflight, call].some((part) => UNREACHED.test(part?.error?.text ?? '')),
  };
}

/** These methods need no permission (https://fetch.spec.whatwg.org/#cors-safelisted-method). */
const SIMPLE_METHODS = new Set(['GET', 'HEAD', 'POST']);

/** Errors of a server that was never reached: no preflight could have been answered, and CORS is not the matter. */
export const UNREACHED =
  /NAME_NOT_RESOLVED|UNKNOWN_HOST|DNS_|REFUSED|UNREACHABLE|DISCONNECTED|OFFLINE|CERT|PKIX|SSL|PROXY|TUNNEL|UNSAFE_PORT|PORT_ACCESS/;

/** Chromium turns http into https by a redirect of its own (HSTS), and lets a preflight follow none (measured). */
const isUpgraded = ({ request, error }: Exchange) =>
  request.url.scheme === 'http' && error?.text === 'net::ERR_INVALID_REDIRECT';

/**
 * Everything that keeps a preflight from being a permission (https://fetch.spec.whatwg.org/#cors-preflight-fetch), in the
 * order in which browsers look. Empty when it permits the call, and while its answer is not known.
 */
export function preflightFaults(preflight: Exchange, asked: PreflightRequest): PreflightFault[] {
  if (preflight.response.status === 'absent') {
    if (preflight.response.reason !== 'failed' || asked.isUnreached) return [];
    return [{ type: isUpgraded(preflight) ? 'upgraded' : 'no-answer' }];
  }
  const response = preflight.response.value;
  const { status, headers } = response;
  if (status >= 300 && status < 400) return [{ type: 'redirect', status }];
  if (status < 200 || status > 299) return [{ type: 'status', status }];
  const faults: PreflightFault[] = [];
  const verdict = originVerdict(response, asked.origin, asked.credentials);
  if (verdict === 'credentials') {
    faults.push({ type: 'credentials', needed: neededForCredentials(response, asked.origin) });
  } else if (verdict !== 'allowed') {
    const value = headerValue(headers, 'access-control-allow-origin') ?? '';
    faults.push({ type: 'origin', verdict, value });
  }
  // A call with cookies knows no wildcards.
  const allowed = (name: string) =>
    headerValues(headers, name)
      .flatMap(listOf)
      .filter((value) => value !== '*' || !asked.credentials);
  const methods = allowed('access-control-allow-methods');
  if (!SIMPLE_METHODS.has(asked.method) && !methods.includes(asked.method) && !methods.includes('*')) {
    faults.push({ type: 'method', method: asked.method });
  }
  const names = new Set(allowed('access-control-allow-headers').map((name) => name.toLowerCase()));
  // The standard excepts `Authorization` from the wildcard (https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name).
  // No browser does: Chromium 156 and Firefox 153 send such a call (measured).
  const lacking = names.has('*') ? [] : asked.headers.filter((name) => !names.has(name));
  if (lacking.length > 0) faults.push({ type: 'headers', names: lacking, all: asked.headers });
  return faults;
}

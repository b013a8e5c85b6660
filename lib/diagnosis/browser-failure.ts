import type { Exchange } from '../exchange/exchange';
import type { BrowserFailure } from '../messages/diagnosis-texts';

/** curl's exit codes (https://curl.se/libcurl/c/libcurl-errors.html), as its own last line tells them. */
const CURL: readonly (readonly [RegExp, BrowserFailure])[] = [
  [/^curl: \((?:5|97)\)|^curl: \(\d+\) (?:CONNECT tunnel failed|Received HTTP code \d+ from proxy)/, 'proxy'],
  [/^curl: \(6\)/, 'name'],
  [/^curl: \(7\)/, 'refused'],
  [/^curl: \((?:18|52|55|56|92|95)\)/, 'reset'],
  [/^curl: \(28\)/, 'timed-out'],
  [/^curl: \(47\)/, 'too-many-redirects'],
  [/^curl: \((?:51|60|77)\)/, 'certificate'],
  [/^curl: \((?:35|53|54|58|59|66|80|83|90|91|98)\)/, 'tls'],
  [/^curl: /, 'other'],
];

/**
 * Which failure a browser's error text stands for; the first pattern that fits decides. Firefox tells failures of TLS
 * in a sentence of the user's language; the English ones are known here.
 * Chromium: https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h
 * Firefox: https://searchfox.org/mozilla-central/source/xpcom/base/ErrorList.py,
 * https://searchfox.org/mozilla-central/source/security/manager/locales/en-US/chrome/pipnss/nsserrors.properties
 */
const PATTERNS: readonly (readonly [RegExp, BrowserFailure])[] = [
  ...CURL,
  [/ABORTED|CANCEL/, 'aborted'],
  [/BLOCKED_BY_CLIENT|CONTENT_BLOCKED|TRACKING_URI|BLOCKED_BY_EXTENSION/, 'blocked-by-extension'],
  [/BLOCKED_BY_RESPONSE|BLOCKED_BY_ORB/, 'blocked-answer'],
  [/CSP|blocked:csp/, 'blocked-by-csp'],
  [/UNSAFE_PORT|PORT_ACCESS/, 'blocked-by-port'],
  // The probe's words for what the browser refuses by itself (see `refusalOf`).
  [/^blocked:origin$/, 'blocked-by-mode'],
  [/^blocked:keepalive$/, 'blocked-by-keepalive'],
  [/^blocked:integrity$/, 'blocked-integrity'],
  [/BLOCKED_BY|MIXED_CONTENT/, 'blocked-by-policy'],
  [/PROXY|TUNNEL/, 'proxy'],
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION|UNKNOWN_HOST|DNS_/, 'name'],
  [/CLIENT_AUTH/, 'tls'],
  [/CERT_|_CERT|PKIX|SEC_ERROR|ISSUER|[Cc]ertificate|issuer/, 'certificate'],
  [/SSL|TLS|^Peer |with peer|security protocol/, 'tls'],
  [/REFUSED/, 'refused'],
  [/TIMED_OUT|TIMEOUT/, 'timed-out'],
  [/INTERNET_DISCONNECTED|OFFLINE|NETWORK_CHANGED|ADDRESS_UNREACHABLE/, 'offline'],
  [/TOO_MANY_REDIRECTS|REDIRECT_LOOP/, 'too-many-redirects'],
  [
    /RESET|CONNECTION_CLOSED|EMPTY_RESPONSE|INTERRUPT|INCOMPLETE|PARTIAL|PROTOCOL_ERROR|CONTENT_LENGTH/,
    'reset',
  ],
  [/^(?:net::ERR_FAILED|NS_ERROR_DOM_BAD_URI|NS_ERROR_FAILURE)$/, 'unspecific'],
];

/** @param text the browser's own error text; empty when there is none */
export function browserFailureOf(text: string): BrowserFailure {
  if (text.trim() === '') return 'silent';
  const upper = text.trim();
  return PATTERNS.find(([pattern]) => pattern.test(upper))?.[1] ?? 'other';
}

/**
 * Ports of other protocols, which browsers do not call (https://fetch.spec.whatwg.org/#port-blocking). Those below 1024
 * are left out: no server under development has them.
 */
const BAD_PORT = /:(?:1719|172[03]|2049|3659|4045|4190|506[01]|6000|6566|666[5-9]|6679|6697|10080)$/;

/** Why a call failed. Of a port that it does not call Firefox says nothing. */
export function failureOf({ error, request }: Exchange): BrowserFailure {
  const failure = browserFailureOf(error?.text ?? '');
  return failure === 'silent' && BAD_PORT.test(request.url.origin) ? 'blocked-by-port' : failure;
}

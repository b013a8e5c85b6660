import type { BrowserFailure } from '../messages/diagnosis-texts';

/**
 * Which failure a browser's error text stands for; the first pattern that fits decides. Firefox tells failures of TLS
 * in a sentence of the user's language; the English ones are known here.
 * Chromium: https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h
 * Firefox: https://searchfox.org/mozilla-central/source/xpcom/base/ErrorList.py,
 * https://searchfox.org/mozilla-central/source/security/manager/locales/en-US/chrome/pipnss/nsserrors.properties
 */
const PATTERNS: readonly (readonly [RegExp, BrowserFailure])[] = [
  [/ABORTED|CANCEL/, 'aborted'],
  [/BLOCKED_BY_CLIENT|CONTENT_BLOCKED|TRACKING_URI|BLOCKED_BY_EXTENSION/, 'blocked-by-extension'],
  [/BLOCKED_BY_RESPONSE|BLOCKED_BY_ORB/, 'blocked-answer'],
  [/CSP|blocked:csp/, 'blocked-by-csp'],
  [/BLOCKED_BY|MIXED_CONTENT|UNSAFE_PORT|PORT_ACCESS/, 'blocked-by-policy'],
  [/PROXY|TUNNEL/, 'proxy'],
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION|UNKNOWN_HOST|DNS_/, 'name'],
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

import apiWarnings from './api-warnings';
import authSchemeUnsupported from './auth-scheme-unsupported';
import bearerCase from './bearer-case';
import bearerMalformed from './bearer-malformed';
import bearerPrefixMissing from './bearer-prefix-missing';
import bodyInvalidJson from './body-invalid-json';
import bodyInvalidMessages from './body-invalid-messages';
import bodyLlmsConflict from './body-llms-conflict';
import bodyMissingMessages from './body-missing-messages';
import clockSkew from './clock-skew';
import contentTypeUnsupported from './content-type-unsupported';
import credentialEmpty from './credential-empty';
import credentialLeakedOnRedirect from './credential-leaked-on-redirect';
import credentialLostOnRedirect from './credential-lost-on-redirect';
import credentialsMissing from './credentials-missing';
import credentialsMultiple from './credentials-multiple';
import errorBodyUndocumented from './error-body-undocumented';
import headerNameCase from './header-name-case';
import headerNameUnknown from './header-name-unknown';
import insecureTransport from './insecure-transport';
import keyCharacters from './key-characters';
import keyExposedToPage from './key-exposed-to-page';
import keyHeaderHasScheme from './key-header-has-scheme';
import keyInUrl from './key-in-url';
import keyPlaceholder from './key-placeholder';
import keyQuoted from './key-quoted';
import keyWhitespace from './key-whitespace';
import mixedContentBlocked from './mixed-content-blocked';
import preflightRejected from './preflight-rejected';
import rateLimitExceeded from './rate-limit-exceeded';
import rateLimitNear from './rate-limit-near';
import responseHiddenByCors from './response-hidden-by-cors';
import retryTooSoon from './retry-too-soon';
import type { Rule } from './rule';
import tlsOutdated from './tls-outdated';
/** Every rule, in the order of the catalogue: among findings of one severity the earlier rule speaks first. */
export const RULES: readonly Rule[] = [
  credentialsMissing,
  credentialsMultiple,
  credentialEmpty,
  bearerPrefixMissing,
  bearerMalformed,
  bearerCase,
  authSchemeUnsupported,
  keyHeaderHasScheme,
  keyWhitespace,
  keyQuoted,
  keyPlaceholder,
  keyCharacters,
  headerNameCase,
  headerNameUnknown,
  keyExposedToPage,
  insecureTransport,
  mixedContentBlocked,
  keyInUrl,
  credentialLostOnRedirect,
  credentialLeakedOnRedirect,
  tlsOutdated,
  preflightRejected,
  responseHiddenByCors,
  contentTypeUnsupported,
  bodyInvalidJson,
  bodyMissingMessages,
  bodyInvalidMessages,
  bodyLlmsConflict,
  rateLimitExceeded,
  rateLimitNear,
  retryTooSoon,
  clockSkew,
  errorBodyUndocumented,
  apiWarnings,
];

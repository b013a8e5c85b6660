import apiWarnings from './api-warnings';
import bodyInvalidJson from './body-invalid-json';
import bodyInvalidMessages from './body-invalid-messages';
import bodyLlmsConflict from './body-llms-conflict';
import bodyMissingMessages from './body-missing-messages';
import clockSkew from './clock-skew';
import contentTypeUnsupported from './content-type-unsupported';
import credentialLeakedOnRedirect from './credential-leaked-on-redirect';
import credentialLostOnRedirect from './credential-lost-on-redirect';
import credentialsMissing from './credentials-missing';
import errorBodyUndocumented from './error-body-undocumented';
import insecureTransport from './insecure-transport';
import keyInUrl from './key-in-url';
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

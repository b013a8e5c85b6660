import { DOCUMENTATION } from '../api/endpoints';
import { headerValue } from '../exchange/header-facts';
import { isNetworkError } from '../exchange/mixed-content';
import { requestOriginOf } from '../exchange/page-origin';
import { presentValue } from '../exchange/presence';
import { asksCredentials, credentialsFault, neededForCredentials, originOfHop, originVerdict } from './cors';
import { defineRule } from './rule';
import { shown } from './shown';

/** Sent without CORS: their answers are not for the page's code, with or without permission. */
const NOT_FOR_CODE = new Set(['document', 'stylesheet', 'script', 'image', 'font', 'media', 'beacon']);

export default defineRule({
  id: 'response-hidden-by-cors',
  severity: 'error',
  documentation: DOCUMENTATION.cors,
  requires: [
    'kind',
    'resourceType',
    'url',
    'exchange',
    'knownHeaders',
    'response',
    'state',
    'browserError',
    'redirect',
    'previousHop',
    'nextHop',
  ],
  check(facts) {
    const { kind, resourceType, url, knownHeaders, response, state, browserError } = facts;
    if (kind !== 'api-call' || facts.redirect?.internal) return 'not-applicable';
    const mode = headerValue(knownHeaders, 'sec-fetch-mode');
    if (mode === undefined ? NOT_FOR_CODE.has(resourceType) : mode !== 'cors') return 'not-applicable';
    const requestOrigin = requestOriginOf(facts.exchange);
    if (requestOrigin === undefined || requestOrigin === url.origin) return 'not-applicable';
    // The pages of extensions that have the permission for a host are not bound by CORS.
    if (requestOrigin !== 'null' && !/^https?:/.test(requestOrigin)) return 'not-applicable';
    const gaveUp = state === 'failed' || browserError !== undefined;
    const isRefused = gaveUp && !(browserError !== undefined && isNetworkError(browserError.text));
    // Without a browser's word there may have been none: a tool that replays a call sends `Origin`, too.
    if (!isRefused && (mode === undefined || gaveUp)) return [];
    // A redirect that was followed was permitted; the answer to a revalidation has the stored headers.
    if (facts.nextHop !== undefined || response.status === 304) return [];
    if (response.status < 400 && facts.redirect !== undefined && !isRefused) return [];
    const asked = originOfHop(facts.exchange, facts.previousHop, requestOrigin);
    const verdict = originVerdict(response, asked, asksCredentials(facts.exchange));
    if (verdict === 'allowed') return [];
    const code = presentValue(response.body)?.errors[0]?.code ?? '';
    const values = {
      answer: `${response.status}${code === '' ? '' : ` ${shown(code, 60)}`}`,
      status: `${response.status}`,
      allowed: shown(headerValue(response.headers, 'access-control-allow-origin') ?? ''),
      needed: `Access-Control-Allow-Origin: ${asked ?? '*'}`,
    };
    if (verdict === 'credentials') {
      const fault = credentialsFault(neededForCredentials(response, asked));
      return [{ message: 'credentials', ...fault, values: { ...values, ...fault.values } }];
    }
    const location = { type: 'response', header: 'Access-Control-Allow-Origin' } as const;
    return [{ message: verdict === 'missing' ? 'missing' : 'other-origin', values, location }];
  },
});

import { DOCUMENTATION } from '../api/endpoints';
import { headerValue } from '../exchange/header-facts';
import { defineRule } from './rule';
import { shown } from './shown';

/** The media type without its parameters, in lower case (RFC 9110 §8.3.1). */
function essenceOf(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

export default defineRule({
  id: 'content-type-unsupported',
  severity: 'error',
  predicts: { status: 415, code: 'unsupported_media_type' },
  documentation: DOCUMENTATION.requests,
  requires: ['kind', 'isSiteCall', 'requestHeaders', 'sentBody', 'state', 'knownResponse', 'unseen'],
  check({ kind, isSiteCall, requestHeaders, sentBody, state, knownResponse, unseen }) {
    const isSent = sentBody !== 'none' && (sentBody === 'unread' || sentBody.kind.type !== 'empty');
    if (kind !== 'api-call' || isSiteCall || !isSent) return 'not-applicable';
    const contentType = headerValue(requestHeaders, 'content-type')?.trim() ?? '';
    const location = { type: 'header', name: 'Content-Type' } as const;
    if (contentType === '') {
      if (unseen.length > 0) return 'not-applicable';
      // Of a call that never got out, browsers show provisional headers only.
      if (state === 'failed' && knownResponse === undefined) return 'not-applicable';
      return [{ message: 'missing', location }];
    }
    if (essenceOf(contentType) === 'application/json') return [];
    return [{ message: 'other', values: { type: shown(contentType, 80) }, location }];
  },
});

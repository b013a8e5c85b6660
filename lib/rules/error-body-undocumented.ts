import { DOCUMENTATION } from '../api/endpoints';
import { headerValue } from '../exchange/header-facts';
import type { ResponseBodyFacts } from '../exchange/response-body';
import { defineRule, type FindingDraft } from './rule';
import { shown } from './shown';

function findingOf(body: ResponseBodyFacts, status: string): FindingDraft | undefined {
  const draft = { values: { status }, location: { type: 'response' } } as const;
  switch (body.shape) {
    case 'errors-envelope':
    case 'error-envelope':
      return body.errors.length > 0 ? undefined : { ...draft, message: 'no-errors' };
    case 'html':
      return body.title === undefined
        ? { ...draft, message: 'html' }
        : { ...draft, message: 'html-titled', values: { status, title: shown(body.title) } };
    case 'json':
      return { ...draft, message: 'json' };
    case 'empty':
      return { ...draft, message: 'empty' };
    case 'cut-off':
      return { ...draft, message: 'cut-off' };
    case 'event-stream':
      return { ...draft, message: 'event-stream' };
    case 'text':
      return { ...draft, message: 'text' };
    case 'binary':
      return { ...draft, message: 'binary' };
    default:
      return body.shape satisfies never;
  }
}

export default defineRule({
  id: 'error-body-undocumented',
  severity: 'warning',
  documentation: DOCUMENTATION.authentication,
  requires: ['kind', 'isSiteCall', 'method', 'response', 'responseBody', 'browserError', 'resourceType'],
  check({ kind, isSiteCall, method, response, responseBody, browserError, resourceType }) {
    const isJudged = kind === 'api-call' && !isSiteCall && method !== 'HEAD' && response.status >= 400;
    if (!isJudged) return 'not-applicable';
    // "Nothing" is also what a browser hands out of a body that it hid or that was left unread, as that of a beacon.
    const announced = Number(headerValue(response.headers, 'content-length') ?? 0);
    const isUnseen = browserError !== undefined || announced > 0 || resourceType === 'beacon';
    const isUnknown = responseBody.shape === 'empty' && isUnseen;
    if (isUnknown) return 'not-applicable';
    const finding = findingOf(responseBody, `${response.status}`);
    return finding ? [finding] : [];
  },
});

import { DOCUMENTATION } from '../api/endpoints';
import type { BodyFacts } from '../exchange/body-facts';
import { type HeaderFact, headerValue } from '../exchange/header-facts';
import { defineRule, type FindingDraft } from './rule';

const JSON_TYPE = /^\s*application\/json\s*(?:;|$)/i;
const FORM_TYPE = /^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i;

/** True when the file kept only the beginning of the body: the call said that it was longer. */
function isRecordingCutOff(body: BodyFacts, headers: readonly HeaderFact[]): boolean {
  const length = Number(headerValue(headers, 'content-length') ?? 0);
  return body.kind.type === 'not-json' && body.kind.error.mistake === 'end-of-text' && length > body.size;
}

function findingOf({ kind }: BodyFacts, contentType: string): FindingDraft | undefined {
  const location = { type: 'body' } as const;
  switch (kind.type) {
    case 'json-object':
    case 'empty':
      // That nothing was sent is `body-missing-messages`'s to tell.
      return undefined;
    case 'object-text':
      return { message: 'object-text', location };
    case 'json-in-string':
      return { message: 'json-in-string', location };
    case 'form':
      return { message: 'form', location };
    case 'json-other':
      return { message: `json-${kind.is}`, location };
    case 'not-json': {
      if (FORM_TYPE.test(contentType)) return { message: 'form', location };
      const { mistake, line, column } = kind.error;
      return { message: mistake, values: { line, column }, location: { type: 'body', line, column } };
    }
    default:
      return kind satisfies never;
  }
}

export default defineRule({
  id: 'body-invalid-json',
  severity: 'error',
  predicts: { status: 400, code: 'invalid_request_body' },
  documentation: DOCUMENTATION.requests,
  requires: ['kind', 'isSiteCall', 'endpoint', 'requestHeaders', 'requestBody'],
  check({ kind, isSiteCall, endpoint, requestHeaders, requestBody }) {
    if (kind !== 'api-call' || isSiteCall) return 'not-applicable';
    if (requestBody.kind.type === 'json-object') return [];
    const contentType = headerValue(requestHeaders, 'content-type') ?? '';
    const encoding = headerValue(requestHeaders, 'content-encoding') ?? 'identity';
    // Away from the chat endpoints a body of another declared type is `content-type-unsupported`'s to tell.
    const isMeantAsJson = endpoint !== undefined || contentType.trim() === '' || JSON_TYPE.test(contentType);
    if (!isMeantAsJson || encoding.trim().toLowerCase() !== 'identity') return 'not-applicable';
    if (isRecordingCutOff(requestBody, requestHeaders)) return 'not-applicable';
    const finding = findingOf(requestBody, contentType);
    return finding ? [finding] : [];
  },
});

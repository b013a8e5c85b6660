import { DOCUMENTATION } from '../api/endpoints';
import type { BodyFacts } from '../exchange/body-facts';
import { defineRule, type FindingDraft } from './rule';

function findingOf(body: BodyFacts): FindingDraft | undefined {
  if (body.kind.type === 'empty') return { message: 'no-body', location: { type: 'body' } };
  const messages = body.chat?.messages;
  const location = { type: 'body', path: 'messages' } as const;
  if (messages?.type === 'missing') return { message: 'missing', location };
  if (messages?.type === 'not-an-array') {
    return { message: 'not-an-array', values: { is: messages.is }, location };
  }
  return messages?.count === 0 ? { message: 'empty', location } : undefined;
}

export default defineRule({
  id: 'body-missing-messages',
  severity: 'error',
  predicts: { status: 400, code: 'missing_required_field' },
  documentation: DOCUMENTATION.requests,
  requires: ['kind', 'endpoint', 'method', 'source', 'requestHeaders', 'sentBody', 'knownResponse'],
  check({ kind, endpoint, method, source, requestHeaders, sentBody, knownResponse }) {
    if (kind !== 'api-call' || endpoint === undefined || sentBody === 'unread') return 'not-applicable';
    if (sentBody !== 'none') {
      const finding = findingOf(sentBody);
      return finding ? [finding] : [];
    }
    if (method !== 'POST') return 'not-applicable';
    // Many tools leave bodies out of their files: there only a refusal of the body itself shows that none was sent.
    const announced = requestHeaders.some(
      ({ name, value }) =>
        /^transfer-encoding$/i.test(name) || (/^content-length$/i.test(name) && value.trim() !== '0'),
    );
    const status = knownResponse?.status;
    const isJudged = status === undefined || status === 400 || status === 411 || status === 422;
    if (source === 'har-file' && (announced || !isJudged)) return 'not-applicable';
    return [{ message: 'no-body', location: { type: 'body' } }];
  },
});

import { type ChatEndpoint, DOCUMENTATION } from '../api/endpoints';
import type { MessageFact } from '../exchange/body-facts';
import { defineRule } from './rule';
import { shown } from './shown';

interface Fault {
  readonly message: string;
  /** The field of the message that is at fault, if one is. */
  readonly field?: 'role' | 'content';
  readonly role?: string;
}

function contentFault({ content }: MessageFact, endpoint: ChatEndpoint): Fault | undefined {
  if (content === 'missing') return { message: 'content-missing', field: 'content' };
  // A required field that is empty is refused like one that is missing, says the error page.
  if (content === 'empty') return { message: 'content-empty', field: 'content' };
  if (content === 'invalid') return { message: 'content-invalid', field: 'content' };
  if (content === 'parts' && endpoint !== 'chat-completions') {
    return { message: 'content-parts', field: 'content' };
  }
  return undefined;
}

function roleFault({ role }: MessageFact, before: MessageFact | undefined): Fault | undefined {
  if (role === 'missing') return { message: 'role-missing', field: 'role' };
  if (role === 'not-a-string') return { message: 'role-not-a-string', field: 'role' };
  if (typeof role === 'object')
    return { message: 'role-unknown', field: 'role', role: shown(role.other, 20) };
  if (role === 'system' && before !== undefined) return { message: 'system-not-first', field: 'role' };
  if (role === 'assistant' && before === undefined) return { message: 'assistant-first', field: 'role' };
  if (role === 'assistant' && before?.role !== 'user') {
    return { message: 'assistant-not-after-user', field: 'role' };
  }
  return undefined;
}

export default defineRule({
  id: 'body-invalid-messages',
  severity: 'error',
  predicts: { status: 400, code: 'invalid_field' },
  documentation: DOCUMENTATION.requests,
  requires: ['kind', 'endpoint', 'requestBody'],
  check({ kind, endpoint, requestBody }) {
    const messages = requestBody.chat?.messages;
    if (kind !== 'api-call' || endpoint === undefined || messages?.type !== 'list') return 'not-applicable';
    for (const [index, message] of messages.items.entries()) {
      const fault: Fault | undefined =
        messages.notAnObject === index
          ? { message: 'not-an-object' }
          : (roleFault(message, messages.items[index - 1]) ?? contentFault(message, endpoint));
      if (fault === undefined) continue;
      const item = `messages[${index}]`;
      return [
        {
          message: fault.message,
          values: { item, ...(fault.role !== undefined && { role: fault.role }) },
          location: { type: 'body', path: fault.field === undefined ? item : `${item}.${fault.field}` },
        },
      ];
    }
    return [];
  },
});

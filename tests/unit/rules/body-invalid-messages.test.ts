import { ruleCases } from '../support/rule-cases';

const OPENAI = 'https://chat.infuzu.com/api/v1/chat/completions';
const body = (...messages: unknown[]) => JSON.stringify({ messages });
const system = { role: 'system', content: 'Be brief.' };
const user = { role: 'user', content: 'Hello' };
const assistant = { role: 'assistant', content: 'Hello' };
const parts = { role: 'user', content: [{ type: 'text', text: 'Hello' }] };

const fault = (name: string, message: string, path: string, ...messages: unknown[]) => ({
  name,
  call: { body: body(...messages) },
  findings: [{ message, location: { type: 'body' as const, path } }],
});

ruleCases('body-invalid-messages', {
  fires: [
    {
      name: 'an unknown role, named',
      call: { body: body(user, { role: 'bot', content: 'Hello' }) },
      findings: [
        {
          message: 'role-unknown',
          values: { item: 'messages[1]', role: 'bot' },
          location: { type: 'body', path: 'messages[1].role' },
          predicts: { status: 400, code: 'invalid_field' },
        },
      ],
    },
    fault('no object', 'not-an-object', 'messages[0]', 'Hello'),
    fault('no role', 'role-missing', 'messages[1].role', user, { content: 'Hello' }),
    fault('a role that is null', 'role-missing', 'messages[0].role', { role: null, content: 'Hello' }),
    fault('a role that is a number', 'role-not-a-string', 'messages[0].role', { role: 1, content: 'Hello' }),
    fault('a role in capitals', 'role-unknown', 'messages[0].role', { role: 'User', content: 'Hello' }),
    fault('system in second place', 'system-not-first', 'messages[1].role', user, system),
    fault('two of system', 'system-not-first', 'messages[1].role', system, system, user),
    fault('assistant in first place', 'assistant-first', 'messages[0].role', assistant, user),
    fault('assistant after system', 'assistant-not-after-user', 'messages[1].role', system, assistant),
    fault(
      'assistant after assistant',
      'assistant-not-after-user',
      'messages[2].role',
      user,
      assistant,
      assistant,
    ),
    fault('no content', 'content-missing', 'messages[0].content', { role: 'user', text: 'Hello' }),
    fault('content that is null', 'content-missing', 'messages[0].content', { role: 'user', content: null }),
    fault('content that is empty', 'content-empty', 'messages[0].content', { role: 'user', content: '' }),
    fault('content that is a number', 'content-invalid', 'messages[0].content', { role: 'user', content: 5 }),
    fault('parts at the plain endpoint', 'content-parts', 'messages[0].content', parts),
    {
      name: 'no parts at the OpenAI-style endpoint',
      call: { url: OPENAI, body: body({ role: 'user', content: [] }) },
      findings: [{ message: 'content-empty' }],
    },
    fault('the first of several faults', 'role-missing', 'messages[1].role', user, {}, system, assistant),
  ],
  silent: [
    { name: 'a clean call', call: {} },
    { name: 'system, user, assistant, user', call: { body: body(system, user, assistant, user) } },
    { name: 'user after user', call: { body: body(user, user, assistant) } },
    { name: 'system alone', call: { body: body(system) } },
    { name: 'parts at the OpenAI-style endpoint', call: { url: OPENAI, body: body(parts) } },
    { name: 'no messages at all are body-missing-messages’s to tell', call: { body: body() } },
  ],
  notApplicable: [
    { name: 'another endpoint', call: { url: 'https://chat.infuzu.com/api/other', body: body(assistant) } },
    { name: 'no JSON', call: { body: '{' } },
    { name: 'no messages', call: { body: '{}' } },
    { name: 'no body', call: { body: null } },
  ],
});

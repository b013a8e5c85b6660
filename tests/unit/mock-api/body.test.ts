// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { CHAT, COMPLETIONS, call, codeOf, goodHeaders } from './client';
import { useMockApi } from './use-mock-api';

const api = useMockApi();
const user = { role: 'user', content: 'Hello' };
const assistant = { role: 'assistant', content: 'Hello' };
const system = { role: 'system', content: 'Be brief' };
const post = (body: unknown, path = CHAT) =>
  call(api(), { path, body: typeof body === 'string' ? body : JSON.stringify(body) });

describe('the body of a call', () => {
  it.each([
    ['not JSON', 'hello', 'invalid_request_body'],
    ['nothing', '', 'invalid_request_body'],
    ['an array', [], 'invalid_request_body'],
    ['null', 'null', 'invalid_request_body'],
    ['no messages', {}, 'missing_required_field'],
    ['empty messages', { messages: [] }, 'missing_required_field'],
    ['messages of another type', { messages: 'Hello' }, 'invalid_field'],
    ['a message that is null', { messages: [null] }, 'invalid_field'],
    ['no role', { messages: [{ content: 'Hello' }] }, 'missing_required_field'],
    ['no content', { messages: [{ role: 'user' }] }, 'missing_required_field'],
    ['an unknown role', { messages: [{ role: 'bot', content: 'Hello' }] }, 'invalid_field'],
    [
      'content in parts',
      { messages: [{ role: 'user', content: [{ type: 'text', text: 'a' }] }] },
      'invalid_field',
    ],
    ['a late system message', { messages: [user, system] }, 'invalid_field'],
    ['the assistant first', { messages: [assistant] }, 'invalid_field'],
    ['the assistant after system', { messages: [system, assistant] }, 'invalid_field'],
    ['a good dialogue', { messages: [system, user, assistant, user] }, 'ok'],
    ['a stream that is no boolean', { messages: [user], stream: 'yes' }, 'invalid_field'],
    ['both lists of LLMs', { messages: [user], llms: ['a'], exclude_llms: ['b'] }, 'invalid_field'],
    ['one of them empty', { messages: [user], llms: ['a'], exclude_llms: [] }, 'ok'],
    ['a bad LLM reference', { messages: [user], llms: [1] }, 'invalid_field'],
  ])('%s', async (_what, body, code) => {
    const reply = await post(body);
    expect([codeOf(reply), reply.status]).toEqual([code, code === 'ok' ? 200 : 400]);
    if (code !== 'ok') expect(Object.keys(JSON.parse(reply.text))).toEqual(['error', 'request_id']);
  });

  it.each([
    ['content in parts', { messages: [{ role: 'user', content: [{ type: 'text', text: 'a' }] }] }, 'ok'],
    [
      'a part without its text',
      { messages: [{ role: 'user', content: [{ type: 'text' }] }] },
      'invalid_field',
    ],
    ['a model by name', { messages: [user], model: 'a' }, 'ok'],
    ['a model as an object', { messages: [user], model: { llms: ['a'] } }, 'ok'],
    ['a model that is a number', { messages: [user], model: 1 }, 'invalid_field'],
  ])('OpenAI style: %s', async (_what, body, code) => {
    const reply = await post(body, COMPLETIONS);
    expect('choices' in JSON.parse(reply.text) ? 'ok' : codeOf(reply)).toBe(code);
  });

  it.each([
    ['text/plain', 415],
    ['', 415],
    ['application/jsonp', 415],
    ['Application/JSON; charset=utf-8', 200],
  ])('media type %s', async (type, status) => {
    const reply = await call(api(), { headers: { ...goodHeaders(), 'Content-Type': type } });
    expect(reply.status).toBe(status);
    if (status === 415) expect(codeOf(reply)).toBe('unsupported_media_type');
  });

  it('over 20 MB is refused, and its text not kept', async () => {
    const reply = await call(api(), { body: Buffer.alloc(20 * 1024 * 1024 + 1, 'x') });
    expect(reply.status).toBe(413);
    expect(api().received[0]?.body).toBe('');
  });

  it('of 12 MB is not', async () => {
    const text = JSON.stringify({ messages: [{ role: 'user', content: 'x'.repeat(12 * 1024 * 1024) }] });
    expect((await call(api(), { body: text })).status).toBe(200);
    expect(api().received[0]?.body).toBe(text);
  });
});

describe('a good answer', () => {
  it('of the chat endpoint has results, errors and warnings', async () => {
    const reply = await post({ messages: [user] });
    expect(JSON.parse(reply.text)).toEqual({
      results: { chosen_llm: expect.any(String), response: expect.any(String) },
      errors: [],
      warnings: [],
      request_id: reply.headers['x-request-id'],
    });
  });

  it('of the OpenAI style endpoint is a completion', async () => {
    const reply = await post({ messages: [user] }, COMPLETIONS);
    expect(JSON.parse(reply.text)).toMatchObject({
      object: 'chat.completion',
      choices: [{ message: { role: 'assistant' }, finish_reason: 'stop' }],
      request_id: reply.headers['x-request-id'],
    });
  });

  it('streams: first the LLM, then the words', async () => {
    const reply = await post({ messages: [user], stream: true });
    expect(reply.headers['content-type']).toBe('text/event-stream');
    const events = reply.text
      .split('\n\n')
      .slice(0, -1)
      .map((event) => JSON.parse(event.slice('data: '.length)));
    expect(events[0]).toEqual({ chosen_llm: expect.any(String), request_id: reply.headers['x-request-id'] });
    expect(events.slice(1).every((event) => typeof event.response === 'string')).toBe(true);
  });

  it('streams in OpenAI style chunks that end with [DONE]', async () => {
    const { text } = await post({ messages: [user], stream: true }, COMPLETIONS);
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
    expect(JSON.parse(text.split('\n\n')[0]?.slice('data: '.length) ?? '')).toMatchObject({
      object: 'chat.completion.chunk',
      choices: [{ delta: { role: 'assistant' } }],
    });
  });

  it('is not to be had elsewhere', async () => {
    expect((await call(api(), { path: '/api/nothing' })).status).toBe(404);
    expect((await call(api(), { path: CHAT, method: 'GET', body: '' })).status).toBe(405);
  });
});

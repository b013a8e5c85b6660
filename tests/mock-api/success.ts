/** `infuzu` is `/api/llm-response`, `openai` is `/api/v1/chat/completions`. */
export type Endpoint = 'infuzu' | 'openai';

/** The endpoint at a path, if there is one. */
export function endpointAt(path: string): Endpoint | undefined {
  if (path === '/api/llm-response') return 'infuzu';
  if (path === '/api/v1/chat/completions') return 'openai';
  return undefined;
}

const LLM = 'example.model-1';
const WORDS = ['This ', 'is ', 'the ', 'stand-in ', 'speaking.'];

/** The JSON of a good answer; `warning` is the message of one. */
export function successBody(
  endpoint: Endpoint,
  requestId: string,
  warning: string | undefined,
): Record<string, unknown> {
  const warnings = warning === undefined ? [] : [{ code: 'deprecated_field', message: warning }];
  if (endpoint === 'infuzu') {
    return {
      results: { chosen_llm: LLM, response: WORDS.join('') },
      errors: [],
      warnings,
      request_id: requestId,
    };
  }
  return {
    ...completion(requestId, 'chat.completion'),
    choices: [{ index: 0, message: { role: 'assistant', content: WORDS.join('') }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 5, completion_tokens: WORDS.length, total_tokens: 5 + WORDS.length },
    ...(warnings.length > 0 ? { warnings } : {}),
    request_id: requestId,
  };
}

/** The Server-Sent Events of a good answer to `stream: true`. */
export function successEvents(endpoint: Endpoint, requestId: string): string[] {
  if (endpoint === 'infuzu') {
    return [{ chosen_llm: LLM, request_id: requestId }, ...WORDS.map((response) => ({ response }))].map(
      toEvent,
    );
  }
  const chunk = (delta: object, finish_reason: string | null) => ({
    ...completion(requestId, 'chat.completion.chunk'),
    choices: [{ index: 0, delta, finish_reason }],
    request_id: requestId,
  });
  const chunks = [
    chunk({ role: 'assistant', content: '' }, null),
    ...WORDS.map((content) => chunk({ content }, null)),
    chunk({}, 'stop'),
  ];
  return [...chunks.map(toEvent), 'data: [DONE]\n\n'];
}

function completion(requestId: string, object: string) {
  return {
    id: requestId.replace('req_', 'chatcmpl-'),
    object,
    created: Math.floor(Date.now() / 1000),
    model: LLM,
  };
}

function toEvent(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

/** The two chat endpoints. Sources: https://docs.infuzu.com/making-requests.html and the Python client. */
export type ChatEndpoint = 'llm-response' | 'chat-completions';

/** Which chat endpoint a path is; a trailing slash is tolerated. Own hosts may serve them under a prefix. */
export function chatEndpointOf(path: string): ChatEndpoint | undefined {
  const bare = path.replace(/\/$/, '');
  if (bare.endsWith('/api/llm-response')) return 'llm-response';
  if (bare.endsWith('/api/v1/chat/completions')) return 'chat-completions';
  return undefined;
}

/** Where a finding sends its reader. */
export const DOCUMENTATION = {
  authentication: 'https://docs.infuzu.com/authentication.html',
  requests: 'https://docs.infuzu.com/making-requests.html',
  rateLimits: 'https://docs.infuzu.com/rate-limiting.html',
  dashboard: 'https://admin.infuzu.com/',
  fetchRedirect: 'https://fetch.spec.whatwg.org/#http-redirect-fetch',
  cors: 'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS',
  mixedContent: 'https://developer.mozilla.org/docs/Web/Security/Mixed_content',
} as const;

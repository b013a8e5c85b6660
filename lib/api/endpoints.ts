/** The two chat endpoints. Sources: https://docs.infuzu.com/making-requests.html and the Python client. */
export type ChatEndpoint = 'llm-response' | 'chat-completions';

/** Their paths as documented; each takes POST. */
const PATHS = [
  ['/api/llm-response', 'llm-response'],
  ['/api/v1/chat/completions', 'chat-completions'],
] as const;

/** Which chat endpoint a path is; a trailing slash is tolerated. Own hosts may serve them under a prefix. */
export function chatEndpointOf(path: string): ChatEndpoint | undefined {
  const bare = path.replace(/\/$/, '');
  return PATHS.find(([documented]) => bare.endsWith(documented))?.[1];
}

/** Whether a path is that of a chat endpoint to the letter. */
export function isDocumentedPath(path: string): boolean {
  return PATHS.some(([documented]) => path === documented);
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

import { answerApi } from './answer-api';
import type { Answer, ApiState, Page, ReceivedRequest } from './types';

/** Routes by host and path: the API, a page that a test added, or nothing. */
export function answer(request: ReceivedRequest, state: ApiState, pages: ReadonlyMap<string, Page>): Answer {
  if (!URL.canParse(request.url))
    return plainAnswer(request, 400, 'The stand-in cannot read this host or path.\n');
  const url = new URL(request.url);
  // On every host, so that a user's own host and same-origin calls can be tried.
  if (url.pathname.startsWith('/api/')) return answerApi(request, url, state);
  const page = pages.get(url.pathname);
  if (page !== undefined) return pageAnswer(request, page);
  if (isInfuzuHost(url.hostname)) return answerApi(request, url, state);
  return plainAnswer(request, 404, 'No test added a page here.\n');
}

/** An answer that is none of the API's. */
export function plainAnswer(request: ReceivedRequest, status: number, text: string): Answer {
  return whole(request, status, { 'content-type': 'text/plain; charset=utf-8' }, text);
}

function pageAnswer(request: ReceivedRequest, { html, headers }: Page): Answer {
  const given = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return whole(request, 200, { 'content-type': 'text/html; charset=utf-8', ...given }, html);
}

function whole(
  request: ReceivedRequest,
  status: number,
  headers: Record<string, string>,
  text: string,
): Answer {
  return {
    status,
    headers: {
      'cache-control': 'no-store',
      date: new Date().toUTCString(),
      'x-request-id': request.id,
      ...headers,
    },
    body: { kind: 'whole', bytes: Buffer.from(text) },
  };
}

/** `infuzu.com` and what is below it, with or without the dot of the root. */
function isInfuzuHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  return name === 'infuzu.com' || name.endsWith('.infuzu.com');
}

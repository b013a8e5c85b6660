import type { Milliseconds } from '../api/units';

const MAX_BYTES = 250_000;
const MAX_TIME: Milliseconds = 10_000;

/**
 * Reads a clone of an answer, so that the page's own is still unread. Reading is what makes the browser finish the
 * request for DevTools when the page's code leaves the body alone. Bounded in size and time; nothing for a body
 * that is no text.
 */
export async function readAnswer(
  response: Response,
): Promise<{ status: number; mimeType: string; text: string } | undefined> {
  const mimeType = response.headers.get('content-type') ?? '';
  const { status } = response;
  const reader = response.clone().body?.getReader();
  if (!reader) return { status, mimeType, text: '' };
  const timer = setTimeout(() => void reader.cancel(), MAX_TIME);
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let size = 0; size < MAX_BYTES; ) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      text += decoder.decode(value, { stream: true });
    }
    await reader.cancel();
  } finally {
    clearTimeout(timer);
  }
  return /^(?:image|audio|video|font)\//i.test(mimeType)
    ? undefined
    : { status, mimeType, text: text.slice(0, MAX_BYTES) };
}

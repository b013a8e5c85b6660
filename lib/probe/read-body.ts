import type { Milliseconds } from '../api/units';
import { nativeOf } from './natives';
import type { ProbeBody } from './probe-call';

export const MAX_BYTES = 250_000;
export const MAX_TIME: Milliseconds = 10_000;

/**
 * Reads a clone of an answer, so that the page's own is still unread. Reading is what makes the browser finish the
 * request for DevTools when the page's code leaves the body alone. Bounded in size and time; nothing for a body
 * that is no text, or that broke off.
 */
export function createReadBody(page: Window & typeof globalThis) {
  const { setTimeout, clearTimeout, TextDecoder } = page;
  const headersOf = nativeOf(page.Response.prototype, 'headers');
  const get = nativeOf(page.Headers.prototype, 'get');
  const clone = nativeOf(page.Response.prototype, 'clone');
  const bodyOf = nativeOf(page.Response.prototype, 'body');
  const getReader = nativeOf(page.ReadableStream.prototype, 'getReader') as unknown as (
    self: unknown,
  ) => ReadableStreamDefaultReader<Uint8Array>;
  const read = nativeOf(page.ReadableStreamDefaultReader.prototype, 'read');
  const cancel = nativeOf(page.ReadableStreamDefaultReader.prototype, 'cancel');
  const decode = nativeOf(TextDecoder.prototype, 'decode');

  return async (response: Response): Promise<ProbeBody | undefined> => {
    const mimeType = get(headersOf(response), 'content-type') ?? '';
    const body = bodyOf(clone(response));
    let text = '';
    if (body) {
      const reader = getReader(body);
      // It settles only once the page's own half was read or cancelled, too: nobody waits for it.
      const stop = async () => {
        try {
          await cancel(reader);
        } catch {
          // The body broke off.
        }
      };
      const timer = setTimeout(stop, MAX_TIME);
      const decoder = new TextDecoder();
      try {
        for (let size = 0; size < MAX_BYTES; ) {
          const { done, value } = await read(reader);
          if (done) break;
          size += value.byteLength;
          text += decode(decoder, value, { stream: true });
        }
      } catch {
        return undefined;
      } finally {
        clearTimeout(timer);
        void stop();
      }
    }
    return /^(?:image|audio|video|font)\//i.test(mimeType)
      ? undefined
      : { mimeType, text: text.slice(0, MAX_BYTES) };
  };
}

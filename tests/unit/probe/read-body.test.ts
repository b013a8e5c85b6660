import { describe, expect, it, vi } from 'vitest';
import { createReadBody, MAX_BYTES, MAX_TIME } from '../../../lib/probe/read-body';

type Page = Window & typeof globalThis;
const readBody = createReadBody(globalThis as unknown as Page);
const typed = (type: string) => ({ status: 500, headers: { 'content-type': type } });

/** A body whose end never comes. */
function endless(chunk: Uint8Array<ArrayBuffer>, times = Number.POSITIVE_INFINITY) {
  let left = times;
  return new Response(
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        if (left-- > 0) controller.enqueue(chunk);
        else return new Promise(() => {});
      },
    }),
    typed('text/plain'),
  );
}

describe('the reading of a body', () => {
  it('leaves the page its own', async () => {
    const response = new Response('no', typed('text/plain'));
    expect(await readBody(response)).toEqual({ mimeType: 'text/plain', text: 'no' });
    expect([response.bodyUsed, await response.text()]).toEqual([false, 'no']);
  });

  it('ends with as much as it may keep, although the page never reads its half', async () => {
    const response = endless(new TextEncoder().encode('x'.repeat(30_000)));
    expect((await readBody(response))?.text).toBe('x'.repeat(MAX_BYTES));
  });

  it('ends when it took too long, with what came', async () => {
    const timers: [() => void, number][] = [];
    const clearTimeout = vi.fn();
    const setTimeout = (work: () => void, delay: number) => timers.push([work, delay]);
    const page = Object.assign(Object.create(globalThis), { setTimeout, clearTimeout });
    const read = createReadBody(page)(endless(new TextEncoder().encode('data: 1\n'), 1));
    await new Promise((resolve) => globalThis.setTimeout(resolve, 0));
    expect(timers.map(([, delay]) => delay)).toEqual([MAX_TIME]);
    timers[0]?.[0]();
    expect(await read).toEqual({ mimeType: 'text/plain', text: 'data: 1\n' });
    expect(clearTimeout).toHaveBeenCalled();
  });

  it('tells nothing of a body that broke off, and rejects nothing', async () => {
    const rejections = vi.fn();
    process.on('unhandledRejection', rejections);
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new TypeError('broken off'));
      },
    });
    expect(await readBody(new Response(broken, typed('text/plain')))).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve, 0));
    process.off('unhandledRejection', rejections);
    expect(rejections).not.toHaveBeenCalled();
  });

  it('tells nothing of a body that is no text', async () => {
    expect(await readBody(new Response('x', typed('image/png')))).toBeUndefined();
  });
});

import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Arrival } from './listeners';
import type { ReceivedRequest } from './types';

/** Larger than any prompt, small enough that a runaway test cannot fill the memory. */
export const MAX_BODY_BYTES = 20 * 1024 * 1024;

/** The record of a request, its body still to come. */
export function toReceivedRequest(arrival: Omit<Arrival, 'body' | 'wire'>): ReceivedRequest {
  const host = arrival.authority ?? rawHeader(arrival.rawHeaders, 'host')?.trim();
  return {
    id: `req_${randomUUID()}`,
    protocol: arrival.protocol,
    httpVersion: arrival.httpVersion,
    method: arrival.method,
    url: absoluteUrl(arrival.protocol, host || 'localhost', arrival.target),
    rawHeaders: arrival.rawHeaders,
    ...(arrival.rawHead === undefined ? {} : { rawHead: arrival.rawHead }),
    body: '',
    time: Date.now(),
  };
}

/** The value of the first header of that name. */
export function rawHeader(headers: ReceivedRequest['rawHeaders'], name: string): string | undefined {
  return headers.find(([other]) => other.toLowerCase() === name)?.[1];
}

/**
 * The whole body as text, or `too-large`. The rest of a body over the limit is read and dropped: a client that is
 * still writing would see a broken connection in place of the 413.
 */
export async function readBody(body: Readable): Promise<string | 'too-large'> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return bytes > MAX_BODY_BYTES ? 'too-large' : Buffer.concat(chunks).toString('utf8');
}

function absoluteUrl(protocol: string, host: string, target: string): string {
  if (/^https?:\/\//i.test(target)) return target;
  return `${protocol}://${host}${target.startsWith('/') ? target : `/${target}`}`;
}

import type { RawHead } from './raw-heads';
import { toReceivedRequest } from './receive';
import type { ReceivedRequest } from './types';

/**
 * Bytes that no HTTP parser takes (a NUL in a header, say): recorded like any request, as far as there is a head, and
 * answered by hand, since Node has no response object for them.
 */
export function refuse(
  protocol: ReceivedRequest['protocol'],
  head: RawHead | undefined,
  received: ReceivedRequest[],
): string {
  const [method = '', target = '/', version = ''] = head?.text.split('\r\n')[0]?.split(' ') ?? [];
  const request = toReceivedRequest({
    protocol,
    httpVersion: version.replace('HTTP/', ''),
    method,
    target,
    rawHeaders: head?.headers ?? [],
    ...(head === undefined ? {} : { rawHead: head.text }),
  });
  if (head !== undefined) received.push(request);
  const lines = [
    'HTTP/1.1 400 Bad Request',
    `x-request-id: ${request.id}`,
    `date: ${new Date().toUTCString()}`,
    'connection: close',
    'content-length: 0',
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

import type { Ports, ReceivedRequest } from './types';

/** Where `redirect=` leads from here, or undefined when it leads nowhere. */
export function redirectLocation(
  request: ReceivedRequest,
  url: URL,
  redirect: string | undefined,
  ports: Ports,
): string | undefined {
  if (redirect === undefined) return undefined;
  if (redirect !== 'https' && redirect !== 'same') return redirect;
  const target = new URL(url);
  // Without the parameter, or the next hop would redirect again.
  target.searchParams.delete('redirect');
  if (redirect === 'same') return `${target.pathname}${target.search}`;
  if (request.protocol === 'https') return undefined;
  // A host with a port was called without the browser's host mapping: then the port is the stand-in's own.
  const port = target.port === '' ? '' : String(ports.https);
  target.protocol = 'https:';
  target.port = port;
  return target.href;
}

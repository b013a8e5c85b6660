import type { Misbehaviour } from './misbehaviour';
import type { Ports, ReceivedRequest } from './types';

/** Where `redirect=` leads from here, or undefined when it leads nowhere. */
export function redirectLocation(
  request: ReceivedRequest,
  url: URL,
  { redirect }: Pick<Misbehaviour, 'redirect'>,
  ports: Ports,
  echo: string | undefined,
): string | undefined {
  if (redirect === undefined) return undefined;
  if (redirect !== 'https' && redirect !== 'same') return withEcho(new URL(redirect), echo).href;
  const target = new URL(url);
  // Without the parameter, or the next hop would redirect again.
  target.searchParams.delete('redirect');
  withEcho(target, echo);
  if (redirect === 'same') return `${target.pathname}${target.search}`;
  if (request.protocol === 'https') return undefined;
  // A host with a port was called without the browser's host mapping: then the port is the stand-in's own.
  const port = target.port === '' ? '' : String(ports.https);
  target.protocol = 'https:';
  target.port = port;
  return target.href;
}

/** A careless server passes on what it was given, and a `Location` is logged and stored everywhere. */
function withEcho(target: URL, echo: string | undefined): URL {
  if (echo !== undefined) target.searchParams.set('echoed', echo);
  return target;
}

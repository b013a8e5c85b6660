import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import http2, { type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import https from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { Certificate } from './certificate';
import { type RawHead, RawHeads } from './raw-heads';
import type { Ports, RawHeader, ReceivedRequest } from './types';
import { http1Wire, http2Wire, type Wire } from './wire';

/** A request whose head is here, on whichever listener. */
export interface Arrival {
  readonly protocol: ReceivedRequest['protocol'];
  readonly httpVersion: string;
  readonly method: string;
  /** The request target as written: mostly path and query. */
  readonly target: string;
  /** Of HTTP/2's `:authority`; HTTP/1.1 has it in its headers. */
  readonly authority?: string;
  readonly rawHeaders: readonly RawHeader[];
  readonly rawHead?: string;
  readonly body: Readable;
  readonly wire: Wire;
}

export interface Handlers {
  onArrival(arrival: Arrival): void;
  /** Bytes that Node's parser refused. Returns the whole answer, as bytes. */
  onRefused(protocol: ReceivedRequest['protocol'], head: RawHead | undefined): string;
}

export interface Listeners {
  readonly ports: Ports;
  close(): Promise<void>;
}

/** Long, because a browser that reuses a connection just as the server closes it sends its request twice. */
const KEEP_ALIVE_MS = 60_000;

/** Opens the three listeners on the loopback address, and nowhere else. */
export async function openListeners(
  host: '127.0.0.1',
  ports: Ports,
  { privateKey, certificate }: Certificate,
  handlers: Handlers,
): Promise<Listeners> {
  const tls = { key: privateKey, cert: certificate };
  const http1 = { keepAliveTimeout: KEEP_ALIVE_MS, requireHostHeader: false };
  const plain = http.createServer(http1);
  const secure = https.createServer({ ...tls, ...http1, ALPNProtocols: ['http/1.1'] });
  const second = http2.createSecureServer({ ...tls, allowHTTP1: false });
  serveHttp1(plain, 'connection', 'http', handlers);
  serveHttp1(secure, 'secureConnection', 'https', handlers);
  second.on('request', (request, response) => handlers.onArrival(http2Arrival(request, response)));

  const servers: Server[] = [plain, secure, second];
  const closers = servers.map(makeCloser);
  const close = async () => {
    await Promise.all(closers.map((closeServer) => closeServer()));
  };
  try {
    const opened = await Promise.all([
      listen(plain, host, ports.http),
      listen(secure, host, ports.https),
      listen(second, host, ports.h2),
    ]);
    return { ports: { http: opened[0], https: opened[1], h2: opened[2] }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function serveHttp1(
  server: http.Server,
  connectionEvent: 'connection' | 'secureConnection',
  protocol: 'http' | 'https',
  handlers: Handlers,
): void {
  const headsOf = new WeakMap<object, RawHeads>();
  server.on(connectionEvent, (socket: Socket) => {
    const heads = new RawHeads();
    const tap = (chunk: Buffer) => heads.push(chunk);
    headsOf.set(socket, heads);
    // The first `on` makes Node give up its short cut from the socket's handle to the parser, past all listeners.
    // Then the tap goes to the front: it must know the head before the parser announces the request.
    socket.on('data', tap);
    socket.off('data', tap);
    socket.prependListener('data', tap);
  });
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const head = headsOf.get(request.socket)?.shift();
    if (head === undefined)
      throw new Error('A request without raw bytes: the tap and the parser are out of step.');
    handlers.onArrival({
      protocol,
      httpVersion: request.httpVersion,
      method: request.method ?? '',
      target: request.url ?? '',
      rawHeaders: head.headers,
      rawHead: head.text,
      body: request,
      wire: http1Wire(response),
    });
  };
  server.on('request', serve);
  // Without this Node answers an unknown `Expect` by itself, and its head would be taken for the next request's.
  server.on('checkExpectation', serve);
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) return socket.destroy();
    socket.end(handlers.onRefused(protocol, headsOf.get(socket)?.shift()), 'latin1');
  });
}

function http2Arrival(request: Http2ServerRequest, response: Http2ServerResponse): Arrival {
  const { rawHeaders } = request;
  // Node reports a reset of the stream here, and an error without a listener would end the process.
  request.on('error', () => {});
  const pairs = rawHeaders.flatMap((name, i): RawHeader[] =>
    i % 2 ? [] : [[name, rawHeaders[i + 1] ?? '']],
  );
  return {
    protocol: 'https',
    httpVersion: request.httpVersion,
    method: request.method,
    target: request.url,
    authority: request.authority,
    rawHeaders: pairs.filter(([name]) => !name.startsWith(':')),
    body: request,
    wire: http2Wire(response),
  };
}

/** Node's own close waits for clients. Tests must not: the sockets are destroyed, also those in a TLS handshake. */
function makeCloser(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

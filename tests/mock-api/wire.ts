import type { ServerResponse } from 'node:http';
import { constants, type Http2ServerResponse } from 'node:http2';

/** The little that an answer needs of a connection, the same for HTTP/1.1 and HTTP/2. */
export interface Wire {
  /** Sends status and headers at once, without waiting for a body. */
  head(status: number, headers: Readonly<Record<string, string>>): void;
  /** Resolves when the bytes have left the process. */
  write(bytes: string | Buffer): Promise<void>;
  end(bytes?: Buffer): void;
  /** Ends the call without an orderly end of the answer. */
  destroy(): void;
  /** Aborted when the call is over, for whatever reason: no timer may outlive it. */
  readonly closed: AbortSignal;
}

/** HTTP/1.1: the call has the connection for itself, so the connection is what breaks. */
export function http1Wire(response: ServerResponse): Wire {
  return {
    head(status, headers) {
      response.writeHead(status, headers);
      response.flushHeaders();
    },
    write: (bytes) => new Promise((resolve) => response.write(bytes, () => resolve())),
    end: (bytes) => void response.end(bytes),
    destroy: () => void response.destroy(),
    closed: abortedBy((abort) => response.once('close', abort)),
  };
}

/** HTTP/2: only the stream is reset; calls of other pages may share the connection. */
export function http2Wire(response: Http2ServerResponse): Wire {
  return {
    head: (status, headers) => void response.writeHead(status, headers),
    write: (bytes) => new Promise((resolve) => response.write(bytes, () => resolve())),
    end: (bytes) => void (bytes === undefined ? response.end() : response.end(bytes)),
    destroy: () => response.stream.close(constants.NGHTTP2_INTERNAL_ERROR),
    closed: abortedBy((abort) => response.stream.once('close', abort)),
  };
}

function abortedBy(listen: (abort: () => void) => void): AbortSignal {
  const controller = new AbortController();
  listen(() => controller.abort());
  return controller.signal;
}

import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import { gunzipSync } from 'node:zlib';
import { type MockApi, VALID_KEY } from '../../mock-api/index';

export const CHAT = '/api/llm-response';
export const COMPLETIONS = '/api/v1/chat/completions';
export const GOOD_BODY = JSON.stringify({ messages: [{ role: 'user', content: 'Hello' }] });

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface Call {
  readonly path?: string;
  readonly host?: string;
  /** Of the TLS layer; the host by default. */
  readonly servername?: string;
  readonly method?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | Buffer;
}

/** A well-formed, accepted call unless `call` says otherwise. */
export function call(api: MockApi, call: Call = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = https.request(
      {
        host: '127.0.0.1',
        port: api.ports.https,
        ca: api.certificate,
        servername: call.servername ?? (call.host ?? 'chat.infuzu.com').split(':')[0] ?? '',
        agent: false,
        path: call.path ?? CHAT,
        method: call.method ?? 'POST',
        headers: { host: call.host ?? 'chat.infuzu.com', ...(call.headers ?? goodHeaders()) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const isGzip = response.headers['content-encoding'] === 'gzip';
          const text = (isGzip ? gunzipSync(bytes) : bytes).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      },
    );
    request.on('error', reject);
    request.end(call.body ?? (call.method === 'OPTIONS' ? undefined : GOOD_BODY));
  });
}

export function goodHeaders(): Record<string, string> {
  return { 'Infuzu-API-Key': VALID_KEY, 'Content-Type': 'application/json' };
}

/** A call with exactly these header lines, byte for byte (latin1). */
export async function rawCall(
  api: MockApi,
  lines: readonly string[],
  { path = CHAT, secure = true } = {},
): Promise<Reply> {
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: chat.infuzu.com',
    'Content-Type: application/json',
    `Content-Length: ${GOOD_BODY.length}`,
    'Connection: close',
    ...lines,
  ];
  const answer = await exchangeBytes(api, `${head.join('\r\n')}\r\n\r\n${GOOD_BODY}`, secure);
  const split = answer.indexOf('\r\n\r\n');
  const [statusLine = '', ...headerLines] = answer.slice(0, split).split('\r\n');
  const headers = headerLines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 2),
  ]);
  return {
    status: Number(statusLine.split(' ')[1]),
    headers: Object.fromEntries(headers),
    text: answer.slice(split + 4),
  };
}

/** Sends bytes (latin1) over one connection, and resolves with all that came until its end. */
export function exchangeBytes(api: MockApi, bytes: string, secure = true): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = secure
      ? tls.connect({
          host: '127.0.0.1',
          port: api.ports.https,
          ca: api.certificate,
          servername: 'chat.infuzu.com',
        })
      : net.connect({ host: '127.0.0.1', port: api.ports.http });
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
    socket.write(bytes, 'latin1');
  });
}

/** One HTTP/2 call over a connection of its own. */
export function http2Call(
  api: MockApi,
  headers: Record<string, string | string[]>,
  body: string = GOOD_BODY,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const session = http2.connect('https://chat.infuzu.com', {
      createConnection: () =>
        tls.connect({
          host: '127.0.0.1',
          port: api.ports.h2,
          ca: api.certificate,
          servername: 'chat.infuzu.com',
          ALPNProtocols: ['h2'],
        }),
    });
    const fail = (error: Error) => {
      session.destroy();
      reject(error);
    };
    session.on('error', fail);
    const stream = session.request({
      ':method': 'POST',
      ':path': CHAT,
      // Node would write the port, which browsers leave out where it is the usual one.
      ':authority': 'chat.infuzu.com',
      'content-type': 'application/json',
      ...headers,
    });
    let answerHeaders: Reply['headers'] & { ':status'?: number } = {};
    let text = '';
    stream.setEncoding('utf8');
    stream.on('response', (received) => {
      answerHeaders = received as typeof answerHeaders;
    });
    stream.on('data', (chunk: string) => {
      text += chunk;
    });
    stream.on('error', fail);
    stream.on('end', () => {
      // A server that goes away can end the stream without an answer.
      if (answerHeaders[':status'] === undefined) {
        fail(new Error('The stream ended without an answer'));
        return;
      }
      session.close();
      resolve({ status: Number(answerHeaders[':status']), headers: answerHeaders, text });
    });
    stream.end(body);
  });
}

/** What an answer says it is: the code of either envelope, or `ok`. */
export function codeOf({ text }: Reply): string {
  const body = JSON.parse(text) as { error?: { code: string }; errors?: { code: string }[] };
  return body.error?.code ?? body.errors?.[0]?.code ?? 'ok';
}

/** The Chrome DevTools protocol over the two pipes of `--remote-debugging-pipe`, with flat sessions. */
import { StringDecoder } from 'node:string_decoder';
import { TimeoutError } from '../../harness/poll';

export type Params = Readonly<Record<string, unknown>>;
/** An event of the protocol; `sessionId` is missing for those of the browser itself. */
export interface ProtocolEvent {
  readonly method: string;
  readonly params: Params;
  readonly sessionId?: string;
}
export type Listener = (event: ProtocolEvent) => void;

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}
interface Pending {
  readonly method: string;
  readonly sessionId: string | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

export const COMMAND_TIMEOUT_MS = 30_000;

/** The browser's refusal of a command. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

export class Connection {
  #lastId = 0;
  #closed: Error | undefined;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Set<Listener>();
  readonly #toBrowser: NodeJS.WritableStream;

  constructor(toBrowser: NodeJS.WritableStream, fromBrowser: NodeJS.ReadableStream) {
    this.#toBrowser = toBrowser;
    // A broken pipe means that the process ends. Whoever started it then calls close() and knows the reason better.
    toBrowser.on('error', () => undefined);
    fromBrowser.on('error', () => undefined);
    const decoder = new StringDecoder('utf8');
    let unread: string[] = [];
    fromBrowser.on('data', (bytes: Buffer) => {
      // Messages end with a NUL. The pieces are joined only when one ends: screenshots come in hundreds of pieces.
      const parts = decoder.write(bytes).split('\0');
      for (const [index, part] of parts.entries()) {
        unread.push(part);
        if (index === parts.length - 1) break;
        this.#receive(JSON.parse(unread.join('')) as Answer | ProtocolEvent);
        unread = [];
      }
    });
  }

  /** Sends a command and returns its result. Rejects on refusal, on a lost session and when the time is up. */
  send<T = unknown>(
    method: string,
    params: Params = {},
    { sessionId, timeout = COMMAND_TIMEOUT_MS }: { sessionId?: string; timeout?: number | undefined } = {},
  ): Promise<T> {
    // The stack is taken here: after the pipe it would show only the pipe.
    const callSite = new Error();
    const fail = (error: Error): Error => {
      error.stack = `${error.name}: ${error.message}\n${(callSite.stack ?? '').split('\n').slice(2).join('\n')}`;
      return error;
    };
    return new Promise<T>((resolve, reject) => {
      if (this.#closed) {
        reject(fail(new ProtocolError(`${method}: ${this.#closed.message}`)));
        return;
      }
      const id = ++this.#lastId;
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(fail(new TimeoutError(`${method} was not answered within ${timeout} ms`)));
      }, timeout);
      this.#pending.set(id, {
        method,
        sessionId,
        timer,
        resolve: (result) => resolve(result as T),
        reject: (error) => reject(fail(error)),
      });
      this.#toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Listens to every event; returns the function that stops it. */
  on(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends everything that still waits, with this reason. */
  close(reason: Error): void {
    this.#closed ??= reason;
    this.#rejectWhere(() => true, this.#closed.message);
  }

  #receive(message: Answer | ProtocolEvent): void {
    if ('id' in message) {
      const pending = this.#pending.get(message.id);
      if (!pending) return; // it came after its time was up
      this.#pending.delete(message.id);
      clearTimeout(pending.timer);
      if (message.error) pending.reject(new ProtocolError(`${pending.method}: ${message.error.message}`));
      else pending.resolve(message.result);
      return;
    }
    if (message.method === 'Target.detachedFromTarget') {
      const lost = message.params['sessionId'];
      this.#rejectWhere((pending) => pending.sessionId === lost, 'the target is gone');
    }
    for (const listener of this.#listeners) listener(message);
  }

  #rejectWhere(matches: (pending: Pending) => boolean, why: string): void {
    for (const [id, pending] of this.#pending) {
      if (!matches(pending)) continue;
      this.#pending.delete(id);
      clearTimeout(pending.timer);
      pending.reject(new ProtocolError(`${pending.method}: ${why}`));
    }
  }
}

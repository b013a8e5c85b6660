/**
 * The Marionette protocol of Firefox (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html): over
 * one socket, `LENGTH:JSON`. A command is `[0, id, name, parameters]`, its answer `[1, id, error | null, result]`.
 * Commands run side by side: one that waits does not hold up the others.
 */
import { connect, type Socket } from 'node:net';
import { poll, TimeoutError } from '../../harness/poll';

type Answer = readonly [
  type: 1,
  id: number,
  error: { readonly error: string; readonly message: string } | null,
  result: unknown,
];

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

export const COMMAND_TIMEOUT_MS = 30_000;
const COLON = 0x3a;

/** The browser's refusal of a command, or what the code that it ran threw. */
export class MarionetteError extends Error {
  override readonly name = 'MarionetteError';
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

export class Marionette {
  #lastId = 0;
  #closed: Error | undefined;
  #unread = Buffer.alloc(0);
  readonly #pending = new Map<number, Pending>();
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('error', (error) => this.close(error));
    socket.on('close', () => this.close(new Error('Firefox closed its Marionette socket')));
    socket.on('data', (bytes) => {
      this.#unread = Buffer.concat([this.#unread, bytes]);
      this.#drain();
    });
  }

  /** Connects as soon as the browser listens. */
  static async connect(port: number, timeout: number): Promise<Marionette> {
    return new Marionette(await poll(`Marionette on port ${port}`, () => open(port), { timeout }));
  }

  /** Sends a command and returns its result. Rejects on refusal, on a closed socket and when the time is up. */
  send<T = unknown>(
    name: string,
    parameters: Readonly<Record<string, unknown>> = {},
    timeout = COMMAND_TIMEOUT_MS,
  ): Promise<T> {
    // The stack is taken here: behind the socket it would show only the socket.
    const callSite = new Error();
    const fail = (error: Error): Error => {
      error.stack = `${error.name}: ${error.message}\n${(callSite.stack ?? '').split('\n').slice(2).join('\n')}`;
      return error;
    };
    return new Promise<T>((resolve, reject) => {
      if (this.#closed) {
        reject(fail(new MarionetteError(`${name}: ${this.#closed.message}`)));
        return;
      }
      const id = ++this.#lastId;
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(fail(new TimeoutError(`${name} was not answered within ${timeout} ms`)));
      }, timeout);
      this.#pending.set(id, {
        timer,
        resolve: (result) => resolve(result as T),
        reject: (error) => reject(fail(error)),
      });
      const text = JSON.stringify([0, id, name, parameters]);
      this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  /** Ends everything that still waits, with this reason. */
  close(reason: Error): void {
    this.#closed ??= reason;
    for (const { timer, reject } of this.#pending.values()) {
      clearTimeout(timer);
      reject(new MarionetteError(this.#closed.message));
    }
    this.#pending.clear();
    this.#socket.destroy();
  }

  #drain(): void {
    for (;;) {
      const colon = this.#unread.indexOf(COLON);
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#unread.subarray(0, colon).toString('latin1'));
      if (this.#unread.length < end) return;
      const message: unknown = JSON.parse(this.#unread.subarray(colon + 1, end).toString('utf8'));
      this.#unread = this.#unread.subarray(end);
      // The first message is a greeting, an object.
      if (Array.isArray(message)) this.#receive(message as unknown as Answer);
    }
  }

  #receive([, id, error, result]: Answer): void {
    const pending = this.#pending.get(id);
    if (!pending) return; // it came after its time was up
    this.#pending.delete(id);
    clearTimeout(pending.timer);
    if (error) pending.reject(new MarionetteError(`${error.error}: ${error.message}`));
    else pending.resolve(result);
  }
}

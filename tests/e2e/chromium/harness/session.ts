/** One attached target (page, worker, iframe, DevTools): commands, events, code that runs in it, pictures of it. */
import { writeFile } from 'node:fs/promises';
import type { Connection, Params } from './connection';
import { type PollOptions, poll } from './poll';

/** The page's code threw. The message and the stack are the page's own. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

interface EvaluateAnswer {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string; readonly value?: unknown };
  };
}

export interface EvaluateOptions {
  readonly timeout?: number | undefined;
  /** Runs as if the user had just clicked. */
  readonly userGesture?: boolean;
}

export interface WaitOptions extends PollOptions {
  /** Completes the sentence "Timed out waiting for …". */
  readonly what?: string;
}

/** JSON, except that `undefined` stays what it is. */
function asSource(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

function asExpression(fn: (...args: never[]) => unknown, args: readonly unknown[]): string {
  // Compilers with "keep names" (esbuild) leave calls of a helper named __name in the function's source.
  return `(() => { const __name = (fn) => fn; return (${fn})(${args.map(asSource).join(', ')}); })()`;
}

export class Session {
  constructor(
    readonly connection: Connection,
    readonly sessionId: string,
    readonly targetId: string,
  ) {}

  send<T = unknown>(method: string, params: Params = {}, timeout?: number): Promise<T> {
    return this.connection.send<T>(method, params, { sessionId: this.sessionId, timeout });
  }

  /** Listens to one event of this target; returns the function that stops it. */
  on(method: string, listener: (params: Params) => void): () => void {
    return this.connection.on((event) => {
      if (event.sessionId === this.sessionId && event.method === method) listener(event.params);
    });
  }

  /** Runs source text in the target and returns its value, awaited, as JSON. */
  async evaluateExpression<T>(
    expression: string,
    { timeout, userGesture = false }: EvaluateOptions = {},
  ): Promise<T> {
    const { result, exceptionDetails } = await this.send<EvaluateAnswer>(
      'Runtime.evaluate',
      { expression, userGesture, awaitPromise: true, returnByValue: true },
      timeout,
    );
    if (exceptionDetails) {
      const { exception, text } = exceptionDetails;
      throw new PageError(exception?.description ?? `${text} ${JSON.stringify(exception?.value) ?? ''}`);
    }
    return result.value as T;
  }

  /** Runs a function in the target. It must not use anything from outside itself; arguments and result are JSON. */
  evaluate<Args extends readonly unknown[], T>(fn: (...args: Args) => T, ...args: Args): Promise<Awaited<T>> {
    return this.evaluateExpression<Awaited<T>>(asExpression(fn, args));
  }

  /** As `evaluate`, with options. */
  evaluateWith<Args extends readonly unknown[], T>(
    options: EvaluateOptions,
    fn: (...args: Args) => T,
    ...args: Args
  ): Promise<Awaited<T>> {
    return this.evaluateExpression<Awaited<T>>(asExpression(fn, args), options);
  }

  /** Polls a function in the target until it returns something truthy, and returns that. */
  waitFor<Args extends readonly unknown[], T>(
    fn: (...args: Args) => T,
    { timeout, what }: WaitOptions = {},
    ...args: Args
  ): Promise<NonNullable<Awaited<T>>> {
    const description = what ?? `${String(fn)} in target ${this.targetId}`;
    return poll(
      description,
      async () => ((await this.evaluate(fn, ...args)) || undefined) as NonNullable<Awaited<T>> | undefined,
      { timeout },
    );
  }

  /** Waits for the mark that our pages set once they have drawn their first real content. */
  async waitUntilReady(options: PollOptions = {}): Promise<void> {
    await this.waitFor(() => document.documentElement.dataset['ready'] === 'true', {
      ...options,
      what: '<html data-ready="true"> of the extension page',
    });
  }

  /** A PNG of what the target shows; also written to `file` when that is given. */
  async screenshot(file?: string): Promise<Buffer> {
    const { data } = await this.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
    const png = Buffer.from(data, 'base64');
    if (file) await writeFile(file, png);
    return png;
  }

  /** Lets go of the target. Workers need it: a debugger keeps them alive. */
  async detach(): Promise<void> {
    await this.connection.send('Target.detachFromTarget', { sessionId: this.sessionId });
  }
}

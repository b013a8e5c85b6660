/** One attached target (page, worker, iframe, DevTools): commands, events, code that runs in it, pictures of it. */
import { writeFile } from 'node:fs/promises';
import type { PollOptions } from '../../harness/poll';
import { asExpression } from '../../harness/source';
import { TestDocument } from '../../harness/test-document';
import type { Connection, Params } from './connection';

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

export interface EvaluateOptions extends PollOptions {
  /** Runs as if the user had just clicked. */
  readonly userGesture?: boolean;
}

export class Session extends TestDocument {
  constructor(
    readonly connection: Connection,
    readonly sessionId: string,
    readonly targetId: string,
  ) {
    super();
  }

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

  evaluateWith<Args extends readonly unknown[], T>(
    options: EvaluateOptions,
    fn: (...args: Args) => T,
    ...args: Args
  ): Promise<Awaited<T>> {
    return this.evaluateExpression<Awaited<T>>(asExpression(fn, args), options);
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

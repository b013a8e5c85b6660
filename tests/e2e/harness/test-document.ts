/** A document in which a test runs code. Each browser has its own way in; what is built on it is the same. */
import { type PollOptions, poll } from './poll';

export interface WaitOptions extends PollOptions {
  /** Completes the sentence "Timed out waiting for …". */
  readonly what?: string;
}

export abstract class TestDocument {
  /** Runs a function in the document. It must not use anything from outside itself; arguments and result are JSON. */
  abstract evaluateWith<Args extends readonly unknown[], T>(
    options: PollOptions,
    fn: (...args: Args) => T,
    ...args: Args
  ): Promise<Awaited<T>>;

  /** A PNG of what the document shows; also written to `file` when that is given. */
  abstract screenshot(file?: string): Promise<Buffer>;

  /** As `evaluateWith`, within the usual time. */
  evaluate<Args extends readonly unknown[], T>(fn: (...args: Args) => T, ...args: Args): Promise<Awaited<T>> {
    return this.evaluateWith({}, fn, ...args);
  }

  /** Polls a function in the document until it returns something truthy, and returns that. */
  waitFor<Args extends readonly unknown[], T>(
    fn: (...args: Args) => T,
    { timeout, what }: WaitOptions = {},
    ...args: Args
  ): Promise<NonNullable<Awaited<T>>> {
    return poll(
      what ?? String(fn),
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
}

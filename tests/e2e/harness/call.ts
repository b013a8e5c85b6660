/** One call of a page's own code. */
import type { TestDocument } from './test-document';

/** What the page's own code got to know of its call. */
export interface CallResult {
  /** Missing when the call failed, as with CORS. */
  readonly status?: number;
  readonly body?: string;
  readonly error?: string;
}

export interface CallInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
  readonly body?: string;
  /** False leaves the body unread, as `if (!response.ok) throw` does. */
  readonly read?: boolean;
  readonly timeout?: number;
}

/** Calls `fetch` in the page and returns what the page's code learns; a failure is a result, not an exception. */
export function callFrom(
  page: TestDocument,
  url: string,
  { timeout, read = true, ...init }: CallInit = {},
): Promise<CallResult> {
  return page.evaluateWith(
    { timeout },
    async (target: string, options: Omit<CallInit, 'read' | 'timeout'>, readBody: boolean) => {
      try {
        const response = await fetch(target, options as RequestInit);
        return readBody
          ? { status: response.status, body: await response.text() }
          : { status: response.status };
      } catch (error) {
        return { error: String(error) };
      }
    },
    url,
    init,
    read,
  );
}

import { browser } from 'wxt/browser';
import type { Milliseconds } from '../api/units';

const TIMEOUT: Milliseconds = 3_000;

/**
 * Evaluates an expression in the main world of the inspected page. Needs no host permission.
 * Chromium calls back with the value, Firefox answers a promise of `[value, error]`.
 * @returns `undefined` where no script may run (a browser page), where it threw, and when it took too long
 */
export function evaluateInPage(expression: string): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), TIMEOUT);
    const settle = (value: unknown) => {
      clearTimeout(timer);
      resolve(value);
    };
    const evaluate = browser.devtools.inspectedWindow.eval as unknown as (
      expression: string,
      callback?: (value: unknown, error: unknown) => void,
    ) => unknown;
    try {
      const answer = import.meta.env.FIREFOX
        ? evaluate.call(browser.devtools.inspectedWindow, expression)
        : evaluate.call(browser.devtools.inspectedWindow, expression, (value) => settle(value));
      if (answer instanceof Promise) {
        answer.then(
          (result: unknown) => settle(Array.isArray(result) ? result[0] : result),
          () => settle(undefined),
        );
      }
    } catch {
      settle(undefined);
    }
  });
}

/** The origin of the inspected page. */
export async function inspectedOrigin(): Promise<string | undefined> {
  const origin = await evaluateInPage('location.origin');
  return typeof origin === 'string' ? origin : undefined;
}

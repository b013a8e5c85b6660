import { browser } from 'wxt/browser';
import type { EpochMilliseconds, Milliseconds } from '../api/units';

const TIMEOUT: Milliseconds = 3_000;

/**
 * Evaluates an expression in the main world of the inspected page. Needs no host permission.
 * Chromium calls back with the value, Firefox answers a promise of `[value, error]`.
 * @returns `undefined` where no script may run (a browser page), where it threw, and when it took too long
 */
export function evaluateInPage(expression: string, timeout = TIMEOUT): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), timeout);
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

/** The document that the inspected tab shows. */
export interface InspectedDocument {
  readonly origin: string;
  /** Two documents differ in it. */
  readonly id: number;
  /** When it took the place of the one before, by this machine's clock. */
  readonly committed: EpochMilliseconds;
}

/**
 * `domLoading` is deprecated, and the only mark of the moment at which a document begins: the answer's start comes
 * before the calls that the former document makes while it goes (https://www.w3.org/TR/navigation-timing/#dom-performancetiming-domloading).
 * The page can fake what it likes: it decides what of its own calls is shown, and nothing else.
 */
const ASK_DOCUMENT = `(({ navigationStart, domLoading }) => [location.origin, performance.timeOrigin,
  Date.now() - performance.now() + Math.max(0, domLoading - navigationStart)])(performance.timing)`;

async function askDocument(): Promise<InspectedDocument | undefined> {
  const answer = await evaluateInPage(ASK_DOCUMENT);
  if (!Array.isArray(answer)) return undefined;
  const [origin, id, committed] = answer as unknown[];
  if (typeof origin !== 'string' || typeof id !== 'number' || typeof committed !== 'number') return undefined;
  return { origin, id, committed: Math.min(committed, Date.now()) };
}

const ASK_AGAIN: Milliseconds = 50;
const ASK_FOR: Milliseconds = 250;

/** DevTools told that the tab went elsewhere. */
export interface ToldNavigation {
  readonly url: string;
  readonly at: EpochMilliseconds;
}

/**
 * Tells the document that the tab shows, now and after each navigation. DevTools tell a navigation when the new
 * document has been running for a while, and for a moment their `eval` may still answer for the former one.
 * @param onDocument its document is `undefined` where no script may run, and when it is gone already; its navigation,
 * where it was there before
 */
export function followDocument(
  onDocument: (document: InspectedDocument | undefined, navigation?: ToldNavigation) => void,
): void {
  let former: InspectedDocument | undefined;
  let latest = 0;
  const follow = async (navigation?: ToldNavigation) => {
    const own = ++latest;
    const start = Date.now();
    let document = await askDocument();
    while (own === latest && (!document || document.id === former?.id) && Date.now() - start < ASK_FOR) {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN));
      document = await askDocument();
    }
    // The next navigation has been told, and is asked for; the answer may already be its document's.
    if (own !== latest) {
      if (!navigation) return;
      const at = document?.committed ?? 0;
      const isOwn = at > (former?.committed ?? 0) && at <= navigation.at;
      if (isOwn) former = document;
      onDocument(undefined, isOwn ? { ...navigation, at } : navigation);
      return;
    }
    // Back or forward to a document that was kept: it began before the former one was shown.
    if (document && former && document.committed < former.committed && document.id !== former.id)
      document = { ...document, committed: navigation?.at ?? start };
    former = document ?? former;
    onDocument(document, navigation);
  };
  browser.devtools.network.onNavigated.addListener((url) => void follow({ url, at: Date.now() }));
  void follow();
}

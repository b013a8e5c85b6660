/** The document in one `<browser>`: a tab's, or a view of the extension. Code that runs in it, real input, pictures. */
import { writeFile } from 'node:fs/promises';
import type { PollOptions } from '../../harness/poll';
import { asExpression } from '../../harness/source';
import { TestDocument } from '../../harness/test-document';
import type { Firefox } from './firefox';
import type { Gecko } from './gecko';
import { COMMAND_TIMEOUT_MS } from './marionette';

/** Runs inside the browser: hands a script to the document's process. */
async function executeIn(
  { BrowsingContext }: Gecko,
  browserId: number,
  script: string,
  args: readonly unknown[],
  timeout: number,
): Promise<unknown> {
  const document = BrowsingContext.getCurrentTopByBrowserId(browserId)?.currentWindowGlobal;
  if (!document) throw new Error(`browser ${browserId} has no document`);
  return document.getActor('MarionetteCommands').executeScript(script, args, {
    sandboxName: null,
    newSandbox: true,
    async: false,
    timeout,
    file: 'test',
    line: 0,
  });
}

/**
 * `eval` of the page's own realm: objects are the page's, as with code of the page. A strict CSP forbids that; then the
 * code runs in a sandbox around the page's window, whose objects only look like the page's.
 */
const IN_THE_PAGE = `
  const expression = arguments[0];
  const run = async () => {
    try { return await window.eval(expression); }
    catch (error) { if (!(error instanceof window.EvalError)) throw error; }
    return eval(expression);
  };
  return run().then((value) => JSON.stringify(value));`;

export class Document extends TestDocument {
  constructor(
    readonly firefox: Firefox,
    readonly browserId: number,
  ) {
    super();
  }

  async evaluateWith<Args extends readonly unknown[], T>(
    { timeout = COMMAND_TIMEOUT_MS }: PollOptions,
    fn: (...args: Args) => T,
    ...args: Args
  ): Promise<Awaited<T>> {
    const json = await this.firefox.chromeWithin(
      timeout,
      executeIn,
      this.browserId,
      IN_THE_PAGE,
      [asExpression(fn, args)],
      timeout,
    );
    return (typeof json === 'string' ? JSON.parse(json) : undefined) as Awaited<T>;
  }

  /** The roles and names of all matches of a selector, as the browser computes them for assistive technology. */
  rolesAndNames(selector: string): Promise<{ role: string; name: string }[]> {
    return this.firefox.chrome(
      async ({ BrowsingContext }, id: number, css: string) => {
        const actor =
          BrowsingContext.getCurrentTopByBrowserId(id)?.currentWindowGlobal?.getActor('MarionetteCommands');
        if (!actor) return [];
        const elements = await actor.findElements('css selector', css, { timeout: 0, all: true });
        return Promise.all(
          elements.map(async (element) => ({
            role: await actor.getComputedRole(element),
            name: await actor.getComputedLabel(element),
          })),
        );
      },
      this.browserId,
      selector,
    );
  }

  /** Sends one event of the mouse or the keyboard through the browser's own event path. */
  async dispatch(name: 'synthesizeMouseAtPoint' | 'synthesizeKeyDown' | 'synthesizeKeyUp', details: object) {
    await this.firefox.chrome(
      async ({ BrowsingContext }, id: number, event: string, what: object) => {
        const document = BrowsingContext.getCurrentTopByBrowserId(id)?.currentWindowGlobal;
        await document?.getActor('MarionetteCommands').dispatchEvent(event, what);
      },
      this.browserId,
      name,
      details,
    );
  }

  /** A PNG of what the document shows (of its visible part); also written to `file` when that is given. */
  async screenshot(file?: string): Promise<Buffer> {
    const base64 = await this.firefox.chrome(async ({ BrowsingContext }, id: number) => {
      const view = BrowsingContext.getCurrentTopByBrowserId(id)?.currentWindowGlobal;
      const bitmap = await view?.drawSnapshot(null, 1, 'white');
      if (!bitmap) return '';
      const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    }, this.browserId);
    const png = Buffer.from(base64, 'base64');
    if (file) await writeFile(file, png);
    return png;
  }
}

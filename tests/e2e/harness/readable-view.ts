/** A page of the extension as far as it can be read, in either browser. */
import { type PollOptions, poll } from './poll';
import type { TestDocument } from './test-document';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Runs in the page: brings the n-th match into view and returns its middle when nothing lies over it. */
export function middleOf(selector: string, place = 0): Point | undefined {
  const element = document.querySelectorAll<HTMLElement>(selector)[place];
  if (!element) return undefined;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const point = { x: left + width / 2, y: top + height / 2 };
  const hit = document.elementFromPoint(point.x, point.y);
  return width > 0 && height > 0 && hit && (element.contains(hit) || hit.contains(element))
    ? point
    : undefined;
}

/** Asks for a place until it is where it was a moment ago: what a page fills moves under the pointer. */
export function stillPoint(
  what: string,
  ask: () => Promise<Point>,
  options: PollOptions = {},
): Promise<Point> {
  let before: Point | undefined;
  return poll(
    `${what}, and to stay where it is`,
    async () => {
      const now = await ask();
      const isStill = before?.x === now.x && before.y === now.y;
      before = now;
      return isStill && now;
    },
    options,
  );
}

export abstract class ReadableView<Document extends TestDocument> {
  abstract readonly input: { click(point: Point): Promise<void> };

  constructor(readonly document: Document) {}

  /** The text that a user can read, of the whole page or of the first match. Empty when there is no match. */
  text(selector = 'body'): Promise<string> {
    return this.document.evaluate(
      (s: string) => document.querySelector<HTMLElement>(s)?.innerText ?? '',
      selector,
    );
  }

  /** Waits until the text of the page (or of the first match) fits, and returns it. */
  async waitForText(
    expected: string | RegExp,
    { timeout, selector = 'body' }: PollOptions & { selector?: string } = {},
  ): Promise<string> {
    const fits = (text: string): boolean =>
      typeof expected === 'string' ? text.includes(expected) : expected.test(text);
    const described = async (): Promise<string> =>
      `${expected} in ${selector}. It says:\n${await this.text(selector).catch(String)}`;
    const look = async () => {
      const text = await this.text(selector);
      return fits(text) ? { text } : undefined;
    };
    return (await poll(described, look, { timeout })).text;
  }

  html(): Promise<string> {
    return this.document.evaluate(() => document.documentElement.outerHTML);
  }

  /** Clicks the first match of a CSS selector, once it is there and nothing covers it. */
  async click(selector: string, options: PollOptions = {}): Promise<void> {
    const what = `${selector} to be there, uncovered`;
    const ask = () => this.document.waitFor(middleOf, { ...options, what }, selector, 0);
    await this.input.click(await stillPoint(what, ask, options));
  }
}

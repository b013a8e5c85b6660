/** A page of the extension as a user meets it: text, controls by their accessible names, real clicks and keys. */
import { type PollOptions, poll } from '../../chromium/harness/poll';
import type { Document } from './document';
import { Input, type Point } from './input';

/** What can have a role that is asked for here. */
const CONTROLS = 'button, a, input, select, textarea, summary, [role]';

/** Runs in the page: brings the n-th match into view and returns its middle when nothing lies over it. */
function middleOf(selector: string, place: number): Point | undefined {
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

export class View {
  readonly input: Input;

  constructor(readonly document: Document) {
    this.input = new Input(document);
  }

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
    await this.input.click(await this.document.waitFor(middleOf, { ...options, what }, selector, 0));
  }

  /** Clicks a control by role and accessible name, as the browser computes them: `clickRole('button', 'Clear')`. */
  async clickRole(role: string, name: string, options: PollOptions = {}): Promise<void> {
    const place = await poll(
      async () => `${role} "${name}". The page says:\n${await this.text().catch(String)}`,
      async () => {
        const found = await this.#findByRole(role, name);
        return found < 0 ? undefined : { found };
      },
      options,
    );
    const what = `${role} "${name}" to be uncovered`;
    await this.input.click(
      await this.document.waitFor(middleOf, { ...options, what }, CONTROLS, place.found),
    );
  }

  /** Whether a control with this role and accessible name is there. */
  async hasRole(role: string, name: string): Promise<boolean> {
    return (await this.#findByRole(role, name)) >= 0;
  }

  async #findByRole(role: string, name: string): Promise<number> {
    const controls = await this.document.rolesAndNames(CONTROLS);
    return controls.findIndex((control) => control.role === role && control.name === name);
  }
}

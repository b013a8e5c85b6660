/** A page of the extension as a user meets it: text, controls by their accessible names, real clicks and keys. */
import { Input, type Point } from './input';
import { type PollOptions, poll } from './poll';
import type { Session } from './session';

interface AccessibleNode {
  readonly ignored: boolean;
  readonly backendDOMNodeId?: number;
}

/** Runs in the page: brings the first match into view and returns its middle when nothing lies over it. */
function middleOf(selector: string): Point | undefined {
  const element = document.querySelector<HTMLElement>(selector);
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

  constructor(readonly session: Session) {
    this.input = new Input(session);
  }

  /** The text that a user can read, of the whole page or of the first match. Empty when there is no match. */
  text(selector = 'body'): Promise<string> {
    return this.session.evaluate(
      (s: string) => document.querySelector<HTMLElement>(s)?.innerText ?? '',
      selector,
    );
  }

  /** Waits until the text of the page (or of the first match) fits, and returns it. */
  waitForText(
    expected: string | RegExp,
    { timeout, selector = 'body' }: PollOptions & { selector?: string } = {},
  ) {
    const fits = (text: string): boolean =>
      typeof expected === 'string' ? text.includes(expected) : expected.test(text);
    const described = async (): Promise<string> =>
      `${expected} in ${selector}. It says:\n${await this.text(selector).catch(String)}`;
    return poll(
      described,
      async () => {
        const text = await this.text(selector);
        return fits(text) ? { text } : undefined;
      },
      { timeout },
    ).then(({ text }) => text);
  }

  html(): Promise<string> {
    return this.session.evaluate(() => document.documentElement.outerHTML);
  }

  /** Clicks the first match of a CSS selector, once it is there and nothing covers it. */
  async click(selector: string, options: PollOptions = {}): Promise<void> {
    const point = await this.session.waitFor(
      middleOf,
      { ...options, what: `${selector} to be there, uncovered` },
      selector,
    );
    await this.input.click(point);
  }

  /** Clicks a control by role and accessible name, as the browser computes them: `clickRole('button', 'Clear')`. */
  async clickRole(role: string, name: string, options: PollOptions = {}): Promise<void> {
    const backendNodeId = await poll(
      async () => `${role} "${name}". The page says:\n${await this.text().catch(String)}`,
      () => this.#findByRole(role, name),
      options,
    );
    await this.session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    const { quads } = await this.session.send<{ quads: number[][] }>('DOM.getContentQuads', {
      backendNodeId,
    });
    const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quads[0] ?? [];
    await this.input.click({ x: (x1 + x3) / 2, y: (y1 + y3) / 2 });
  }

  /** Whether a control with this role and accessible name is there. */
  async hasRole(role: string, name: string): Promise<boolean> {
    return (await this.#findByRole(role, name)) !== undefined;
  }

  async #findByRole(role: string, accessibleName: string): Promise<number | undefined> {
    const { root } = await this.session.send<{ root: { backendNodeId: number } }>('DOM.getDocument', {
      depth: 0,
    });
    const { nodes } = await this.session.send<{ nodes: AccessibleNode[] }>('Accessibility.queryAXTree', {
      backendNodeId: root.backendNodeId,
      role,
      accessibleName,
    });
    return nodes.find((node) => !node.ignored)?.backendDOMNodeId;
  }
}

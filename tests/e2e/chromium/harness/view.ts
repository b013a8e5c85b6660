/** A page of the extension as a user meets it: text, controls by their accessible names, real clicks and keys. */
import { type PollOptions, poll } from '../../harness/poll';
import { ReadableView, stillPoint } from '../../harness/readable-view';
import { Input } from './input';
import type { Session } from './session';

interface AccessibleNode {
  readonly ignored: boolean;
  readonly backendDOMNodeId?: number;
}

export class View extends ReadableView<Session> {
  readonly input: Input;

  constructor(session: Session) {
    super(session);
    this.input = new Input(session);
  }

  /** Clicks a control by role and accessible name, as the browser computes them: `clickRole('button', 'Clear')`. */
  async clickRole(role: string, name: string, options: PollOptions = {}): Promise<void> {
    const backendNodeId = await poll(
      async () => `${role} "${name}". The page says:\n${await this.text().catch(String)}`,
      () => this.#findByRole(role, name),
      options,
    );
    await this.document.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    const ask = async () => {
      const { quads } = await this.document.send<{ quads: number[][] }>('DOM.getContentQuads', {
        backendNodeId,
      });
      const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quads[0] ?? [];
      return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
    };
    await this.input.click(await stillPoint(`${role} "${name}" to be there`, ask, options));
  }

  /** Whether a control with this role and accessible name is there. */
  async hasRole(role: string, name: string): Promise<boolean> {
    return (await this.#findByRole(role, name)) !== undefined;
  }

  async #findByRole(role: string, accessibleName: string): Promise<number | undefined> {
    const { root } = await this.document.send<{ root: { backendNodeId: number } }>('DOM.getDocument', {
      depth: 0,
    });
    const { nodes } = await this.document.send<{ nodes: AccessibleNode[] }>('Accessibility.queryAXTree', {
      backendNodeId: root.backendNodeId,
      role,
      accessibleName,
    });
    return nodes.find((node) => !node.ignored)?.backendDOMNodeId;
  }
}

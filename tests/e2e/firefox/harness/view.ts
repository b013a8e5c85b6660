/** A page of the extension as a user meets it: text, controls by their accessible names, real clicks and keys. */
import { type PollOptions, poll } from '../../harness/poll';
import { middleOf, ReadableView, stillPoint } from '../../harness/readable-view';
import type { Document } from './document';
import { Input } from './input';

/** What can have a role that is asked for here. */
const CONTROLS = 'button, a, input, select, textarea, summary, [role]';

export class View extends ReadableView<Document> {
  readonly input: Input;

  constructor(document: Document) {
    super(document);
    this.input = new Input(document);
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
    const ask = () => this.document.waitFor(middleOf, { ...options, what }, CONTROLS, place.found);
    await this.input.click(await stillPoint(what, ask, options));
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

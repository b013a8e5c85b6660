/** Real key and mouse input: it goes through the browser's own event path, not through `element.click()`. */
import type { Point } from '../../harness/readable-view';
import type { Document } from './document';

/** WebDriver's code points of keys that type nothing (https://w3c.github.io/webdriver/#keyboard-actions). */
const NAMED_KEYS: Readonly<Record<string, { readonly key: string; readonly code: string }>> = {
  Backspace: { key: 'Backspace', code: 'Backspace' },
  Tab: { key: 'Tab', code: 'Tab' },
  Enter: { key: 'Enter', code: 'Enter' },
  Escape: { key: 'Escape', code: 'Escape' },
  End: { key: 'End', code: 'End' },
  Home: { key: 'Home', code: 'Home' },
  ArrowUp: { key: 'ArrowUp', code: 'ArrowUp' },
  ArrowDown: { key: 'ArrowDown', code: 'ArrowDown' },
  ArrowLeft: { key: 'ArrowLeft', code: 'ArrowLeft' },
  ArrowRight: { key: 'ArrowRight', code: 'ArrowRight' },
  Delete: { key: 'Delete', code: 'Delete' },
};

export class Input {
  constructor(private readonly document: Document) {}

  /** Presses one key with its modifiers: `Enter`, `ArrowDown`, `/`, `Control+a`. */
  async press(combination: string): Promise<void> {
    const names = combination === '+' ? ['+'] : combination.split('+');
    const name = names.at(-1) ?? '';
    const held = new Set(names.slice(0, -1));
    const named = NAMED_KEYS[name];
    if (!named && [...name].length !== 1) throw new Error(`Unknown key "${name}"`);
    const eventData = {
      ...(named ?? { key: name, code: name === '/' ? 'Slash' : '' }),
      location: 0,
      repeat: false,
      ctrlKey: held.has('Control'),
      altKey: held.has('Alt'),
      metaKey: held.has('Meta'),
      shiftKey: held.has('Shift'),
      printable: !named,
    };
    await this.document.dispatch('synthesizeKeyDown', { eventData });
    await this.document.dispatch('synthesizeKeyUp', { eventData });
  }

  /** Types a text key by key into whatever has the focus. */
  async type(text: string): Promise<void> {
    for (const character of text) await this.press(character === '\n' ? 'Enter' : character);
  }

  /** Clicks a point of the viewport, in CSS pixels. */
  async click({ x, y }: Point): Promise<void> {
    for (const type of ['mousemove', 'mousedown', 'mouseup']) {
      const button = type === 'mousemove' ? {} : { button: 0, clickCount: 1 };
      await this.document.dispatch('synthesizeMouseAtPoint', { x, y, eventData: { type, ...button } });
    }
  }
}

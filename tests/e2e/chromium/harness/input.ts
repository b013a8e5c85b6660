/** Real key and mouse input: it goes through the browser's own event path, not through `element.click()`. */
import type { Point } from '../../harness/readable-view';
import type { Session } from './session';

const MODIFIERS: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

/** Windows key codes; the pages' `keyCode` and Chromium's default actions (scrolling, focus) come from them. */
const NAMED_KEYS: Readonly<Record<string, { readonly code: number; readonly text?: string }>> = {
  Backspace: { code: 8 },
  Tab: { code: 9 },
  Enter: { code: 13, text: '\r' },
  Escape: { code: 27 },
  PageUp: { code: 33 },
  PageDown: { code: 34 },
  End: { code: 35 },
  Home: { code: 36 },
  ArrowLeft: { code: 37 },
  ArrowUp: { code: 38 },
  ArrowRight: { code: 39 },
  ArrowDown: { code: 40 },
  Delete: { code: 46 },
  F6: { code: 117 },
};

interface Key {
  readonly key: string;
  readonly code: string;
  readonly windowsVirtualKeyCode: number;
  readonly text?: string | undefined;
}

function keyOf(name: string): Key {
  const named = NAMED_KEYS[name];
  if (named) return { key: name, code: name, windowsVirtualKeyCode: named.code, text: named.text };
  if (name === 'Space' || name === ' ')
    return { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' };
  if ([...name].length !== 1) throw new Error(`Unknown key "${name}"`);
  const upper = name.toUpperCase();
  if (/^[A-Z]$/.test(upper))
    return { key: name, code: `Key${upper}`, windowsVirtualKeyCode: upper.charCodeAt(0), text: name };
  if (/^\d$/.test(name))
    return { key: name, code: `Digit${name}`, windowsVirtualKeyCode: name.charCodeAt(0), text: name };
  // Punctuation lies elsewhere on every keyboard; its text is what pages look at. 191 is "/" on a US keyboard.
  return {
    key: name,
    code: name === '/' ? 'Slash' : '',
    windowsVirtualKeyCode: name === '/' ? 191 : 0,
    text: name,
  };
}

export class Input {
  constructor(private readonly session: Session) {}

  /** Presses one key with its modifiers: `Enter`, `ArrowDown`, `/`, `Control+a`, `Shift+Tab`. */
  async press(combination: string): Promise<void> {
    const names = combination === '+' ? ['+'] : combination.split('+');
    const key = keyOf(names.at(-1) ?? '');
    const modifiers = names.slice(0, -1).reduce((sum, name) => {
      const bit = MODIFIERS[name];
      if (bit === undefined) throw new Error(`Unknown modifier "${name}"`);
      return sum | bit;
    }, 0);
    // With Control, Alt or Meta a key types no text: it is a command.
    const text = modifiers & ~8 ? undefined : key.text;
    const event = { ...key, modifiers, text, unmodifiedText: text };
    await this.session.send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', ...event });
    await this.session.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp', text: undefined });
  }

  /** Types a text key by key into whatever has the focus. */
  async type(text: string): Promise<void> {
    for (const character of text) await this.press(character === '\n' ? 'Enter' : character);
  }

  /** Moves the mouse to a point of the viewport, in CSS pixels. */
  async move({ x, y }: Point): Promise<void> {
    await this.session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  }

  /** Clicks a point of the viewport. */
  async click(point: Point, { count = 1 }: { count?: number } = {}): Promise<void> {
    await this.move(point);
    for (let clickCount = 1; clickCount <= count; clickCount++) {
      const event = { ...point, button: 'left', clickCount };
      await this.session.send('Input.dispatchMouseEvent', { ...event, type: 'mousePressed', buttons: 1 });
      await this.session.send('Input.dispatchMouseEvent', { ...event, type: 'mouseReleased', buttons: 0 });
    }
  }

  /** Turns the mouse wheel over a point. */
  async wheel({ x, y }: Point, deltaY: number): Promise<void> {
    await this.session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY });
  }
}

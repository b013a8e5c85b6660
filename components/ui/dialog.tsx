import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './button';
import { Glyph } from './icons';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** What the Tab key reaches. */
const STOPS = ':is(button, input, [tabindex]):not([tabindex="-1"], :disabled)';

/**
 * A modal dialog that is open as long as it is rendered. Tab goes round in it; closing it gives the focus back to where
 * it was.
 */
export function Dialog({ title, closeLabel, onClose, class: name = '', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    dialog.current?.showModal();
    const onKeyDown = (event: KeyboardEvent) => {
      const stops = [...(dialog.current?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
      if (event.key === 'Tab') {
        const [end, start] = event.shiftKey ? [0, -1] : [-1, 0];
        const { activeElement } = document;
        if (activeElement !== stops.at(end) && dialog.current?.contains(activeElement)) return;
        stops.at(start)?.focus();
      } else if (event.key === 'Escape') dialog.current?.close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before DevTools, which takes Escape for its drawer, and wherever the focus is: a click on a text takes it off.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
  return (
    <dialog ref={dialog} class={`dialog ${name}`} aria-labelledby={titleId} onClose={onClose}>
      {/* No header: it may stand within that of the page, and a landmark has none within. */}
      <div class="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton label={closeLabel} onClick={() => dialog.current?.close()}>
          <Glyph name="close" />
        </IconButton>
      </div>
      {children}
    </dialog>
  );
}

import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')
  );
}

/**
 * A key that means something wherever the focus is; by itself, or with Ctrl or ⌘. Not in a field, unless it is a function
 * key, and not behind a modal dialog.
 */
export function usePageKey(key: string, act: () => void, withControl = false): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== key || event.defaultPrevented) return;
      if (!/^F\d/.test(key) && isTyping(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      if ((event.ctrlKey || event.metaKey) !== withControl || event.altKey) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [key, withControl]);
}

/** `/` goes to the filter. */
export function useFilterKey(field: RefObject<HTMLInputElement | null>): void {
  usePageKey('/', () => {
    field.current?.focus();
    field.current?.select();
  });
}

import type { RefObject } from 'preact';
import { useCallback, useEffect } from 'preact/hooks';

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

/** A key that means something wherever the focus is, save in a field. */
export function usePageKey(key: string, act: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== key || event.defaultPrevented || isTyping(event.target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [key, act]);
}

/** `/` goes to the filter. */
export function useFilterKey(field: RefObject<HTMLInputElement | null>): void {
  usePageKey(
    '/',
    useCallback(() => {
      field.current?.focus();
      field.current?.select();
    }, [field]),
  );
}

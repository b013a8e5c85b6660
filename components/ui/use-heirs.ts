import { useEffect } from 'preact/hooks';

/**
 * What had the focus may be gone with its own press, and with it the place of a keyboard’s user. The nearest element
 * around it names the heirs in `data-heir`, a selector: the next of them in the document gets the focus, or the last.
 */
export function useHeirs(): void {
  useEffect(() => {
    let holder: Element | undefined;
    let heirs: string | null | undefined;
    let before = 0;
    const all = () => (heirs ? [...document.querySelectorAll<HTMLElement>(heirs)] : []);
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      heirs = target.closest('[data-heir]')?.getAttribute('data-heir');
      before = all().filter(
        (heir) => heir.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING,
      ).length;
      holder = target;
    };
    const observer = new MutationObserver(() => {
      if (holder === undefined || holder.isConnected) return;
      holder = undefined;
      if (document.activeElement !== document.body) return;
      const left = all();
      // A list stays where it is scrolled to.
      (left[before] ?? left.at(-1))?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', note);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', note);
      observer.disconnect();
    };
  }, []);
}

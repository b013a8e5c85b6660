/** Handles the keys of a part of the page that Escape closes. */
export const closedByEscape = (onClose: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  // DevTools would take it for its drawer.
  event.stopPropagation();
  onClose();
};

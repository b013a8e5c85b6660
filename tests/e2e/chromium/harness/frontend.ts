/**
 * What is done inside DevTools itself: its own modules are imported in its frontend (a `devtools://` page).
 * As text, so that no compiler tries to resolve those imports. Chromium may move them; then only this file changes.
 */
import { poll } from '../../harness/poll';
import type { Session } from './session';

export const PANEL_TITLE = 'Infuzu';

export type DockSide = 'undocked' | 'right' | 'bottom';
export type Theme = 'dark' | 'light';

/** The name `chrome` as it is inside our pages; it is never used on the side of the tests. */
declare const chrome: {
  readonly devtools: {
    readonly inspectedWindow: { eval(expression: string, callback: () => void): void };
  };
};

/** Runs in the page: two frames later what was just changed has been laid out and painted. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/**
 * Runs in the page. Its `onRequestFinished.addListener` is only a message to the frontend, which may be late by a
 * second on a busy machine: calls of the inspected page before that are lost to the listener. This question travels
 * behind that message to the frontend, and from there behind `Network.enable` to the inspected page and back.
 */
export function roundTrip(): Promise<void> {
  return new Promise((resolve) => chrome.devtools.inspectedWindow.eval('0', () => resolve()));
}

export async function setDock(frontend: Session, side: DockSide): Promise<void> {
  await frontend.evaluateExpression(
    `import('./ui/legacy/legacy.js').then(({ DockController }) =>
      DockController.DockController.instance().setDockSide('${side}'))`,
  );
}

export async function showPanel(frontend: Session, origin: string): Promise<void> {
  const viewId = JSON.stringify(origin + PANEL_TITLE);
  // The devtools page may still be on its way to panels.create(); the view exists only after that.
  await poll(`the panel "${PANEL_TITLE}" to be registered in DevTools`, () =>
    frontend.evaluateExpression<boolean>(
      `import('./ui/legacy/legacy.js').then(async ({ ViewManager }) => {
        const views = ViewManager.ViewManager.instance();
        if (!views.hasView(${viewId})) return false;
        await views.showView(${viewId});
        return true;
      })`,
    ),
  );
}

export async function setTheme(frontend: Session, theme: Theme): Promise<void> {
  const value = theme === 'dark' ? 'dark' : 'default'; // the setting's word for light
  await frontend.evaluateExpression(
    `import('./core/common/common.js').then(({ Settings }) =>
      Settings.Settings.instance().moduleSetting('ui-theme').set('${value}'))`,
  );
}

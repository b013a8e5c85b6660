import { type ComponentChildren, render } from 'preact';
import type { Language } from '../../lib/messages/language';
import type { PageActions } from '../../lib/store/feed-state';
import { ActionsProvider } from './actions';
import { LanguageProvider } from './language';
import { useHeirs } from './use-heirs';

interface PageProps {
  readonly language: Language;
  readonly actions: PageActions;
  readonly children: ComponentChildren;
}

/** What every page stands in: its language, and what it may ask of the browser. */
export function Page({ language, actions, children }: PageProps) {
  useHeirs();
  return (
    <LanguageProvider value={language}>
      <ActionsProvider value={actions}>{children}</ActionsProvider>
    </LanguageProvider>
  );
}

/** Renders a page into `#root` of its document. */
export function renderPage(props: PageProps): void {
  document.documentElement.lang = props.language.locale;
  const root = document.querySelector('#root');
  if (root) render(<Page {...props} />, root);
}

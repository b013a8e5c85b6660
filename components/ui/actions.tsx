import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageActions } from '../../lib/store/feed-state';

const ActionsContext = createContext<PageActions | undefined>(undefined);

export const ActionsProvider = ActionsContext.Provider;

/** What the page may ask of its browser. Throws outside an `ActionsProvider`. */
export function useActions(): PageActions {
  const actions = useContext(ActionsContext);
  if (actions === undefined) throw new Error('No page actions were provided.');
  return actions;
}

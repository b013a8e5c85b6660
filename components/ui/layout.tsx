import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Layout, LayoutActions, LayoutStore } from '../../lib/store/layout';
import { useStore } from './use-store';

const LayoutContext = createContext<LayoutStore | undefined>(undefined);

export const LayoutProvider = LayoutContext.Provider;

/** How the user likes calls to be shown. Throws outside a `LayoutProvider`. */
export function useLayout(): Layout & LayoutActions {
  const store = useContext(LayoutContext);
  if (store === undefined) throw new Error('No layout was provided.');
  return useStore(store, (whole) => whole);
}

import { useSyncExternalStore } from 'preact/compat';
import type { StoreApi } from 'zustand/vanilla';

/** A part of a store. The selector has to answer the same object while nothing changes. */
export function useStore<State, Part>(store: StoreApi<State>, select: (state: State) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

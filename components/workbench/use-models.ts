import { useRef } from 'preact/hooks';
import type { StoreApi } from 'zustand/vanilla';
import type { FeedState } from '../../lib/store/feed-state';
import { type InputModel, modelOfInput, modelOfTab } from '../../lib/store/input-model';
import { type OpenInput, TAB_INPUT } from '../../lib/store/workbench';

/** The models of everything that was read; each lives as long as its input is open. */
export function useModels(
  inputs: readonly OpenInput[],
  feed: StoreApi<FeedState> | undefined,
): ReadonlyMap<string, InputModel> {
  const models = useRef(new Map<string, InputModel>());
  const known = models.current;
  const open = new Set(inputs.map(({ id }) => id));
  for (const id of known.keys()) if (id !== TAB_INPUT && !open.has(id)) known.delete(id);
  if (feed && !known.has(TAB_INPUT))
    known.set(
      TAB_INPUT,
      modelOfTab(() => feed.getState().exchanges),
    );
  for (const { id, state } of inputs) {
    if (state.type === 'read' && !known.has(id)) known.set(id, modelOfInput(state.input));
  }
  return known;
}

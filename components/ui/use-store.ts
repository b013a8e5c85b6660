import { useCallback, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { StoreApi } from 'zustand/vanilla';
import type { Milliseconds } from '../../lib/api/units';

/** What `read` answers, drawn again when it answers another value. */
function useOutside<Value>(subscribe: (onChange: () => void) => () => void, read: () => Value): Value {
  const value = read();
  const drawn = useRef({ value, read });
  drawn.current = { value, read };
  const [, drawAgain] = useReducer<number, void>((times) => times + 1, 0);
  useLayoutEffect(() => {
    const look = () => {
      if (drawn.current.read() !== drawn.current.value) drawAgain();
    };
    // It may have changed since it was drawn.
    look();
    return subscribe(look);
  }, [subscribe]);
  return value;
}

/** A part of a store. The selector has to answer the same object while nothing changes. */
export function useStore<State, Part>(store: StoreApi<State>, select: (state: State) => Part): Part {
  return useOutside(store.subscribe, () => select(store.getState()));
}

/** Changes that come closer together than this are shown at once. */
const CALM: Milliseconds = 30;
/** A long list takes longer to draw: between two drawings there are this many times what one takes. */
const REST = 2;
/** ...but no longer: the thread may have been busy with something else. */
const MAX_REST: Milliseconds = 200;

/**
 * A whole store that may change hundreds of times a second: the page follows it in steps, and stays awake for its user.
 */
export function useCalmStore<State>(store: StoreApi<State>): State {
  const subscribe = useCallback(
    (onChange: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let next = Number.NEGATIVE_INFINITY;
      const tell = () => {
        const start = performance.now();
        next = start + CALM;
        timer = undefined;
        onChange();
        // By the next task the change is drawn.
        setTimeout(() => {
          const now = performance.now();
          next = Math.max(next, now + Math.min(MAX_REST, REST * (now - start)));
        });
      };
      const unsubscribe = store.subscribe(() => {
        // The first change after a while is shown at once.
        const rest = next - performance.now();
        if (timer === undefined && rest <= 0) tell();
        else timer ??= setTimeout(tell, rest);
      });
      return () => {
        clearTimeout(timer);
        unsubscribe();
      };
    },
    [store],
  );
  return useOutside(subscribe, store.getState);
}

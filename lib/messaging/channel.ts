/** Two methods are all that the pages know of a Port. */
export interface Channel {
  send(message: unknown): void;
  /** Calls back with each message, and once when the other side is gone. */
  listen(onMessage: (message: unknown) => void, onClosed: () => void): void;
}

/** Opens a channel; a second call opens a new one, after the first was closed. */
export type OpenChannel = () => Channel;

/** The twin of a Port for tests: two ends, each message cloned and delivered in a task of its own. */
export function memoryChannel(): { readonly near: Channel; readonly far: Channel; close(): void } {
  const ends = [0, 1].map(() => ({ onMessage: (_: unknown) => {}, onClosed: () => {} }));
  let open = true;
  const endOf = (own: number): Channel => ({
    send(message) {
      if (!open) throw new Error('the channel is closed');
      const copy = structuredClone(message);
      queueMicrotask(() => open && ends[1 - own]?.onMessage(copy));
    },
    listen(onMessage, onClosed) {
      ends[own] = { onMessage, onClosed };
    },
  });
  return {
    near: endOf(0),
    far: endOf(1),
    close() {
      open = false;
      for (const end of ends) end.onClosed();
    },
  };
}

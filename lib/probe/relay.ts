/** Passes the details of `PROBE_EVENT` on; the content scripts of one frame share it, and no other world sees it. */
export interface Relay {
  /** Details that came before the door, at most `MAX_WAITING`. */
  readonly waiting: unknown[];
  take(detail: unknown): void;
}

export const MAX_WAITING = 500;

declare global {
  var infuzuRelay: Relay | undefined;
}

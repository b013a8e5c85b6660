import type { Milliseconds } from '../api/units';
import type { Exchange } from '../exchange/exchange';
import type { StoreLimits } from './bounds';
import type { RecordChanges } from './record-writer';

/** What changed since the last flush. */
export interface StoreChange {
  /** New and changed exchanges as pages see them, joined. */
  readonly upserted: readonly Exchange[];
  readonly removed: readonly Exchange[];
}

/** What the store needs of the background around it. */
export interface StoreOptions {
  /** At first. */
  readonly limits: StoreLimits;
  readonly onChange: (change: StoreChange) => void;
  /** Writes records through, keyed; `undefined` for one that is gone. Called before the next task. */
  readonly onRecords: (changes: RecordChanges) => void;
  /** Runs a flush a little later, so that a burst of events is joined once. */
  readonly schedule: (flush: () => void) => void;
  /** Does something once, after so long. */
  readonly later: (delay: Milliseconds, work: () => void) => void;
}

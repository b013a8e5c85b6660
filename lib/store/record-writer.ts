import type { StoredRecord } from './stored-record';

/** Records by their key; `undefined` for one that is gone. */
export type RecordChanges = ReadonlyMap<string, StoredRecord | undefined>;

/** Gathers the records that one task changed and writes them through before the next. */
export class RecordWriter {
  #changes = new Map<string, StoredRecord | undefined>();

  constructor(private readonly write: (changes: RecordChanges) => void) {}

  set(key: string, record: StoredRecord | undefined): void {
    if (this.#changes.size === 0) queueMicrotask(() => this.flush());
    this.#changes.set(key, record);
  }

  flush(): void {
    if (this.#changes.size === 0) return;
    const changes = this.#changes;
    this.#changes = new Map();
    this.write(changes);
  }

  /** Forgets what is not written yet: it was just read. */
  discard(): void {
    this.#changes.clear();
  }
}

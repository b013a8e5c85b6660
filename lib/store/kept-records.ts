import type { EpochMilliseconds } from '../api/units';
import { isListOf, isNumber, isText } from '../exchange/guards';
import type { ClearedState } from './cleared';
import type { RecordChanges } from './record-writer';
import { isStoredRecord, isTimely, originOf, type StoredRecord } from './stored-record';

/** Values by key that outlive the background, as `storage.session` has them. */
export interface RecordArea {
  /** Rejects when the quota is used up; then nothing of it was written. */
  set(items: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** What the store knows of its records. */
export interface RecordOwner {
  /** Whether a record is shown as a row of its own; others complete one. */
  isRow(key: string): boolean;
  /** Rows that are gone from the store itself, per tab. */
  readonly dropped: ReadonlyMap<number, number>;
  /** Its revision tells whether it changed. */
  readonly cleared: ClearedState & { readonly revision: number };
}

/** What an earlier life of the background wrote. */
export interface EarlierRecords {
  readonly records: readonly (readonly [string, StoredRecord])[];
  /** Rows that are older and gone, per tab. */
  readonly dropped: ReadonlyMap<number, number>;
  readonly cleared: ClearedState;
}

interface Kept {
  readonly tabId: number;
  readonly start: EpochMilliseconds;
}

const RECORD = 'record:';
const EVICTED = 'evicted';
const CLEARED = 'cleared';
const CLEARED_CALLS = 'cleared-calls';
const PAUSE = 'pause';

/** How much of what is kept goes when the storage is full: every refusal costs a round trip. */
const EVICTED_SHARE = 0.1;
const MIN_EVICTED = 20;

function recordOf(text: unknown): StoredRecord | undefined {
  try {
    const record: unknown = typeof text === 'string' ? JSON.parse(text) : undefined;
    return isStoredRecord(record) && isTimely(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

const isTexts = isListOf(isText);
const isNumbers = isListOf(isNumber);

/** Numbers by the id of their tab. */
function perTabOf(stored: unknown): Map<number, number> {
  const counts = new Map<number, number>();
  for (const [tabId, count] of Object.entries(stored ?? {})) {
    if (Number.isInteger(Number(tabId)) && Number.isFinite(count)) counts.set(Number(tabId), count as number);
  }
  return counts;
}

/**
 * Keeps records in a storage with a quota, each as JSON text: Chromium counts objects at more than three times their
 * JSON (measured). When it is full, the oldest go from the storage alone; what is in memory stays, and how many rows
 * a later life of the background will lack is written beside. No write ever throws.
 */
export class KeptRecords {
  /** What the storage holds or is about to hold, as it was written last. */
  #kept = new Map<string, Kept>();
  /** Tabs of the rows that only the memory holds any more. */
  #evicted = new Map<string, number>();
  /** How many they are per tab: asked with every write. */
  #evictedOf = new Map<number, number>();
  #waiting = new Map<string, StoredRecord | undefined>();
  #isWanted = false;
  /** While a write is under way. */
  #writing: Promise<void> | undefined;
  /** What is kept beside the records, as it was written last. */
  #writtenCounts = '{}';
  #writtenRevision = 0;

  constructor(
    private readonly area: RecordArea,
    private readonly owner: RecordOwner,
  ) {}

  /** Reads what the storage holds; what is no record is left out. */
  restore(stored: Readonly<Record<string, unknown>>): EarlierRecords {
    const records = Object.entries(stored).flatMap(([key, text]) => {
      const record = key.startsWith(RECORD) ? recordOf(text) : undefined;
      return record === undefined ? [] : [[key.slice(RECORD.length), record] as const];
    });
    for (const [key, record] of records) this.#kept.set(key, originOf(record));
    const dropped = perTabOf(stored[EVICTED]);
    this.#writtenCounts = JSON.stringify(Object.fromEntries(dropped));
    const calls = stored[CLEARED_CALLS];
    const pause = stored[PAUSE];
    const cleared = {
      before: perTabOf(stored[CLEARED]),
      calls: isTexts(calls) ? calls : [],
      latestPause: isNumbers(pause) ? pause : [],
    };
    return { records, dropped, cleared };
  }

  /** Writes at once; what changes while a write is under way goes together with the next. */
  write(changes: RecordChanges): void {
    for (const [key, record] of changes) this.#waiting.set(key, record);
    this.#isWanted = true;
    this.#writing ??= this.#writeWaiting();
  }

  /** Resolves when everything that was handed over is written, or refused for want of room. */
  async written(): Promise<void> {
    await this.#writing;
  }

  async #writeWaiting(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false;
      const changes = this.#waiting;
      this.#waiting = new Map();
      const gone: string[] = [];
      const lines = new Map<string, string>();
      for (const [key, record] of changes) {
        this.#setEvicted(key, undefined);
        if (record === undefined) {
          if (this.#kept.delete(key)) gone.push(key);
          continue;
        }
        this.#kept.set(key, originOf(record));
        lines.set(key, JSON.stringify(record));
      }
      await Promise.all([this.#remove(gone), this.#put(lines)]);
    }
    this.#writing = undefined;
  }

  async #remove(keys: readonly string[]): Promise<void> {
    if (keys.length > 0) await this.area.remove(keys.map((key) => RECORD + key)).catch(() => {});
  }

  /** Each refusal leaves less, so it ends, if only with nothing kept at all. */
  async #put(lines: Map<string, string>): Promise<void> {
    for (;;) {
      const items: Record<string, unknown> = {};
      for (const [key, text] of lines) items[RECORD + key] = text;
      const counts = this.#counts();
      const written = JSON.stringify(counts);
      if (written !== this.#writtenCounts) items[EVICTED] = counts;
      const { before, calls, latestPause, revision } = this.owner.cleared;
      if (revision !== this.#writtenRevision) {
        items[CLEARED] = Object.fromEntries(before);
        items[CLEARED_CALLS] = [...calls];
        items[PAUSE] = latestPause;
      }
      if (Object.keys(items).length === 0) return;
      try {
        await this.area.set(items);
        this.#writtenCounts = written;
        this.#writtenRevision = revision;
        return;
      } catch {
        const oldest = this.#evictOldest();
        if (oldest.length === 0) return;
        for (const key of oldest) lines.delete(key);
        await this.#remove(oldest);
      }
    }
  }

  #evictOldest(): string[] {
    const count = Math.max(MIN_EVICTED, Math.ceil(this.#kept.size * EVICTED_SHARE));
    const oldest = [...this.#kept].sort(([, a], [, b]) => a.start - b.start).slice(0, count);
    for (const [key, { tabId }] of oldest) {
      this.#kept.delete(key);
      if (this.owner.isRow(key)) this.#setEvicted(key, tabId);
    }
    return oldest.map(([key]) => key);
  }

  #counts(): Record<number, number> {
    const counts = Object.fromEntries(this.owner.dropped) as Record<number, number>;
    for (const [tabId, count] of this.#evictedOf) if (count > 0) counts[tabId] = (counts[tabId] ?? 0) + count;
    return counts;
  }

  #setEvicted(key: string, tabId: number | undefined): void {
    const before = this.#evicted.get(key);
    if (before === tabId) return;
    const add = (tab: number, change: 1 | -1) =>
      this.#evictedOf.set(tab, (this.#evictedOf.get(tab) ?? 0) + change);
    if (before !== undefined) add(before, -1);
    if (tabId === undefined) this.#evicted.delete(key);
    else {
      this.#evicted.set(key, tabId);
      add(tabId, 1);
    }
  }
}

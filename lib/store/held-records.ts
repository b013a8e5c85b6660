import type { Exchange, ExchangeId } from '../exchange/exchange';
import type { HarPlace, ProbeObservation } from '../exchange/observation';
import { createGroup, dropShown, dropUnshown, type Group, groupKeyOf, isEmpty, togetherOf } from './group';
import { type RecordChanges, RecordWriter } from './record-writer';
import type { StoredRecord } from './stored-record';

/** The last hop of a request so far, and the group it is in. */
interface Latest {
  readonly id: ExchangeId;
  readonly hop: number;
  readonly group: string;
}

/** What the streams told, by group (equal method and URL), and written through as it changes. */
export class HeldRecords {
  #groups = new Map<string, Group>();
  /** The latest exchange of each request of webRequest. */
  #latest = new Map<string, Latest>();
  /** Keys of the probes' records with their groups, the oldest first. */
  #probes = new Map<string, string>();
  #changed = new Set<string>();
  readonly #writer: RecordWriter;

  /** @param maxProbes a page can make up calls without end */
  constructor(
    write: (changes: RecordChanges) => void,
    private readonly maxProbes: () => number,
  ) {
    this.#writer = new RecordWriter(write);
  }

  get groups(): ReadonlyMap<string, Group> {
    return this.#groups;
  }

  latestOf(callId: string): Latest | undefined {
    return this.#latest.get(callId);
  }

  /** The exchange that webRequest is busy with under this id, if known. */
  current(requestId: string): Exchange | undefined {
    const latest = this.#latest.get(requestId);
    return latest && this.#groups.get(latest.group)?.exchanges.get(latest.id);
  }

  put(key: string, record: StoredRecord): void {
    const groupKey = groupKeyOf(record);
    const group = this.#groups.get(groupKey) ?? createGroup();
    this.#groups.set(groupKey, group);
    this.#writer.set(key, this.#putInto(group, groupKey, key, record));
    this.touch(groupKey);
  }

  /** @returns the record as it is kept: with what was known of it before */
  #putInto(group: Group, groupKey: string, key: string, record: StoredRecord): StoredRecord {
    if (record.kind === 'probe-call') {
      const probe = togetherOf(group.probes.get(key), record.probe);
      this.#putProbe(key, probe, group, groupKey);
      return { ...record, probe };
    }
    if (record.kind === 'har-entry') group.entries.set(key, record.entry);
    else {
      const { id, callId, hop } = record.exchange;
      // The URL as it is shown may still change while headers are to come: then it moves to its other group.
      const before = this.#latest.get(callId);
      if (before?.id === id && before.group !== groupKey) this.#leaveGroup(before);
      group.exchanges.set(id, record.exchange);
      if (!before || hop >= before.hop) this.#latest.set(callId, { id, hop, group: groupKey });
    }
    return record;
  }

  #putProbe(key: string, probe: ProbeObservation, group: Group, groupKey: string): void {
    group.probes.set(key, probe);
    // Those that no exchange took are forgotten first.
    this.#probes.delete(key);
    this.#probes.set(key, groupKey);
    for (const [oldest, itsGroup] of this.#probes) {
      if (this.#probes.size <= this.maxProbes()) return;
      this.#groups.get(itsGroup)?.probes.delete(oldest);
      this.#forget(oldest);
    }
  }

  place({ entryId, group, order }: HarPlace): void {
    const key = `har:${entryId}`;
    const entry = this.#groups.get(group)?.entries.get(key);
    if (entry) this.put(key, { kind: 'har-entry', entry: { ...entry, order } });
  }

  /** Takes the latest exchange of a request back, as if it had not been told. */
  takeBack(callId: string): void {
    const latest = this.#latest.get(callId);
    if (!latest) return;
    this.#latest.delete(callId);
    this.#forget(latest.id);
    this.#leaveGroup(latest);
  }

  /** Removes an exchange that a group shows, with everything that was joined into it. */
  drop({ id, callId }: Exchange, groupKey: string): void {
    if (this.#latest.get(callId)?.id === id) this.#latest.delete(callId);
    const group = this.#groups.get(groupKey);
    if (!group) return;
    for (const record of dropShown(group, id)) this.#forget(record);
    this.leaveOutIfEmpty(groupKey);
  }

  /** Removes of what no row took the records that are gone. */
  dropUnshown(isGone: (record: StoredRecord) => boolean): void {
    for (const [key, group] of this.#groups) {
      for (const record of dropUnshown(group, isGone)) {
        this.#forget(record);
        this.touch(key);
      }
    }
  }

  #forget(key: string): void {
    this.#probes.delete(key);
    this.#writer.set(key, undefined);
  }

  #leaveGroup({ id, group }: Latest): void {
    this.#groups.get(group)?.exchanges.delete(id);
    this.touch(group);
  }

  leaveOutIfEmpty(groupKey: string): void {
    const group = this.#groups.get(groupKey);
    if (group && isEmpty(group)) this.#groups.delete(groupKey);
  }

  /** A group is to be joined anew. */
  touch(groupKey: string): void {
    this.#changed.add(groupKey);
  }

  /** The groups that changed since it was asked last. */
  takeChanged(): ReadonlySet<string> {
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  /** Writes what is not written yet. */
  flush(): void {
    this.#writer.flush();
  }

  /** Forgets what is not written yet: it was just read. */
  discard(): void {
    this.#writer.discard();
  }
}

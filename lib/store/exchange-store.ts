import type { EpochMilliseconds } from '../api/units';
import type { Exchange, ExchangeId } from '../exchange/exchange';
import { isSilent, loseEnd } from '../exchange/lost-end';
import type { Observation, ProbeObservation, WebRequestObservation } from '../exchange/observation';
import { isHandedOver, reduceExchange } from '../exchange/reduce-exchange';
import { BODY_TIMEOUT, excessOf } from './bounds';
import { createGroup, type Group, groupKeyOf, viewGroup } from './group-view';
import type { EarlierRecords } from './kept-records';
import { RecordWriter } from './record-writer';
import type { StoreOptions } from './store-options';
import type { StoredRecord } from './stored-record';

/** The last hop of a request so far, and the group it is in. */
type Latest = { readonly id: ExchangeId; readonly hop: number; readonly group: string };

/**
 * The background's store: folds observations into exchanges, joins the streams group by group (equal method and
 * URL), keeps within its bounds, and tells what changed. Changes are gathered per task and told once.
 */
export class ExchangeStore {
  #groups = new Map<string, Group>();
  /** The latest exchange of each request of webRequest. */
  #latest = new Map<string, Latest>();
  #view = new Map<ExchangeId, Exchange>();
  #dirtyGroups = new Set<string>();
  readonly #writer: RecordWriter;
  #scheduled = false;
  #removed = new Map<ExchangeId, Exchange>();
  #devtoolsTabs = new Set<number>();
  /** Keys of the probes' records with their groups, the oldest first. */
  #probes = new Map<string, string>();
  /** Ended so long ago that DevTools would have told their body. */
  #overdue = new Set<ExchangeId>();
  /** Exchanges dropped to stay within bounds, here and, when the storage was full, in an earlier life; per tab. */
  readonly dropped = new Map<number, number>();

  constructor(private readonly options: StoreOptions) {
    this.#writer = new RecordWriter(options.onRecords);
  }

  /** All exchanges as pages see them, in order of start. */
  exchanges(): readonly Exchange[] {
    this.flush();
    return [...this.#view.values()].sort((a, b) => a.startedDateTime - b.startedDateTime);
  }

  /** The exchange that webRequest is busy with under this id, if known. */
  current(requestId: string): Exchange | undefined {
    const latest = this.#latest.get(requestId);
    return latest && this.#groups.get(latest.group)?.exchanges.get(latest.id);
  }

  /** Whether a record is shown as a row of its own; others complete one. */
  isRow(key: string): boolean {
    return this.#view.has(key.replace(/^(har|probe):/, '$1-'));
  }

  /** Whether DevTools of a tab deliver bodies; decides why a body is missing. */
  setDevtoolsOpen(tabId: number, open: boolean): void {
    if (open) this.#devtoolsTabs.add(tabId);
    else this.#devtoolsTabs.delete(tabId);
    for (const [key, group] of this.#groups) {
      if ([...group.exchanges.values()].some((exchange) => exchange.tabId === tabId)) this.#touch(key);
    }
  }

  observe(observation: Observation): void {
    switch (observation.type) {
      case 'har-entry':
        this.#put(`har:${observation.entryId}`, { kind: 'har-entry', entry: observation });
        return;
      case 'probe-call':
        this.#put(`probe:${observation.probeId}`, { kind: 'probe-call', probe: observation });
        return;
      default:
        this.#observeWebRequest(observation);
    }
  }

  /** Puts back what an earlier life of the background wrote. */
  restore({ records, dropped }: EarlierRecords): void {
    for (const [tabId, count] of dropped) this.dropped.set(tabId, count);
    for (const [key, record] of records) {
      this.#put(key, record);
      this.#overdue.add(key);
    }
    this.#writer.discard();
    this.flush();
  }

  /** Forgets the exchanges of a tab, and those without a tab that its origin made; all of them without a tab id. */
  clear(tabId?: number): void {
    for (const exchange of this.exchanges()) {
      if (tabId === undefined || exchange.tabId === tabId) this.#drop(exchange.id);
    }
    if (tabId === undefined) {
      this.dropped.clear();
      // Words of probes that no exchange took.
      for (const key of this.#probes.keys()) this.#writer.set(key, undefined);
      this.#probes.clear();
      this.#groups.clear();
    } else this.dropped.delete(tabId);
    // The counts are kept beside the records, and there may be no record left to write.
    this.options.onRecords(new Map());
    this.#schedule();
  }

  /** Forgets everything of a tab that is gone, also what no row took. */
  forgetTab(tabId: number): void {
    this.clear(tabId);
    for (const [key, { entries, probes }] of this.#groups) {
      for (const [record, told] of [...entries, ...probes]) {
        if (('exchange' in told ? told.exchange : told).tabId !== tabId) continue;
        for (const map of [entries, probes, this.#probes]) map.delete(record);
        this.#writer.set(record, undefined);
        this.#touch(key);
      }
    }
  }

  #observeWebRequest(observation: WebRequestObservation): void {
    const known = this.current(observation.requestId);
    const latest = this.#latest.get(observation.requestId);
    // After a redirect the same request starts again, for its next hop.
    const isNextHop = known?.state === 'redirected' && observation.type !== 'redirected';
    const hop = latest === undefined ? 0 : latest.hop + (isNextHop ? 1 : 0);
    const exchange = reduceExchange(isNextHop ? undefined : known, observation, hop);
    if (isHandedOver(exchange)) {
      this.#forget(exchange.callId);
      return;
    }
    this.#put(exchange.id, { kind: 'exchange', exchange });
    if (exchange.state !== 'pending' && this.#devtoolsTabs.has(exchange.tabId)) this.#expectBody(exchange);
  }

  /** DevTools tell a body some 100 ms after the end, or never: the page's code may leave it unread. */
  #expectBody({ id, callId }: Exchange): void {
    this.options.later(BODY_TIMEOUT, () => {
      this.#overdue.add(id);
      const latest = this.#latest.get(callId);
      if (latest) this.#touch(latest.group);
    });
  }

  /** Calls whose end must have gone by unseen get an end: no row waits for ever. */
  expire(now: EpochMilliseconds): void {
    this.flush();
    for (const [key, { view, exchanges }] of this.#groups) {
      for (const [id, { exchange: shown }] of view) {
        if (!isSilent(shown, now)) continue;
        const exchange = exchanges.get(id);
        this.#overdue.add(id);
        if (exchange) this.#put(id, { kind: 'exchange', exchange: loseEnd(exchange, 'silent') });
        else this.#touch(key);
      }
    }
  }

  #group(key: string): Group {
    const group = this.#groups.get(key) ?? createGroup();
    this.#groups.set(key, group);
    return group;
  }

  #put(key: string, record: StoredRecord): void {
    const groupKey = groupKeyOf(record);
    const group = this.#group(groupKey);
    if (record.kind === 'exchange') {
      const { id, callId, hop } = record.exchange;
      // The URL as it is shown may still change while headers are to come: then it moves to its other group.
      const before = this.#latest.get(callId);
      if (before?.id === id && before.group !== groupKey) this.#leaveGroup(before);
      group.exchanges.set(id, record.exchange);
      if (!before || hop >= before.hop) this.#latest.set(callId, { id, hop, group: groupKey });
    } else if (record.kind === 'har-entry') group.entries.set(key, record.entry);
    else this.#putProbe(key, record.probe, group, groupKey);
    this.#writer.set(key, record);
    this.#touch(groupKey);
  }

  #putProbe(key: string, probe: ProbeObservation, group: Group, groupKey: string): void {
    // Where both tell, the relay's word came first, and DevTools know more of the key.
    const known = group.probes.get(key);
    const richer = known?.via === 'devtools' && probe.via === 'relay' ? known : probe;
    group.probes.set(key, { ...richer, via: known?.via ?? probe.via });
    // A page can make up calls without end; those that no exchange took are forgotten first.
    this.#probes.delete(key);
    this.#probes.set(key, groupKey);
    const [oldest] = this.#probes;
    if (this.#probes.size <= this.options.limits.total || oldest === undefined) return;
    this.#probes.delete(oldest[0]);
    this.#groups.get(oldest[1])?.probes.delete(oldest[0]);
    this.#writer.set(oldest[0], undefined);
  }

  /** Takes the latest exchange of a request back, as if it had not been told. */
  #forget(callId: string): void {
    const latest = this.#latest.get(callId);
    if (!latest) return;
    this.#latest.delete(callId);
    this.#writer.set(latest.id, undefined);
    this.#leaveGroup(latest);
  }

  #leaveGroup({ id, group }: Latest): void {
    this.#groups.get(group)?.exchanges.delete(id);
    this.#touch(group);
  }

  #touch(groupKey: string): void {
    this.#dirtyGroups.add(groupKey);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.options.schedule(() => this.flush());
  }

  /** Joins what changed and tells it. */
  flush(): void {
    this.#scheduled = false;
    const upserted = new Map<ExchangeId, Exchange>();
    for (const key of this.#dirtyGroups) this.#refresh(key, upserted);
    this.#dirtyGroups.clear();
    this.#keepBounds(upserted);
    this.#writer.flush();
    if (upserted.size === 0 && this.#removed.size === 0) return;
    const removed = [...this.#removed.values()];
    this.#removed = new Map();
    this.options.onChange({ upserted: [...upserted.values()], removed });
  }

  #refresh(key: string, upserted: Map<ExchangeId, Exchange>): void {
    const group = this.#groups.get(key);
    if (!group) return;
    const view = viewGroup(
      {
        exchanges: [...group.exchanges.values()],
        entries: [...group.entries.values()],
        probes: [...group.probes.values()],
        before: group.view,
      },
      { devtoolsTabs: this.#devtoolsTabs, overdue: this.#overdue },
    );
    for (const [id, { exchange }] of group.view) {
      if (view.has(id)) continue;
      this.#view.delete(id);
      this.#removed.set(id, exchange);
    }
    for (const [id, { exchange }] of view) {
      if (this.#view.get(id) === exchange) continue;
      this.#view.set(id, exchange);
      this.#removed.delete(id);
      upserted.set(id, exchange);
    }
    group.view = view;
    if (view.size === 0 && group.entries.size === 0 && group.probes.size === 0) this.#groups.delete(key);
  }

  #keepBounds(upserted: Map<ExchangeId, Exchange>): void {
    const excess = excessOf(this.#view, this.options.limits);
    if (excess.length === 0) return;
    for (const { id, tabId } of excess) {
      upserted.delete(id);
      this.#drop(id);
      this.dropped.set(tabId, (this.dropped.get(tabId) ?? 0) + 1);
    }
    this.#dirtyGroups.clear();
  }

  /** Removes an exchange with everything that was joined into it. */
  #drop(id: ExchangeId): void {
    const exchange = this.#view.get(id);
    if (!exchange) return;
    this.#view.delete(id);
    this.#removed.set(id, exchange);
    this.#overdue.delete(id);
    for (const [key, group] of this.#groups) {
      const shown = group.view.get(id);
      if (!shown) continue;
      group.view = new Map([...group.view].filter(([other]) => other !== id));
      if (group.exchanges.delete(id)) this.#writer.set(id, undefined);
      const parts = new Set<unknown>([shown.parts.entry, shown.parts.probe, shown.parts.exchange]);
      for (const map of [group.entries, group.probes]) {
        for (const [recordKey, record] of map) {
          const belongs = parts.has(record) || ('exchange' in record && parts.has(record.exchange));
          if (!belongs && group.view.size > 0) continue;
          map.delete(recordKey);
          this.#writer.set(recordKey, undefined);
        }
      }
      if (this.#latest.get(exchange.callId)?.id === id) this.#latest.delete(exchange.callId);
      if (group.exchanges.size + group.entries.size + group.probes.size === 0) this.#groups.delete(key);
      return;
    }
  }
}

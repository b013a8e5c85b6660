import type { EpochMilliseconds } from '../api/units';
import type { Exchange, ExchangeId } from '../exchange/exchange';
import { isSilent, loseEnd } from '../exchange/lost-end';
import type { HarPlace, Observation, ProbeObservation, WebRequestObservation } from '../exchange/observation';
import { isHandedOver, reduceExchange } from '../exchange/reduce-exchange';
import { BODY_TIMEOUT, excessOf } from './bounds';
import { Cleared } from './cleared';
import { documentCallOf } from './document-call';
import {
  createGroup,
  dropShown,
  dropUnshown,
  type Group,
  groupKeyOf,
  isEmpty,
  recordsOf,
  startsFor,
  tabsOf,
  togetherOf,
} from './group';
import { viewGroup } from './group-view';
import type { EarlierRecords } from './kept-records';
import { RecordWriter } from './record-writer';
import { isInScope, type Scope } from './scope';
import { ShownExchanges } from './shown-exchanges';
import type { StoreOptions } from './store-options';
import { originOf, type StoredRecord } from './stored-record';

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
  #shown = new ShownExchanges();
  #dirtyGroups = new Set<string>();
  readonly #writer: RecordWriter;
  #scheduled = false;
  #devtoolsTabs = new Set<number>();
  /** Keys of the probes' records with their groups, the oldest first. */
  #probes = new Map<string, string>();
  /** Ended so long ago that DevTools would have told their body. */
  #overdue = new Set<ExchangeId>();
  /** Exchanges dropped to stay within bounds, here and, when the storage was full, in an earlier life; per tab. */
  readonly dropped = new Map<number, number>();
  readonly cleared = new Cleared(() => this.options.onRecords(new Map()));

  constructor(private readonly options: StoreOptions) {
    this.#writer = new RecordWriter(options.onRecords);
  }

  /** All exchanges as pages see them, in order of start. */
  exchanges(): readonly Exchange[] {
    this.flush();
    return [...this.#shown.all.values()].sort((a, b) => a.startedDateTime - b.startedDateTime);
  }

  /** An exchange as pages see it now. */
  shown(id: ExchangeId): Exchange | undefined {
    return this.#shown.all.get(id);
  }

  /** The exchange that webRequest is busy with under this id, if known. */
  current(requestId: string): Exchange | undefined {
    const latest = this.#latest.get(requestId);
    return latest && this.#groups.get(latest.group)?.exchanges.get(latest.id);
  }

  /** Whether a record is shown as a row of its own; others complete one. */
  isRow(key: string): boolean {
    return this.#shown.all.has(key.replace(/^(har|probe):/, '$1-'));
  }

  /** Of which tabs it holds or dropped anything. */
  tabs(): ReadonlySet<number> {
    return new Set([...this.dropped.keys(), ...[...this.#groups.values()].flatMap(tabsOf)]);
  }

  /** Whether DevTools of a tab deliver bodies; decides why a body is missing. */
  setDevtoolsOpen(tabId: number, open: boolean): void {
    if (open) this.#devtoolsTabs.add(tabId);
    else this.#devtoolsTabs.delete(tabId);
    for (const [key, group] of this.#groups) if (tabsOf(group).includes(tabId)) this.#touch(key);
  }

  observe(observation: Observation): void {
    if (observation.type === 'har-entry')
      this.#observeOther(`har:${observation.entryId}`, { kind: 'har-entry', entry: observation });
    else if (observation.type === 'har-place') this.#placeEntry(observation);
    else if (observation.type === 'probe-call')
      this.#observeOther(`probe:${observation.probeId}`, { kind: 'probe-call', probe: observation });
    else this.#observeWebRequest(observation);
  }

  /** Puts back what an earlier life of the background wrote. */
  restore({ records, dropped, cleared }: EarlierRecords): void {
    for (const [tabId, count] of dropped) this.dropped.set(tabId, count);
    this.cleared.restore(cleared);
    for (const [key, record] of records) {
      this.#put(key, record);
      this.#overdue.add(key);
    }
    this.#writer.discard();
    this.flush();
  }

  /**
   * Forgets the calls of a scope, with what no row took of them; those of every tab without a scope.
   * @param before only calls that began earlier, with all of their hops
   * @param address of the document that the tab shows: the call that brought it stays
   */
  clear(before: EpochMilliseconds, scope?: Scope, address = ''): void {
    const gone = new Set<string>();
    const exchanges = this.exchanges();
    const kept = scope && documentCallOf(exchanges, scope.tabId, address);
    for (const exchange of exchanges) {
      const { id, callId, startedDateTime } = exchange;
      if (callId === kept) continue;
      if (startedDateTime < before && (!scope || isInScope(exchange, scope))) gone.add(callId);
      if (!gone.has(callId)) continue;
      this.cleared.clearExchange(exchange, this.#latest.get(callId)?.id === id);
      this.#drop(id);
    }
    for (const [key, group] of this.#groups) {
      for (const record of dropUnshown(group, before, scope?.tabId)) {
        this.#probes.delete(record);
        this.#writer.set(record, undefined);
        this.#touch(key);
      }
    }
    for (const tabId of scope ? [scope.tabId] : this.#devtoolsTabs) this.cleared.clearTab(tabId, before);
    if (scope) this.dropped.delete(scope.tabId);
    else this.dropped.clear();
    this.#writer.flush();
    // The counts are kept beside the records, and there may be no record left to write.
    this.options.onRecords(new Map());
    this.#schedule();
  }

  #observeWebRequest(observation: WebRequestObservation): void {
    const { requestId, type } = observation;
    if (this.cleared.has(observation)) return;
    const known = this.current(requestId);
    const latest = this.#latest.get(requestId);
    // After a redirect the same request starts again, for its next hop.
    const isNextHop = known?.state === 'redirected' && type !== 'redirected';
    const hop = latest === undefined ? 0 : latest.hop + (isNextHop ? 1 : 0);
    const exchange = reduceExchange(isNextHop ? undefined : known, observation, hop);
    if (isHandedOver(exchange)) {
      this.#forget(exchange.callId);
      return;
    }
    this.#put(exchange.id, { kind: 'exchange', exchange });
    if (exchange.state !== 'pending' && this.#devtoolsTabs.has(exchange.tabId)) this.#expectBody(exchange);
  }

  /** What DevTools and the page's code tell may be of a call that was cleared. */
  #observeOther(key: string, record: StoredRecord): void {
    const beginning = { group: groupKeyOf(record), ...originOf(record) };
    const held = startsFor(this.#groups.get(beginning.group), record);
    if (!this.cleared.hasTold(beginning, held)) this.#put(key, record);
  }

  #placeEntry({ entryId, group, order }: HarPlace): void {
    const key = `har:${entryId}`;
    const entry = this.#groups.get(group)?.entries.get(key);
    if (entry) this.#put(key, { kind: 'har-entry', entry: { ...entry, order } });
  }

  /** DevTools tell a body some 100 ms after the end, or never: the page's code may leave it unread. */
  #expectBody({ id, callId }: Exchange): void {
    this.options.later(BODY_TIMEOUT, () => {
      const latest = this.#latest.get(callId);
      if (!latest) return;
      this.#overdue.add(id);
      this.#touch(latest.group);
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

  #put(key: string, record: StoredRecord): void {
    const groupKey = groupKeyOf(record);
    const group = this.#groups.get(groupKey) ?? createGroup();
    this.#groups.set(groupKey, group);
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
    group.probes.set(key, togetherOf(group.probes.get(key), probe));
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
    for (const key of this.#dirtyGroups) this.#refresh(key);
    this.#dirtyGroups.clear();
    this.#keepBounds();
    this.#writer.flush();
    const change = this.#shown.takeChange();
    if (change) this.options.onChange(change);
  }

  #refresh(key: string): void {
    const group = this.#groups.get(key);
    if (!group) return;
    const view = viewGroup(recordsOf(group), { devtoolsTabs: this.#devtoolsTabs, overdue: this.#overdue });
    for (const id of group.view.keys()) {
      // It may have moved to another group, and that one came first.
      if (!view.has(id) && this.#shown.groupOf(id) === key) this.#shown.delete(id);
    }
    for (const [id, { exchange }] of view) this.#shown.set(id, exchange, key);
    group.view = view;
    if (isEmpty(group)) this.#groups.delete(key);
  }

  #keepBounds(): void {
    const excess = excessOf(this.#shown.all, this.options.limits);
    if (excess.length === 0) return;
    for (const { id, tabId } of excess) {
      this.#drop(id);
      this.dropped.set(tabId, (this.dropped.get(tabId) ?? 0) + 1);
    }
    this.#dirtyGroups.clear();
  }

  /** Removes an exchange with everything that was joined into it. */
  #drop(id: ExchangeId): void {
    const exchange = this.#shown.all.get(id);
    const key = this.#shown.groupOf(id);
    if (!exchange || key === undefined) return;
    this.#shown.delete(id);
    this.#overdue.delete(id);
    if (this.#latest.get(exchange.callId)?.id === id) this.#latest.delete(exchange.callId);
    const group = this.#groups.get(key);
    if (!group) return;
    for (const record of dropShown(group, id)) this.#writer.set(record, undefined);
    if (isEmpty(group)) this.#groups.delete(key);
  }
}

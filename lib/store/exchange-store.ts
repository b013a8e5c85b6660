import type { EpochMilliseconds } from '../api/units';
import type { Exchange, ExchangeId } from '../exchange/exchange';
import { isSilent, loseBody, loseEnd } from '../exchange/lost-end';
import type { Observation, WebRequestObservation } from '../exchange/observation';
import { isHandedOver, reduceExchange } from '../exchange/reduce-exchange';
import { hasBody, isBodyAwaited, reasonOfFailure, reasonUntold } from './body-reason';
import { BODY_TIMEOUT, excessOf, type StoreLimits } from './bounds';
import { Cleared, isAhead } from './cleared';
import { documentCallOf } from './document-call';
import { groupKeyOf, recordsOf, startsFor, tabsOf } from './group';
import { viewGroup } from './group-view';
import { HeldRecords } from './held-records';
import type { EarlierRecords } from './kept-records';
import { isInScope, type Scope } from './scope';
import { ShownExchanges } from './shown-exchanges';
import type { StoreOptions } from './store-options';
import { isTimely, originOf, type StoredRecord } from './stored-record';

/**
 * The background's store: folds observations into exchanges, joins the streams group by group (equal method and
 * URL), keeps within its bounds, and tells what changed. Changes are gathered per task and told once.
 */
export class ExchangeStore {
  #limits: StoreLimits;
  readonly #held: HeldRecords;
  #shown = new ShownExchanges();
  #scheduled = false;
  #devtoolsTabs = new Set<number>();
  /** Calls that only the probe told, and of which nothing more is to come. */
  #overdue = new Set<ExchangeId>();
  /** Calls that were under way when the background was stopped: what webRequest told meanwhile is lost. */
  #resumed = new Set<ExchangeId>();
  /** Exchanges dropped to stay within bounds, here and, when the storage was full, in an earlier life; per tab. */
  readonly dropped = new Map<number, number>();
  readonly cleared = new Cleared(() => this.options.onRecords(new Map()));

  constructor(private readonly options: StoreOptions) {
    this.#limits = options.limits;
    this.#held = new HeldRecords(options.onRecords, () => this.#limits.total);
  }

  /** Keeps more or less from now on. What is beyond it goes at once, the oldest first. */
  setLimits(limits: StoreLimits): void {
    this.#limits = limits;
    this.flush();
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
    return this.#held.current(requestId);
  }

  /** Whether a record is shown as a row of its own; others complete one. */
  isRow(key: string): boolean {
    return this.#shown.all.has(key.replace(/^(har|probe):/, '$1-'));
  }

  /** Of which tabs it holds or dropped anything. */
  tabs(): ReadonlySet<number> {
    return new Set([...this.dropped.keys(), ...[...this.#held.groups.values()].flatMap(tabsOf)]);
  }

  /** Whether DevTools of a tab deliver bodies; decides why a body is missing. */
  setDevtoolsOpen(tabId: number, open: boolean): void {
    if (open) this.#devtoolsTabs.add(tabId);
    else if (this.#devtoolsTabs.delete(tabId)) this.leaveDocument(tabId);
  }

  /**
   * Nobody tells any more what became of the calls that only the probe knows.
   * @param document the one that the tab shows now, and whose calls go on
   */
  leaveDocument(tabId: number, document?: number): void {
    this.flush();
    const frame = `probe-${tabId}.0.`;
    for (const id of this.#shown.all.keys())
      if (id.startsWith(frame) && !id.startsWith(`${frame}${document}.`)) this.#giveUp(id);
  }

  observe(observation: Observation): void {
    if (observation.type === 'har-entry')
      this.#observeOther(`har:${observation.entryId}`, { kind: 'har-entry', entry: observation });
    else if (observation.type === 'har-place') {
      this.#held.place(observation);
      this.#schedule();
    } else if (observation.type === 'probe-call')
      this.#observeOther(`probe:${observation.probeId}`, { kind: 'probe-call', probe: observation });
    else this.#observeWebRequest(observation);
  }

  /** Puts back what an earlier life of the background wrote. */
  restore({ records, dropped, cleared }: EarlierRecords): void {
    for (const [tabId, count] of dropped) this.dropped.set(tabId, count);
    this.cleared.restore(cleared);
    for (const [key, record] of records) {
      if (record.kind === 'exchange' && record.exchange.state === 'pending')
        this.#resumed.add(record.exchange.id);
      this.#put(key, record);
    }
    this.#held.discard();
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
    const tabs = scope ? new Set([scope.tabId]) : new Set([...this.tabs(), ...this.#devtoolsTabs]);
    const kept = scope && documentCallOf(exchanges, scope.tabId, address);
    for (const exchange of exchanges) {
      const { id, callId, startedDateTime } = exchange;
      if (callId === kept) continue;
      const isEarlier = startedDateTime < before || isAhead(startedDateTime);
      if (isEarlier && (!scope || isInScope(exchange, scope))) gone.add(callId);
      if (!gone.has(callId)) continue;
      this.#drop(id);
    }
    for (const tabId of tabs) this.cleared.clearTab(tabId, before);
    this.#held.dropUnshown((record) => {
      const { tabId, start } = originOf(record);
      return tabs.has(tabId) && (isAhead(start) || this.#isCleared(record));
    });
    if (scope) this.dropped.delete(scope.tabId);
    else this.dropped.clear();
    this.#held.flush();
    // The counts are kept beside the records, and there may be no record left to write.
    this.options.onRecords(new Map());
    this.#schedule();
  }

  #observeWebRequest(observation: WebRequestObservation): void {
    const { requestId, type } = observation;
    if (this.cleared.has(observation)) return;
    const known = this.current(requestId);
    const latest = this.#held.latestOf(requestId);
    // After a redirect the same request starts again, for its next hop. It fails before that when the code does not follow.
    const isNextHop = known?.state === 'redirected' && type !== 'redirected' && type !== 'failed';
    const hop = latest === undefined ? 0 : latest.hop + (isNextHop ? 1 : 0);
    const exchange = reduceExchange(isNextHop ? undefined : known, observation, hop);
    if (isHandedOver(exchange)) {
      this.#held.takeBack(exchange.callId);
      this.#schedule();
      return;
    }
    this.#put(exchange.id, { kind: 'exchange', exchange: this.#settled(exchange) });
  }

  /** An ended call whose body nobody can tell says so at once. */
  #settled(exchange: Exchange): Exchange {
    if (exchange.state === 'failed') return loseBody(exchange, reasonOfFailure(exchange));
    const isAwaited = exchange.state === 'pending' || this.#hasDevtools(exchange);
    return isAwaited ? exchange : loseBody(exchange, 'devtools-closed');
  }

  #observeOther(key: string, record: StoredRecord): void {
    if (isTimely(record) && !this.#isCleared(record)) this.#put(key, record);
  }

  /** What DevTools and the page's code tell may be of a call that was cleared. */
  #isCleared(record: StoredRecord): boolean {
    const beginning = { group: groupKeyOf(record), ...originOf(record) };
    return this.cleared.hasTold(beginning, startsFor(this.#held.groups.get(beginning.group), record));
  }

  /** DevTools tell a body some 100 ms after the end, or never: the page's code may leave it unread. */
  #awaitMore(record: StoredRecord): void {
    const { later } = this.options;
    if (record.kind === 'exchange' && isBodyAwaited(record.exchange))
      later(BODY_TIMEOUT, () => this.#giveUpBody(record.exchange.id));
    if (record.kind === 'probe-call' && record.probe.answer)
      later(BODY_TIMEOUT, () => this.#giveUp(`probe-${record.probe.probeId}`));
  }

  #giveUpBody(id: ExchangeId): void {
    const group = this.#held.groups.get(this.#shown.groupOf(id) ?? '');
    const exchange = group?.exchanges.get(id);
    const shown = this.shown(id);
    if (!exchange || !shown || !isBodyAwaited(exchange) || hasBody(shown)) return;
    const reason = this.#hasDevtools(exchange) ? reasonUntold(shown) : 'devtools-closed';
    this.#put(id, { kind: 'exchange', exchange: loseBody(exchange, reason) });
  }

  /** Nothing more is to come of a call that only the probe told. */
  #giveUp(id: ExchangeId): void {
    const group = this.#shown.groupOf(id);
    if (group === undefined) return;
    this.#overdue.add(id);
    this.#touch(group);
  }

  /** The DevTools of any tab may be those of a worker without one. */
  #hasDevtools({ tabId }: Exchange): boolean {
    return this.#devtoolsTabs.has(tabId) || (tabId === -1 && this.#devtoolsTabs.size > 0);
  }

  /** Calls whose end must have gone by unseen get an end: no row waits for ever. */
  expire(now: EpochMilliseconds): void {
    this.flush();
    for (const { view, exchanges } of this.#held.groups.values()) {
      for (const [id, { exchange: shown }] of view) {
        if (!isSilent(shown, now)) continue;
        const known = exchanges.get(id);
        const exchange = known && loseEnd(loseBody(known, 'timed-out'), 'silent');
        if (exchange) this.#put(id, { kind: 'exchange', exchange });
        else this.#giveUp(id);
      }
    }
  }

  #put(key: string, record: StoredRecord): void {
    this.#held.put(key, record);
    this.#awaitMore(record);
    this.#schedule();
  }

  #touch(groupKey: string): void {
    this.#held.touch(groupKey);
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
    for (const key of this.#held.takeChanged()) this.#refresh(key);
    this.#keepBounds();
    this.#held.flush();
    const change = this.#shown.takeChange();
    if (change) this.options.onChange(change);
  }

  #refresh(key: string): void {
    const group = this.#held.groups.get(key);
    if (!group) return;
    const view = viewGroup(recordsOf(group), this.#overdue, this.#resumed);
    for (const id of group.view.keys()) {
      // It may have moved to another group, and that one came first.
      if (!view.has(id) && this.#shown.groupOf(id) === key) this.#shown.delete(id);
    }
    for (const [id, { exchange }] of view) this.#shown.set(id, exchange, key);
    group.view = view;
    this.#held.leaveOutIfEmpty(key);
  }

  #keepBounds(): void {
    const latest = new Map<number, EpochMilliseconds>();
    for (const { id, tabId, startedDateTime } of excessOf(this.#shown.all, this.#limits)) {
      this.#drop(id);
      this.dropped.set(tabId, (this.dropped.get(tabId) ?? 0) + 1);
      latest.set(tabId, startedDateTime);
    }
    // What is told of it later must not come back, to be dropped and counted once more.
    for (const [tabId, before] of latest) this.cleared.clearTab(tabId, before);
  }

  /** Removes an exchange with everything that was joined into it, and keeps away what is still to be told of it. */
  #drop(id: ExchangeId): void {
    const exchange = this.#shown.all.get(id);
    const key = this.#shown.groupOf(id);
    if (!exchange || key === undefined) return;
    this.cleared.clearExchange(exchange, this.#held.latestOf(exchange.callId)?.id === id);
    this.#shown.delete(id);
    this.#overdue.delete(id);
    this.#resumed.delete(id);
    this.#held.drop(exchange, key);
  }
}

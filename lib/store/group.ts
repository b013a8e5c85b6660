import type { Exchange, ExchangeId, RequestFacts } from '../exchange/exchange';
import type { HarObservation, ProbeObservation } from '../exchange/observation';
import { isStopped } from '../join/merge';
import type { GroupRecords, ShownExchange } from './group-view';
import { originOf, type StoredRecord } from './stored-record';

/** One group as the store keeps it. */
export interface Group {
  readonly exchanges: Map<ExchangeId, Exchange>;
  readonly entries: Map<string, HarObservation>;
  readonly probes: Map<string, ProbeObservation>;
  view: Map<ExchangeId, ShownExchange>;
}

export function createGroup(): Group {
  return { exchanges: new Map(), entries: new Map(), probes: new Map(), view: new Map() };
}

export function isEmpty({ exchanges, entries, probes }: Group): boolean {
  return exchanges.size + entries.size + probes.size === 0;
}

export function recordsOf({ exchanges, entries, probes, view }: Group): GroupRecords {
  return {
    exchanges: [...exchanges.values()],
    entries: [...entries.values()],
    probes: [...probes.values()],
    before: view,
  };
}

/** The tabs of its records. */
export function tabsOf({ exchanges, entries, probes }: Group): number[] {
  const tabs = [...exchanges.values(), ...probes.values()].map(({ tabId }) => tabId);
  return [...tabs, ...[...entries.values()].map(({ exchange }) => exchange.tabId)];
}

/** The key of the record that an exchange was made of. */
const keyOf = ({ id }: Exchange) => id.replace(/^(har|probe)-/, '$1:');

/**
 * Removes a shown exchange from its group with everything that was joined into it.
 * @returns the keys of the records that are gone
 */
export function dropShown(group: Group, id: ExchangeId): string[] {
  const { exchanges, entries, probes, view } = group;
  const shown = view.get(id);
  if (!shown) return [];
  view.delete(id);
  const { exchange, entry, pageEntry, probe } = shown.parts;
  const parts = [exchange, entry?.exchange, pageEntry?.exchange].flatMap((part) => (part ? keyOf(part) : []));
  if (probe) parts.push(`probe:${probe.probeId}`);
  const gone = view.size > 0 ? parts : [...exchanges.keys(), ...entries.keys(), ...probes.keys()];
  return gone.filter((key) => [exchanges, entries, probes].some((records) => records.delete(key)));
}

/**
 * Removes what is no part of a shown exchange: words of calls that are gone must not be taken for those of later ones.
 * @returns the keys of the records that are gone
 */
export function dropUnshown(
  { entries, probes, view }: Group,
  isGone: (record: StoredRecord) => boolean,
): string[] {
  const held = new Set<unknown>(
    [...view.values()].flatMap(({ parts }) => [parts.entry, parts.pageEntry, parts.probe]),
  );
  const gone: string[] = [];
  for (const [key, entry] of entries)
    if (!held.has(entry) && !view.has(entry.exchange.id) && isGone({ kind: 'har-entry', entry }))
      gone.push(key);
  for (const [key, probe] of probes)
    if (!held.has(probe) && isGone({ kind: 'probe-call', probe })) gone.push(key);
  for (const key of gone) if (!entries.delete(key)) probes.delete(key);
  return gone;
}

/**
 * Where both tell, DevTools know more of the key: the relay holds no salt. And the relay is the proof that webRequest
 * sees the site's calls. Either may tell again, and last.
 */
export function togetherOf(known: ProbeObservation | undefined, probe: ProbeObservation): ProbeObservation {
  if (known === undefined) return probe;
  const { url, written } = known.url.digest !== '' && probe.url.digest === '' ? known : probe;
  return {
    ...known,
    ...probe,
    url,
    written: { ...probe.written, credentials: written.credentials },
    via: known.via === 'relay' ? 'relay' : probe.via,
  };
}

/** Calls of workers have no tab, and are told by the DevTools of one. */
export const isOfTab = (own: number, tabId: number) => own === tabId || own === -1;

/**
 * When the requests of webRequest began of which DevTools or the probe may tell; `undefined` for a call that was never
 * sent.
 */
export function startsFor(group: Group | undefined, record: StoredRecord): (() => number[]) | undefined {
  if (record.kind === 'probe-call' && (record.probe.written.thrown !== undefined || isStopped(record.probe)))
    return undefined;
  const { tabId } = originOf(record);
  return () => {
    const own = [...(group?.exchanges.values() ?? [])].filter((exchange) => isOfTab(exchange.tabId, tabId));
    return own.map(({ startedDateTime }) => startedDateTime);
  };
}

/** Records that could be of one call share a group: method and the URL as it may be shown, without its fragment. */
export const groupOf = ({ method, url }: Pick<RequestFacts, 'method' | 'url'>) =>
  `${method} ${url.href.replace(/#.*$/s, '')}`;

export function groupKeyOf(record: StoredRecord): string {
  if (record.kind === 'probe-call') return groupOf(record.probe);
  return groupOf(record.kind === 'exchange' ? record.exchange.request : record.entry.exchange.request);
}

import type { EpochMilliseconds, Milliseconds } from '../api/units';
import type { Exchange } from '../exchange/exchange';
import { type Guard, isEither, isObjectOf, isOneOf } from '../exchange/guards';
import { isExchange } from '../exchange/is-exchange';
import { isHarObservation, isProbeObservation } from '../exchange/is-observation';
import type { HarObservation, ProbeObservation } from '../exchange/observation';

/** A record as it is kept and written through: one thing that one stream told. */
export type StoredRecord =
  | { readonly kind: 'exchange'; readonly exchange: Exchange }
  | { readonly kind: 'har-entry'; readonly entry: HarObservation }
  | { readonly kind: 'probe-call'; readonly probe: ProbeObservation };

type Kind<Name extends StoredRecord['kind']> = Extract<StoredRecord, { kind: Name }>;

/** Whether a value from the storage is a record, down to the last fact. */
export const isStoredRecord: Guard<StoredRecord> = isEither(
  isObjectOf<Kind<'exchange'>>({ kind: isOneOf('exchange'), exchange: isExchange }, {}),
  isEither(
    isObjectOf<Kind<'har-entry'>>({ kind: isOneOf('har-entry'), entry: isHarObservation }, {}),
    isObjectOf<Kind<'probe-call'>>({ kind: isOneOf('probe-call'), probe: isProbeObservation }, {}),
  ),
);

/** Whose record it is and when its call began. */
export function originOf(record: StoredRecord): { tabId: number; start: EpochMilliseconds } {
  if (record.kind === 'probe-call') return { tabId: record.probe.tabId, start: record.probe.at };
  const { tabId, startedDateTime } = record.kind === 'exchange' ? record.exchange : record.entry.exchange;
  return { tabId, start: startedDateTime };
}

const MAX_AHEAD: Milliseconds = 86_400_000;

/** False for a moment that no call began at: a page can tell any number, and beyond some there are no dates. */
export function isTimely(record: StoredRecord): boolean {
  const { start } = originOf(record);
  return start >= 0 && start <= Date.now() + MAX_AHEAD;
}

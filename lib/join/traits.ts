import type { Milliseconds } from '../api/units';
import type { Exchange } from '../exchange/exchange';
import type { HarObservation } from '../exchange/observation';

/**
 * HAR starts near to onBeforeRequest: up to 72 ms before it in Chromium, 32 ms after it in Firefox, both measured on a
 * busy machine; 449 ms before it where that machine also had a background to wake.
 */
export const MAX_START_DISTANCE: Milliseconds = 2_000;

/**
 * How late the record of a call may begin after its end where its answer's headers are proof: Firefox told webRequest of
 * answers up to 2.9 s after the end that DevTools tell (measured; a busy machine, its background stopped again and again).
 */
const MAX_LATENESS: Milliseconds = 10_000;

export const responseOf = (exchange: Exchange) =>
  exchange.response.status === 'present' ? exchange.response.value : undefined;

/** A record that starts in its middle starts at any time of the call. */
const leeway = ({ partial }: Pick<Exchange, 'partial'>, { time = 0 }: Pick<Exchange, 'time'>) =>
  MAX_START_DISTANCE + (partial ? time : 0);

export function isStartNear(
  exchange: Exchange,
  { exchange: entry }: HarObservation,
  lateness: Milliseconds = 0,
): boolean {
  const after = exchange.startedDateTime - entry.startedDateTime;
  return after >= -MAX_START_DISTANCE && after <= leeway(exchange, entry) + lateness;
}

/** What `couldBelong` compares, beside the start; `?` for what is not known. */
export interface Traits {
  readonly tabId: string;
  readonly status: string;
  readonly keys: string;
  /** Not compared: where it is so, a start says less. */
  readonly isPartial: boolean;
}

export function traitsOf(exchange: Exchange): Traits {
  const { credentials } = exchange.request;
  return {
    tabId: exchange.tabId === -1 ? '?' : String(exchange.tabId),
    // HAR writes 0 for a failed call, also where webRequest saw its answer's headers.
    status: String(responseOf(exchange)?.status || '?'),
    keys:
      credentials.status === 'present'
        ? credentials.value
            .map(({ fingerprint }) => fingerprint)
            .sort()
            .join()
        : '?',
    isPartial: exchange.partial,
  };
}

const fits = (a: string, b: string) => a === '?' || b === '?' || a === b;
export const traitsFit = (a: Traits, b: Traits) =>
  fits(a.tabId, b.tabId) && fits(a.status, b.status) && fits(a.keys, b.keys);

/** True unless the two contradict each other: another tab, another time, another status or another key. */
export function couldBelong(exchange: Exchange, entry: HarObservation, lateness?: Milliseconds): boolean {
  return isStartNear(exchange, entry, lateness) && traitsFit(traitsOf(exchange), traitsOf(entry.exchange));
}

/** The same for two whose answers have headers that no other answer has. */
export const couldBelongByHeaders = (exchange: Exchange, entry: HarObservation): boolean =>
  couldBelong(exchange, entry, exchange.partial ? MAX_LATENESS : 0);

import type { Exchange } from '../exchange/exchange';
import type { InspectedCall } from './calls';
import type { InspectedExchange } from './inspect';
import type { Row } from './rows';

export interface Selection {
  readonly call: InspectedCall;
  readonly inspected: InspectedExchange;
}

/** What is selected now: two rows that were shown may turn out to be one call, and one of their ids is gone then. */
export function lastingSelection(id: string | undefined, exchanges: readonly Exchange[]): string | undefined {
  if (id === undefined || exchanges.some((exchange) => exchange.id === id)) return id;
  return exchanges.find(({ joinedIds }) => joinedIds?.includes(id))?.id ?? id;
}

/** The exchange of a row, also while the filter hides its call. */
export function selectionOf(
  rows: readonly Row[],
  calls: readonly InspectedCall[],
  id: string | undefined,
): Selection | undefined {
  if (id === undefined) return undefined;
  const row = rows.find((candidate) => candidate.id === id);
  if (row?.type === 'part') return { call: row.call, inspected: row.part.member };
  const call = calls.find((candidate) => candidate.id === id);
  return call && { call, inspected: call.lead };
}

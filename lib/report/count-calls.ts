import type { VerdictState } from '../diagnosis/diagnosis';
import type { Judgement } from '../diagnosis/judge';
import { RANK, shownState } from '../diagnosis/shown-state';
import type { Exchange } from '../exchange/exchange';
import { kindOf } from '../exchange/kind';
import type { Neighbours } from '../rules/neighbours';

export interface JudgedExchange extends Pick<Judgement, 'diagnosis'> {
  readonly exchange: Exchange;
  readonly neighbours: Neighbours;
}

/**
 * The verdict on each call, as a list shows it: preflights and hops count with their call, of whose hops the gravest
 * speaks for it, the later one among equals. Parts of pages are no calls.
 */
export function verdictsOfCalls(judged: readonly JudgedExchange[]): VerdictState[] {
  const firstOf = new Map<Exchange, Exchange>();
  const leads = new Map<Exchange, JudgedExchange>();
  const inOrder = [...judged].sort((a, b) => a.exchange.startedDateTime - b.exchange.startedDateTime);
  for (const one of inOrder) {
    const { exchange, neighbours, diagnosis } = one;
    if (kindOf(exchange) === 'page-furniture' || neighbours.callOfPreflight) continue;
    const first = (neighbours.previousHop && firstOf.get(neighbours.previousHop)) ?? exchange;
    firstOf.set(exchange, first);
    const lead = leads.get(first);
    if (!lead || RANK[diagnosis.state] <= RANK[lead.diagnosis.state]) leads.set(first, one);
  }
  return [...leads.values()].map(shownState);
}

import type { Exchange } from '../exchange/exchange';
import { applyRules, findingsOf } from '../rules/engine';
import type { Neighbours } from '../rules/neighbours';
import { diagnose } from './diagnose';
import type { Diagnosis } from './diagnosis';

/** Everything that is derived from the facts of one exchange and of those around it. */
export interface Judgement {
  readonly diagnosis: Diagnosis;
  /** Rules that threw: they are shown, never hidden. */
  readonly crashed: readonly string[];
}

/** Judges one exchange by every rule; pure. */
export function judge(exchange: Exchange, neighbours: Neighbours): Judgement {
  const results = applyRules(exchange, neighbours);
  return {
    diagnosis: diagnose(exchange, findingsOf(results), neighbours),
    crashed: results.filter(({ outcome }) => outcome === 'crashed').map(({ rule }) => rule),
  };
}

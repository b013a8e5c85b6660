import type { Exchange } from '../exchange/exchange';
import { type ArtifactName, type Artifacts, gather } from './artifacts';
import { RULES } from './index';
import { type Neighbours, NO_NEIGHBOURS } from './neighbours';
import type { Finding, FindingDraft, Rule, Severity } from './rule';

/** What one rule says of one exchange. */
export type RuleResult =
  | { readonly rule: string; readonly outcome: 'fired'; readonly findings: readonly Finding[] }
  | { readonly rule: string; readonly outcome: 'silent' | 'not-applicable' | 'waiting' }
  /** The rule threw: shown, never hidden, and the others go on. */
  | { readonly rule: string; readonly outcome: 'crashed'; readonly error: string };

function findingOf(rule: Rule, draft: FindingDraft): Finding {
  const predicts = draft.predicts === undefined ? rule.predicts : (draft.predicts ?? undefined);
  return {
    rule: rule.id,
    severity: draft.severity ?? rule.severity,
    message: draft.message,
    values: draft.values ?? {},
    location: draft.location,
    ...(predicts && { predicts }),
  };
}

/** Applies one rule. */
export function applyRule(
  rule: Rule,
  exchange: Exchange,
  neighbours: Neighbours = NO_NEIGHBOURS,
): RuleResult {
  const facts: Partial<Record<ArtifactName, unknown>> = {};
  for (const name of rule.requires) {
    const artifact = gather(name, exchange, neighbours);
    if (artifact.status === 'absent') {
      return { rule: rule.id, outcome: artifact.reason === 'pending' ? 'waiting' : 'not-applicable' };
    }
    facts[name] = artifact.value;
  }
  try {
    const drafts = rule.check(facts as Artifacts);
    if (drafts === 'not-applicable') return { rule: rule.id, outcome: 'not-applicable' };
    if (drafts.length === 0) return { rule: rule.id, outcome: 'silent' };
    return { rule: rule.id, outcome: 'fired', findings: drafts.map((draft) => findingOf(rule, draft)) };
  } catch (error) {
    return { rule: rule.id, outcome: 'crashed', error: error instanceof Error ? error.name : 'unknown' };
  }
}

/** Applies every rule, in the order of the catalogue. */
export function applyRules(exchange: Exchange, neighbours: Neighbours = NO_NEIGHBOURS): RuleResult[] {
  return RULES.map((rule) => applyRule(rule, exchange, neighbours));
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/** The findings of all results, the gravest first, else in the order of the catalogue. */
export function findingsOf(results: readonly RuleResult[]): Finding[] {
  return results
    .flatMap((result) => (result.outcome === 'fired' ? result.findings : []))
    .sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

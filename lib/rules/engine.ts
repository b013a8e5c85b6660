import type { Exchange } from '../exchange/exchange';
import { type ArtifactName, type Artifacts, type Gathered, gather, MAY_BE_ABSENT } from './artifacts';
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
  const finding = {
    rule: rule.id,
    severity: draft.severity ?? rule.severity,
    message: draft.message,
    values: draft.values ?? {},
    location: draft.location,
  };
  return predicts === undefined ? finding : { ...finding, predicts };
}

type Quiet = Extract<RuleResult, { outcome: 'silent' | 'not-applicable' | 'waiting' }>;

/** A rule with what does not depend on the exchange: most answers are one of three, and need no object of their own. */
interface Prepared {
  readonly rule: Rule;
  readonly needs: readonly ArtifactName[];
  readonly silent: Quiet;
  readonly notApplicable: Quiet;
  readonly waiting: Quiet;
}

function prepare(rule: Rule): Prepared {
  return {
    rule,
    needs: rule.requires.filter((name) => MAY_BE_ABSENT.has(name)),
    silent: { rule: rule.id, outcome: 'silent' },
    notApplicable: { rule: rule.id, outcome: 'not-applicable' },
    waiting: { rule: rule.id, outcome: 'waiting' },
  };
}

function applyTo(prepared: Prepared, { facts, absences }: Gathered): RuleResult {
  const { rule } = prepared;
  for (const name of prepared.needs) {
    const reason = absences[name];
    if (reason !== undefined) return reason === 'pending' ? prepared.waiting : prepared.notApplicable;
  }
  try {
    // Everything that the rule asked for is there; the compiler keeps it from asking for anything else.
    const drafts = rule.check(facts as Artifacts);
    if (drafts === 'not-applicable') return prepared.notApplicable;
    if (drafts.length === 0) return prepared.silent;
    return { rule: rule.id, outcome: 'fired', findings: drafts.map((draft) => findingOf(rule, draft)) };
  } catch (error) {
    return { rule: rule.id, outcome: 'crashed', error: error instanceof Error ? error.name : 'unknown' };
  }
}

/** Applies one rule. */
export function applyRule(
  rule: Rule,
  exchange: Exchange,
  neighbours: Neighbours = NO_NEIGHBOURS,
): RuleResult {
  return applyTo(prepare(rule), gather(exchange, neighbours));
}

const PREPARED = RULES.map(prepare);

/** Applies every rule, in the order of the catalogue. */
export function applyRules(exchange: Exchange, neighbours: Neighbours = NO_NEIGHBOURS): RuleResult[] {
  const gathered = gather(exchange, neighbours);
  return PREPARED.map((prepared) => applyTo(prepared, gathered));
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/** The findings of all results, the gravest first, else in the order of the catalogue. */
export function findingsOf(results: readonly RuleResult[]): Finding[] {
  const findings: Finding[] = [];
  for (const result of results) if (result.outcome === 'fired') findings.push(...result.findings);
  return findings.length < 2 ? findings : findings.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

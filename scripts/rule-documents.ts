import { CORRECTIONS } from '../lib/messages/all-corrections';
import { en } from '../lib/messages/en/index';
import type { RuleTexts } from '../lib/messages/rule-texts';
import { RULES } from '../lib/rules/index';
import { type RuleSource, ruleDocument, rulesIndex } from './rule-document';

const TEXTS: Readonly<Record<string, RuleTexts>> = en.rules;

function sourceOf(rule: RuleSource['rule']): RuleSource {
  const texts = TEXTS[rule.id];
  const correction = CORRECTIONS[rule.id];
  if (texts === undefined) throw new Error(`${rule.id} has no texts`);
  if (correction === undefined) throw new Error(`${rule.id} has no correction`);
  return { rule, texts, correction };
}

/** The documentation of the rules by file name in `docs/rules`. Throws where a rule has no texts or no correction. */
export function ruleDocuments(): ReadonlyMap<string, string> {
  const sources = RULES.map(sourceOf);
  return new Map([
    ['README.md', rulesIndex(sources)],
    ...sources.map((source) => [`${source.rule.id}.md`, ruleDocument(source)] as const),
  ]);
}

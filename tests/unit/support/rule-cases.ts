import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { de } from '../../../lib/messages/de/index';
import { en } from '../../../lib/messages/en/index';
import type { RuleTexts } from '../../../lib/messages/rule-texts';
import { applyRule } from '../../../lib/rules/engine';
import { RULES } from '../../../lib/rules/index';
import type { Neighbours } from '../../../lib/rules/neighbours';
import type { Finding, Rule } from '../../../lib/rules/rule';
import { type CallDescription, exchangeOf } from './exchange-of';
import { placeholdersOf } from './template';

/** One exchange that a rule is asked about. */
export interface RuleCase {
  readonly name: string;
  /** A call for the real door (`exchangeOf`), or an exchange where the door alone cannot make it. */
  readonly call: CallDescription | Exchange;
  readonly neighbours?: Neighbours;
}

/** A case in which the rule fires. */
export interface FiringCase extends RuleCase {
  /** What each finding holds, in order and of that number; left out: at least one finding. */
  readonly findings?: readonly Partial<Finding>[];
}

type NotEmpty<T> = readonly [T, ...T[]];

export interface RuleCases {
  /** The mistake is there. */
  readonly fires: NotEmpty<FiringCase>;
  /** The rule looks and finds nothing. */
  readonly silent: NotEmpty<RuleCase>;
  /** The rule has no say: it answers `not-applicable`, or a fact that it needs will never come. */
  readonly notApplicable: NotEmpty<RuleCase>;
}

function isExchange(call: CallDescription | Exchange): call is Exchange {
  return 'request' in call;
}

function resultOf(rule: Rule, { call, neighbours }: RuleCase) {
  return applyRule(rule, isExchange(call) ? call : exchangeOf(call), neighbours);
}

/** Every message that is fired has a text in each language, and a value for each placeholder of it. */
function expectTexts({ rule, message, values }: Finding): void {
  for (const language of [en, de]) {
    const rules: Readonly<Record<string, RuleTexts>> = language.rules;
    const text = rules[rule]?.messages[message];
    expect(text, `text of ${rule}, ${message}`).toBeDefined();
    const named = text ? [...placeholdersOf(text.short), ...placeholdersOf(text.text)] : [];
    expect(Object.keys(values)).toEqual(expect.arrayContaining(named));
  }
}

/**
 * The cases of one rule. Convention, kept by `tests/repository.test.ts`: every rule has a file
 * `tests/unit/rules/<id>.test.ts` that calls `ruleCases('<id>', { fires, silent, notApplicable })` once, with
 * the id as a literal. The compiler demands all three kinds and at least one case of each. Beyond the outcome,
 * each finding is searched for the keys of the tests, which all hold `FAKEkey`, and must have its texts.
 */
export function ruleCases(id: string, cases: RuleCases): void {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(`No rule is registered under the id ${id}`);

  describe(`${id} fires`, () => {
    it.each(cases.fires)('$name', (firing) => {
      const result = resultOf(rule, firing);
      expect(result.outcome).toBe('fired');
      const findings = result.outcome === 'fired' ? result.findings : [];
      if (firing.findings) expect(findings).toMatchObject(firing.findings);
      findings.forEach(expectTexts);
      expect(JSON.stringify(findings)).not.toContain('FAKEkey');
    });
  });

  describe(`${id} stays silent`, () => {
    it.each(cases.silent)('$name', (quiet) => {
      expect(resultOf(rule, quiet)).toEqual({ rule: id, outcome: 'silent' });
    });
  });

  describe(`${id} does not apply`, () => {
    it.each(cases.notApplicable)('$name', (foreign) => {
      expect(resultOf(rule, foreign)).toEqual({ rule: id, outcome: 'not-applicable' });
    });
  });
}

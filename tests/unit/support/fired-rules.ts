import { applyRules, findingsOf } from '../../../lib/rules/engine';
import type { Finding } from '../../../lib/rules/rule';
import { type CallDescription, exchangeOf } from './exchange-of';

/** Every finding of every rule over one call. */
export function findingsIn(call: CallDescription): Finding[] {
  return findingsOf(applyRules(exchangeOf(call)));
}

/** The ids of the rules that fire on a call, each once, in alphabetical order; notices left out on demand. */
export function firedRules(call: CallDescription, severities = ['error', 'warning', 'notice']): string[] {
  const fired = findingsIn(call).filter(({ severity }) => severities.includes(severity));
  return [...new Set(fired.map(({ rule }) => rule))].sort();
}

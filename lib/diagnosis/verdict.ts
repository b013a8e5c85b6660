import type { HeadlineKey } from '../messages/diagnosis-texts';
import type { Finding } from '../rules/rule';
import type { Diagnosis, Outcome, VerdictState } from './diagnosis';

/** A diagnosis before its findings are put in order. */
export type Verdict = Pick<Diagnosis, 'outcome' | 'state' | 'headline' | 'cause' | 'server'>;

/** A verdict whose headline is a finding's own message. */
export function about(finding: Finding, outcome: Outcome, state: VerdictState): Verdict {
  return { outcome, state, headline: { from: 'finding', finding }, cause: finding };
}

/** A verdict without a cause in the request. */
export function plain(
  outcome: Outcome,
  state: VerdictState,
  key: HeadlineKey,
  values: Readonly<Record<string, string>> = {},
): Verdict {
  return { outcome, state, headline: { from: 'diagnosis', key, values } };
}

/** The key is missing because the redirect dropped it: the deeper cause goes before what follows from it. */
export function causesFirst(findings: readonly Finding[]): readonly Finding[] {
  const dropped = findings.find(
    ({ rule, predicts }) => rule === 'credential-lost-on-redirect' && predicts !== undefined,
  );
  return dropped ? [dropped, ...findings.filter((finding) => finding !== dropped)] : findings;
}

/** Rules that tell why the page's code got no answer; they go before every other cause of a failed call. */
const EXPLAINS_A_FAILURE = new Set([
  'mixed-content-blocked',
  'preflight-rejected',
  'response-hidden-by-cors',
]);

/** Whether findings say that the browser stopped the call: then no answer is to be foretold. */
export const areStopping = (findings: readonly Finding[]) =>
  findings.some(({ rule }) => EXPLAINS_A_FAILURE.has(rule));

/**
 * The error finding that explains best why a call failed in the browser.
 * @param isStopped the browser says itself why it did not send the call: no fault of the request is the cause of that
 */
export function failureCauseOf(findings: readonly Finding[], isStopped = false): Finding | undefined {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const explains = errors.find(({ rule }) => EXPLAINS_A_FAILURE.has(rule));
  // The server permits the documented name: who renames the header needs no other answer to the preflight.
  const renamed =
    explains?.rule === 'preflight-rejected' && explains.values['count'] === 1
      ? errors.find(
          ({ rule, values: { header } }) =>
            rule === 'header-name-unknown' && explains.values['first'] === String(header).toLowerCase(),
        )
      : undefined;
  return renamed ?? explains ?? (isStopped ? undefined : errors[0]);
}

import type { ErrorCode } from '../api/error-codes';
import type { MessageValues } from '../messages/message';
import type { ArtifactName, Artifacts } from './artifacts';

/**
 * `error`: the server refuses the call, or a secret is exposed. `warning`: works by luck, or works here and fails
 * elsewhere. `notice`: worth knowing.
 */
export type Severity = 'error' | 'warning' | 'notice';

/** What the server answers, by its documentation, if the rule is right. */
export interface Prediction {
  readonly status: number;
  readonly code: ErrorCode;
}

/** The place that a finding speaks of. A part of the JSON contract of the command line. */
export type Location =
  | {
      readonly type: 'header';
      readonly name: string;
      readonly position?: number;
      /** Where it is more than one. */
      readonly others?: readonly string[];
    }
  | {
      readonly type: 'url';
      readonly part: 'scheme' | 'query' | 'fragment' | 'userinfo';
      readonly name?: string;
    }
  | { readonly type: 'body'; readonly line?: number; readonly column?: number; readonly path?: string }
  | { readonly type: 'response'; readonly header?: string }
  | { readonly type: 'connection' }
  | { readonly type: 'call' };

/** What a rule's check yields: which of its messages, with which values. */
export interface FindingDraft<Variant extends string = string> {
  readonly message: Variant;
  readonly values?: MessageValues;
  readonly location: Location;
  /** Only where it differs from the rule's own. */
  readonly severity?: Severity;
  /** Only where it differs from the rule's own; `null` where this finding predicts nothing. */
  readonly predicts?: Prediction | null;
}

/** One mistake in one exchange. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Key of the rule's message in the catalogue, with the values for its placeholders. Holds no secret. */
  readonly message: string;
  readonly values: MessageValues;
  readonly location: Location;
  readonly predicts?: Prediction;
}

export interface Rule<Name extends ArtifactName = ArtifactName> {
  /** Equals the file's name; a contract. */
  readonly id: string;
  readonly severity: Severity;
  readonly predicts?: Prediction;
  /** Where the documentation says so. */
  readonly documentation: string;
  /** The facts that `check` gets, and no others. While one of them may still come the rule is `waiting`. */
  readonly requires: readonly Name[];
  /** Pure. Answers the findings, none when the exchange is right, or that the rule does not apply to it. */
  check(facts: Pick<Artifacts, Name>): readonly FindingDraft[] | 'not-applicable';
}

/** Declares a rule; the compiler checks that `check` uses only what `requires` names. */
export function defineRule<const Name extends ArtifactName>(rule: Rule<Name>): Rule {
  // A rule that needs less is safe wherever more is given.
  return rule as unknown as Rule;
}

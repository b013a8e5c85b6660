import type { RetryAdvice } from '../api/error-codes';
import type { ApiMessage } from '../exchange/response-body';
import type { HeadlineKey } from '../messages/diagnosis-texts';
import type { MessageValues } from '../messages/message';
import type { Finding, Severity } from '../rules/rule';

/**
 * - `confirmed`: the server's code is what a finding predicted.
 * - `contradicted`: the server refused with a code that no finding predicted, and some predicted another.
 * - `unexplained`: the server refused or its answer broke off, and no finding explains it.
 * - `stopped`: the browser or the code's own call stopped it, or the browser kept its answer from the code.
 * - `predicted`: no answer yet, or its body cannot be read: what the server will say.
 * - `tolerated`: an error was found, and the server answered with success all the same.
 * - `clean`.
 */
export type Outcome =
  | 'confirmed'
  | 'contradicted'
  | 'unexplained'
  | 'stopped'
  | 'predicted'
  | 'tolerated'
  | 'clean';

/** What a row's icon says. `predicted-error` is hollow: no answer was read. `pending`: nothing to say yet. */
export type VerdictState =
  | 'error'
  | 'predicted-error'
  | 'warning'
  | 'notice'
  | 'clean'
  | 'pending'
  | 'unreadable';

/** A sentence of the catalogue, not yet in any language. */
export type Sentence =
  /** A rule's message. */
  | { readonly from: 'finding'; readonly finding: Finding }
  /** A text under `diagnosis.headlines` in the catalogue; `finding` fills its `{finding}`. */
  | {
      readonly from: 'diagnosis';
      readonly key: HeadlineKey;
      readonly values: MessageValues;
      readonly finding?: Finding;
    };

/** The verdict over one exchange. */
export interface Diagnosis {
  readonly outcome: Outcome;
  readonly state: VerdictState;
  /** The gravest severity among the findings, or `error` when the server refused. */
  readonly severity: Severity | undefined;
  /** One sentence for a customer, and its short form for a row. */
  readonly headline: Sentence;
  /** The finding that explains the failure. */
  readonly cause?: Finding;
  /** What the server said, when it refused and its body is known. */
  readonly server?: ApiMessage & { readonly status: number; readonly retry?: RetryAdvice };
  /** All findings, the cause first. */
  readonly findings: readonly Finding[];
}

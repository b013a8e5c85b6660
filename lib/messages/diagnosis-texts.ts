import type { ErrorCode, RetryAdvice } from '../api/error-codes';
import type { Template } from './message';

/** Every headline that is not a finding's own message. */
export type HeadlineKey =
  | 'clean'
  | 'clean-unanswered'
  | 'clean-key-untold'
  | 'clean-unseen'
  | 'undocumented-unanswered'
  | 'clean-partial'
  | 'headers-not-recorded'
  | 'answer-not-recorded'
  | 'nothing-recorded'
  | 'not-modified'
  | 'pending'
  | 'receiving'
  | 'reason-coming'
  | 'redirected'
  | 'redirect-not-followed'
  | 'redirect-of-curl'
  | 'tolerated'
  | 'contradicted'
  | 'contradicted-unknown-code'
  | 'contradicted-status'
  | `code-${ErrorCode}`
  | 'code-unknown'
  | 'key-accepted'
  | 'key-not-recorded'
  | 'type-not-recorded'
  | 'headers-unknown'
  | 'auth-header-unknown'
  | 'login-refused'
  | StatusHeadline
  | 'preflight-allowed'
  | 'preflight-alone'
  | 'preflight-refused'
  | 'page-furniture'
  | 'never-sent'
  | 'never-sent-name'
  | 'unknown-end'
  | 'unknown-end-silent'
  | 'unknown-end-no-request'
  | 'unknown-end-devtools-lost'
  | 'unknown-end-saved'
  | 'interrupted'
  | 'answer-html'
  | 'given-up'
  | `failed-${BrowserFailure}`;

/** For refusals whose body has no code. */
export type StatusHeadline =
  | 'status-401'
  | 'status-403'
  | 'status-404'
  | 'status-405'
  | 'call-undocumented'
  | 'status-413'
  | 'status-429'
  | 'status-4xx'
  | 'status-words'
  | 'reason-unseen'
  | 'status-gateway'
  | 'status-5xx';

/** Why the browser gave up, as far as its error text tells. */
export type BrowserFailure =
  | 'refused'
  | 'name'
  | 'certificate'
  | 'tls'
  | 'aborted'
  | 'blocked-by-extension'
  | 'blocked-by-csp'
  | 'blocked-by-policy'
  | 'blocked-by-port'
  | 'blocked-by-mode'
  | 'blocked-by-keepalive'
  | 'blocked-integrity'
  | 'blocked-answer'
  | 'timed-out'
  | 'reset'
  | 'offline'
  | 'too-many-redirects'
  | 'proxy'
  | 'unspecific'
  | 'other'
  /** The record holds no answer and no error text. */
  | 'silent';

/** One headline of the diagnosis. */
export interface HeadlineTexts {
  /** A few words for a row. */
  readonly short: Template;
  /** One whole sentence that can be sent to a customer as it stands. */
  readonly text: Template;
}

/** What a documented error code means. */
export interface ErrorCodeTexts {
  /** A clause: `the key is invalid or revoked`. */
  readonly meaning: string;
  /** Likely causes that the record of a request shows, the likeliest first. */
  readonly inRequest: readonly string[];
  /** Those that no such record shows. */
  readonly beyond: readonly string[];
  /** What to do, in one or two sentences. */
  readonly remedy: string;
  /** Whether sending the same call again makes sense, in one sentence. */
  readonly retry: string;
}

/** Every text of the diagnosis in one language. */
export interface DiagnosisTexts {
  /**
   * By the key of a diagnosis sentence. `{finding}` stands for the finding that the sentence goes along with,
   * `{meaning}` for what the code in `{code}` means.
   */
  readonly headlines: Readonly<Record<HeadlineKey, HeadlineTexts>>;
  readonly codes: Readonly<Record<ErrorCode, ErrorCodeTexts>>;
  /** For codes that are not documented, by what their status advises. */
  readonly retry: Readonly<Record<RetryAdvice, string>>;
}

import type { Template } from './message';

/** The texts of one rule in one language. */
export interface RuleTexts {
  /** Why it matters, in a sentence or two. */
  readonly description: string;
  /** Per message key of the rule's findings. */
  readonly messages: Readonly<
    Record<
      string,
      {
        /** A few words for a row, saying the cause: `Two auth headers, one is allowed`. */
        readonly short: Template;
        /** One whole sentence that can be sent to a customer as it stands. */
        readonly text: Template;
        /** Only where the rule's own remedy would not mend this. */
        readonly remedy?: Template;
      }
    >
  >;
  /** What to do, in one or two sentences. */
  readonly remedy: string;
}

/** The four terms in which a correction is told. */
export const CORRECTION_LANGUAGES = ['fetch', 'axios', 'curl', 'python'] as const;
export type CorrectionLanguage = (typeof CORRECTION_LANGUAGES)[number];

/**
 * A snippet that mends a rule's fault. Lines begin with `- ` (wrong), `+ ` (right) or two spaces (context), like
 * a unified diff. No line holds a key.
 */
export type Correction = Readonly<Record<CorrectionLanguage, string>>;

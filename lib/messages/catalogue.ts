import type { DiagnosisTexts } from './diagnosis-texts';
import type { InputTexts } from './input-texts';
import type { Template } from './message';
import type { ReportTexts } from './report-texts';
import type { RuleTexts } from './rule-texts';

/** Texts by key, nested as the part that shows them likes. */
export interface TextTree {
  readonly [key: string]: Template | TextTree;
}

/** Every text of one language. */
export interface Catalogue {
  /** By rule id. */
  readonly rules: Readonly<Record<string, RuleTexts>>;
  readonly diagnosis: DiagnosisTexts;
  readonly input: InputTexts;
  readonly report: ReportTexts;
  readonly interface: TextTree;
}

/**
 * The same texts in another language: the same keys, other words. A text that counts in one language may be
 * plain in the other.
 */
export type Translation<Texts> = Texts extends Template
  ? Template
  : { readonly [Key in keyof Texts]: Translation<Texts[Key]> };

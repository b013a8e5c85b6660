import { isErrorCode } from '../api/error-codes';
import type { Sentence } from '../diagnosis/diagnosis';
import type { Catalogue } from '../messages/catalogue';
import { formatMessage } from '../messages/message';
import type { Finding } from '../rules/rule';

/** The parts of a language that reports need. */
export type ReportTexts = Pick<Catalogue, 'rules' | 'diagnosis'>;

/** `short`: a few words for a row. `text`: a whole sentence. */
export type SentenceForm = 'short' | 'text';

/** A finding in words; its message key stays visible where the catalogue lacks it, so that the gap is seen. */
export function findingText(
  finding: Finding,
  form: SentenceForm,
  texts: ReportTexts,
  locale: string,
): string {
  const template = texts.rules[finding.rule]?.messages[finding.message]?.[form];
  return template === undefined
    ? `${finding.rule}: ${finding.message}`
    : formatMessage(template, finding.values, locale);
}

/**
 * Renders a sentence of a diagnosis.
 * @param locale a BCP 47 tag, for plurals and numbers
 */
export function sentenceText(
  sentence: Sentence,
  form: SentenceForm,
  texts: ReportTexts,
  locale: string,
): string {
  if (sentence.from === 'finding') return findingText(sentence.finding, form, texts, locale);
  const { key, values, finding } = sentence;
  const code = String(values['code'] ?? '');
  const template = texts.diagnosis.headlines[key]?.[form] ?? key;
  return formatMessage(
    template,
    {
      ...values,
      ...(isErrorCode(code) && { meaning: texts.diagnosis.codes[code].meaning }),
      ...(finding && { finding: findingText(finding, form, texts, locale) }),
    },
    locale,
  );
}

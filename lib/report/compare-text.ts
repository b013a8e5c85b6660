import type { Language } from '../messages/language';
import { formatMessage, type MessageValues, type Template } from '../messages/message';
import type { ComparedExchange, Comparison } from './compare';
import type { FactPair } from './compare-facts';
import { findingText, remedyText, sentenceText } from './words';

const fillerOf =
  (language: Language) =>
  (template: Template, values: MessageValues = {}): string =>
    formatMessage(template, values, language.locale);

/** What the comparison comes to, in a few words; with backticks around code. */
export function comparisonHeadline(comparison: Comparison, b: ComparedExchange, language: Language): string {
  const fill = fillerOf(language);
  const { verdict, explains } = comparison;
  const [first] = explains;
  const finding = first
    ? findingText(first, 'short', language)
    : sentenceText(b.diagnosis.headline, 'short', language);
  return fill(language.interface.workbench.compare.verdicts[verdict], { count: explains.length, finding });
}

/** `Alike: same key, same URL.`; empty when nothing of it is. */
export function likenessText({ sameKey, same }: Comparison, language: Language): string {
  const { likeness } = language.interface.workbench.compare;
  const keys = new Set(same.map(({ key }) => key));
  const alike = [
    ...(sameKey === true ? [likeness.key] : []),
    ...(keys.has('url') ? [likeness.url] : []),
    ...(keys.has('method') ? [likeness.method] : []),
    ...(keys.has('body') && keys.has('messages') ? [likeness.body] : []),
  ].map(String);
  if (alike.length === 0) return '';
  const list = new Intl.ListFormat(language.locale, { type: 'unit' }).format(alike);
  return fillerOf(language)(likeness.sentence, { list });
}

/** The first sentence of a remedy: the one that says what to do. */
function firstSentence(text: string): string {
  const end = text.search(/[.!?] /);
  return end < 0 ? text : text.slice(0, end + 1);
}

/** One sentence that a support person can send to the customer as it stands. */
export function replySentence(comparison: Comparison, b: ComparedExchange, language: Language): string {
  const fill = fillerOf(language);
  const { replies } = language.interface.workbench.compare;
  const { verdict, explains, isKeyGood } = comparison;
  switch (verdict) {
    case 'findings': {
      const [first] = explains;
      const remedy = firstSentence(first ? remedyText(first, language) : '');
      const count = explains.length;
      if (isKeyGood) return fill(count === 1 ? replies.keyFine : replies.keyFineSeveral, { remedy, count });
      return fill(count === 1 ? replies.mend : replies.mendSeveral, { remedy, count });
    }
    case 'other-key':
    case 'same-key':
    case 'address':
    case 'both-work':
    case 'a-open':
    case 'open':
      return fill(replies[verdict]);
    case 'server':
    case 'same-faults':
    case 'a-fails':
      return sentenceText(b.diagnosis.headline, 'text', language);
    default:
      return verdict satisfies never;
  }
}

/** The name of a fact: a header's own, or the catalogue's. */
export function factName({ key, header }: FactPair, language: Language): string {
  if (key === 'header') return header ?? '';
  return String(language.interface.workbench.compare.facts[key]);
}

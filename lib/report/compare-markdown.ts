import { presentValue } from '../exchange/presence';
import type { Language } from '../messages/language';
import { asCode, asMarkdown } from './call-report';
import type { ComparedExchange, Comparison } from './compare';
import type { FactPair } from './compare-facts';
import { comparisonHeadline, factName, likenessText, replySentence } from './compare-text';
import { visibleText } from './plain-lines';
import { findingText, remedyText } from './words';

export interface NamedExchange extends ComparedExchange {
  /** `Entry 118`. */
  readonly name: string;
}

/** A bar ends a cell of a table, also within code. */
function cell({ inWords }: FactPair, text: string, absent: string): string {
  const written = text.replaceAll('|', '¦');
  if (text === '') return absent;
  return inWords ? asMarkdown(written) : asCode(written);
}

function table(facts: readonly FactPair[], absent: string, language: Language): string {
  const rows = facts.map(
    (fact) =>
      `| ${asMarkdown(factName(fact, language))} | ${cell(fact, fact.a, absent)} | ${cell(fact, fact.b, absent)} |`,
  );
  return ['| | A | B |', '|---|---|---|', ...rows].join('\n');
}

function side(letter: string, { name, exchange }: NamedExchange, language: Language): string {
  const status = presentValue(exchange.response)?.status ?? language.interface.popup.report.noAnswer;
  const { request } = exchange;
  return `- ${letter}: ${asMarkdown(name)}, ${asCode(`${request.method} ${request.url.href}`)}, ${status}`;
}

/** A comparison as Markdown for a ticket. No key and no contents of a message are in it. */
export function comparisonMarkdown(
  comparison: Comparison,
  a: NamedExchange,
  b: NamedExchange,
  language: Language,
): string {
  const words = language.interface.workbench.compare;
  const { explains, telling, differing, answers, isRestHarmless } = comparison;
  const findings = explains.map((finding) => {
    const remedy = remedyText(finding, language);
    return `- ${asCode(finding.rule)}: ${asMarkdown(findingText(finding, 'text', language))}\n  ${asMarkdown(remedy)}`;
  });
  const section = (title: string, facts: readonly FactPair[]) =>
    facts.length === 0 ? [] : [`### ${title}`, table(facts, String(words.absent), language)];
  const blocks = [
    `## ${asMarkdown(comparisonHeadline(comparison, b, language))}`,
    [side('A', a, language), side('B', b, language)].join('\n'),
    likenessText(comparison, language),
    ...(findings.length > 0 ? [findings.join('\n')] : []),
    ...section(String(words.explains), telling),
    ...section(String(isRestHarmless ? words.differs : words.differsPlain), differing),
    ...section(String(words.answers), answers),
    `**${words.reply}:** ${asMarkdown(replySentence(comparison, b, language))}`,
  ];
  return `${visibleText(blocks.filter((block) => block !== '').join('\n\n'))}\n`;
}
